import type { KnownMail } from '#mail/kinds.ts';
import type { OwnTexts } from '#mail/own-texts.ts';
import { problemOf } from './gaps.ts';
import { wordingsOf } from './mail-texts.ts';

/**
 * Whether the agency changed a mail, and whether a text of its own no longer fits the sentence that it stands in
 * for, since an update gave that other gaps; null for a mail as it was delivered.
 */
export function standingOf(mail: KnownMail, own: OwnTexts): 'changed' | 'misfit' | null {
  const changed = wordingsOf(mail).filter(({ field }) => own[field] !== undefined);
  if (changed.length === 0) return null;
  return changed.some(({ field, delivered }) => problemOf(delivered, own[field]!)) ? 'misfit' : 'changed';
}
