import type { Hono } from 'hono';
import { type Form, readForm } from '#auth/form.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { refusedCsv, templateCsv } from './files.ts';
import { type Counts, importTable, tryImport, unusedOf } from './frame.ts';
import { type KindName, kindNames, kindOf } from './kinds.ts';
import { ImportsPage, root, UploadPage } from './overview.tsx';
import { PreviewPage } from './preview.tsx';
import { decode, largest, readTable } from './read.ts';
import { importTexts } from './texts.ts';

/** Taking over tables: handed in, read line by line as a preview, and taken once confirmed. For managers. */
export function importDesk(app: Hono<Env>): void {
  app.get(root, allow('manager'), (c) => show(c, <ImportsPage page={c.var.page} />));

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
      done: async (path) => doneWords(c, path),
      again: (typed) => uploadPage(c, typed),
      async work(scope) {
        const table = readTable(form.values.text ?? '');
        const { taken, known, refused } = await importTable(scope, staffOf(c), kindOf(name), table);
        return `${root}?taken=${taken}&known=${known}&refused=${refused}`;
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

function doneWords(c: Web, path: string): string {
  const say = importTexts(c.var.page.language);
  const query = new URLSearchParams(path.split('?')[1]);
  const names = ['taken', 'known', 'refused'] as const satisfies (keyof Counts)[];
  return names
    .map((name) => ({ name, count: Number(query.get(name)) }))
    .filter(({ name, count }) => name === 'taken' || count > 0)
    .map(({ name, count }) => say(`done_${name}`, { count }))
    .join(' ');
}

const download = (c: Web, name: string, csv: string) =>
  c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  });
