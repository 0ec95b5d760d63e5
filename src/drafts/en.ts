import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  restored: 'Draft of {{moment}} put back.',
  discard: 'Throw the draft away',
  discarded: 'The draft has been thrown away.',
  saved: 'Draft kept',
} satisfies Translated<typeof nl>;
