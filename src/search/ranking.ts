import type { Priority, SearchPart } from '#db/types.ts';

/** Where in a ticket the words stood; null where one stood here and another there. */
export type Place = SearchPart | 'number' | null;

/** A ticket that was found. */
export interface Hit {
  readonly id: string;
  readonly place: Place;
  /** The message or note in which the words stood. */
  readonly textId: string | null;
}

/** By what a ticket that was found is ranked and narrowed. */
export interface Facts {
  readonly organisation_id: string;
  readonly site_id: string;
  readonly priority: Priority;
  readonly closed_at: Date | null;
  readonly updated_at: Date;
}

type Ranked = Pick<Hit, 'id' | 'place'> & Pick<Facts, 'closed_at' | 'updated_at'>;

const weights: Record<SearchPart | 'number', number> = {
  number: 100,
  subject: 3,
  report: 2,
  message: 1,
  note: 1,
};
const scattered = 0.5;
const openWeight = 0.75;
const quarter = 90 * 24 * 60 * 60 * 1000;

/** How likely a ticket is the one that is looked for: by where the words stand, and by being open and recent. */
function weightOf({ place, closed_at, updated_at }: Ranked, now: Date): number {
  const age = Math.max(0, now.getTime() - updated_at.getTime());
  return (place ? weights[place] : scattered) + (closed_at ? 0 : openWeight) + Math.exp(-age / quarter);
}

/** The likeliest first; of equals the last changed. */
export function ranked<T extends Ranked>(hits: readonly T[], now: Date): T[] {
  return hits
    .map((hit) => ({ hit, weight: weightOf(hit, now), at: hit.updated_at.getTime() }))
    .sort((a, b) => b.weight - a.weight || b.at - a.at || (a.hit.id < b.hit.id ? -1 : 1))
    .map(({ hit }) => hit);
}
