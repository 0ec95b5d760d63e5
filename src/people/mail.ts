import type { Scope } from '#db/scope.ts';
import { type Addressee, post } from '#mail/outbox.ts';
import { inOwnWords } from '#mail/own-texts.ts';
import { loadOffice } from '#settings/office.ts';
import { sayFully } from '#ui/time.tsx';
import { peopleTexts } from './texts.ts';

/** Mails somebody the link with which they come in for the first time. Answers the mail's id. */
export async function postInvitation(
  scope: Scope,
  to: Addressee & { readonly kind: 'staff' | 'contact' },
  link: string,
  expiresAt: Date,
): Promise<string> {
  const { agency, timeZone } = await loadOffice(scope.db);
  const say = (await inOwnWords(scope.db, peopleTexts))(to.language);
  const name = agency?.name ?? 'Nazorg';
  const until = sayFully(expiresAt, { language: to.language, timeZone, now: scope.now() });
  return post(scope, {
    kind: 'invitation',
    to,
    secret: true,
    subject: say('mail.subject', { agency: name }),
    blocks: [
      { paragraph: say(`mail.intro_${to.kind}`, { agency: name }) },
      { action: say('mail.action'), href: link },
      { paragraph: say('mail.until', { until }) },
      { paragraph: say('mail.not_you') },
    ],
  });
}

/** Tells the address that somebody had until now that it is theirs no longer, in case nobody asked for that. */
export async function postMoved(scope: Scope, from: Addressee, address: string): Promise<void> {
  const { agency } = await loadOffice(scope.db);
  const say = (await inOwnWords(scope.db, peopleTexts))(from.language);
  const name = agency?.name ?? 'Nazorg';
  await post(scope, {
    kind: 'address_changed',
    to: from,
    subject: say('mail_moved.subject', { agency: name }),
    blocks: [
      { paragraph: say('mail_moved.intro', { agency: name, address }) },
      { paragraph: say('mail_moved.not_you', { agency: name }) },
    ],
  });
}
