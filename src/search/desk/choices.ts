import type { Staff } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';
import type { TicketRow } from '#tickets/queries.ts';
import { ticketTexts } from '#tickets/texts.ts';
import { isEnded } from '#tickets/ticket.ts';
import { uiTexts } from '#ui/ui.ts';
import type { Results } from '../search.ts';
import { searchTexts } from '../texts.ts';

/** One thing that the palette offers: a page to go to, or a key of the present page to press. */
export interface PaletteChoice {
  readonly label: string;
  readonly detail?: string;
  readonly href?: string;
  readonly key?: string;
}

interface Typed {
  readonly typed: string;
  readonly language: Language;
}

const fits =
  ({ typed }: Typed) =>
  ({ label }: PaletteChoice) =>
    typed
      .toLowerCase()
      .split(' ')
      .every((word) => label.toLowerCase().includes(word));

/** What can be done with a ticket in its present state, by the keys of its page. */
export function actsOn(
  ticket: Pick<TicketRow, 'state' | 'resumes_as' | 'assignee_id'>,
  me: Staff,
  asked: Typed,
): PaletteChoice[] {
  const say = searchTexts(asked.language);
  const isNew = ticket.state === 'reported' || ticket.resumes_as === 'reported';
  return [
    ...(isNew ? [{ label: say('palette.pick_up'), key: 'p' }] : []),
    { label: say('palette.reply'), key: 'r' },
    { label: say('palette.note'), key: 'n' },
    ...(!isEnded(ticket) && ticket.assignee_id !== me.id ? [{ label: say('palette.assign'), key: 'a' }] : []),
  ].filter(fits(asked));
}

/** The pages of the desk. */
export function pagesFor(me: Staff, asked: Typed): PaletteChoice[] {
  const [say, ui] = [searchTexts(asked.language), uiTexts(asked.language)];
  return [
    { label: ui('nav.queue'), href: '/desk' },
    { label: say('palette.mine'), href: '/desk?assignee=me' },
    { label: ui('nav.report_by_phone'), href: '/desk/report' },
    { label: ui('nav.organisations'), href: '/desk/organisations' },
    { label: ui('nav.people'), href: '/desk/people' },
    { label: ui('nav.mail'), href: '/desk/mail' },
    { label: say('palette.saved_views'), href: '/desk/views' },
    ...(me.role === 'manager' ? [{ label: ui('nav.settings'), href: '/desk/settings' }] : []),
    { label: ui('nav.profile'), href: '/profile' },
    { label: say('palette.keys'), href: '/desk/keys' },
  ].filter(fits(asked));
}

/** The tickets that were found, in a line each. */
export const ticketChoices = ({ tickets }: Results, language: Language): PaletteChoice[] =>
  tickets.map(({ id, number, subject, organisation, state }) => ({
    label: `${number} ${subject}`,
    detail: `${ticketTexts(language)(`state.${state}`)} · ${organisation}`,
    href: `/desk/tickets/${id}`,
  }));
