import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, goTo, idOf, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { activeOrganisations } from '#organisations/queries.ts';
import { findTicket } from '#tickets/queries.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { answerPdf } from './answer-pdf.ts';
import { listedStates, NewQuotePage, QuotesPage } from './desk/list.tsx';
import { quoteRoutes } from './desk/routes.ts';
import { createDraft } from './drafts.ts';
import { listQuotes, quoteSums } from './queries.ts';
import { newSchema } from './schema.ts';
import { quotesTexts } from './texts.ts';
import { inWords } from './view/words.ts';

const root = '/desk/quotes';

/** The agency's quotes: the list, a new one, and each with all that can be done with it. */
export function quotesDesk(app: Hono<Env>): void {
  app.get(root, allow('staff'), async (c) => {
    const { scope, page } = c.var;
    const state = listedStates.find((each) => each === queryOf(c, 'state')) ?? null;
    const offset = Number(/^\d{1,6}$/.exec(queryOf(c, 'from'))?.[0] ?? 0);
    const [listed, sums] = await Promise.all([listQuotes(scope.db, { state, offset }), quoteSums(scope.db)]);
    return show(c, <QuotesPage page={page} state={state} offset={offset} listed={listed} sums={sums} />);
  });

  app.get(`${root}/new`, allow('staff'), async (c) => show(c, await newPage(c, nothingTyped)));

  app.post(root, allow('staff'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: quotesTexts(c.var.page.language)('desk.created'),
      again: (typed) => newPage(c, inWords(typed, c.var.page.language)),
      work: async (scope) => `${root}/${await createDraft(scope, staffOf(c), parse(newSchema, form.values))}`,
    });
  });

  /** At a ticket: the draft has its client and its subject already. */
  app.post('/desk/tickets/:id/quotes', allow('staff'), async (c) => {
    const ticket = await findTicket(c.var.scope.db, staffOf(c), idOf(c));
    return submit(c, {
      form: await readForm(c),
      done: quotesTexts(c.var.page.language)('desk.created'),
      again: () => newPage(c, nothingTyped),
      async work(scope) {
        const { id: ticketId, organisation_id: organisationId, subject } = ticket;
        const title = subject.slice(0, 150);
        return `${root}/${await createDraft(scope, staffOf(c), { ticketId, organisationId, title })}`;
      },
    });
  });
  app.get('/desk/tickets/:id/quotes', allow('staff'), (c) => goTo(c, `/desk/tickets/${idOf(c)}`));

  app.get(`${root}/:id/pdf`, allow('staff'), (c) => answerPdf(c, idOf(c)));
  quoteRoutes(app);
}

async function newPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  return (
    <NewQuotePage
      page={page}
      typed={typed}
      once={scope.newId()}
      organisation={queryOf(c, 'organisation')}
      title={queryOf(c, 'title').slice(0, 150)}
      organisations={await activeOrganisations(scope.db)}
    />
  );
}
