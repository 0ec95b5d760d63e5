import type { Scope } from '#db/scope.ts';
import { post } from '#mail/outbox.ts';
import { ownWords, senderOf } from '#mail/own-texts.ts';
import type { Change } from './security.ts';
import { securityTexts } from './texts.ts';

/** Tells somebody what changed of how they sign in, in case it was not them. */
export async function postChange(scope: Scope, personId: string, change: Change | 'reset'): Promise<void> {
  const to = await scope.db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const agency = await senderOf(scope.db);
  const say = ownWords(securityTexts, agency.own)(to.language);
  await post(scope, {
    kind: 'security',
    to,
    subject: say('mail.subject', { agency: agency.name }),
    blocks: [
      { paragraph: say(`mail.${change}`) },
      { action: say('mail.action'), href: `${scope.baseUrl}/profile/security` },
      { paragraph: say('mail.not_you', { agency: agency.name }) },
    ],
  });
}
