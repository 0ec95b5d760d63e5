import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, goTo, idOf, show, staffOf, type Web } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { downloadHeaders } from '#files/download.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { handIn, parseWithFiles } from '#tickets/hand-in.ts';
import { acceptElsewhere, finishQuotedWork } from '../deciding.ts';
import { changeDraft, removeDraft, reviseQuote } from '../drafts.ts';
import { acceptanceOf } from '../queries.ts';
import { findQuote } from '../quote.ts';
import { elsewhereSchema, ticksIn, withdrawSchema } from '../schema.ts';
import { sendQuote, withdrawQuote } from '../sending.ts';
import { quotesTexts } from '../texts.ts';
import { mended, quotePage } from './quote-page.tsx';
import { readDraft, withoutRow } from './rows.ts';
import type { SentProps } from './sent.tsx';

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
