import { sql } from 'kysely';
import type { Scope } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import type { Person } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';

/** The form of a draft: on a ticket, or on none yet. */
export interface Place {
  readonly ticketId: string | null;
  readonly form: string;
}

/** What somebody began to write and did not send. */
export interface Draft {
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: Date;
}

const keptFor = 60 * 24 * 60 * 60 * 1000;
/** The texts of a form, with room for their names. */
const largest = 400_000;
/** What belongs to one drawing of a form, not to what was written in it. */
const passing = new Set([
  'once',
  'form_token',
  'seen',
  'kept',
  'files',
  'next',
  'preview',
  'delivered',
  'with',
  'result',
]);

/** Keeps what stands in a form; a form in which nothing is written any more has no draft. */
export async function keepDraft(
  scope: Scope,
  person: Person,
  place: Place,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { written, once, ...given } = values;
  if (!written) return forgetDraft(scope, person, place);
  const fields = Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => /^\w{1,40}$/.test(name) && !passing.has(name))
      .map(([name, value]) => [name, value.toWellFormed().replaceAll('\u0000', '')]),
  );
  const text = JSON.stringify(fields);
  if (text.length > largest) throw new Invalid({ form: 'too_long' });
  // what comes late, after the form itself, would bring back what was sent
  if (once && (await wasSent(scope, person, once))) return;
  const row = { fields: text, at: scope.now() };
  await scope.db
    .insertInto('drafts')
    .values({ person_id: person.id, ticket_id: place.ticketId, form: place.form, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'ticket_id', 'form']).doUpdateSet(row))
    .execute();
}

const wasSent = async ({ db }: Scope, person: Person, once: string) =>
  (await db
    .selectFrom('submissions')
    .select('id')
    .where('person_id', '=', person.id)
    .where(sql<string>`id::text`, '=', once)
    .executeTakeFirst()) !== undefined;

/** Forgets a draft: it was sent, or thrown away. */
export async function forgetDraft(scope: Scope, person: Person, { ticketId, form }: Place): Promise<void> {
  await scope.db
    .deleteFrom('drafts')
    .where('person_id', '=', person.id)
    .where('ticket_id', ticketId ? '=' : 'is', ticketId)
    .where('form', '=', form)
    .execute();
}

/** A person's own drafts on a ticket, or on none, by the name of the form. Nobody reads another's. */
export async function draftsOf(
  scope: Pick<Scope, 'db'>,
  person: Person,
  ticketId: string | null,
): Promise<ReadonlyMap<string, Draft>> {
  const rows = await draftsAt(scope.db, person.id, ticketId);
  return new Map(rows.map(({ form, fields, at }) => [form, { form, at, fields: fields as Draft['fields'] }]));
}

const draftsAt = statement((db, personId: string, ticketId: string | null) =>
  db
    .selectFrom('drafts')
    .where('person_id', '=', personId)
    .where(sql<boolean>`ticket_id is not distinct from ${ticketId}::uuid`)
    .select(['form', 'fields', 'at']),
);

/** Forgets drafts that nobody went on with for 60 days. */
export async function forgetOldDrafts({ db, now }: Scope): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('at', '<', new Date(now().getTime() - keptFor))
    .execute();
}
