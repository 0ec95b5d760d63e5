import { catalogue } from '#ui/texts.ts';
import en from './en.ts';
import nl from './nl.ts';

export const quotesTexts = catalogue(nl, en, 'quotes');
