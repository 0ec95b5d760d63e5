import type { Agreement } from '#agreement/agreement.ts';
import type { OfficeCalendar } from '#agreement/calendar.ts';
import {
  type ClockEvent,
  type Clocks,
  clocksOf,
  decisionMoments,
  momentAtPercent,
  silenceMoments,
} from '#agreement/clocks.ts';
import { isEnded, isWithClient, lastAskedAt, type Ticket } from './ticket.ts';

export interface ClockContext {
  readonly calendar: OfficeCalendar;
  /** The version under which the ticket was reported. */
  readonly agreement: Agreement;
  readonly now: Date;
}

const inputOf = (events: readonly ClockEvent[], { calendar, agreement, now }: ClockContext) => ({
  calendar,
  targets: agreement.targets,
  workingDayMinutes: agreement.calendar.workingDayMinutes,
  events: [...events],
  // the clocks of two nodes differ a little: no event lies in this one's future
  now: Math.max(now.getTime(), ...events.map(({ at }) => at)),
});

/** Both clocks of a ticket as they stand at `now`, or stood when it ended, from its events alone. */
export const clocksAt = (ticket: Pick<Ticket, 'clock_events' | 'closed_at'>, context: ClockContext): Clocks =>
  clocksOf(inputOf(ticket.clock_events, { ...context, now: ticket.closed_at ?? context.now }));

/** The columns of a ticket that follow from its clocks, for lists that sort by them. */
export function clockColumns(ticket: Pick<Ticket, 'state'>, clocks: Clocks) {
  const { response, solution } = clocks;
  const next = response.met === null ? Math.min(response.due, solution.due) : solution.due;
  const running = !isEnded(ticket) && !isWithClient(ticket);
  return {
    response_due: new Date(response.due),
    response_met_at: response.met === null ? null : new Date(response.met),
    solution_due: new Date(solution.due),
    solution_met_at: solution.met === null ? null : new Date(solution.met),
    next_due_at: running ? new Date(next) : null,
  };
}

export interface Timer {
  /** `response.75`, `solution.100`, `reminder.1`, `silence`, `decision.1`, `lapse`, `research`. */
  readonly kind: string;
  readonly at: Date;
  /** What the timer is about: once given for this moment, it is not given again. */
  readonly about: Date;
}

/**
 * What will happen to a ticket by itself if nobody does anything: warnings at parts of the targets while a
 * clock runs, reminders and the end by silence while it waits for sign-off or for a decision about research
 * (agreement §4, «Silence»).
 */
export function timersOf(
  ticket: Pick<Ticket, 'state' | 'waiting_for' | 'delivered_at' | 'closed_at' | 'clock_events'>,
  context: ClockContext,
): Timer[] {
  if (isEnded(ticket)) return [];
  if (ticket.state === 'sign_off' && ticket.delivered_at) return silence(ticket.delivered_at, context);
  if (ticket.waiting_for === 'decision') return undecided(ticket, context);
  if (isWithClient(ticket)) return [];
  const clocks = clocksAt(ticket, context);
  return (['response', 'solution'] as const).flatMap((clock) =>
    context.agreement.warnAtPercent.flatMap((percent) => {
      const at = momentAtPercent(inputOf(ticket.clock_events, context), clock, percent);
      return at === null
        ? []
        : [{ kind: `${clock}.${percent}`, at: new Date(at), about: new Date(clocks[clock].due) }];
    }),
  );
}

function silence(deliveredAt: Date, { agreement, calendar }: ClockContext): Timer[] {
  const moments = silenceMoments(agreement, calendar, deliveredAt.getTime());
  return [
    ...moments.reminders.map((at, index) => ({
      kind: `reminder.${index + 1}`,
      at: new Date(at),
      about: deliveredAt,
    })),
    { kind: 'silence', at: new Date(moments.signOff), about: deliveredAt },
  ];
}

function undecided(ticket: Pick<Ticket, 'clock_events'>, { agreement, calendar }: ClockContext): Timer[] {
  const about = lastAskedAt(ticket);
  if (!about) return [];
  const moments = decisionMoments(agreement, calendar, about.getTime());
  return [
    ...moments.reminders.map((at, index) => ({ kind: `decision.${index + 1}`, at: new Date(at), about })),
    { kind: 'lapse', at: new Date(moments.drop), about },
  ];
}
