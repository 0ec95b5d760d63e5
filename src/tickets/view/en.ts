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
} satisfies Translated<typeof nl>;
