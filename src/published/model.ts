/** What the agreement is made of for people; the page and the PDF are written from the same. */
export interface Published {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly PublishedSection[];
}

export interface PublishedSection {
  /** The anchor of its heading. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PublishedBlock[];
}

export type PublishedBlock =
  | { readonly paragraph: string }
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  /** In an order that counts, each with a name of its own. */
  | { readonly steps: readonly { readonly name: string; readonly text: string }[] }
  /** What each of two sides does, by moment. */
  | {
      readonly sides: readonly [string, string];
      readonly rows: readonly { readonly name: string; readonly texts: readonly [string, string] }[];
    }
  /** The first cell of a row names it. */
  | {
      readonly caption: string;
      readonly head: readonly string[];
      readonly body: readonly (readonly string[])[];
    }
  /** Rules of which the first that fits counts; `free` says that it costs the client nothing. */
  | { readonly rules: readonly { readonly text: string; readonly free: boolean }[] };
