import { endSessionsOf } from '#auth/passwords.ts';
import type { SignedIn } from '#auth/session.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import { type Person, program } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { newToken, tokenHash } from '#lib/token.ts';
import { endOtherSessions } from '#security/security.ts';
import { postAddressLink, postAddressNotice, postAddressTaken } from './address-mail.ts';
import { endInvitations } from './invitations.ts';
import { lock } from './rows.ts';

/** How long the link that went to a new address works, in hours. */
const confirmHours = 24;
/** How long whoever reads the old address can stop a change, also once it was made, in days. */
const stopDays = 7;
const hour = 60 * 60_000;

const subjectOf = (id: string) => ({ type: 'person', id }) as const;

/**
 * Asks for another address of one's own: a link goes to it, and word of it to the present one with a way to
 * stop it. Where the address is somebody's already, that one is told instead; whoever asked learns nothing.
 * @throws {Invalid} when it is their address already
 */
export async function askAddress(scope: Scope, actor: Person, email: string): Promise<void> {
  await inTransaction(scope, async (scope) => {
    const person = await lock(scope, actor.id);
    if (person.email.toLowerCase() === email) throw new Invalid({ email: 'address_same' });
    await endWaiting(scope, actor.id);
    const [confirm, stop, now] = [newToken(), newToken(), scope.now()];
    const expiresAt = new Date(now.getTime() + confirmHours * hour);
    const stoppableUntil = new Date(now.getTime() + stopDays * 24 * hour);
    await scope.db
      .insertInto('email_changes')
      .values({
        id: scope.newId(),
        person_id: actor.id,
        old_email: person.email,
        email,
        confirm_hash: tokenHash(confirm),
        stop_hash: tokenHash(stop),
        created_at: now,
        expires_at: expiresAt,
        stoppable_until: stoppableUntil,
      })
      .execute();
    const other = await ownerOf(scope, email);
    if (other) await postAddressTaken(scope, other);
    else await postAddressLink(scope, { ...person, email }, { token: confirm, until: expiresAt });
    await postAddressNotice(scope, person, { address: email, token: stop, until: stoppableUntil });
    await record(scope, actor, {
      type: 'person.address_asked',
      subject: subjectOf(actor.id),
      data: { address: email },
    });
  });
}

/** A change whose link was not opened yet, while it can be. */
export const waitingAddress = ({ db, now }: Pick<Scope, 'db' | 'now'>, personId: string) =>
  db
    .selectFrom('email_changes')
    .select(['email', 'created_at as at', 'expires_at as until'])
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now())
    .executeTakeFirst();

/** Asks for no other address after all. */
export async function withdrawAddress(scope: Scope, actor: Person): Promise<void> {
  await inTransaction(scope, async (scope) => {
    await lock(scope, actor.id);
    if (!(await endWaiting(scope, actor.id))) return;
    await record(scope, actor, { type: 'person.address_withdrawn', subject: subjectOf(actor.id) });
  });
}

/** What a link that went to a new address would change; null when it is nobody's own, `open` while it can be used. */
export async function findAddress({ db, now }: Scope, actor: Person, token: string) {
  const row = await db
    .selectFrom('email_changes')
    .select(['email', 'confirmed_at', 'ended_at', 'expires_at'])
    .where('confirm_hash', '=', tokenHash(token))
    .where('person_id', '=', actor.id)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { email: row.email, open: !row.confirmed_at && !row.ended_at && row.expires_at > now() };
}

/**
 * Makes the address that a link went to one's own, once. It takes the link and the session of the very person, so
 * that a typing error gives nobody an account. Sessions elsewhere and open invitations end.
 */
export async function confirmAddress(
  scope: Scope,
  signedIn: SignedIn,
  token: string,
): Promise<'changed' | 'ended' | 'taken'> {
  const { person: actor } = signedIn;
  return inTransaction(scope, async (scope) => {
    const person = await lock(scope, actor.id);
    const { email, open } = await findAddress(scope, actor, token);
    if (!open) return 'ended';
    if (await ownerOf(scope, email)) return 'taken';
    const at = scope.now();
    await scope.db
      .updateTable('email_changes')
      .set({ confirmed_at: at })
      .where('confirm_hash', '=', tokenHash(token))
      .execute();
    await move(scope, actor.id, email);
    await endInvitations(scope, actor.id);
    await endOtherSessions(scope, signedIn);
    const data = { address: email, before: person.email };
    await record(scope, actor, { type: 'person.address_changed', subject: subjectOf(actor.id), data });
    return 'changed';
  });
}

/** Whose address a link of the old address would keep; `open` while it does. */
export async function findStop({ db, now }: Scope, token: string) {
  const row = await db
    .selectFrom('email_changes')
    .select(['id', 'person_id', 'old_email', 'created_at', 'confirmed_at', 'ended_at', 'stoppable_until'])
    .where('stop_hash', '=', tokenHash(token))
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { ...row, open: !row.ended_at && row.stoppable_until > now() };
}

/**
 * Stops a change from the old address, and brings that back where the change was made already, with all changes
 * after it. Somebody else was at work, so every session and the password end.
 */
export async function stopAddress(scope: Scope, token: string): Promise<'stopped' | 'ended' | 'taken'> {
  const { person_id: id } = await findStop(scope, token);
  return inTransaction(scope, async (scope) => {
    const person = await lock(scope, id);
    const { open, old_email, confirmed_at, created_at } = await findStop(scope, token);
    if (!open) return 'ended';
    await scope.db
      .updateTable('email_changes')
      .set({ ended_at: scope.now() })
      .where('person_id', '=', id)
      .where('created_at', '>=', created_at)
      .where('ended_at', 'is', null)
      .execute();
    await endSessionsOf(scope.db, id);
    await endInvitations(scope, id);
    await scope.db
      .deleteFrom('auth_accounts')
      .where('provider_id', '=', 'credential')
      .where('account_id', '=', id)
      .execute();
    const owner = confirmed_at ? await ownerOf(scope, old_email) : null;
    const taken = owner !== null && owner.id !== id;
    if (confirmed_at && !taken) await move(scope, id, old_email);
    const data = { address: taken ? person.email : old_email };
    await record(scope, program, { type: 'person.address_stopped', subject: subjectOf(id), data });
    return taken ? 'taken' : 'stopped';
  });
}

/** Ends what waits for its link; the way back from what was changed stays. Answers whether anything waited. */
async function endWaiting({ db, now }: Scope, personId: string): Promise<boolean> {
  const ended = await db
    .updateTable('email_changes')
    .set({ ended_at: now() })
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

async function ownerOf({ db }: Scope, email: string) {
  const row = await db
    .selectFrom('people')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', email)
    .executeTakeFirst();
  return row ?? null;
}

const move = ({ db, now }: Scope, id: string, email: string) =>
  db
    .updateTable('people')
    .set({ email, email_verified: true, updated_at: now() })
    .where('id', '=', id)
    .execute();
