import type { Scope } from '#db/scope.ts';
import type { Language } from '#lib/language.ts';
import type { Letter } from '#mail/outbox.ts';
import { type OwnTexts, ownWords } from '#mail/own-texts.ts';
import type { Office } from '#settings/office.ts';
import { settingsTexts } from '#settings/texts.ts';
import { sayDate } from '#ui/time.tsx';
import { publishedTexts } from './texts.ts';
import { type PublishedVersion, sinceEver } from './versions.ts';

interface Announcing {
  readonly version: PublishedVersion;
  readonly office: Office;
  readonly language: Language;
  readonly own: OwnTexts;
}

/** What a contact reads of a version: from when it holds, what it changes, and where it stands. */
export function announcementOf(
  { version, office, language, own }: Announcing,
  { now, baseUrl }: Pick<Scope, 'now' | 'baseUrl'>,
): Pick<Letter, 'subject' | 'blocks'> {
  const say = ownWords(publishedTexts, own)(language);
  const part = settingsTexts(language);
  const day = sayDate(version.validFrom, { language, timeZone: office.timeZone, now: now() });
  const agency = office.agency?.name ?? 'Nazorg';
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    version.changed.map((each) => part(`part.${each}`)),
  );
  return {
    subject: subjectOf(version, day, say),
    blocks: [
      { paragraph: say(sinceEver(version) ? 'mail.intro_ever' : 'mail.intro_now', { agency, day }) },
      ...(parts ? [{ paragraph: say('mail.changed', { parts }) }] : []),
      { action: say('mail.action'), href: `${baseUrl}/agreement/versions/${version.version}` },
      { paragraph: say('mail.tickets') },
    ],
  };
}

function subjectOf(version: PublishedVersion, day: string, say: ReturnType<typeof publishedTexts>): string {
  if (version.state === 'planned') return say('mail.subject_later', { day });
  return say(sinceEver(version) ? 'mail.subject_ever' : 'mail.subject_now');
}
