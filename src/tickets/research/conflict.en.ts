import type { Translated } from '#ui/texts.ts';
import type nl from './conflict.nl.ts';

export default {
  waits_already: 'This ticket is with the client already. Nothing more can be asked.',
  research_agreed_already: 'The client already agreed to research. You can begin.',
  no_research_to_ask:
    'There is nothing to ask for this ticket: first record that it cannot be solved directly and that nothing covers it.',
  not_deciding: 'There is nothing to choose now: the question was taken back or has been answered.',
  decision_changed:
    'The question has changed meanwhile. Read what it says now and choose again; nothing has been agreed yet.',
  may_not_agree: 'You cannot agree to costs. Nothing has been agreed.',
  research_by_people: 'Only people research: a program has no hours.',
  research_concluded: 'The research into this ticket has already been concluded.',
  judge_first: 'First judge whether this can be solved directly.',
  research_not_agreed: 'The client has not agreed to research yet. Ask that first.',
  research_runs: 'You are researching already.',
  research_elsewhere: 'You are researching ticket {{number}} now. Pause that first.',
  research_rests: 'Your research into this ticket is not running.',
  research_not_begun: 'Nothing has been researched yet. Begin first.',
  nothing_to_credit: 'No amount was agreed for this ticket that could be given back.',
} satisfies Translated<typeof nl>;
