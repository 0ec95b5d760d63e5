type Attributes = Readonly<Record<string, string | number>>;
type Part = 'paragraph' | 'heading' | 'quote' | 'bullets' | 'numbers' | 'block' | 'code' | 'link';

/** How each part of a text looks where it is shown: by classes on a page, by styles of its own in a mail. */
export type Manner = Readonly<Record<Part, Attributes>> & {
  /** The words by which people are called in it with an `@`, to stand out. */
  readonly called?: { readonly words: readonly string[]; readonly look: Attributes };
};

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

/** The same where people are called by these words. */
export const callingOnPage = (words: readonly string[]): Manner =>
  words.length === 0
    ? onPage
    : {
        ...onPage,
        called: { words, look: { class: 'rounded-field bg-primary/15 px-1 font-semibold text-inherit' } },
      };
