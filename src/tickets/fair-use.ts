import { sql } from 'kysely';
import type { Decision } from '#agreement/coverage.ts';
import type { Db } from '#db/open.ts';
import { quarterOf } from '#lib/quarter.ts';
import type { Office } from '#settings/office.ts';
import type { Ticket } from './ticket.ts';

export interface FairUse {
  /** Tickets about the use of the CMS by this person in the quarter of this one's report, itself included. */
  readonly tickets: number;
  readonly limit: number;
}

/**
 * Whether a trained person asked more about the CMS than fair use allows, for the supporter to see; nothing is
 * charged by itself (agreement §4, «Fair use»). Null while within it, or where no training pays.
 */
export async function beyondFairUse(
  db: Db,
  office: Office,
  ticket: Pick<Ticket, 'reporter_id' | 'reported_at' | 'agreement_version'>,
  { rule }: Pick<Decision, 'rule'>,
): Promise<FairUse | null> {
  if (rule !== 'cms_training') return null;
  const limit = office.agreement(ticket.agreement_version).costs.fairUsePerQuarter;
  const { from, to } = quarterOf(office.calendar.localDate(ticket.reported_at.getTime()));
  const { tickets } = await db
    .selectFrom('tickets')
    .where('reporter_id', '=', ticket.reporter_id)
    .where('kind', '=', 'cms_use')
    .where(
      sql<boolean>`(reported_at at time zone ${office.timeZone})::date between ${from}::date and ${to}::date`,
    )
    .select((eb) => eb.fn.countAll<number>().as('tickets'))
    .executeTakeFirstOrThrow();
  return tickets > limit ? { tickets, limit } : null;
}
