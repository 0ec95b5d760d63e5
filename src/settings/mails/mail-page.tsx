import { languages } from '#lib/language.ts';
import type { KnownMail } from '#mail/kinds.ts';
import type { OwnTexts } from '#mail/own-texts.ts';
import { Form, MendNotice, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Act, FormFoot, Notice, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { SettingsFrame } from '../frame.tsx';
import { problemOf, tidy } from './gaps.ts';
import { commonOf, sentencesOf } from './kinds.ts';
import { wordingsOf } from './mail-texts.ts';
import { SentenceFields } from './sentence-fields.tsx';
import { standingOf } from './standing.ts';
import { mailRoomTexts } from './texts.ts';
import { sayProblem, sayTitle, sayWhat } from './words.ts';

interface Props {
  readonly page: Page;
  /** A new id for each form on the page. */
  readonly newId: () => string;
  readonly mail: KnownMail;
  readonly own: OwnTexts;
  readonly seen: number;
  readonly typed: Typed;
}

/** One mail: its sentences in both languages, what it looks like, and the way back to the delivered texts. */
export const MailTextsPage = ({ page, newId, mail, own, seen, typed }: Props) => {
  const say = mailRoomTexts(page.language);
  const address = `/desk/settings/mails/${mail.kind}`;
  const standing = standingOf(mail, own);
  const shown = { values: typed.values, errors: saidErrors({ page, mail, own, typed }) };
  return (
    <SettingsFrame page={page} room="mails" title={sayTitle(mail, page.language)}>
      <p class="mb-4">
        {sayWhat(mail, page.language)} <a href="/desk/settings/mails">{say('back')}</a>
      </p>
      {standing === 'misfit' && <Notice kind="warning">{say('misfit_notice')}</Notice>}
      <MendNotice typed={typed} language={page.language} />
      <Form action={address} once={newId()} again={Object.keys(typed.errors).length > 0}>
        <input type="hidden" name="seen" value={String(seen)} />
        <Section>
          <p class="text-secondary">{say('gaps_explained')}</p>
          <p class="mb-4 mt-1 text-secondary">{say('no_markup')}</p>
          <div class="divide-y divide-base-300">
            {sentencesOf(mail).map((sentence) => (
              <SentenceFields page={page} mail={mail} sentence={sentence} own={own} typed={shown} />
            ))}
          </div>
          <Common page={page} mail={mail} />
        </Section>
        <Preview page={page} mail={mail} seen={seen} />
        <FormFoot
          label={uiTexts(page.language)('form.save')}
          back={{ href: '/desk/settings/mails', label: uiTexts(page.language)('form.cancel') }}
        />
      </Form>
      {standing && (
        <details class="mt-6">
          <summary class="cursor-pointer font-medium">{say('reset')}</summary>
          <div class="mt-3">
            <p class="mb-3">{say('reset_hint')}</p>
            <Act action={`${address}/restoration`} once={newId()} label={say('reset_confirm')} look="danger">
              <input type="hidden" name="seen" value={String(seen)} />
            </Act>
          </div>
        </details>
      )}
    </SettingsFrame>
  );
};

/** The errors as sentences; with nothing typed yet, those of own texts that an update made unfit. */
function saidErrors({
  page: { language },
  mail,
  own,
  typed,
}: Pick<Props, 'page' | 'mail' | 'own' | 'typed'>): Record<string, string> {
  const errors: Record<string, string> = { ...typed.errors };
  for (const { field, delivered } of wordingsOf(mail)) {
    const text = typed.values[field] ?? own[field] ?? delivered;
    const error = errors[field] ?? (typed.values[field] === undefined && problemOf(delivered, text)?.problem);
    if (error) errors[field] = sayProblem(error, delivered, tidy(text), language);
  }
  return errors;
}

/** Where the sentences change that this mail has in common with others. */
const Common = ({ page, mail }: Pick<Props, 'page' | 'mail'>) => {
  const common = commonOf(mail);
  if (common.length === 0) return null;
  return (
    <p class="mt-2 text-secondary">
      {mailRoomTexts(page.language)('common')}{' '}
      {common.map((each, at) => (
        <>
          {at > 0 && ', '}
          <a href={`/desk/settings/mails/${each.kind}`}>{sayTitle(each, page.language)}</a>
        </>
      ))}
      .
    </p>
  );
};

/** The mail in each language; its button shows what is typed, without saving it. */
const Preview = ({ page, mail, seen }: Pick<Props, 'page' | 'mail' | 'seen'>) => {
  const say = mailRoomTexts(page.language);
  return (
    <Section title={say('preview')}>
      <p class="mb-4 text-secondary">{say('preview_hint')}</p>
      <div class="grid gap-5 lg:grid-cols-2">
        {languages.map((language) => {
          const path = `/desk/settings/mails/${mail.kind}/preview/${language}`;
          return (
            <div>
              <button
                type="submit"
                class="btn mb-2"
                formaction={path}
                formtarget={`preview_${language}`}
                formnovalidate
              >
                {say(`preview_do.${language}`)}
              </button>
              <iframe
                name={`preview_${language}`}
                title={say(`frame.${language}`)}
                sandbox=""
                // another address once something was saved, so that a page kept in place fetches it anew
                src={`${path}?seen=${seen}`}
                class="h-128 w-full rounded-box border border-base-300 bg-white"
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
};
