import { endSessionsOf, keepPassword } from '#auth/passwords.ts';
import { toPerson } from '#auth/session.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { type Actor, actorId, type Person } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { newToken, tokenHash } from '#lib/token.ts';
import { postInvitation } from './mail.ts';
import { mayManagePeople } from './policy.ts';

/** How long an invitation can be used, in days. */
export const invitationDays = 7;
const day = 24 * 60 * 60_000;

export interface Invitation {
  /** Where it is used; whoever has it comes in as the one invited. */
  readonly link: string;
  readonly mailId: string;
  readonly expiresAt: Date;
}

/** Mails somebody an invitation; those that went before end. */
export async function invitePerson(scope: Scope, actor: Actor, personId: string): Promise<Invitation> {
  if (!mayManagePeople(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    const person = await scope.db
      .selectFrom('people')
      .select(['id', 'name', 'email', 'language', 'kind', 'deactivated_at'])
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirst();
    if (!person || person.deactivated_at) throw new NotFound();
    await endInvitations(scope, personId);
    const token = newToken();
    const at = scope.now();
    const expiresAt = new Date(at.getTime() + invitationDays * day);
    await scope.db
      .insertInto('invitations')
      .values({
        id: scope.newId(),
        person_id: personId,
        token_hash: tokenHash(token),
        created_at: at,
        created_by: actorId(actor),
        expires_at: expiresAt,
      })
      .execute();
    const link = `${scope.baseUrl}/invitation/${token}`;
    const mailId = await postInvitation(scope, person, link, expiresAt);
    await record(scope, actor, { type: 'person.invited', subject: { type: 'person', id: personId } });
    return { link, mailId, expiresAt };
  });
}

/** Ends every invitation of a person that could still be used. */
export async function endInvitations({ db, now }: Scope, personId: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ expires_at: now() })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .execute();
}

/** An invitation by the token of its link: whose it is, and whether it can still be used. */
export async function findInvitation({ db, now }: Scope, token: string) {
  const row = await db
    .selectFrom('invitations as invitation')
    .innerJoin('people as person', 'person.id', 'invitation.person_id')
    .select(['person.name', 'person.email', 'person.kind', 'invitation.used_at', 'invitation.expires_at'])
    .where('invitation.token_hash', '=', tokenHash(token))
    .where('person.deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  const { used_at, expires_at, ...person } = row;
  return { ...person, open: used_at === null && expires_at > now() };
}

/**
 * Uses an invitation, once: its link reached the one invited, so the address is proven. With a password
 * (its hash) earlier sessions end, since somebody who lost control of them may be why it was asked for.
 * Answers the person's id and kind, or null when it has been used or is too old.
 */
export async function acceptInvitation(
  scope: Scope,
  token: string,
  passwordHash: string | null,
): Promise<Pick<Person, 'id' | 'kind'> | null> {
  return inTransaction(scope, async (scope) => {
    const at = scope.now();
    const claimed = await scope.db
      .updateTable('invitations')
      .set({ used_at: at })
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('person_id')
      .executeTakeFirst();
    if (!claimed) return null;
    const person = await scope.db
      .updateTable('people')
      .set({ email_verified: true, updated_at: at })
      .where('id', '=', claimed.person_id)
      .where('deactivated_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!person) throw new NotFound();
    if (passwordHash) {
      await endSessionsOf(scope.db, person.id);
      await keepPassword(scope, person.id, passwordHash);
    }
    const subject = { type: 'person', id: person.id } as const;
    await record(scope, toPerson({ ...person, site_ids: [] }), {
      type: 'person.invitation_accepted',
      subject,
    });
    return person;
  });
}
