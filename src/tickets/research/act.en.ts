import type { Translated } from '#ui/texts.ts';
import type nl from './act.nl.ts';

export default {
  ask: {
    title: 'Ask consent for research',
    again_title: 'Change the question',
    intro:
      'The client chooses: research for this amount, or dropping. The solution time stands still until then.',
    explanation: 'Explanation for the client',
    explanation_hint: 'Why can this not be solved directly, and what will you research?',
    fee: 'Amount in euros, excluding VAT',
    fee_hint: 'In the agreement: {{fee}}. Less is possible, more is not.',
    do: 'Ask consent for research',
    again_do: 'Ask again',
    done: 'The client can choose now. The solution time waits.',
  },
  retract: {
    title: 'Take the question back',
    do: 'Take the question back',
    done: 'The question has been taken back. The solution time runs again.',
  },
  start: {
    title: 'Research',
    again_title: 'Go on researching',
    intro_paid: 'The client agreed to {{fee}}. The time runs as soon as you begin.',
    intro_free: 'This costs the client nothing. The time runs as soon as you begin.',
    do: 'Start research',
    again_do: 'Go on researching',
    done: 'The research is running.',
  },
  pause: {
    title: 'Pause the research',
    do: 'Pause research',
    done: 'The research rests. The minutes have been kept.',
  },
  conclude: {
    title: 'Conclude the research',
    found: 'What did you find?',
    found_hint: 'The client reads this.',
    at_hand: 'The solution is at hand',
    at_hand_hint: 'It is carried out at no further cost.',
    not_at_hand: 'More work needed: quote',
    done: 'The research has been concluded. The client receives what you found by e-mail.',
  },
  correct: {
    title: 'Correct the minutes',
    stretch: 'Which stretch of work?',
    minutes: 'Minutes',
    reason_hint: 'Only colleagues read this reason.',
    do: 'Correct the minutes',
    done: 'The minutes have been corrected.',
  },
  credit: {
    title: 'We were the cause',
    intro:
      'The amount of {{fee}} for the research is given back, and the ticket costs the client nothing further.',
    do: 'We were the cause: give it back',
    done: 'The amount has been given back. The client receives the reason by e-mail.',
  },
} satisfies Translated<typeof nl>;
