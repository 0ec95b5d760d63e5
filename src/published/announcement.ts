import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { postAll } from '#mail/outbox.ts';
import { senderOf } from '#mail/own-texts.ts';
import { loadOffice } from '#settings/office.ts';
import { mayChangeSettings } from '#settings/policy.ts';
import { todayOf } from '#settings/settings.ts';
import { announcementOf } from './mail.ts';
import { activeContacts } from './queries.ts';
import { versionOf } from './versions.ts';

/**
 * Tells every contact who can sign in of a version of the agreement that holds or is to come: all the mails in one
 * transaction, and for each version once. Answers how many there are; `Invalid` where it was announced before,
 * holds no longer, or there is nobody to tell.
 */
export async function announceVersion(scope: Scope, actor: Staff, number: number): Promise<number> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const office = await loadOffice(scope.db);
    const version = versionOf(office, todayOf(office, scope.now()), number);
    if (version.state !== 'now' && version.state !== 'planned') throw new Invalid({ form: 'in_the_past' });
    const contacts = await activeContacts(scope.db);
    // Once is once: with nobody to tell, it is left for later.
    if (contacts.length === 0) throw new Invalid({ form: 'required' });
    const announced = await scope.db
      .insertInto('agreement_announcements')
      .values({
        version: number,
        at: scope.now(),
        announced_by: actor.id,
        recipients: contacts.length,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!announced.numInsertedOrUpdatedRows) throw new Invalid({ form: 'already_announced' });
    const { own } = await senderOf(scope.db);
    await postAll(
      scope,
      contacts.map((to) => ({
        kind: 'agreement_announced',
        to,
        ...announcementOf({ version, office, language: to.language, own }, scope),
      })),
    );
    await record(scope, actor, {
      type: 'agreement.announced',
      subject: agencySubject,
      data: { version: number, recipients: contacts.length },
    });
    return contacts.length;
  });
}
