import { languages } from '#lib/language.ts';
import type { KnownMail } from '#mail/kinds.ts';
import { type OwnTexts, ownTextName } from '#mail/own-texts.ts';
import { TextArea, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { gapsIn, necessaryIn } from './gaps.ts';
import { alsoIn, type Sentence, sentencesOf } from './kinds.ts';
import { mailRoomTexts } from './texts.ts';
import { sayGap, sayPlace, sayTitle } from './words.ts';

interface Props {
  readonly page: Page;
  readonly mail: KnownMail;
  readonly sentence: Sentence;
  readonly own: OwnTexts;
  readonly typed: Typed;
}

/** One sentence: a field in each language, its gaps, and where else it stands. */
export const SentenceFields = ({ page, mail, sentence, own, typed }: Props) => {
  const say = mailRoomTexts(page.language);
  const others = alsoIn(mail, sentence.name).map((each) => sayTitle(each, page.language));
  return (
    <fieldset class="pt-4">
      <legend class="float-left mb-1 w-full text-base font-semibold">
        {sayPlace(sentence, sentencesOf(mail), page.language)}
      </legend>
      <div class="clear-both grid gap-x-8 lg:grid-cols-2">
        {languages.map((language) => {
          const name = ownTextName(language, sentence.name);
          const delivered = mail.written(language, sentence.key) ?? '';
          const field = {
            name,
            label: say(language),
            language: page.language,
            typed,
            value: own[name] ?? delivered,
            hint: own[name] === undefined ? undefined : say('delivered', { text: delivered }),
          };
          return isLong(sentence) ? (
            <TextArea {...field} rows={rowsFor(delivered)} />
          ) : (
            <TextField {...field} />
          );
        })}
      </div>
      <Gaps page={page} delivered={mail.written('nl', sentence.key) ?? ''} />
      {others.length > 0 && (
        <p class="mb-4 text-sm text-secondary">{say('also_in', { mails: others.join(', ') })}</p>
      )}
    </fieldset>
  );
};

const isLong = ({ place }: Sentence) => place === 'paragraph' || place === 'closing';

/** Enough for the delivered text in half a page. */
const rowsFor = (text: string) => Math.min(8, Math.max(2, Math.ceil(text.length / 45)));

/** What the gaps of a sentence stand for, and which it cannot do without. */
const Gaps = ({ page, delivered }: { page: Page; delivered: string }) => {
  const say = mailRoomTexts(page.language);
  const necessary = necessaryIn(delivered);
  const gaps = gapsIn(delivered);
  if (gaps.length === 0) return null;
  return (
    <ul class="mb-4 space-y-1 text-sm text-secondary" aria-label={say('gaps')}>
      {gaps.map((name) => (
        <li>
          <code class="rounded bg-base-200 px-1 text-base-content">{`{{${name}}}`}</code>{' '}
          {sayGap(name, page.language)}
          {necessary.includes(name) && <span class="font-medium"> ({say('necessary')})</span>}
        </li>
      ))}
    </ul>
  );
};
