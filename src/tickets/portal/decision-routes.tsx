import type { Hono } from 'hono';
import type { z } from 'zod';
import { callerOf } from '#auth/caller.ts';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, contactOf, type Env, goTo, idOf, personOf, show, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import type { Contact } from '#lib/actor.ts';
import { Conflict } from '#lib/errors.ts';
import { nothingTyped } from '#ui/form.tsx';
import { conflictSentence } from '../conflict.ts';
import { canSee } from '../policy.ts';
import { acceptanceSchema, forwardingSchema, refusalSchema } from '../schema.ts';
import { ticketTexts } from '../texts.ts';
import { acceptResearch, declineResearch, forwardResearch } from '../tickets.ts';
import { DecisionPage } from './decision.tsx';
import { decisionView, type Tried, ticketToDecide } from './decision-view.ts';

/**
 * `/tickets/:id/decision`: research for a fee, or dropping the ticket. Whoever agrees is signed in; the link to this
 * page opens nothing by itself.
 */
export function decisionRoutes(app: Hono<Env>): void {
  app.get('/tickets/:id/decision', allow('person'), async (c) => {
    const id = idOf(c);
    if (personOf(c).kind === 'staff') return goTo(c, `/desk/tickets/${id}`);
    return show(c, <DecisionPage view={await decisionView(c, id)} />);
  });

  app.post('/tickets/:id/decision/acceptance', allow('contact'), (c) =>
    take(c, {
      from: 'acceptance',
      schema: acceptanceSchema,
      done: 'accepted',
      work: ({ scope, contact, id, input: { ask, shown, name, role } }) =>
        acceptResearch(scope, contact, id, {
          askId: ask,
          shownHash: shown,
          name,
          role,
          language: c.var.page.language,
          address: callerOf(c),
          userAgent: c.req.header('user-agent')?.slice(0, 500) ?? null,
        }),
    }),
  );

  app.post('/tickets/:id/decision/refusal', allow('contact'), (c) =>
    take(c, {
      from: 'refusal',
      schema: refusalSchema,
      done: 'declined',
      work: ({ scope, contact, id, input: { ask, reason } }) =>
        declineResearch(scope, contact, id, { askId: ask, reason }),
    }),
  );

  app.post('/tickets/:id/decision/forwarding', allow('contact'), (c) =>
    take(c, {
      from: 'forwarding',
      schema: forwardingSchema,
      done: 'forwarded',
      work: ({ scope, contact, id, input: { ask, person, note } }) =>
        forwardResearch(scope, contact, id, { askId: ask, personId: person, note }),
    }),
  );
}

interface Deal<S extends z.ZodType> {
  readonly from: Tried['from'];
  readonly schema: S;
  readonly done: 'accepted' | 'declined' | 'forwarded';
  readonly work: (taking: {
    scope: Scope;
    contact: Contact;
    id: string;
    input: z.output<S>;
  }) => Promise<unknown>;
}

/** Takes one form of the page; what changed meanwhile is said, and the page is shown as it is now. */
async function take<S extends z.ZodType>(c: Web, { from, schema, done, work }: Deal<S>): Promise<Response> {
  const [id, contact] = [idOf(c), contactOf(c)];
  const { page } = c.var;
  const ticket = await ticketToDecide(c.var.scope.db, contact, id);
  const form = await readForm(c);
  const again = async (tried: Tried) => <DecisionPage view={await decisionView(c, id, tried)} />;
  try {
    return await submit(c, {
      form,
      work: async (scope) => {
        await work({ scope, contact, id, input: parse(schema, form.values) });
        return canSee(contact, ticket) ? `/tickets/${id}` : `/tickets/${id}/decision`;
      },
      done: ticketTexts(page.language)(`research.page.done.${done}`),
      again: (typed) => again({ from, typed }),
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const typed = { ...nothingTyped, values: form.values };
    return show(c, await again({ from, typed, conflict: conflictSentence(error, page) }), 409);
  }
}
