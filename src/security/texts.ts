import { catalogue } from '#ui/texts.ts';
import en from './en.ts';
import logEn from './log.en.ts';
import logNl from './log.nl.ts';
import nl from './nl.ts';

export const securityTexts = catalogue(nl, en, 'security');

/** The sentences of the log. */
export const logTexts = catalogue(logNl, logEn, 'security');
