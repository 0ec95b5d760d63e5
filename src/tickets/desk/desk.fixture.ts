import { expect } from 'vitest';
import { type Browser, createWorld, type World } from '../../../test/world.ts';
import type { Ticket } from '../ticket.ts';
import * as tickets from '../tickets.ts';

export const friday = '2026-10-16T09:30:00+02:00';

/** A world on a Friday morning, with what every test of the desk asks of it. */
export async function createDesk() {
  const world = await createWorld({ now: friday });
  const sam = world.as(world.staff.sam);
  const { db } = world.scope;
  return {
    ...world,
    sam,
    dani: world.as(world.staff.dani),
    report: (over: Partial<Parameters<typeof tickets.reportTicket>[2]> = {}) => reportAnew(world, over),
    /** The page at an address, which has to be there. */
    page: async (path: string, browser: Browser = sam) => {
      const answer = await browser.get(path);
      expect(answer.status).toBe(200);
      return answer.text();
    },
    row: (id: string) => db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    events: (id: string) =>
      db.selectFrom('events').selectAll().where('subject_id', '=', id).orderBy('id').execute(),
    messages: (id: string) =>
      db.selectFrom('messages').selectAll().where('ticket_id', '=', id).orderBy('at').execute(),
    mails: (id: string) => db.selectFrom('mails').selectAll().where('ticket_id', '=', id).execute(),
  };
}
export type Desk = Awaited<ReturnType<typeof createDesk>>;

const reportAnew = (world: World, over: Partial<Parameters<typeof tickets.reportTicket>[2]>) =>
  tickets.reportTicket(world.scope, world.contacts.roos, {
    siteId: world.sites.shop,
    subject: 'Afrekenen lukt niet',
    did: 'Ik klikte op betalen.',
    happened: 'Er gebeurde niets.',
    expected: '',
    urgency: 'medium',
    impact: 'medium',
    ...over,
  });

export const pathOf = (ticket: Pick<Ticket, 'id'>, part = ''): string =>
  `/desk/tickets/${ticket.id}${part ? `/${part}` : ''}`;

/** The form of one act as it stands in a page, from its tag to its end. */
export const formIn = (html: string, act: string): string =>
  new RegExp(`<form[^>]*id="${act}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
