import type { Hono } from 'hono';
import { allow, type Env, goTo, personOf, show, type Web } from '#auth/web.ts';
import type { Contact } from '#lib/actor.ts';
import { EmptyPortalSearch, PortalSearch } from './portal/results.tsx';
import { askedIn, searchFilter } from './schema.ts';
import { search } from './search.ts';

/** A page of results holds so many tickets. */
const pageSize = 25;

/** `/search`: a contact looks through the tickets that they see. Colleagues at the agency search at the desk. */
export function searchPortal(app: Hono<Env>): void {
  app.get('/search', allow('person'), async (c) => {
    const person = personOf(c);
    if (person.kind === 'staff') return goTo(c, `/desk/search${new URL(c.req.url).search}`);
    return show(c, await searchPage(c, person));
  });
}

async function searchPage(c: Web, contact: Contact) {
  const { scope, page } = c.var;
  const { typed, page: number, filters } = askedIn(c);
  if (typed.trim() === '') return <EmptyPortalSearch page={page} />;
  const asked = { typed, page: number, filters: filters.open ? { open: filters.open } : {} };
  const results = await search(scope.db, contact, scope.now(), {
    typed,
    filter: searchFilter(asked.filters),
    offset: (number - 1) * pageSize,
    pageSize,
  });
  return <PortalSearch page={page} contact={contact} asked={asked} results={results} pageSize={pageSize} />;
}
