import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  steps: 'The steps of this ticket',
  step_testing: 'Being tested',
  step_skipped: 'not needed',
  step_done: 'done',
  step_now: 'now',
  step_next: 'still to come',
  priority: 'Priority',
  files: 'Files',
  download: 'Download:',
  open_image: 'view at full size',
  preview: { do: 'Preview', shown: 'This is how it will read' },
  parts: {
    question: 'Is it about one of these parts?',
    none: 'No, something else',
    such: 'Such a part',
    yours: 'is business-critical for you.',
    theirs: 'is business-critical for this client.',
    how_bad: 'How bad is it?',
    down: 'It is completely down',
    partly: 'It works in part',
    around: 'There is a way around it',
    said: 'Ticked below: urgent “{{urgency}}”, hindrance “{{impact}}”. Is that not right? Simply choose something else there.',
    why: 'In our agreement a business-critical part counts as large hindrance. How urgent it is depends on what still works.',
  },
} satisfies Translated<typeof nl>;
