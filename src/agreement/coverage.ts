import {
  type CoverageRule,
  type CoverageTerms,
  type NextStep,
  outcomes,
  type Payer,
  type TicketKind,
} from './coverage-rules.ts';
import { overruledSentence, sentenceOf } from './coverage-words.ts';

/** A stretch of days, both of them counted; null is without an end. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
}

export interface Delivery {
  readonly on: string;
  readonly name: string;
}

/** What a supporter found out; null is not known yet. */
export interface Findings {
  readonly directlySolvable: boolean | null;
  /** Whether research brought the solution to hand; null before research. */
  readonly atHand: boolean | null;
  readonly causeOutside: boolean;
}

/** Days are `2026-10-16`. */
export interface CoverageFacts {
  readonly reportedOn: string;
  readonly kind: TicketKind;
  readonly site: {
    readonly deliveries: readonly Delivery[];
    readonly hosting: readonly Period[];
    readonly carePlans: readonly Period[];
  };
  /** The name of the delivery that it is about; null for the latest by then. */
  readonly concerns: string | null;
  readonly reporter: { readonly trainedOn: string | null };
  readonly findings: Findings;
}

/** What the facts come down to on the day of the report: all that rules and words look at. */
export interface Standing {
  readonly reportedOn: string;
  readonly kind: TicketKind;
  readonly hosting: Period | null;
  /** The last day of the warranty, whether it has passed or not; null where nothing was delivered by then. */
  readonly warrantyUntil: string | null;
  readonly carePlan: Period | null;
  readonly trainedOn: string | null;
  readonly findings: Findings;
}

export interface Verdict {
  readonly rule: CoverageRule;
  readonly payer: Payer;
  readonly next: NextStep;
  /** The last day of the period that the verdict rests on, where it rests on one that ends. */
  readonly until: string | null;
  readonly sentence: { readonly nl: string; readonly en: string };
}

/** A verdict by the rules, or by a person who decided otherwise. */
export type Decision = Omit<Verdict, 'rule'> & { readonly rule: CoverageRule | 'overruled' };

const when: Record<CoverageRule, (standing: Standing) => boolean> = {
  new_wish: ({ kind }) => kind === 'new_wish',
  hosting_availability: ({ kind, hosting }) => kind === 'availability' && hosting !== null,
  hosting_updates: ({ kind, hosting }) => kind === 'server_update' && hosting !== null,
  warranty: ({ warrantyUntil, reportedOn, findings }) =>
    warrantyUntil !== null && reportedOn <= warrantyUntil && !findings.causeOutside,
  cms_training: ({ kind, trainedOn }) => kind === 'cms_use' && trainedOn !== null,
  direct: ({ findings }) => findings.directlySolvable === true,
  to_be_judged: ({ findings }) => findings.directlySolvable === null,
  at_hand: ({ findings }) => findings.directlySolvable === false && findings.atHand === true,
  // Also where it is at hand in an agreement that does not give that away.
  beyond_research: ({ findings }) => findings.directlySolvable === false && findings.atHand !== null,
  care_plan_research: ({ carePlan, findings }) =>
    findings.directlySolvable === false && findings.atHand === null && carePlan !== null,
  research_fee: () => true,
};

/** Who pays for a ticket, and by which rule: the first in the agreement's order that matches the facts. */
export function coverageOf(facts: CoverageFacts, terms: CoverageTerms): Verdict {
  const standing = standingOf(facts, terms);
  const inForce = terms.rules.filter(({ on }) => on).map(({ rule }) => rule);
  const rule = inForce.find((each) => when[each](standing));
  if (!rule) throw new RangeError('the agreement lacks a rule for what no other rule takes');
  const planned = inForce.includes('care_plan_research');
  const words = { ...standing, carePlan: planned ? standing.carePlan : null };
  return {
    rule,
    ...outcomes[rule],
    until: untilOf(rule, standing),
    sentence: { nl: sentenceOf(rule, words, 'nl'), en: sentenceOf(rule, words, 'en') },
  };
}

/** What follows where a person decided otherwise than the rules: the client is asked before anything costs money. */
export function overruled(payer: 'agency' | 'client'): Decision {
  const sentence = { nl: overruledSentence(payer, 'nl'), en: overruledSentence(payer, 'en') };
  return {
    rule: 'overruled',
    payer,
    next: payer === 'agency' ? 'work' : 'ask_research',
    until: null,
    sentence,
  };
}

/** The facts as they stand on the day of the report, and on no other. */
export function standingOf(facts: CoverageFacts, { warrantyMonths }: CoverageTerms): Standing {
  const { reportedOn, kind, site, reporter, findings } = facts;
  const delivery = deliveryOf(facts);
  const { trainedOn } = reporter;
  return {
    reportedOn,
    kind,
    hosting: holding(site.hosting, reportedOn),
    warrantyUntil: delivery ? warrantyEnd(delivery.on, warrantyMonths) : null,
    carePlan: holding(site.carePlans, reportedOn),
    trainedOn: trainedOn !== null && trainedOn <= reportedOn ? trainedOn : null,
    findings,
  };
}

/** The last day of a warranty: the same day so many months on, or the last of a month that is too short for it. */
export function warrantyEnd(deliveredOn: string, months: number): string {
  return Temporal.PlainDate.from(deliveredOn).add({ months }).toString();
}

/** The latest delivery by the day of the report, of the name that is meant where there is one. */
function deliveryOf({ reportedOn, concerns, site }: CoverageFacts): Delivery | null {
  const by = site.deliveries.filter(
    ({ on, name }) => on <= reportedOn && (concerns === null || name === concerns),
  );
  return by.reduce<Delivery | null>((last, each) => (last && last.on >= each.on ? last : each), null);
}

/** The period that holds on a day; of several the one that holds longest. */
function holding(periods: readonly Period[], day: string): Period | null {
  const held = periods.filter(({ from, to }) => from <= day && (to === null || day <= to));
  const later = (one: Period, other: Period) =>
    one.to === null || (other.to !== null && one.to >= other.to) ? one : other;
  return held.reduce<Period | null>((last, each) => (last ? later(last, each) : each), null);
}

function untilOf(rule: CoverageRule, { warrantyUntil, hosting, carePlan }: Standing): string | null {
  if (rule === 'warranty') return warrantyUntil;
  if (rule === 'hosting_availability' || rule === 'hosting_updates') return hosting?.to ?? null;
  return rule === 'care_plan_research' ? (carePlan?.to ?? null) : null;
}
