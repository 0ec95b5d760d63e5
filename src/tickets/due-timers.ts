import type { Scope } from '#db/scope.ts';
import { type ClockContext, type Timer, timersOf } from './clock.ts';
import { researchTimer } from './research/reminder.ts';
import type { Ticket } from './ticket.ts';

/** Everything that will happen to a ticket by itself: by its clocks and waits, and by the research on it. */
export const timersFor = async (scope: Scope, ticket: Ticket, context: ClockContext): Promise<Timer[]> => [
  ...timersOf(ticket, context),
  ...(await researchTimer(scope, ticket, context)),
];
