import type { Scope } from '#db/scope.ts';
import { type Addressee, post } from '#mail/outbox.ts';
import { inOwnWords } from '#mail/own-texts.ts';
import { loadOffice } from '#settings/office.ts';
import { sayFully } from '#ui/time.tsx';
import { peopleTexts } from './texts.ts';

interface Link {
  readonly token: string;
  readonly until: Date;
}

async function wordsFor(scope: Scope, { language }: Addressee) {
  const { agency, timeZone } = await loadOffice(scope.db);
  return {
    say: (await inOwnWords(scope.db, peopleTexts))(language),
    agency: agency?.name ?? 'Nazorg',
    moment: (at: Date) => sayFully(at, { language, timeZone, now: scope.now() }),
  };
}

/** Mails the address that somebody wants the link with which they confirm it. */
export async function postAddressLink(scope: Scope, to: Addressee, { token, until }: Link): Promise<void> {
  const { say, agency, moment } = await wordsFor(scope, to);
  await post(scope, {
    kind: 'address_confirm',
    to,
    secret: true,
    subject: say('address.mail.confirm.subject', { agency }),
    blocks: [
      { paragraph: say('address.mail.confirm.intro', { address: to.email }) },
      { action: say('address.mail.confirm.action'), href: `${scope.baseUrl}/profile/address/${token}` },
      { paragraph: say('address.mail.confirm.until', { until: moment(until) }) },
      { paragraph: say('address.mail.confirm.not_you') },
    ],
  });
}

/** Tells somebody that their address was wanted for another account, which it cannot have. */
export async function postAddressTaken(scope: Scope, to: Addressee): Promise<void> {
  const { say, agency } = await wordsFor(scope, to);
  await post(scope, {
    kind: 'address_taken',
    to,
    subject: say('address.mail.taken.subject', { agency }),
    blocks: [
      { paragraph: say('address.mail.taken.intro', { address: to.email }) },
      { paragraph: say('address.mail.taken.not_you') },
    ],
  });
}

/** Tells the present address that another was asked for, with a way to stop it. */
export async function postAddressNotice(
  scope: Scope,
  to: Addressee,
  { address, token, until }: Link & { readonly address: string },
): Promise<void> {
  const { say, agency, moment } = await wordsFor(scope, to);
  await post(scope, {
    kind: 'address_notice',
    to,
    secret: true,
    subject: say('address.mail.notice.subject', { agency }),
    blocks: [
      { paragraph: say('address.mail.notice.intro', { address }) },
      { paragraph: say('address.mail.notice.not_you', { until: moment(until) }) },
      { action: say('address.mail.notice.action'), href: `${scope.baseUrl}/address/${token}/stop` },
      { paragraph: say('address.mail.notice.you') },
    ],
  });
}
