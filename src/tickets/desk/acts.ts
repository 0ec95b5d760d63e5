import type { TicketRow } from '../queries.ts';
import { isEnded } from '../ticket.ts';

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
] as const;
export type ActName = (typeof actNames)[number];

type Standing = Pick<TicketRow, 'state' | 'resumes_as' | 'waiting_for' | 'tested_at' | 'expected_at'>;

/** The next sensible act of the present state; null where the client is to act, or nobody. */
export function nextAct(ticket: Standing, mayReopen: boolean): ActName | null {
  switch (ticket.state) {
    case 'reported':
      return 'pick-up';
    case 'picked_up':
      return 'hand-over';
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
export function otherActs(ticket: Standing): ActName[] {
  if (isEnded(ticket)) return [];
  const acts: ActName[] = [];
  if (ticket.state === 'waiting' && ticket.resumes_as === 'reported') acts.push('pick-up');
  if (ticket.state === 'reported' || ticket.state === 'picked_up') acts.push('answer');
  if (ticket.expected_at) acts.push('expected-moment');
  return [...acts, 'priority', 'drop'];
}
