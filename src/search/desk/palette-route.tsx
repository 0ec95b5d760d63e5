import type { Hono } from 'hono';
import { allow, type Env, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { findTicket } from '#tickets/queries.ts';
import { oneLine } from '../marking.ts';
import { typedIn } from '../schema.ts';
import { search } from '../search.ts';
import { actsOn, pagesFor, ticketChoices } from './choices.ts';
import { PaletteList } from './palette.tsx';

const mostTickets = 8;
const mostTyped = 200;

/** `GET /desk/palette`: what the palette offers for what was typed so far, as a part of a page. */
export function paletteRoute(app: Hono<Env>): void {
  app.get('/desk/palette', allow('staff'), async (c) => {
    const { scope, page } = c.var;
    const me = staffOf(c);
    const typed = oneLine(typedIn(c).slice(0, mostTyped).toWellFormed());
    const ticket = await ticketOf(c);
    const results =
      typed.length > 1 ? await search(scope.db, me, scope.now(), { typed, pageSize: mostTickets }) : null;
    return c.html(
      <PaletteList
        page={page}
        typed={typed}
        acts={ticket ? actsOn(ticket, me, { typed, language: page.language }) : []}
        pages={pagesFor(me, { typed, language: page.language })}
        tickets={results ? ticketChoices(results, page.language) : []}
        names={results?.names ?? []}
        namesFirst={!['number', 'subject'].includes(results?.tickets[0]?.place ?? '')}
      />,
    );
  });
}

/** The ticket on whose page the palette is open. */
async function ticketOf(c: Web) {
  const id = /^\/desk\/tickets\/([^/]+)/.exec(c.req.query('page') ?? '')?.[1];
  if (!id) return null;
  return findTicket(c.var.scope.db, staffOf(c), id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}
