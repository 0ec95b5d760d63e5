import { inTransaction, type Scope } from '#db/scope.ts';
import { post } from '#mail/outbox.ts';
import { ownWords, senderOf } from '#mail/own-texts.ts';
import { linkMinutes } from './auth.ts';
import { authTexts } from './texts.ts';
import { safePath } from './web.ts';

/** Mails somebody who is active the link that signs them in, and then leads to `next`. */
export async function sendSignInLink(
  scope: Scope,
  email: string,
  token: string,
  next: string,
): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const person = await scope.db
      .selectFrom('people')
      .select(['id', 'name', 'email', 'language'])
      .where('email', '=', email)
      .where('deactivated_at', 'is', null)
      .executeTakeFirst();
    if (!person) return;
    const agency = await senderOf(scope.db);
    const say = ownWords(authTexts, agency.own)(person.language);
    const path = safePath(next);
    const query = path === '/' ? '' : `?next=${encodeURIComponent(path)}`;
    await post(scope, {
      kind: 'sign_in_link',
      to: person,
      secret: true,
      subject: say('mail.subject', { agency: agency.name }),
      blocks: [
        { paragraph: say('mail.intro', { agency: agency.name }) },
        { action: say('mail.action'), href: `${scope.baseUrl}/sign-in/link/${token}${query}` },
        { paragraph: say('mail.until', { minutes: linkMinutes }) },
        { paragraph: say('mail.not_you') },
      ],
    });
  });
}
