import type { Translated } from '#ui/texts.ts';
import type nl from './nl.ts';

export default {
  page: 'Page {{page}} of {{pages}}',
} satisfies Translated<typeof nl>;
