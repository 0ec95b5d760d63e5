import type { Translated } from '#ui/texts.ts';
import type nl from './portal.nl.ts';

export default {} satisfies Translated<typeof nl>;
