import type { TicketRow } from '../queries.ts';
import { isEnded } from '../ticket.ts';
import { nextOfResearch, otherResearch, type ResearchStanding } from './research-acts.ts';

/** What can be done with a ticket at the desk; each is a resource below its address. */
export const actNames = [
  'pick-up',
  'hand-over',
  'test-results',
  'release',
  'answers',
  'reopening',
  'answer',
  'replies',
  'questions',
  'notes',
  'assignee',
  'expected-moment',
  'priority',
  'drop',
  'watchers',
  'findings',
  'overruling',
  'research-question',
  'research-retraction',
  'research',
  'research-pause',
  'research-conclusion',
  'research-minutes',
  'research-credit',
] as const;
export type ActName = (typeof actNames)[number];

type Standing = Pick<
  TicketRow,
  'state' | 'resumes_as' | 'waiting_for' | 'tested_at' | 'expected_at' | 'at_hand'
>;

/** The next sensible act of the present state; null where the client is to act, or nobody. */
export function nextAct(ticket: Standing, mayReopen: boolean, research: ResearchStanding): ActName | null {
  switch (ticket.state) {
    case 'reported':
      return 'pick-up';
    case 'picked_up':
      return nextOfResearch(ticket, research) ?? 'hand-over';
    case 'testing':
      return ticket.tested_at ? 'release' : 'test-results';
    case 'waiting':
      return ticket.waiting_for === 'question' ? 'answers' : null;
    case 'sign_off':
      return null;
    default:
      return mayReopen ? 'reopening' : null;
  }
}

/** What can be written in the present state. */
export const writingActs = (ticket: Standing): ActName[] =>
  ['reported', 'picked_up', 'testing'].includes(ticket.state)
    ? ['replies', 'questions', 'notes']
    : ['replies', 'notes'];

/** What else can be done in the present state, beside the next act and writing. */
export function otherActs(ticket: Standing, research: ResearchStanding): ActName[] {
  const acts: ActName[] = otherResearch(ticket, research);
  if (isEnded(ticket)) return acts;
  if (ticket.state === 'picked_up' && nextOfResearch(ticket, research)) acts.push('hand-over');
  if (ticket.state === 'waiting' && ticket.resumes_as === 'reported') acts.push('pick-up');
  if (ticket.state === 'reported' || ticket.state === 'picked_up') acts.push('answer');
  if (ticket.expected_at) acts.push('expected-moment');
  return [...acts, 'priority', 'drop'];
}
