import type { Hono } from 'hono';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { paletteRoute } from './desk/palette-route.tsx';
import { DeskSearch, EmptySearch } from './desk/results.tsx';
import { facetsOf } from './facets.ts';
import { askedIn, searchFilter } from './schema.ts';
import { search } from './search.ts';

/** A page of results holds so many tickets. */
const pageSize = 100;

/** Searching at the desk: a page of results, and the palette that leads anywhere. */
export function searchDesk(app: Hono<Env>): void {
  app.get('/desk/search', allow('staff'), async (c) => show(c, await searchPage(c)));
  paletteRoute(app);
}

async function searchPage(c: Web) {
  const { scope, page } = c.var;
  const asked = askedIn(c);
  if (asked.typed.trim() === '') return <EmptySearch page={page} />;
  const filter = searchFilter(asked.filters);
  const results = await search(scope.db, staffOf(c), scope.now(), {
    typed: asked.typed,
    filter,
    offset: (asked.page - 1) * pageSize,
    pageSize,
  });
  const facets = await facetsOf(scope.db, results, asked.filters);
  return <DeskSearch page={page} asked={asked} results={results} facets={facets} pageSize={pageSize} />;
}
