import { catalogue } from '#ui/texts.ts';
import en from './en.ts';
import nl from './nl.ts';

export const dutyTexts = catalogue(nl, en, 'duty');
