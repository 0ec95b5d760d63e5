import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Ticket } from '../ticket.ts';

/** What the client was asked to decide about research, and what became of it. */
export interface Ask {
  readonly id: string;
  readonly askedAt: Date;
  readonly askedBy: string | null;
  readonly explanation: string;
  /** In cents without VAT. */
  readonly feeCents: number;
  readonly agreed: Agreed | null;
}

export interface Agreed {
  readonly at: Date;
  /** As they gave it when they agreed. */
  readonly name: string;
  readonly role: string;
  readonly chargeId: string;
  readonly state: 'agreed' | 'done' | 'invoiced' | 'credited' | 'waived';
  readonly endedReason: string | null;
}

const asks = statement((db, ticketId: string) =>
  db
    .selectFrom('research_asks as ask')
    .leftJoin('people as person', 'person.id', 'ask.asked_by')
    .leftJoin('acceptances as acceptance', 'acceptance.id', 'ask.acceptance_id')
    .leftJoin('charges as charge', 'charge.acceptance_id', 'acceptance.id')
    .where('ask.ticket_id', '=', ticketId)
    .select(['ask.id', 'ask.asked_at', 'ask.explanation', 'ask.fee_cents', 'person.name as asked_by'])
    .select(['acceptance.accepted_at', 'acceptance.name', 'acceptance.role'])
    .select(['charge.id as charge_id', 'charge.state', 'charge.ended_reason'])
    .orderBy('ask.asked_at', 'desc')
    .orderBy('ask.id', 'desc'),
);

/** All that a ticket's client was ever asked about research, the latest first. */
export async function asksOf(db: Db, ticketId: string): Promise<Ask[]> {
  const rows = await asks(db, ticketId);
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    explanation: row.explanation,
    feeCents: row.fee_cents,
    agreed: row.charge_id
      ? {
          at: row.accepted_at!,
          name: row.name!,
          role: row.role!,
          chargeId: row.charge_id,
          state: row.state!,
          endedReason: row.ended_reason,
        }
      : null,
  }));
}

/** The question that the client has to decide about now; none unless the ticket waits for it. */
export const openAsk = (ticket: Pick<Ticket, 'waiting_for'>, asks: readonly Ask[]): Ask | null =>
  ticket.waiting_for === 'decision' ? (asks[0] ?? null) : null;

/** The research that the client agreed to and that was not given back since. */
export const agreedAsk = (asks: readonly Ask[]): (Ask & { readonly agreed: Agreed }) | null =>
  asks.find(
    (ask): ask is Ask & { agreed: Agreed } =>
      ask.agreed !== null && ask.agreed.state !== 'credited' && ask.agreed.state !== 'waived',
  ) ?? null;

/** Work on research by one person. */
export interface Stretch {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  /** What counts of it; null while it runs. */
  readonly minutes: number | null;
}

/** The research on a ticket, in the order in which it began. */
export const stretchesOf: (db: Db, ticketId: string) => Promise<Stretch[]> = statement(
  (db, ticketId: string) =>
    db
      .selectFrom('research_stretches as stretch')
      .innerJoin('people as person', 'person.id', 'stretch.person_id')
      .where('stretch.ticket_id', '=', ticketId)
      .select(['stretch.id', 'stretch.person_id as personId', 'person.name as person'])
      .select(['stretch.began_at as beganAt', 'stretch.ended_at as endedAt', 'stretch.minutes'])
      .orderBy('stretch.began_at')
      .orderBy('stretch.id'),
);

/** A span of time in the whole minutes that count of it. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000));

/** The minutes that research took so far, what runs included. */
export const minutesSpent = (stretches: readonly Stretch[], now: Date): number =>
  stretches.reduce((sum, { minutes, beganAt }) => sum + (minutes ?? minutesBetween(beganAt, now)), 0);
