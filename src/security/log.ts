import { sql } from 'kysely';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { Staff } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { mayReadLog } from './policy.ts';

/** What the log can be narrowed to. */
export const kinds = ['people', 'sign_in', 'settings', 'clients', 'money', 'tokens', 'mail'] as const;
export type LogKind = (typeof kinds)[number];

const subjectsOf: Record<LogKind, readonly string[]> = {
  people: ['person'],
  sign_in: ['sign_in'],
  settings: ['agency'],
  clients: ['organisation', 'site'],
  money: ['charge', 'quote', 'invoice'],
  tokens: ['token'],
  mail: ['mail'],
};

export interface LogFilter {
  readonly kind?: LogKind | undefined;
  /** Who did it, or to whom it was done. */
  readonly person?: string | undefined;
  /** Only what happened before this event. */
  readonly before?: number | undefined;
}

const shownAtOnce = 50;

/** Who did what to people, settings, rights and tokens, the latest first: everything but tickets. */
export async function readLog(db: Db, actor: Staff, { kind, person, before }: LogFilter) {
  if (!mayReadLog(actor)) throw new NotFound();
  let query = db
    .selectFrom('events as event')
    .leftJoin('people as actor', 'actor.id', 'event.actor_id')
    .leftJoin('people as person', 'person.id', 'event.subject_id')
    .leftJoin('organisations as organisation', 'organisation.id', 'event.subject_id')
    .leftJoin('sites as site', 'site.id', 'event.subject_id')
    .leftJoin('quotes as quote', 'quote.id', 'event.subject_id')
    .leftJoin('charges as charge', 'charge.id', 'event.subject_id')
    .leftJoin('invoices as invoice', 'invoice.id', 'event.subject_id')
    .leftJoin('organisations as client', (join) =>
      join.on((eb) =>
        eb(
          'client.id',
          '=',
          eb.fn.coalesce('quote.organisation_id', 'charge.organisation_id', 'invoice.organisation_id'),
        ),
      ),
    )
    .select([
      'event.id',
      'event.at',
      'event.type',
      'event.subject_type as subjectType',
      'event.subject_id as subjectId',
      'event.data',
      'actor.name as actor',
      'client.name as client',
      sql<string | null>`coalesce(person.name, organisation.name, site.name,
        quote.title, charge.description, invoice.number)`.as('subject'),
    ])
    .where('event.subject_type', '!=', 'ticket')
    .orderBy('event.id', 'desc')
    .limit(oneMore(shownAtOnce));
  if (kind) query = query.where('event.subject_type', 'in', subjectsOf[kind]);
  if (person)
    query = query.where((eb) =>
      eb.or([eb('event.actor_id', '=', person), eb('event.subject_id', '=', person)]),
    );
  if (before) query = query.where('event.id', '<', before);
  const rows = await query.execute();
  const more = rows.length > shownAtOnce;
  return { rows: rows.slice(0, shownAtOnce), next: more ? rows[shownAtOnce - 1]!.id : null };
}

export type LogRow = Awaited<ReturnType<typeof readLog>>['rows'][number];
