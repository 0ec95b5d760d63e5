import type { SiteKind, SitePhase } from '#db/types.ts';
import type { ContactRole } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';

export interface SiteData {
  readonly name: string;
  readonly kind: SiteKind;
  /** As it stands now. */
  readonly phase: SitePhase;
  readonly address: string;
  readonly criticalParts: readonly string[];
}

export interface ContactData {
  readonly name: string;
  readonly role: ContactRole;
  readonly budgetHolder?: true;
  /** A colleague sees the tickets of these sites, by their place in the list. */
  readonly sites?: readonly number[];
}

export interface ClientData {
  readonly name: string;
  readonly domain: string;
  readonly language: Language;
  readonly sites: readonly SiteData[];
  readonly contacts: readonly ContactData[];
  /** What the stories call things at this client. */
  readonly words: Readonly<Record<'product' | 'other' | 'page' | 'event', string>>;
}

/** A site; live, unless it says otherwise. */
export const siteOf = (
  kind: SiteKind,
  name: string,
  address: string,
  criticalParts: readonly string[] = [],
  phase: SitePhase = 'live',
): SiteData => ({ name, kind, phase, address, criticalParts });

export const pays = { budgetHolder: true } as const;
