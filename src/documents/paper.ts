import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Language } from '#lib/language.ts';
import { readableOnWhite } from '#ui/accent.ts';
import type { Brand } from '#ui/page.ts';
import { paperTexts } from './texts.ts';

export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** Whose paper it is: name and accent. */
  readonly brand: Brand;
  /** When it was made; stands in the file, and in no other place. */
  readonly at: Date;
  /** What stands beside the title at the head of the first page, as a number or a date. */
  readonly beside?: readonly string[];
  readonly content: Content[];
}

const quiet = '#5b6470';
const rule = '#d5d9de';
const margin = 56;
const width = 595.28 - 2 * margin;

/**
 * A document on the agency's paper: A4, its name above, the title and the number of the page below, and the
 * styles `heading`, `subheading`, `quiet` and `small` to write with. `content` comes below the title. The font has
 * letters, «€», «–» and «≤», but no ticks, boxes or arrows: draw those on a `canvas`.
 */
export function paperOf({ language, title, brand, at, beside = [], content }: Paper): TDocumentDefinitions {
  const say = paperTexts(language);
  const accent = readableOnWhite(brand.accent);
  return {
    pageSize: 'A4',
    pageMargins: [margin, 80, margin, 64],
    language,
    displayTitle: true,
    // From 1.4 on the library writes the title into XML as well, without escaping what is a mark there.
    version: '1.3',
    info: { title, author: brand.name, creator: 'Nazorg', producer: 'Nazorg', creationDate: at },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.3, color: '#1c2128' },
    styles: {
      title: { fontSize: 22, bold: true, lineHeight: 1.15 },
      heading: { fontSize: 13, bold: true, color: accent, margin: [0, 16, 0, 5] },
      subheading: { bold: true, margin: [0, 8, 0, 2] },
      quiet: { color: quiet },
      small: { fontSize: 8.5, color: quiet },
      headRow: { bold: true, fontSize: 9, color: quiet },
    },
    header: {
      columns: [{ text: brand.name, bold: true, fontSize: 12, color: accent }],
      margin: [margin, 36, margin, 0],
    },
    footer: (page, pages) => ({
      columns: [
        { text: `${brand.name} · ${title}`, width: '*' },
        { text: say('page', { page, pages }), width: 'auto', alignment: 'right' },
      ],
      style: 'small',
      margin: [margin, 20, margin, 0],
    }),
    // A heading stands with what it heads.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      {
        columns: [
          { text: title, style: 'title', width: '*' },
          { stack: beside.map((text) => ({ text })), width: 'auto', alignment: 'right', style: 'quiet' },
        ],
        columnGap: 16,
        margin: [0, 0, 0, 12],
      },
      ...content,
    ],
  };
}

export interface Column {
  readonly label: string;
  /** In points, `'*'` for a share of what is left, `'auto'` for what it needs. */
  readonly width?: number | '*' | 'auto';
  /** Numbers and amounts stand to the right. */
  readonly right?: boolean;
}

/** The heading of a part; it goes to the next page with what it heads. */
export const headingOf = (text: string): Content => ({ text, style: 'heading', headlineLevel: 1 });

/** A table with its head on every page it runs over; a row is never torn in two, nor is a table of few rows. */
export function tableOf(
  columns: readonly Column[],
  rows: readonly (readonly (string | Content)[])[],
): Content {
  const table = wholeTable(columns, rows);
  return rows.length <= fewRows ? { stack: [table], unbreakable: true } : table;
}

const fewRows = 8;

function wholeTable(
  columns: readonly Column[],
  rows: readonly (readonly (string | Content)[])[],
): ContentTable {
  const aligned = (cell: string | Content, at: number): TableCell => {
    const content = typeof cell === 'string' ? { text: cell } : cell;
    const right = columns[at]?.right;
    return (right ? { ...(content as object), alignment: 'right' } : content) as TableCell;
  };
  const head = columns.map(({ label }, at) => ({
    ...(aligned(label, at) as object),
    style: 'headRow',
  })) as TableCell[];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: columns.map((column) => column.width ?? '*'),
      body: [head, ...rows.map((row) => row.map(aligned))],
    },
    layout: {
      hLineWidth: (at, { table }) => (at === 0 ? 0 : at === 1 || at === table.body.length ? 0.8 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => rule,
      paddingLeft: (at) => (at === 0 ? 0 : 6),
      paddingRight: (at) => (at === columns.length - 1 ? 0 : 6),
      paddingTop: () => 4,
      paddingBottom: () => 3,
    },
    margin: [0, 2, 0, 8],
  };
}

/** A thin line over the whole width. */
export const ruleLine = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: rule }],
  margin: [0, 8, 0, 8],
});
