import { z } from 'zod';
import { type CoverageRule, coverageRules, payers } from '#agreement/coverage-rules.ts';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { Staff } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';

/** What the event of a decision by hand holds; older ones lack the verdict. */
const decided = z.object({
  payer: z.enum(payers).nullable().catch(null),
  reason: z.string().catch(''),
  from: z.enum(payers).nullable().catch(null),
  verdict: z
    .object({ payer: z.enum(payers), rule: z.enum(['overruled', ...coverageRules]) })
    .nullable()
    .catch(null),
});

export interface Overruling {
  readonly id: number;
  readonly at: Date;
  readonly who: string | null;
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly site: string;
  readonly organisation: string;
  /** Who would have paid until then, by which rule; null where that was not written down. */
  readonly was: {
    readonly payer: (typeof payers)[number];
    readonly rule: CoverageRule | 'overruled' | null;
  } | null;
  /** Who pays from then on; null is a return to the rules. */
  readonly payer: (typeof payers)[number] | null;
  readonly reason: string;
}

/** Managers alone look over all decisions by hand. */
export const mayReadOverrulings = (actor: Staff): boolean => actor.role === 'manager';

/** Every decision by hand about who pays and every return from one, the latest first; `before` an event's id. */
export async function overrulings(
  db: Db,
  actor: Staff,
  { before, atMost }: { before?: number | undefined; atMost: number },
): Promise<{ rows: Overruling[]; next: number | null }> {
  if (!mayReadOverrulings(actor)) throw new NotFound();
  let query = db
    .selectFrom('events as event')
    .innerJoin('tickets as ticket', 'ticket.id', 'event.subject_id')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .leftJoin('people as actor', 'actor.id', 'event.actor_id')
    .select([
      'event.id',
      'event.at',
      'event.data',
      'actor.name as who',
      'ticket.id as ticketId',
      'ticket.number',
      'ticket.subject',
      'site.name as site',
      'organisation.name as organisation',
    ])
    .where('event.type', 'in', ['overruled', 'overruling_ended'])
    .orderBy('event.id', 'desc')
    .limit(oneMore(atMost));
  if (before) query = query.where('event.id', '<', before);
  const rows = await query.execute();
  return {
    rows: rows.slice(0, atMost).map(({ data, ...row }) => {
      const { verdict, from, payer, reason } = decided.parse(data);
      return { ...row, was: verdict ?? (from ? { payer: from, rule: null } : null), payer, reason };
    }),
    next: rows.length > atMost ? rows[atMost - 1]!.id : null,
  };
}
