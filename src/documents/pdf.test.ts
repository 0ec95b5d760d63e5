import { expect, test } from 'vitest';
import { paperOf, ruleLine, tableOf } from './paper.ts';
import { renderPdf } from './pdf.ts';

const paper = (over: Partial<Parameters<typeof paperOf>[0]> = {}) =>
  paperOf({
    language: 'nl',
    title: 'Begroting 2026-0012',
    brand: { name: 'Studio Voorbeeld', accent: '#f2b705' },
    at: new Date('2026-11-23T09:00:00Z'),
    beside: ['23 november 2026'],
    content: [
      { text: 'Łukasz Müller-Ångström, € 45,00', style: 'heading' },
      tableOf(
        [{ label: 'Omschrijving' }, { label: 'Bedrag', width: 'auto', right: true }],
        [['Werk', '€ 1']],
      ),
      ruleLine(),
    ],
    ...over,
  });

const source = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pagesOf = (pdf: Uint8Array) => source(pdf).match(/\/Type \/Page\b/g)?.length;

test('a document is a PDF of one page that says whose it is and in which language', async () => {
  const pdf = await renderPdf({ ...paper(), compress: false });
  expect(source(pdf).slice(0, 5)).toBe('%PDF-');
  expect(pagesOf(pdf)).toBe(1);
  expect(source(pdf)).toContain('/Lang (nl)');
  expect(source(pdf)).toContain('(Begroting 2026-0012)');
  expect(source(pdf)).toContain('(Studio Voorbeeld)');
});

test('the same document is the same bytes, and rendering leaves it as it was', async () => {
  const definition = paper();
  const first = await renderPdf(definition);
  expect(Buffer.from(await renderPdf(definition)).equals(Buffer.from(first))).toBe(true);
  expect(Buffer.from(await renderPdf(paper())).equals(Buffer.from(first))).toBe(true);
  const other = await renderPdf(paper({ title: 'Begroting 2026-0013' }));
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
});

test('a name with marks of XML in it does no harm', async () => {
  const brand = { name: 'Jansen & Zn <b>', accent: '#f2b705' };
  const pdf = source(await renderPdf({ ...paper({ brand }), compress: false }));
  expect(pdf).toContain('(Jansen & Zn <b>)');
  expect(pdf).not.toContain('x:xmpmeta');
});

test('a long table runs over pages, each with its number', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`Regel ${at}`, '€ 1,00']);
  const definition = paper({
    content: [tableOf([{ label: 'Wat' }, { label: 'Bedrag', right: true }], rows)],
  });
  expect(pagesOf(await renderPdf({ ...definition, compress: false }))).toBe(5);
});

test('a document cannot be made to read a file of the machine', async () => {
  await expect(renderPdf(paper({ content: [{ image: '/etc/hostname' }] }))).rejects.toThrow(
    /access|denied|policy/i,
  );
});
