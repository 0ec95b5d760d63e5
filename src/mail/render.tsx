import type { Language } from '#lib/language.ts';
import type { Manner } from '#ui/manner.ts';
import { Markdown } from '#ui/markdown.tsx';

/** A piece of a mail; written once, it becomes text and HTML. */
export type Block =
  | { readonly paragraph: string }
  /** What a person wrote, shown as theirs: as typed in the text, with its Markdown shown in the HTML. */
  | { readonly quote: string; readonly by?: string }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly action: string; readonly href: string };

export interface Content {
  readonly language: Language;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  readonly closing: string;
  readonly accent: string;
  /** What a mail program shows above the mail itself; for a preview. */
  readonly above?: readonly (readonly [label: string, value: string])[];
}

const indent = (text: string) =>
  text
    .split('\n')
    .map((each) => `> ${each}`)
    .join('\n');

function blockText(block: Block): string {
  if ('paragraph' in block) return block.paragraph;
  if ('quote' in block) return `${block.by ? `${block.by}:\n` : ''}${indent(block.quote)}`;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${block.action}:\n${block.href}`;
}

/** The mail as plain text. */
export const renderText = ({ greeting, blocks, closing }: Content): string =>
  `${[greeting, ...blocks.map(blockText), closing].join('\n\n')}\n`;

const style = {
  body: 'margin:0;padding:24px;background:#f4f5f6;color:#1b1f24;font:16px/1.5 system-ui,sans-serif',
  sheet: 'max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px',
  above: 'max-width:608px;margin:0 auto 12px',
  paragraph: 'white-space:pre-line',
  quote: 'margin:16px 0;padding:8px 16px;border-left:4px solid #dfe2e5;white-space:pre-wrap',
  by: 'display:block;margin:0 0 8px',
  label: 'padding:2px 12px 2px 0;color:#4a5560;vertical-align:top',
};

/** How what people write looks in a mail: programs that read mail know no stylesheet. */
const inMail: Manner = {
  paragraph: { style: 'margin:0 0 8px' },
  heading: { style: 'margin:0 0 8px;font-weight:600' },
  quote: { style: 'margin:0 0 8px;padding-left:12px;border-left:3px solid #dfe2e5;color:#4a5560' },
  bullets: { style: 'margin:0 0 8px;padding-left:24px' },
  numbers: { style: 'margin:0 0 8px;padding-left:24px' },
  block: { style: 'margin:0 0 8px;padding:8px;background:#f4f5f6;font-size:14px;white-space:pre-wrap' },
  code: { style: 'padding:0 4px;background:#f4f5f6;font-size:14px' },
  link: { style: 'color:#1b1f24;text-decoration:underline' },
};

const BlockHtml = ({ block, accent }: { block: Block; accent: string }) => {
  if ('paragraph' in block) return <p style={style.paragraph}>{block.paragraph}</p>;
  if ('quote' in block)
    return (
      <blockquote style={style.quote}>
        {block.by && <strong style={style.by}>{block.by}</strong>}
        <Markdown text={block.quote} manner={inMail} />
      </blockquote>
    );
  if ('facts' in block)
    return (
      <table role="presentation">
        {block.facts.map(([label, value]) => (
          <tr>
            <td style={style.label}>{label}</td>
            <td>{value}</td>
          </tr>
        ))}
      </table>
    );
  return (
    <p>
      <a
        href={block.href}
        style={`display:inline-block;padding:12px 20px;border:2px solid ${accent};border-radius:6px;color:#1b1f24;font-weight:600;text-decoration:none`}
      >
        {block.action}
      </a>
    </p>
  );
};

/** The mail as HTML, without anything that has to be fetched. */
export const renderHtml = (content: Content): string =>
  `<!DOCTYPE html>${(
    (
      <html lang={content.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>{content.greeting}</title>
        </head>
        <body style={style.body}>
          {content.above?.map(([label, value]) => (
            <p style={style.above}>
              <span style={style.label}>{label}:</span>
              <strong>{value}</strong>
            </p>
          ))}
          <div style={style.sheet}>
            <p>{content.greeting}</p>
            {content.blocks.map((block) => (
              <BlockHtml block={block} accent={content.accent} />
            ))}
            <p style="white-space:pre-wrap;color:#4a5560">{content.closing}</p>
          </div>
        </body>
      </html>
    )
  ).toString()}`;
