import type { Person } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';

/** The agency as every page shows it. */
export interface Brand {
  readonly name: string;
  /** A colour as `#rrggbb`. */
  readonly accent: string;
  /** The hash of its logo; without one its name stands there. */
  readonly logo?: string | null;
}

/** What every page knows: who reads it, in which language, when, and where it stands. */
export interface Page {
  readonly language: Language;
  readonly person: Person | null;
  readonly brand: Brand;
  /** The office's own time zone: every moment on screen is said in it. */
  readonly timeZone: string;
  readonly now: Date;
  /** Path and query of this page. */
  readonly path: string;
  /** A sentence about what was just done, shown once. */
  readonly done: string | null;
  /** Lets the page's own style element through the content security policy. */
  readonly nonce: string;
}
