import { randomInt, timingSafeEqual } from 'node:crypto';
import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Actor, Contact } from '#lib/actor.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { tokenHash } from '#lib/token.ts';
import { tidyTicks, totalsWith } from './amounts.ts';
import { sendCode } from './mail.ts';
import { canDecide } from './policy.ts';
import { lockQuote, mustBeAcceptable, type Quote } from './quote.ts';

/** How long a code holds, in minutes. */
export const codeMinutes = 10;
/** Tries for each code, and codes for each person in an hour. */
const triesPerCode = 5;
const codesPerHour = 6;

interface Agreeing {
  readonly ticks: readonly number[];
  readonly name: string;
  readonly role: string;
}

/**
 * Mails a code of six digits to whoever is about to accept, for this version with these ticks. It holds ten minutes
 * and takes the place of any before it.
 */
export function requestCode(scope: Scope, actor: Actor, quoteId: string, input: Agreeing): Promise<void> {
  return inTransaction(scope, async (scope) => {
    const quote = await lockQuote(scope, actor, quoteId);
    const person = await deciderOf(scope, actor, quote);
    mustBeAcceptable(quote, scope.now());
    const ticks = tidyTicks(quote.lines, input.ticks);
    if (totalsWith(quote.lines, ticks).netCents === 0) throw new Invalid({ ticks: 'nothing_ticked' });
    await mustNotBeTooOften(scope, person.id);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const id = scope.newId();
    const now = scope.now();
    await scope.db
      .insertInto('quote_codes')
      .values({
        id,
        quote_id: quoteId,
        person_id: person.id,
        ticks,
        name: input.name,
        role: input.role,
        code_hash: tokenHash(`${id}:${code}`),
        created_at: now,
        expires_at: new Date(now.getTime() + codeMinutes * 60_000),
      })
      .execute();
    await record(scope, actor, {
      type: 'quote.code_sent',
      subject: { type: 'quote', id: quoteId },
      internal: true,
    });
    await sendCode(scope, quote, person.id, code);
  });
}

/** The person who decides; whoever reads it without that right, or lost it since they signed in, is told so. */
export async function deciderOf({ db }: Scope, actor: Actor, quote: Quote): Promise<Contact> {
  const entitled =
    canDecide(actor, quote) &&
    (await db
      .selectFrom('people')
      .select('id')
      .where('id', '=', (actor as Contact).id)
      .where('budget_holder', '=', true)
      .where('organisation_id', '=', quote.organisationId)
      .where('deactivated_at', 'is', null)
      .forShare()
      .executeTakeFirst());
  if (!entitled) throw new Conflict('quote_not_entitled');
  return actor as Contact;
}

/** What somebody is about to accept: the last code that was mailed to them, while it holds and is not used. */
export const pendingCode = ({ db, now }: Pick<Scope, 'db' | 'now'>, quoteId: string, personId: string) =>
  db
    .selectFrom('quote_codes')
    .selectAll()
    .where('quote_id', '=', quoteId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/**
 * Counts a try before the code is looked at, apart from the acceptance, so that a wrong one stays counted. Throws
 * `Invalid` once a code was tried too often.
 */
export async function countTry(scope: Scope, actor: Contact, quoteId: string): Promise<void> {
  const pending = await pendingCode(scope, quoteId, actor.id);
  if (!pending) return;
  const counted = await scope.db
    .updateTable('quote_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', pending.id)
    .where('tries', '<', triesPerCode)
    .executeTakeFirst();
  if (counted.numUpdatedRows === 0n) throw new Invalid({ code: 'code_tried_too_often' });
}

/** Uses somebody's code up, and answers what it was for; throws `Invalid` when it is not the right one. */
export async function takeCode(scope: Scope, quote: Quote, personId: string, code: string) {
  const pending = await pendingCode(scope, quote.id, personId);
  if (!pending) throw new Invalid({ code: 'code_too_late' });
  const [wanted, given] = [pending.code_hash, tokenHash(`${pending.id}:${code}`)].map((each) =>
    Buffer.from(each, 'hex'),
  );
  if (!timingSafeEqual(wanted!, given!)) throw new Invalid({ code: 'code_wrong' });
  await scope.db
    .updateTable('quote_codes')
    .set({ used_at: scope.now() })
    .where('id', '=', pending.id)
    .execute();
  return { ticks: tidyTicks(quote.lines, pending.ticks), name: pending.name, role: pending.role };
}

async function mustNotBeTooOften({ db, now }: Scope, personId: string): Promise<void> {
  const hourAgo = new Date(now().getTime() - 60 * 60_000);
  const { count } = await db
    .selectFrom('quote_codes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('created_at', '>', hourAgo)
    .executeTakeFirstOrThrow();
  if (count >= codesPerHour) throw new Invalid({ form: 'too_many_codes' });
}

/** Forgets codes that hold no longer: the evidence is with the acceptance. */
export async function forgetCodes({ db, now }: Scope): Promise<void> {
  const dayAgo = new Date(now().getTime() - 24 * 60 * 60_000);
  await db.deleteFrom('quote_codes').where('created_at', '<', dayAgo).execute();
}
