import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  greeting: 'Dear {{name}},',
  closing: 'Kind regards,\n{{agency}}',
} satisfies Translated<typeof nl>;
