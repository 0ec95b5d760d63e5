import { SettingsFrame } from '#settings/frame.tsx';
import type { Page } from '#ui/page.ts';
import { Notice, Section } from '#ui/parts.tsx';
import { countsOf, type LineResult } from './frame.ts';
import type { KindName } from './kinds.ts';
import { root } from './root.ts';
import { columnWords, importTexts, reasonWords } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly name: KindName;
  /** The whole table, to be sent again with the confirmation. */
  readonly text: string;
  readonly results: readonly LineResult[];
  readonly unused: readonly string[];
}

/** Line by line what an import would do, before anything is saved. */
export const PreviewPage = (props: Props) => {
  const { page, once, name, text, results, unused } = props;
  const say = importTexts(page.language);
  const counts = countsOf(results);
  return (
    <SettingsFrame page={page} title={say('preview_title', { kind: say(`kind.${name}`) })}>
      <Notice>
        <p class="font-medium">{say('nothing_yet')}</p>
        <ul class="mt-1">
          {(['taken', 'known', 'refused'] as const).map(
            (outcome) =>
              counts[outcome] > 0 && <li>{say(`count.${outcome}`, { count: counts[outcome] })}</li>,
          )}
        </ul>
        {unused.length > 0 && <p class="mt-1">{say('unused', { names: unused.join(', ') })}</p>}
      </Notice>
      <div class="mb-6 flex flex-wrap gap-2">
        {counts.taken > 0 ? (
          // the page that follows comes back by itself, which only a browser does that went there on its own
          <form method="post" action={`${root}/${name}/records`} data-turbo="false">
            <input type="hidden" name="once" value={once} />
            <input type="hidden" name="text" value={text} />
            <button type="submit" class="btn btn-primary">
              {say('confirm', { count: counts.taken })}
            </button>
          </form>
        ) : (
          <p class="py-2 font-medium">{say('none_to_take')}</p>
        )}
        <a href={`${root}/${name}`} class="btn btn-ghost">
          {say('other')}
        </a>
      </div>
      <Lines {...props} outcome="refused" />
      <Lines {...props} outcome="taken" />
      <Lines {...props} outcome="known" />
    </SettingsFrame>
  );
};

const Lines = ({ page, name, text, results, outcome }: Props & { outcome: LineResult['outcome'] }) => {
  const say = importTexts(page.language);
  const lines = results.filter((each) => each.outcome === outcome);
  if (lines.length === 0) return null;
  return (
    <Section title={say(`group.${outcome}`)} id={outcome}>
      {outcome === 'refused' && (
        <>
          <p class="mb-3">{say('refused_hint')}</p>
          <form method="post" action={`${root}/${name}/refused`} class="mb-3" data-turbo="false">
            <input type="hidden" name="text" value={text} />
            <button type="submit" class="btn">
              {say('refused_download')}
            </button>
          </form>
        </>
      )}
      <LineList page={page} lines={lines} />
    </Section>
  );
};

/** Lines as they were read, each with what is wrong with it. */
export const LineList = ({ page, lines }: { page: Page; lines: readonly LineResult[] }) => {
  const say = importTexts(page.language);
  return (
    <ol class="divide-y divide-base-300">
      {lines.map(({ line, cells, problems }) => (
        <li class="py-2">
          <span class="text-secondary tabular-nums">{say('line', { line })}:</span>{' '}
          <bdi>{cells.filter(Boolean).join(' · ')}</bdi>
          {problems.map(({ column, reason }) => (
            <span class="block font-medium text-error">
              <span aria-hidden="true">▲ </span>
              {column && `${columnWords(column, page.language)}: `}
              {reasonWords(reason, page.language)}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
};
