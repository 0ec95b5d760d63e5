import type { Hono } from 'hono';
import { allow, type Env, personOf, signedInOf } from '#auth/web.ts';
import { findTicket } from '#tickets/queries.ts';
import type { Live } from './live.ts';
import type { Topic } from './stream.ts';

/** `/live`: the stream by which an open page hears that it is out of date. */
export function liveRoutes(app: Hono<Env>, live: Live): void {
  app.get('/live', allow('person'), async (c) => {
    const person = personOf(c);
    const ticket = c.req.query('ticket');
    if (ticket !== undefined) await findTicket(c.var.scope.db, person, ticket);
    const topic: Topic = ticket === undefined ? 'tickets' : { ticket };
    const since = Number(c.req.query('since')) || 0;
    const body = await live.open({ person, sessionId: signedInOf(c).sessionId, topic, since });
    if (!body) return c.body(null, 503, { 'Retry-After': '2' });
    return c.body(body, 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      // nginx and its kin would hold the signals back until there is a page full of them
      'X-Accel-Buffering': 'no',
    });
  });
}
