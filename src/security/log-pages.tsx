import type { Hono } from 'hono';
import { allow, type Env, queryOf, show, staffOf } from '#auth/web.ts';
import { readLog } from './log.ts';
import { LogPage } from './log-view.tsx';
import { logged } from './queries.ts';
import { logSchema } from './schema.ts';

/** The log, for managers to read; there is no way to write it but by doing something. */
export function logPages(app: Hono<Env>): void {
  app.get('/desk/settings/log', allow('manager'), async (c) => {
    const { scope, page } = c.var;
    const filter = logSchema.parse({
      kind: queryOf(c, 'kind'),
      person: queryOf(c, 'person'),
      before: queryOf(c, 'before'),
    });
    const [log, people] = await Promise.all([readLog(scope.db, staffOf(c), filter), logged(scope.db)]);
    return show(c, <LogPage page={page} filter={filter} log={log} people={people} />);
  });
}
