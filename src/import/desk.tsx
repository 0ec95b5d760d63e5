import type { Hono } from 'hono';
import { type Form, readForm } from '#auth/form.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { refusedCsv, templateCsv } from './files.ts';
import { tryImport, unusedOf } from './frame.ts';
import { type KindName, kindNames, kindOf } from './kinds.ts';
import { ImportsPage, UploadPage } from './overview.tsx';
import { PreviewPage } from './preview.tsx';
import { lastRuns, runOf } from './queries.ts';
import { decode, largest, readTable } from './read.ts';
import { root } from './root.ts';
import { RunPage } from './run-page.tsx';
import { startImport } from './runs.ts';
import { importTexts } from './texts.ts';

/** Taking over tables: handed in, read line by line as a preview, and taken once confirmed. For managers. */
export function importDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), async (c) =>
    show(c, <ImportsPage page={c.var.page} runs={await lastRuns(c.var.scope.db)} />),
  );

  app.get(`${root}/runs/:id`, allow('manager'), async (c) => {
    const run = await runOf(c.var.scope.db, idOf(c));
    if (!run.counts) c.header('Refresh', '1');
    return show(c, <RunPage page={c.var.page} run={run} />);
  });

  app.get(`${root}/runs/:id/refused.csv`, allow('manager'), async (c) => {
    const { refused } = await runOf(c.var.scope.db, idOf(c));
    if (!refused) throw new NotFound();
    const { language } = c.var.page;
    const csv = refusedCsv(refused.head, refused.results, language);
    return download(c, importTexts(language)('refused_file'), csv);
  });

  app.get(`${root}/:kind`, allow('manager'), (c) => show(c, uploadPage(c, nothingTyped)));

  app.post(`${root}/:kind`, allow('manager'), async (c) => {
    const name = nameOf(c);
    const form = await readForm(c);
    try {
      return show(c, await previewPage(c, name, await textOf(form)));
    } catch (error) {
      return showAgain(c, error, form, (typed) => uploadPage(c, typed));
    }
  });

  app.post(`${root}/:kind/records`, allow('manager'), async (c) => {
    const name = nameOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: importTexts(c.var.page.language)('started'),
      again: (typed) => uploadPage(c, typed),
      async work(scope) {
        return `${root}/runs/${await startImport(scope, staffOf(c), name, form.values.text ?? '')}`;
      },
    });
  });

  app.post(`${root}/:kind/refused`, allow('manager'), async (c) => {
    const name = nameOf(c);
    const form = await readForm(c);
    try {
      const table = readTable(form.values.text ?? '');
      const results = await tryImport(c.var.scope, staffOf(c), kindOf(name), table);
      const { language } = c.var.page;
      return download(c, importTexts(language)('refused_file'), refusedCsv(table.head, results, language));
    } catch (error) {
      return showAgain(c, error, form, (typed) => uploadPage(c, typed));
    }
  });

  app.get(`${root}/:kind/template.csv`, allow('manager'), (c) => {
    const name = nameOf(c);
    const { language } = c.var.page;
    const file = importTexts(language)('template_file', { kind: name });
    return download(c, file, templateCsv(kindOf(name), language));
  });
}

function nameOf(c: Web): KindName {
  const name = kindNames.find((each) => each === c.req.param('kind'));
  if (!name) throw new NotFound();
  return name;
}

function uploadPage(c: Web, typed: Typed) {
  const name = nameOf(c);
  return <UploadPage page={c.var.page} name={name} kind={kindOf(name)} typed={typed} />;
}

async function previewPage(c: Web, name: KindName, text: string) {
  const { scope, page } = c.var;
  const kind = kindOf(name);
  const table = readTable(text);
  const results = await tryImport(scope, staffOf(c), kind, table);
  return (
    <PreviewPage
      page={page}
      once={scope.newId()}
      name={name}
      text={text}
      results={results}
      unused={unusedOf(kind, table.head)}
    />
  );
}

/** What was handed in: a file before what was pasted. */
async function textOf({ values, files }: Form): Promise<string> {
  const [file] = files;
  if (file && file.size > largest) throw new Invalid({ file: 'file_large' });
  if (file) return decode(new Uint8Array(await file.arrayBuffer()));
  if (!values.text?.trim()) throw new Invalid({ file: 'file_missing' });
  return values.text;
}

const download = (c: Web, name: string, csv: string) =>
  c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  });
