import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, goTo, idOf, show, staffOf, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { historyOf } from '#events/history.tsx';
import { lastEvent } from '#events/seen.ts';
import { downloadHeaders } from '#files/download.ts';
import { Conflict, Invalid, NotFound } from '#lib/errors.ts';
import { handIn, parseWithFiles } from '#tickets/hand-in.ts';
import { budgetHolders } from '#tickets/research/people.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { acceptElsewhere, finishQuotedWork } from '../deciding.ts';
import { changeDraft, removeDraft, reviseQuote } from '../drafts.ts';
import { acceptanceOf, draftAfter, newerVersion } from '../queries.ts';
import { findQuote } from '../quote.ts';
import { elsewhereSchema, ticksIn, withdrawSchema } from '../schema.ts';
import { sendQuote, withdrawQuote } from '../sending.ts';
import { quotesTexts } from '../texts.ts';
import { conflictWords, inWords } from '../view/words.ts';
import { EditorPage } from './editor.tsx';
import { readDraft, withoutRow } from './rows.ts';
import { SentPage, type SentProps } from './sent.tsx';

const root = '/desk/quotes';
const at = `${root}/:id`;

/** One quote at the desk: a draft that is written, or what can be done with one that was sent. */
export function quoteRoutes(app: Hono<Env>): void {
  app.get(at, allow('staff'), async (c) => show(c, await quotePage(c)));
  app.post(at, allow('staff'), takeDraft);

  app.post(`${at}/removal`, allow('staff'), (c) =>
    act(c, {
      from: 'act',
      done: 'desk.edit.discarded',
      work: (scope, id) => removeDraft(scope, staffOf(c), id),
      to: () => root,
    }),
  );
  app.post(`${at}/versions`, allow('staff'), (c) =>
    act(c, {
      from: 'act',
      done: 'desk.act.revised',
      work: (scope, id) => reviseQuote(scope, staffOf(c), id),
      to: (id) => `${root}/${id}`,
    }),
  );
  app.post(`${at}/completion`, allow('staff'), (c) =>
    act(c, {
      from: 'act',
      done: 'desk.act.finished',
      work: (scope, id) => finishQuotedWork(scope, staffOf(c), id),
    }),
  );
  app.post(`${at}/withdrawal`, allow('staff'), (c) =>
    act(c, {
      from: 'withdraw',
      done: 'desk.act.withdrawn',
      work: (scope, id, form) => withdrawQuote(scope, staffOf(c), id, parse(withdrawSchema, form.values)),
    }),
  );
  app.post(`${at}/acceptance`, allow('staff'), takeElsewhere);

  app.get(`${at}/document`, allow('staff'), async (c) => {
    const quote = await findQuote(c.var.scope.db, staffOf(c), idOf(c));
    const acceptance = await acceptanceOf(c.var.scope.db, quote.id);
    if (!acceptance?.documentHash) throw new NotFound();
    const bytes = await c.var.files.get(acceptance.documentHash);
    return c.body(bytes, 200, downloadHeaders(acceptance.documentName ?? 'document'));
  });

  /** A form that was not taken leaves its own address in the browser; asked for again, it is the quote. */
  for (const part of ['removal', 'versions', 'completion', 'withdrawal', 'acceptance'])
    app.get(`${at}/${part}`, allow('staff'), (c) => goTo(c, `${root}/${idOf(c)}`));
}

/** Every button of the editor saves; one sends besides, and some take a line away first. */
async function takeDraft(c: Web): Promise<Response> {
  const id = idOf(c);
  const sent = await readForm(c);
  const act = sent.values.act ?? 'save';
  const removed = /^remove-(\d{1,3})$/.exec(act)?.[1];
  const form = removed === undefined ? sent : { ...sent, values: withoutRow(sent.values, Number(removed)) };
  const say = quotesTexts(c.var.page.language);
  return mended(c, 'act', form, (again) =>
    submit(c, {
      form,
      again,
      done: say(act === 'send' ? 'desk.edit.sent' : 'desk.edit.saved'),
      async work(scope) {
        const { lines } = await changeDraft(scope, staffOf(c), id, readDraft(form.values));
        if (act === 'send') await sendQuote(scope, staffOf(c), id);
        const goesOn = act === 'add' || removed !== undefined;
        return `${root}/${id}${act === 'add' ? `#line-${lines.length + 1}` : goesOn ? '#lines' : ''}`;
      },
    }),
  );
}

async function takeElsewhere(c: Web): Promise<Response> {
  const id = idOf(c);
  const { scope } = c.var;
  await findQuote(scope.db, staffOf(c), id);
  const form = await readForm(c);
  const handedIn = await handIn(c, form);
  const shown = { ...form, values: { ...form.values, all_ticks: (form.all.ticks ?? []).join(',') } };
  return mended(
    c,
    'elsewhere',
    shown,
    (again) =>
      submit(c, {
        form: shown,
        again,
        done: quotesTexts(c.var.page.language)('desk.act.recorded'),
        async work(scope) {
          const input = parseWithFiles(elsewhereSchema, form.values, handedIn);
          const [fileId, ...more] = handedIn.ids;
          if (!fileId) throw new Invalid({ files: 'no_document' });
          if (more.length > 0) throw new Invalid({ files: 'one_document' });
          const file = await scope.db
            .selectFrom('attachments')
            .select(['file_hash', 'name'])
            .where('id', '=', fileId)
            .executeTakeFirstOrThrow();
          await acceptElsewhere(scope, staffOf(c), id, {
            ...input,
            ticks: ticksIn(form.all.ticks),
            documentHash: file.file_hash,
            documentName: file.name,
          });
          return `${root}/${id}`;
        },
      }),
    handedIn.kept,
  );
}

interface Deal<T> {
  readonly from: NonNullable<SentProps['again']>['from'];
  readonly done: Parameters<ReturnType<typeof quotesTexts>>[0];
  readonly work: (scope: Scope, id: string, form: Form) => Promise<T>;
  readonly to?: (result: T) => string;
}

async function act<T>(c: Web, { from, done, work, to }: Deal<T>): Promise<Response> {
  const id = idOf(c);
  const form = await readForm(c);
  return mended(c, from, form, (again) =>
    submit(c, {
      form,
      again,
      done: quotesTexts(c.var.page.language)(done),
      async work(scope) {
        const result = await work(scope, id, form);
        return to?.(result) ?? `${root}/${id}`;
      },
    }),
  );
}

type Again = (typed: Typed) => unknown;

/** Shows the page anew where a form cannot be taken, and where the quote moved on meanwhile. */
async function mended(
  c: Web,
  from: NonNullable<SentProps['again']>['from'],
  form: Form,
  work: (again: Again) => Promise<Response>,
  kept: NonNullable<SentProps['again']>['kept'] = [],
): Promise<Response> {
  const { language } = c.var.page;
  const again: Again = (typed) => quotePage(c, { from, typed: inWords(typed, language), kept });
  try {
    return await work(again);
  } catch (error) {
    if (!(error instanceof Conflict)) return showAgain(c, error, form, again);
    const typed = { ...nothingTyped, values: form.values };
    return show(c, await quotePage(c, { from, typed, kept, conflict: conflictWords(error, language) }), 409);
  }
}

async function quotePage(c: Web, again: SentProps['again'] = null) {
  const { scope, page } = c.var;
  const { db } = scope;
  const quote = await findQuote(db, staffOf(c), idOf(c));
  const subject = { type: 'quote', id: quote.id } as const;
  const common = { page, quote, newId: scope.newId };
  if (quote.state === 'draft') {
    const [seen, replaces] = await Promise.all([
      lastEvent(db, subject),
      quote.replacesId ? findQuote(db, staffOf(c), quote.replacesId) : null,
    ]);
    return <EditorPage {...common} typed={again?.typed ?? nothingTyped} seen={seen} replaces={replaces} />;
  }
  const [acceptance, deciders, newer, draft, history] = await Promise.all([
    acceptanceOf(db, quote.id),
    budgetHolders(scope.db, quote.organisationId),
    quote.state === 'replaced' ? newerVersion(db, quote) : null,
    draftAfter(db, quote.id),
    historyOf(db, subject),
  ]);
  return (
    <SentPage
      {...common}
      acceptance={acceptance}
      deciders={deciders}
      newer={newer}
      draft={draft}
      history={history}
      again={again}
    />
  );
}
