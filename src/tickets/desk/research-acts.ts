import type { NextStep } from '#agreement/coverage-rules.ts';
import type { TicketRow } from '../queries.ts';
import type { ActName } from './acts.ts';

/** How far the research on a ticket is, as far as it decides what can be done. */
export interface ResearchStanding {
  /** What comes next by who pays. */
  readonly next: NextStep;
  /** The client agreed to the fee, and it was not given back. */
  readonly agreed: boolean;
  /** There was work on it. */
  readonly begun: boolean;
  /** Somebody is at it; this reader is. */
  readonly runs: boolean;
  readonly mine: boolean;
}

type Standing = Pick<TicketRow, 'state' | 'waiting_for' | 'at_hand'>;

const mayAsk = ({ at_hand }: Standing, { next, agreed }: ResearchStanding): boolean =>
  next === 'ask_research' && !agreed && at_hand === null;

/** Free by the rules of the plan, or agreed to; a ticket under warranty needs no research to be worked on. */
const isToResearch = ({ at_hand }: Standing, { next, agreed }: ResearchStanding): boolean =>
  at_hand === null && (next === 'research' || (next === 'ask_research' && agreed));

/** What research asks for now, of a ticket that is in hand; null where it asks for nothing. */
export function nextOfResearch(ticket: Standing, research: ResearchStanding): ActName | null {
  if (mayAsk(ticket, research)) return 'research-question';
  if (research.runs && ticket.at_hand === null) return 'research-conclusion';
  return isToResearch(ticket, research) ? 'research' : null;
}

/** What else can be done about research. */
export function otherResearch(ticket: Standing, research: ResearchStanding): ActName[] {
  const { runs, mine, begun, next } = research;
  const inHand = ticket.state === 'picked_up' && ticket.at_hand === null;
  const acts: ActName[] = [];
  if (ticket.waiting_for === 'decision') acts.push('research-question', 'research-retraction');
  if (ticket.state === 'reported' && mayAsk(ticket, research)) acts.push('research-question');
  if (inHand && !mine && (runs || next === 'work')) acts.push('research');
  if (inHand && begun && !runs) acts.push('research-conclusion');
  if (research.agreed) acts.push('research-credit');
  return acts;
}
