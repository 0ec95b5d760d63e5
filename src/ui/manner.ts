type Part = 'paragraph' | 'heading' | 'quote' | 'bullets' | 'numbers' | 'block' | 'code' | 'link';

/** How each part of a text looks where it is shown: by classes on a page, by styles of its own in a mail. */
export type Manner = Readonly<Record<Part, Readonly<Record<string, string | number>>>>;

/** On our own pages. */
export const onPage: Manner = {
  paragraph: {},
  heading: { class: 'font-semibold' },
  quote: { class: 'border-l-4 border-base-300 pl-3' },
  bullets: { class: 'list-disc pl-6' },
  numbers: { class: 'list-decimal pl-6' },
  block: { class: 'overflow-x-auto rounded-field bg-base-300/40 p-2 text-sm', tabindex: 0 },
  code: { class: 'rounded-field bg-base-300/40 px-1 text-sm' },
  link: { class: 'text-primary underline underline-offset-2' },
};
