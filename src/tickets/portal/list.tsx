import type { Hono } from 'hono';
import { allow, type Env, goTo, personOf, show, type Web } from '#auth/web.ts';
import type { Contact } from '#lib/actor.ts';
import { MyTickets, type Part } from './list-view.tsx';
import { type PortalFilter, type PortalView, portalCounts, portalPage, portalTickets } from './queries.ts';

/** `/`: a contact's tickets. Colleagues at the agency go to the desk. */
export function listRoutes(app: Hono<Env>): void {
  app.get('/', allow('person'), async (c) => {
    const person = personOf(c);
    if (person.kind === 'staff') return goTo(c, '/desk');
    return show(c, await listPage(c, person));
  });
}

async function listPage(c: Web, contact: Contact) {
  const { scope, page } = c.var;
  const view = (['waiting', 'done'] as const).find((each) => each === c.req.query('view')) ?? 'open';
  const own = contact.role !== 'reporter' && c.req.query('own') !== undefined;
  const before = /^[1-9]\d{0,8}$/.test(c.req.query('before') ?? '')
    ? Number(c.req.query('before'))
    : undefined;
  const part = async (part: PortalFilter['part']): Promise<Part> => {
    const rows = await portalTickets(scope.db, contact, { part, own, before });
    return { rows: rows.slice(0, portalPage), more: rows.length > portalPage };
  };
  const [counts, waiting, rest] = await Promise.all([
    portalCounts(scope.db, contact, own),
    showsWaiting(view, before) ? part('waiting') : null,
    view === 'waiting' ? null : part(view === 'done' ? 'done' : 'busy'),
  ]);
  return (
    <MyTickets
      page={page}
      contact={contact}
      view={view}
      own={own}
      counts={counts}
      waiting={waiting}
      rest={rest}
      before={before}
    />
  );
}

/** What waits for the reader stands before the first page of what is open, and on every page of its own view. */
const showsWaiting = (view: PortalView, before: number | undefined) =>
  view === 'waiting' || (view === 'open' && !before);
