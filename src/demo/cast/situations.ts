/** What is known of a site, in days from today: minus is past. Null is without an end. */
export interface Situation {
  readonly deliveries: readonly { readonly name: string; readonly on: number }[];
  readonly hosting?: readonly [from: number, to: number | null];
  readonly carePlan?: readonly [from: number, to: number | null];
  readonly plan?: 'Basis' | 'Plus';
}

/** Every situation that a live site can be in; the sites of the demo take them in turn. */
export const situations: readonly Situation[] = [
  // delivered lately, and hosted: in the warranty
  { deliveries: [{ name: 'site', on: -40 }], hosting: [-45, null] },
  // long out of the warranty, with a care plan
  { deliveries: [{ name: 'site', on: -700 }], hosting: [-700, null], carePlan: [-330, 400], plan: 'Plus' },
  // an old site with something new, that has a warranty of its own
  {
    deliveries: [
      { name: 'site', on: -900 },
      { name: 'webshop', on: -20 },
    ],
    hosting: [-900, null],
    carePlan: [-200, null],
    plan: 'Basis',
  },
  // out of the warranty, and hosted elsewhere
  { deliveries: [{ name: 'site', on: -420 }] },
  // its care plan has just ended
  { deliveries: [{ name: 'site', on: -500 }], hosting: [-500, 200], carePlan: [-395, -25], plan: 'Plus' },
  // its warranty is about to end
  { deliveries: [{ name: 'site', on: -82 }], hosting: [-90, null] },
  // its care plan is about to begin
  { deliveries: [{ name: 'site', on: -250 }], hosting: [-250, null], carePlan: [14, null], plan: 'Basis' },
  // nothing has been entered yet
  { deliveries: [] },
];

export const prices = { Basis: 4_900, Plus: 9_500 } as const;
