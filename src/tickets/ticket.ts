import type { Selectable } from 'kysely';
import type { ClockEvent } from '#agreement/clocks.ts';
import type { TicketState, Tickets } from '#db/types.ts';

/** A row of `tickets`, with its clock events as what they are. */
export type Ticket = Omit<Selectable<Tickets>, 'clock_events' | 'warned'> & {
  readonly clock_events: readonly ClockEvent[];
  /** The warnings and reminders given so far: for each kind the moment that it was about. */
  readonly warned: Readonly<Record<string, string>>;
};

export type { TicketState };

export const endedStates: readonly TicketState[] = ['signed_off', 'dropped'];
export const openStates: readonly TicketState[] = ['reported', 'picked_up', 'testing', 'waiting', 'sign_off'];

export const isEnded = (ticket: Pick<Ticket, 'state'>): boolean => endedStates.includes(ticket.state);

/** Whether the client is the one to act: to answer, or to test and sign off. */
export const isWithClient = (ticket: Pick<Ticket, 'state'>): boolean =>
  ticket.state === 'waiting' || ticket.state === 'sign_off';

/** The key of what a ticket's state is called: a decision about costs has a name of its own. */
export const stateKey = ({ state, waiting_for }: Pick<Ticket, 'state' | 'waiting_for'>) =>
  waiting_for === 'decision' || waiting_for === 'quote' ? (`waiting_${waiting_for}` as const) : state;

/** Since when a ticket waits; asked anew without a pause between, since it was asked first. Null when it does not. */
export function waitingSince({ clock_events, state }: Pick<Ticket, 'clock_events' | 'state'>): Date | null {
  if (state !== 'waiting') return null;
  const waits = clock_events.filter(({ type }) => type === 'wait_started' || type === 'wait_ended');
  let since: number | null = null;
  for (const { type, at } of waits.toReversed()) {
    if (type === 'wait_ended' && at !== since) break;
    since = at;
  }
  return since === null ? null : new Date(since);
}

/** When the client was last asked what the ticket waits for. */
export const lastAskedAt = ({ clock_events }: Pick<Ticket, 'clock_events'>): Date | null => {
  const asked = clock_events.findLast(({ type }) => type === 'wait_started');
  return asked ? new Date(asked.at) : null;
};

/** The steps that a ticket takes, as both faces show them. */
export const steps = ['reported', 'picked_up', 'testing', 'sign_off', 'signed_off'] as const;

/** The name of a ticket's conversation in mails. */
export const threadOf = (ticketId: string): string => `ticket-${ticketId}`;
