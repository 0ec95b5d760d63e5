import type { Language } from '#lib/language.ts';
import type { KnownMail } from '#mail/kinds.ts';
import { type GapProblem, gapsIn, problemOf } from './gaps.ts';
import type nl from './kinds.nl.ts';
import type { Sentence } from './kinds.ts';
import { mailRoomTexts } from './texts.ts';

type Kind = keyof typeof nl;

/** The name of a mail, as people call it. */
export const sayTitle = ({ kind }: KnownMail, language: Language): string =>
  mailRoomTexts(language)(`kind.${kind as Kind}.title`);

/** When it goes out. */
export const sayWhat = ({ kind }: KnownMail, language: Language): string =>
  mailRoomTexts(language)(`kind.${kind as Kind}.what`);

/** Where a sentence stands in its mail; `sentences` are all of that mail. */
export function sayPlace(sentence: Sentence, sentences: readonly Sentence[], language: Language): string {
  const say = mailRoomTexts(language);
  const { place, number, sometimes } = sentence;
  const words = say(`place.${place}`, { number });
  if (!sometimes) return words;
  const beside = sentences.filter((each) => each.place === place && each.number === number);
  const at = beside.findIndex(({ name }) => name === sentence.name) + 1;
  return say('sometimes_numbered', { place: words, at });
}

/** What a gap stands for. */
export const sayGap = (name: string, language: Language): string =>
  mailRoomTexts(language)(`gap.${name as 'moment'}`);

/** Names of gaps as they are typed: `{{fee}}, {{gross}}`. */
const typed = (gaps: readonly string[]) => gaps.map((name) => `{{${name}}}`).join(', ');

const gapProblems: readonly string[] = ['broken_gap', 'unknown_gap', 'missing_gap'] satisfies GapProblem[];

/** The sentence for what is wrong with a text; what is not about its gaps is left to the field. */
export function sayProblem(error: string, delivered: string, text: string, language: Language): string {
  if (!gapProblems.includes(error)) return error;
  const say = mailRoomTexts(language);
  const found = problemOf(delivered, text);
  if (!found) return error;
  if (found.gaps.length === 0) return say('error.broken_gap_none');
  const known = typed(gapsIn(delivered));
  if (found.problem === 'unknown_gap' && !known)
    return say('error.unknown_gap_none', { gaps: typed(found.gaps) });
  return say(`error.${found.problem}`, { gaps: typed(found.gaps), known });
}
