import { catalogue } from '#ui/texts.ts';
import en from './en.ts';
import nl from './nl.ts';

/** The sentences of the pages about tokens. */
export const apiTexts = catalogue(nl, en);
