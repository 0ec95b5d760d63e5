import type { Db } from '#db/open.ts';
import type { Office } from '#settings/office.ts';
import { clocksAt } from './clock.ts';
import { isWithClient, type Ticket } from './ticket.ts';

/** One deadline of an open ticket that a change of the office's time would move. */
export interface Move {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly clock: 'response' | 'solution';
  readonly from: Date;
  readonly to: Date;
}

/**
 * The deadlines still to be met that would move when the office’s time becomes that of `after`: for whoever looks
 * before they save. Tickets keep the targets of their own version; hours and holidays are those of the day concerned
 * (agreement §4, «Clock of the agreement»). By the tickets’ numbers.
 */
export async function deadlinesMoved(
  db: Db,
  { before, after, now }: { before: Office; after: Office; now: Date },
): Promise<Move[]> {
  const open = await db
    .selectFrom('tickets')
    .select(['id', 'number', 'subject', 'state', 'agreement_version', 'clock_events', 'closed_at'])
    .where('closed_at', 'is', null)
    .orderBy('number')
    .execute();
  return open.flatMap((row) => {
    const ticket = row as unknown as Ticket;
    // while the client is to act, nothing is promised for a moment
    if (isWithClient(ticket)) return [];
    const agreement = before.agreement(ticket.agreement_version);
    const clocks = ({ calendar }: Office) => clocksAt(ticket, { calendar, agreement, now });
    const [was, is] = [clocks(before), clocks(after)];
    return (['response', 'solution'] as const)
      .filter((clock) => was[clock].met === null && was[clock].due !== is[clock].due)
      .map((clock) => ({
        id: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        clock,
        from: new Date(was[clock].due),
        to: new Date(is[clock].due),
      }));
  });
}
