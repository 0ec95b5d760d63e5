import type { Translated } from '#ui/texts.ts';
import type nl from './desk.nl.ts';

export default {} satisfies Translated<typeof nl>;
