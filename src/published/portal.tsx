import type { Hono } from 'hono';
import { allow, type Env, show, type Web } from '#auth/web.ts';
import { renderPdf } from '#documents/pdf.ts';
import { NotFound } from '#lib/errors.ts';
import { type Language, languages } from '#lib/language.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { AgreementPage } from './agreement-page.tsx';
import { publishedPaper } from './pdf.ts';
import { readVersion, versionWords } from './reading.ts';
import { publishedTexts } from './texts.ts';
import { versionOf, versionsOf } from './versions.ts';

const root = '/agreement';

/** The agreement for whoever wants to read it, signed in or not: a page and a PDF of each version. */
export function publishedPortal(app: Hono<Env>): void {
  app.get(root, allow('anyone'), async (c) => show(c, await agreementPage(c, null)));
  app.get(`${root}.pdf`, allow('anyone'), (c) => agreementPdf(c, null));
  app.get(`${root}/versions/:file{[0-9]{1,9}\\.pdf}`, allow('anyone'), (c) =>
    agreementPdf(c, Number.parseInt(c.req.param('file'), 10)),
  );
  app.get(`${root}/versions/:version{[0-9]{1,9}}`, allow('anyone'), async (c) =>
    show(c, await agreementPage(c, Number(c.req.param('version')))),
  );
}

/** A version by its number, or the one that holds now for null. */
async function reading(c: Web, number: number | null, language: Language) {
  const { scope } = c.var;
  const office = await loadOffice(scope.db);
  const today = todayOf(office, scope.now());
  const version = versionOf(office, today, number ?? office.inForceOn(today).version);
  return {
    office,
    today,
    version,
    published: readVersion(office, { version, today, language }),
    standing: versionWords(version, office, scope.now(), language),
  };
}

async function agreementPage(c: Web, number: number | null) {
  const { page } = c.var;
  const { office, today, version, published, standing } = await reading(c, number, page.language);
  return (
    <AgreementPage
      page={page}
      shown={version}
      standing={standing}
      published={published}
      versions={versionsOf(office, today)}
    />
  );
}

/** Written once for each content: anybody may ask for it, and writing takes the program a while. */
const written = new Map<string, Promise<Uint8Array>>();
const keptAtMost = 24;

async function agreementPdf(c: Web, number: number | null): Promise<Response> {
  const { page } = c.var;
  const asked = c.req.query('language');
  const language = languages.find((each) => each === asked) ?? page.language;
  if (asked !== undefined && asked !== language) throw new NotFound();
  const { version, published, standing, today } = await reading(c, number, language);
  const at = new Date(`${today}T00:00:00Z`);
  const paper = { published, standing, brand: page.brand, language, at };
  const key = JSON.stringify(paper);
  let pdf = written.get(key);
  if (!pdf) {
    if (written.size >= keptAtMost) written.delete(written.keys().next().value!);
    pdf = renderPdf(publishedPaper(paper));
    written.set(key, pdf);
    pdf.catch(() => written.delete(key));
  }
  const name = publishedTexts(language)('version.file', { version: version.version });
  return c.body(Uint8Array.from(await pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
    'Content-Language': language,
  });
}
