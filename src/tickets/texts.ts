import { catalogue } from '#ui/texts.ts';
import en from './en.ts';
import nl from './nl.ts';

export const ticketTexts = catalogue(nl, en, 'tickets');
