import type { Page } from '#ui/page.ts';
import { Empty, Notice } from '#ui/parts.tsx';
import { type SearchAsked, searchAddress } from './schema.ts';
import type { Results } from './search.ts';
import { mostWords } from './sought.ts';
import { searchTexts } from './texts.ts';

/** What both faces say about a search. */

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 80).toWellFormed()}…` : words);

interface SaidProps {
  readonly page: Page;
  readonly asked: SearchAsked;
  readonly results: Results;
}

/** What whoever searched has to know about how it was understood. */
export const Remarks = ({ page, asked, results: { instead, sought } }: SaidProps) => {
  const say = searchTexts(page.language);
  return (
    <>
      {instead && <Notice>{say('instead', { typed: short(asked.typed.trim()), meant: instead })}</Notice>}
      {sought.cut && <Notice>{say('cut', { count: mostWords })}</Notice>}
    </>
  );
};

/** Says why nothing was found, and what to try. */
export const NothingFound = ({ page, asked, results: { sought }, root }: SaidProps & { root: string }) => {
  const say = searchTexts(page.language);
  const words = short(asked.typed.trim());
  const narrowed = Object.keys(asked.filters).length > 0;
  if (!sought.hasWords)
    return (
      <Empty>
        <p>{say('no_words')}</p>
      </Empty>
    );
  if (sought.words.length === 0 && sought.number === null)
    return (
      <Empty>
        <p>{say('common')}</p>
      </Empty>
    );
  return (
    <Empty>
      <p class="font-medium text-base-content">{say(narrowed ? 'nothing_filtered' : 'nothing', { words })}</p>
      {narrowed ? (
        <p class="mt-2">
          <a href={searchAddress(root, asked.typed.trim(), {})}>{say('without_filters')}</a>
        </p>
      ) : (
        <p class="mt-2">{say('try_less')}</p>
      )}
    </Empty>
  );
};

/** What one can look for, by examples. */
export const Examples = ({
  page,
  which,
}: {
  page: Page;
  which: readonly ('number' | 'words' | 'name' | 'part')[];
}) => {
  const say = searchTexts(page.language);
  return (
    <>
      <p class="mt-4">{say('empty.examples')}</p>
      <ul class="list-disc pl-6">
        {which.map((each) => (
          <li>{say(`empty.${each}`)}</li>
        ))}
      </ul>
    </>
  );
};

interface PagerProps {
  readonly page: Page;
  readonly number: number;
  readonly size: number;
  readonly total: number;
  readonly shown: number;
  readonly addressOf: (number: number) => string;
}

/** The way through several pages of results. */
export const Pager = ({ page, number, size, total, shown, addressOf }: PagerProps) => {
  if (total <= size) return null;
  const say = searchTexts(page.language);
  const from = (number - 1) * size + 1;
  if (shown === 0)
    return (
      <Empty>
        <p>{say('beyond')}</p>
        <a href={addressOf(1)}>{say('first_page')}</a>
      </Empty>
    );
  return (
    <nav aria-label={say('pages')} class="mt-4 flex flex-wrap items-center gap-3">
      {number > 1 && (
        <a class="btn" rel="prev" href={addressOf(number - 1)}>
          {say('previous')}
        </a>
      )}
      <span class="tabular-nums">{say('shown', { from, to: from + shown - 1, total })}</span>
      {from + shown - 1 < total && (
        <a class="btn" rel="next" href={addressOf(number + 1)}>
          {say('next')}
        </a>
      )}
    </nav>
  );
};
