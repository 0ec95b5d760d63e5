import type { StoryEntry } from '../story.ts';
import { steps, type Ticket } from '../ticket.ts';

export type StepName = (typeof steps)[number];
export type StepStanding = 'done' | 'now' | 'next' | 'skipped';

export interface StepOnBar {
  readonly name: StepName | 'dropped';
  readonly at: Date | null;
  readonly standing: StepStanding;
}

type Stepping = Pick<
  Ticket,
  'state' | 'resumes_as' | 'reported_at' | 'tested_at' | 'delivered_at' | 'closed_at'
>;

/** When a ticket was picked up, the last time if more than once. */
export const pickedUpAt = (story: readonly Pick<StoryEntry, 'type' | 'at'>[]): Date | null =>
  story.findLast(({ type }) => type === 'picked_up')?.at ?? null;

/**
 * The five steps of a ticket with the moment of each. While it waits for an answer it stands at the step that
 * it goes on from; one that was dropped ends where it was.
 */
export function stepsOf(ticket: Stepping, pickedUp: Date | null): StepOnBar[] {
  const moments: Record<StepName, Date | null> = {
    reported: ticket.reported_at,
    picked_up: pickedUp,
    testing: ticket.tested_at,
    sign_off: ticket.delivered_at,
    signed_off: ticket.closed_at,
  };
  if (ticket.state === 'dropped') {
    const reached = steps.filter((name) => name !== 'signed_off' && moments[name]);
    return [
      ...reached.map((name) => ({ name, at: moments[name], standing: 'done' as const })),
      { name: 'dropped', at: ticket.closed_at, standing: 'now' },
    ];
  }
  const here = steps.indexOf((ticket.state === 'waiting' ? ticket.resumes_as : ticket.state) as StepName);
  return steps.map((name, index) => {
    if (index > here) return { name, at: null, standing: 'next' };
    const at = moments[name];
    if (index === here) return { name, at, standing: ticket.state === 'signed_off' ? 'done' : 'now' };
    return { name, at, standing: at ? 'done' : 'skipped' };
  });
}
