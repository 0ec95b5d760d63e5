import type { CoverageFacts, Findings, Period } from './coverage.ts';
import { type CoverageRule, type TicketKind, ticketKinds } from './coverage-rules.ts';
import { defaultAgreement } from './defaults.ts';

/** Every combination of facts that a rule could look at, and the same rules written a second time. */

export const reportedOn = '2026-10-16';
const yesNo = [true, false] as const;
const unknown = [true, false, null] as const;

/** Facts as they matter, without their days. */
export interface Combination {
  readonly kind: TicketKind;
  readonly hosted: boolean;
  readonly warranty: boolean;
  readonly trained: boolean;
  readonly carePlan: boolean;
  readonly causeOutside: boolean;
  readonly directlySolvable: boolean | null;
  readonly atHand: boolean | null;
}

export const combinations: readonly Combination[] = ticketKinds.flatMap((kind) =>
  yesNo.flatMap((hosted) =>
    yesNo.flatMap((warranty) =>
      yesNo.flatMap((trained) =>
        yesNo.flatMap((carePlan) =>
          yesNo.flatMap((causeOutside) =>
            unknown.flatMap((directlySolvable) =>
              unknown.map((atHand) => ({
                ...{ kind, hosted, warranty, trained, carePlan },
                ...{ causeOutside, directlySolvable, atHand },
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** A ticket of that combination, reported on `reportedOn`. */
export function factsOf(made: Combination): CoverageFacts {
  const period = (holds: boolean): Period[] => [
    holds ? { from: '2025-01-01', to: '2026-12-31' } : { from: '2025-01-01', to: '2025-12-31' },
  ];
  const { kind, causeOutside, directlySolvable, atHand } = made;
  const findings: Findings = { causeOutside, directlySolvable, atHand };
  return {
    reportedOn,
    kind,
    site: {
      deliveries: [{ on: made.warranty ? '2026-10-01' : '2025-10-01', name: 'site' }],
      hosting: period(made.hosted),
      carePlans: period(made.carePlan),
    },
    concerns: null,
    reporter: { trainedOn: made.trained ? '2026-01-15' : null },
    findings,
  };
}

/** All the rules that could take a combination, by the table that was published. */
export function matching(made: Combination): CoverageRule[] {
  const { kind, directlySolvable: direct, atHand } = made;
  const table: [CoverageRule, boolean][] = [
    ['new_wish', kind === 'new_wish'],
    ['hosting_availability', kind === 'availability' && made.hosted],
    ['hosting_updates', kind === 'server_update' && made.hosted],
    ['warranty', made.warranty && !made.causeOutside],
    ['cms_training', kind === 'cms_use' && made.trained],
    ['direct', direct === true],
    ['to_be_judged', direct === null],
    ['at_hand', direct === false && atHand === true],
    ['beyond_research', direct === false && atHand === false],
    ['care_plan_research', direct === false && atHand === null && made.carePlan],
    ['research_fee', true],
  ];
  return table.filter(([, holds]) => holds).map(([rule]) => rule);
}

export const terms = defaultAgreement.coverage;
