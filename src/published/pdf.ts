import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { headingOf, paperOf, tableOf } from '#documents/paper.ts';
import type { Language } from '#lib/language.ts';
import type { Brand } from '#ui/page.ts';
import type { Published, PublishedBlock, PublishedSection } from './model.ts';
import { publishedTexts } from './texts.ts';

type Say = ReturnType<typeof publishedTexts>;

interface PublishedPaper {
  readonly published: Published;
  /** Which version it is and when it holds. */
  readonly standing: string;
  readonly brand: Brand;
  readonly language: Language;
  readonly at: Date;
}

/** The agreement as a document, of the same pieces as the page. */
export function publishedPaper({
  published,
  standing,
  brand,
  language,
  at,
}: PublishedPaper): TDocumentDefinitions {
  const say = publishedTexts(language);
  return paperOf({
    language,
    title: published.title,
    brand,
    at,
    content: [
      { text: standing, style: 'quiet', margin: [0, -8, 0, 8] },
      published.intro,
      ...published.sections.flatMap((section) => sectionContent(section, say)),
    ],
  });
}

/** A heading stands on one page with what comes first below it, up to a table. */
function sectionContent({ title, blocks }: PublishedSection, say: Say): Content[] {
  const table = blocks.findIndex((block) => 'head' in block);
  const together = table < 0 ? 1 : table + 1;
  const contents = blocks.map((block) => blockContent(block, say));
  const [first, rest] = [contents.slice(0, together), contents.slice(together)];
  return [{ stack: [headingOf(title), ...first.flat()], unbreakable: true }, ...rest.flat()];
}

function blockContent(block: PublishedBlock, say: Say): Content[] {
  if ('paragraph' in block) return [{ text: block.paragraph, margin: [0, 0, 0, 5] }];
  if ('heading' in block) return [{ text: block.heading, style: 'subheading' }];
  if ('list' in block) return [{ ul: [...block.list], margin: [0, 0, 0, 5] }];
  if ('steps' in block)
    return [
      {
        ol: block.steps.map(({ name, text }) => ({ text: [{ text: `${name}. `, bold: true }, text] })),
        margin: [0, 0, 0, 5],
      },
    ];
  if ('sides' in block) {
    const columns = [{ label: '', width: 110 }, ...block.sides.map((label) => ({ label }))];
    return [
      tableOf(
        columns,
        block.rows.map(({ name, texts }) => [{ text: name, bold: true }, ...texts]),
      ),
    ];
  }
  if ('rules' in block) {
    const columns = [
      { label: '', width: 16 },
      { label: say('pays.rule') },
      { label: say('pays.you'), width: 90 },
    ];
    const rows = block.rules.map(({ text, free }, at) => [
      `${at + 1}.`,
      text,
      { text: say(free ? 'pays.free' : 'pays.asked'), bold: true },
    ]);
    return [tableOf(columns, rows)];
  }
  const [first = '', ...others] = block.head;
  // A word or two beside a text that needs the room; else all the same.
  const named = others.length === 1 ? ({ width: 110 } as const) : {};
  const columns = [{ label: first, ...named }, ...others.map((label) => ({ label }))];
  return [
    tableOf(
      columns,
      block.body.map(([name = '', ...rest]) => [{ text: name, bold: true }, ...rest]),
    ),
  ];
}
