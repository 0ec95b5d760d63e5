import en from './en.ts';
import nl from './nl.ts';
import { catalogue, type Key } from './texts.ts';

/** The sentences that all pages share. */
export const uiTexts = catalogue(nl, en);

/** A key of the sentences that say at a field what to do. */
export type FieldError = Key<(typeof nl)['error']>;
