import type { Conflict } from '#lib/errors.ts';
import type { Page } from '#ui/page.ts';
import { sayMoment } from '#ui/time.tsx';
import { ticketTexts } from './texts.ts';

/** Says in words what stands in the way of a step. */
export function conflictSentence(
  conflict: Conflict,
  where: Pick<Page, 'language' | 'timeZone' | 'now'>,
): string {
  const say = ticketTexts(where.language);
  const { state, who, at } = conflict.data;
  if (conflict.reason !== 'moved_on' || !state || !at)
    return say(`conflict.${conflict.reason}` as 'conflict.other', conflict.data);
  const moment = sayMoment(new Date(at), where);
  const fill = { state: say(`state.${state}` as 'state.reported').toLowerCase(), who: who ?? '', moment };
  return who ? say('conflict.moved_on', fill) : say('conflict.moved_on_by_itself', fill);
}
