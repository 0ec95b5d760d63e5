import type { Language } from '#lib/language.ts';
import type { KnownMail, Piece } from '#mail/kinds.ts';
import { type OwnTexts, ownTextName } from '#mail/own-texts.ts';
import type { Block } from '#mail/render.tsx';
import { subjectsOf } from './kinds.ts';
import { mailRoomTexts } from './texts.ts';

interface Wanted {
  readonly mail: KnownMail;
  readonly language: Language;
  /** What stands in for delivered sentences. */
  readonly own: OwnTexts;
  readonly baseUrl: string;
  /** The agency's name. */
  readonly agency: string;
}

/** A mail as somebody would get it, about a ticket that does not exist. A gap that is unknown stays as it is. */
export function specimenOf({ mail, language, own, baseUrl, agency }: Wanted): {
  subjects: string[];
  blocks: Block[];
} {
  const say = mailRoomTexts(language) as (key: string) => string;
  const said = (group: 'example' | 'gap_example', name: string): string | null => {
    const text = name === 'agency' ? agency : say(`${group}.${name}`);
    return text === `${group}.${name}` ? null : text;
  };
  const example = (name: string) => said('example', name) ?? '';
  const text = (key: string) =>
    (own[ownTextName(language, `${mail.feature}.${key}`)] ?? mail.written(language, key) ?? '').replace(
      /\{\{(\w+)\}\}/g,
      (gap, name: string) => said('gap_example', name) ?? gap,
    );
  const blocksOf = (piece: Piece): Block[] => {
    if (typeof piece === 'string') return [{ paragraph: text(piece) }];
    if ('either' in piece)
      return piece.either.flatMap((key, at) => [
        ...(at > 0 ? [{ paragraph: say('or') }] : []),
        { paragraph: text(key) },
      ]);
    if ('said' in piece) return [{ paragraph: example(piece.said) }];
    if ('quote' in piece) return [{ quote: example(piece.quote) }];
    if ('facts' in piece)
      return [{ facts: piece.facts.map(([label, name]) => [text(label), example(name)] as const) }];
    return [{ action: text(piece.action), href: baseUrl }];
  };
  return {
    subjects: subjectsOf(mail).map(text),
    blocks: joined(mail.pieces.flatMap(blocksOf)),
  };
}

/** Facts that follow each other are one table. */
function joined(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (last && 'facts' in last && 'facts' in block)
      all[all.length - 1] = { facts: [...last.facts, ...block.facts] };
    else all.push(block);
  }
  return all;
}
