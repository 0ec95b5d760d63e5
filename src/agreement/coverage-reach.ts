import { type CoverageFacts, coverageOf } from './coverage.ts';
import { type CoverageRule, type CoverageTerms, ticketKinds } from './coverage-rules.ts';

const day = '2026-06-15';
const period = [{ from: '2026-01-01', to: null }];
const known = [null, true, false] as const;
const yesNo = [true, false] as const;

/** The rules that are switched on and yet decide about no ticket, because others before them take all that fits. */
export function neverReached(terms: CoverageTerms): CoverageRule[] {
  // The length of a warranty makes no difference to which rules a ticket can come to.
  const reached = new Set(facts().map((each) => coverageOf(each, { ...terms, warrantyMonths: 1 }).rule));
  return terms.rules.filter(({ rule, on }) => on && !reached.has(rule)).map(({ rule }) => rule);
}

/** Every situation that the rules tell apart. */
function facts(): CoverageFacts[] {
  const all: CoverageFacts[] = [];
  for (const kind of ticketKinds)
    for (const hosted of yesNo)
      for (const warranty of yesNo)
        for (const planned of yesNo)
          for (const trained of yesNo)
            for (const causeOutside of yesNo)
              for (const directlySolvable of known)
                for (const atHand of known)
                  all.push({
                    reportedOn: day,
                    kind,
                    site: {
                      deliveries: warranty ? [{ on: day, name: '' }] : [],
                      hosting: hosted ? period : [],
                      carePlans: planned ? period : [],
                    },
                    concerns: null,
                    reporter: { trainedOn: trained ? day : null },
                    findings: { directlySolvable, atHand, causeOutside },
                  });
  return all;
}
