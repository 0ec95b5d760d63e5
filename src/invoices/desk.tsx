import type { Hono } from 'hono';
import { fieldsOf, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { bookkeepingCsv } from './bookkeeping.ts';
import { billingDesk } from './desk/billing-routes.tsx';
import { chargesDesk } from './desk/charges-routes.tsx';
import { creditPage, draftPage, referencesOf } from './desk/draft-routes.tsx';
import { InvoicePage } from './desk/invoice.tsx';
import { InvoicesPage } from './desk/overview.tsx';
import { creditsOf, draftsOf, endOfMonth } from './drafts.ts';
import { invoiceFiles } from './files.ts';
import { issueCreditNote, issueInvoice } from './invoices.ts';
import { monthBefore, monthNamed } from './month.ts';
import { creditNotesOf, invoiceOf, issuedIn, listInvoices, pageSize } from './queries.ts';
import { creditSchema, issueSchema, periodSchema } from './schema.ts';
import { sendFile } from './send-file.ts';
import { invoicesTexts } from './texts.ts';

const root = '/desk/money/invoices';

/** Invoices and credit notes, for managers: what waits, what was issued, and what bookkeeping takes of it. */
export function invoicesDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) => show(c, await overview(c, {})));

  app.get(`${root}/bookkeeping.csv`, allow('manager'), async (c) => {
    const period = periodSchema.safeParse({ from: c.req.query('from'), to: c.req.query('to') });
    if (!period.success) return show(c, await overview(c, fieldsOf(period.error)), 422);
    const { language } = c.var.page;
    const csv = bookkeepingCsv(await issuedIn(c.var.scope.db, period.data), language);
    return c.body(csv, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${invoicesTexts(language)('export.file', period.data)}"`,
    });
  });

  app.get(`${root}/drafts/:id`, allow('manager'), async (c) => show(c, await draftPage(c)));
  app.post(`${root}/drafts/:id`, allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: (path) => issued(c, path),
      again: (typed) => draftPage(c, typed, form),
      async work(scope) {
        const input = parse(issueSchema, { ...form.values, charges: form.all.charges ?? [] });
        const invoice = await issueInvoice(scope, c.var.files, staffOf(c), {
          organisationId: id,
          ...input,
          ...referencesOf(input),
        });
        return `${root}/${invoice}`;
      },
    });
  });

  app.get(`${root}/credits/:id`, allow('manager'), async (c) => show(c, await creditPage(c)));
  app.post(`${root}/credits/:id`, allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: (path) => issued(c, path),
      again: (typed) => creditPage(c, typed),
      async work(scope) {
        const { shown } = parse(creditSchema, form.values);
        return `${root}/${await issueCreditNote(scope, c.var.files, staffOf(c), { invoiceId: id, shown })}`;
      },
    });
  });

  app.get(`${root}/:id`, allow('manager'), async (c) => {
    const { scope, page } = c.var;
    const id = idOf(c);
    const [invoice, creditNotes] = await Promise.all([invoiceOf(scope.db, id), creditNotesOf(scope.db, id)]);
    if (!invoice) throw new NotFound();
    return show(c, <InvoicePage page={page} invoice={invoice} creditNotes={creditNotes} />);
  });
  for (const file of invoiceFiles) app.get(`${root}/:id/${file}`, allow('manager'), (c) => sendFile(c, file));

  chargesDesk(app);
  billingDesk(app);
}

/** Says that a document was sent, by the path of its page. */
async function issued(c: Web, path: string): Promise<string> {
  const invoice = await invoiceOf(c.var.scope.db, path.split('/').at(-1)!);
  const say = invoicesTexts(c.var.page.language);
  return invoice ? say(`draft.done_${invoice.kind}`, { number: invoice.number }) : '';
}

async function overview(c: Web, errors: Readonly<Record<string, string>>) {
  const { scope, page } = c.var;
  const { db } = scope;
  const office = await loadOffice(db);
  const now = todayOf(office, scope.now()).slice(0, 7);
  const month = monthNamed(queryOf(c, 'month'), now) ?? monthBefore(now);
  const offset = Math.min(Number(/^\d{1,6}$/.exec(queryOf(c, 'from_row'))?.[0] ?? 0), 100_000);
  const [drafts, credits, listed] = await Promise.all([
    draftsOf(db, endOfMonth(month, office)),
    creditsOf(db),
    listInvoices(db, offset),
  ]);
  return (
    <InvoicesPage
      page={page}
      month={month}
      now={now}
      drafts={drafts}
      credits={credits}
      listed={listed.slice(0, pageSize)}
      more={listed.length > pageSize}
      offset={offset}
      typed={{ values: { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' }, errors }}
      asked={Object.keys(errors).length > 0}
    />
  );
}
