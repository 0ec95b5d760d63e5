import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { allow, contactOf, type Env, goTo, idOf, personOf, queryOf, show } from '#auth/web.ts';
import { answerPdf } from './answer-pdf.ts';
import { askAboutQuote, forwardQuote } from './asking.ts';
import { countTry, requestCode } from './codes.ts';
import { acceptQuote, declineQuote } from './deciding.ts';
import { quotePage } from './portal/gather.tsx';
import { take } from './portal/take.tsx';
import { findQuote } from './quote.ts';
import { agreeSchema, askSchema, codeSchema, declineSchema, forwardSchema, ticksIn } from './schema.ts';

/** `/quotes/:id`: a quote as its client reads it and decides about it. */
export function quotesPortal(app: Hono<Env>): void {
  const at = '/quotes/:id';
  app.get(at, allow('person'), async (c) => {
    const id = idOf(c);
    // A colleague at the agency comes here by the link of a mail that a client passed on.
    if (personOf(c).kind === 'staff') return goTo(c, `/desk/quotes/${id}`);
    return show(c, await quotePage(c, { ticks: ticksIn([queryOf(c, 'with')]) }));
  });

  app.get(`${at}/pdf`, allow('person'), (c) => answerPdf(c, idOf(c)));

  app.post(`${at}/choice`, allow('contact'), async (c) => {
    const quote = await findQuote(c.var.scope.db, contactOf(c), idOf(c));
    const ticks = ticksIn((await readForm(c)).all.ticks);
    return goTo(c, `/quotes/${quote.id}${ticks.length ? `?with=${ticks.join(',')}` : ''}#totals`);
  });

  app.post(`${at}/code`, allow('contact'), (c) =>
    take(c, {
      from: 'agree',
      work: ({ scope, contact, id, form }) =>
        requestCode(scope, contact, id, {
          ...parse(agreeSchema, form.values),
          ticks: ticksIn(form.all.ticks),
        }),
      to: 'acceptance',
      done: null,
    }),
  );

  app.get(`${at}/acceptance`, allow('contact'), async (c) =>
    show(c, await quotePage(c, { confirming: true })),
  );

  app.post(`${at}/acceptance`, allow('contact'), (c) =>
    take(c, {
      from: 'code',
      // apart from the acceptance, so that a wrong try stays counted
      before: ({ scope, contact, id, form }) => {
        parse(codeSchema, form.values);
        return countTry(scope, contact, id);
      },
      work: ({ scope, contact, id, form, address, userAgent }) =>
        acceptQuote(scope, contact, id, { ...parse(codeSchema, form.values), address, userAgent }),
      done: 'agree.done',
    }),
  );

  app.post(`${at}/refusal`, allow('contact'), (c) =>
    take(c, {
      from: 'decline',
      work: ({ scope, contact, id, form }) =>
        declineQuote(scope, contact, id, parse(declineSchema, form.values)),
      done: 'decline.done',
    }),
  );

  app.post(`${at}/questions`, allow('contact'), (c) =>
    take(c, {
      from: 'ask',
      work: ({ scope, contact, id, form }) =>
        askAboutQuote(scope, contact, id, parse(askSchema, form.values)),
      done: 'ask.done',
    }),
  );

  app.post(`${at}/forwarding`, allow('contact'), (c) =>
    take(c, {
      from: 'forward',
      work: ({ scope, contact, id, form }) =>
        forwardQuote(scope, contact, id, parse(forwardSchema, form.values)),
      done: 'forward.done',
    }),
  );

  /** A form that was not taken leaves its own address in the browser; asked for again, it is the quote. */
  for (const part of ['choice', 'code', 'refusal', 'questions', 'forwarding'])
    app.get(`${at}/${part}`, allow('contact'), async (c) => {
      const { id } = await findQuote(c.var.scope.db, contactOf(c), idOf(c));
      return goTo(c, `/quotes/${id}`);
    });
}
