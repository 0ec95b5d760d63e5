import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '#lib/root.ts';
import { agreementSchema } from './agreement.ts';
import { type Combination, combinations, factsOf, matching, reportedOn, terms } from './coverage.oracle.ts';
import { type CoverageFacts, coverageOf, warrantyEnd } from './coverage.ts';
import { type CoverageRule, coverageRules, outcomes } from './coverage-rules.ts';
import { coverageTable } from './coverage-table.oracle.ts';
import { defaultAgreement } from './defaults.ts';

const verdict = (made: Combination) => coverageOf(factsOf(made), terms);
const base = factsOf({
  kind: 'defect',
  hosted: false,
  warranty: false,
  trained: false,
  carePlan: false,
  causeOutside: false,
  directlySolvable: false,
  atHand: null,
});
const ruleOf = (change: Partial<CoverageFacts>) => coverageOf({ ...base, ...change }, terms).rule;
const off = (...rules: CoverageRule[]) => ({
  ...terms,
  rules: terms.rules.map(({ rule }) => ({ rule, on: !rules.includes(rule) })),
});

describe('every combination of facts', () => {
  test('gets exactly one verdict: that of the first rule that matches', () => {
    expect(combinations).toHaveLength(6 * 2 ** 5 * 3 * 3);
    const seen = new Set<CoverageRule>();
    for (const made of combinations) {
      const { rule, payer, next, sentence } = verdict(made);
      expect(rule, JSON.stringify(made)).toBe(matching(made)[0]);
      expect({ payer, next }).toEqual(outcomes[rule]);
      expect(sentence.nl).toMatch(/^[A-Z].*\.$/);
      expect(sentence.en).toMatch(/^[A-Z].*\.$/);
      seen.add(rule);
    }
    expect([...seen].sort()).toEqual([...coverageRules].sort());
  });

  test('stands in docs/coverage.md, as it is now', async () => {
    const path = join(packageRoot, 'docs', 'coverage.md');
    const table = coverageTable();
    const written = await readFile(path, 'utf8').catch(() => '');
    if (written !== table && process.env.UPDATE_DOCS) await writeFile(path, table);
    else expect(written, 'stale: run the tests with UPDATE_DOCS=1').toBe(table);
  });

  test('is the same whatever research found, where it can or may be solved directly', () => {
    for (const made of combinations.filter(({ directlySolvable }) => directlySolvable !== false))
      expect(verdict(made)).toEqual(verdict({ ...made, atHand: null }));
  });

  test('never promises that it costs nothing where the client pays or nobody knows', () => {
    for (const made of combinations) {
      const { payer, sentence } = verdict(made);
      const free = /kost u niets\.$|kosten u niets\.$|kost u verder niets\.$/.test(sentence.nl);
      expect(free, sentence.nl).toBe(payer === 'agency');
    }
  });
});

describe('the day of the report alone counts', () => {
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const period = fc.tuple(day, fc.option(day)).map(([one, other]) => {
    if (other === null) return { from: one, to: null };
    return one <= other ? { from: one, to: other } : { from: other, to: one };
  });
  const facts = fc.record({
    reportedOn: day,
    kind: fc.constantFrom(...new Set(combinations.map(({ kind }) => kind))),
    site: fc.record({
      deliveries: fc.array(fc.record({ on: day, name: fc.constantFrom('site', 'shop') }), { maxLength: 3 }),
      hosting: fc.array(period, { maxLength: 2 }),
      carePlans: fc.array(period, { maxLength: 2 }),
    }),
    concerns: fc.constantFrom('site', 'shop', null),
    reporter: fc.record({ trainedOn: fc.option(day) }),
    findings: fc.record({
      directlySolvable: fc.option(fc.boolean()),
      atHand: fc.option(fc.boolean()),
      causeOutside: fc.boolean(),
    }),
  });

  test('so what begins after it changes nothing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { reportedOn, site, reporter } = given;
        const begun = {
          deliveries: site.deliveries.filter(({ on }) => on <= reportedOn),
          hosting: site.hosting.filter(({ from, to }) => from <= reportedOn && (!to || to >= reportedOn)),
          carePlans: site.carePlans.filter(({ from, to }) => from <= reportedOn && (!to || to >= reportedOn)),
        };
        const trainedOn = reporter.trainedOn && reporter.trainedOn <= reportedOn ? reporter.trainedOn : null;
        expect(coverageOf({ ...given, site: begun, reporter: { trainedOn } }, terms)).toEqual(
          coverageOf(given, terms),
        );
      }),
    );
  });

  test('and a day of the end is never before it', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { until } = coverageOf(given, terms);
        expect(until === null || until >= given.reportedOn).toBe(true);
      }),
    );
  });
});

describe('the warranty', () => {
  const from = (on: string, reportedOn: string) =>
    ruleOf({ reportedOn, site: { ...base.site, deliveries: [{ on, name: 'site' }], carePlans: [] } });

  test.each([
    ['2026-10-01', '2027-01-01'],
    ['2026-01-31', '2026-04-30'],
    ['2025-11-30', '2026-02-28'],
    ['2027-11-29', '2028-02-29'],
    ['2027-11-30', '2028-02-29'],
    ['2028-02-29', '2028-05-29'],
    ['2026-12-31', '2027-03-31'],
  ])('of what was delivered on %s ends on %s, both days in it', (on, end) => {
    expect(warrantyEnd(on, 3)).toBe(end);
    const [before, after] = [-1, 1].map(
      (days) => (day: string) => Temporal.PlainDate.from(day).add({ days }).toString(),
    ) as [(day: string) => string, (day: string) => string];
    expect(from(on, on)).toBe('warranty');
    expect(from(on, end)).toBe('warranty');
    expect(from(on, before(on))).toBe('research_fee');
    expect(from(on, after(end))).toBe('research_fee');
  });

  test('is that of the delivery that the ticket concerns, else of the latest one by then', () => {
    const deliveries = [
      { on: '2025-08-01', name: 'site' },
      { on: '2026-10-01', name: 'webshop' },
      { on: '2026-11-01', name: 'app' },
    ];
    const site = { ...base.site, deliveries };
    expect(coverageOf({ ...base, site }, terms)).toMatchObject({ rule: 'warranty', until: '2027-01-01' });
    expect(ruleOf({ site, concerns: 'webshop' })).toBe('warranty');
    expect(ruleOf({ site, concerns: 'site' })).toBe('research_fee');
    expect(ruleOf({ site, concerns: 'app' })).toBe('research_fee');
  });

  test('may last longer by agreement, or not at all', () => {
    const delivered = { ...base, site: { ...base.site, deliveries: [{ on: '2026-05-31', name: 'site' }] } };
    expect(coverageOf(delivered, { ...terms, warrantyMonths: 6 }).until).toBe('2026-11-30');
    expect(coverageOf(delivered, { ...terms, warrantyMonths: 0 }).rule).toBe('research_fee');
  });
});

describe('periods', () => {
  const hosted = (from: string, to: string | null) =>
    coverageOf({ ...base, kind: 'availability', site: { ...base.site, hosting: [{ from, to }] } }, terms);

  test('hold on their first and last day, and without an end', () => {
    expect(hosted(reportedOn, reportedOn)).toMatchObject({ rule: 'hosting_availability', until: reportedOn });
    expect(hosted('2026-10-17', null).rule).toBe('research_fee');
    expect(hosted('2020-01-01', '2026-10-15').rule).toBe('research_fee');
    expect(hosted('2020-01-01', null)).toMatchObject({ rule: 'hosting_availability', until: null });
  });

  test('the one that lasts longest counts where several hold', () => {
    const plans = (...ends: (string | null)[]) => ({
      ...base,
      site: { ...base.site, carePlans: ends.map((to) => ({ from: '2026-01-01', to })) },
    });
    expect(coverageOf(plans('2026-12-31', '2027-12-31', '2026-11-30'), terms).until).toBe('2027-12-31');
    expect(coverageOf(plans('2026-12-31', null, '2026-11-30'), terms).until).toBe(null);
  });

  test('a training counts from its own day on', () => {
    const trained = (trainedOn: string) => ruleOf({ kind: 'cms_use', reporter: { trainedOn } });
    expect(trained(reportedOn)).toBe('cms_training');
    expect(trained('2026-10-17')).toBe('research_fee');
  });
});

describe('the rules are a setting', () => {
  test('one that is switched off leaves its tickets to those that follow', () => {
    for (const made of combinations) {
      const [first, second] = matching(made);
      if (!first || ['to_be_judged', 'beyond_research', 'research_fee'].includes(first)) continue;
      const { rule } = coverageOf(factsOf(made), off(first));
      // research that was done is not asked for again
      expect(rule).toBe(first === 'at_hand' ? 'beyond_research' : second);
    }
  });

  test('an agreement from before there were rules holds those that were published', () => {
    const { coverage: _, ...older } = defaultAgreement;
    expect(agreementSchema.parse(JSON.parse(JSON.stringify(older)))).toEqual(defaultAgreement);
  });

  test.each([
    ['twice', [...terms.rules.slice(0, -1), terms.rules[0], terms.rules.at(-1)], /new_wish is there twice/],
    ['missing', terms.rules.slice(1), /^coverage.rules: lacks new_wish$/],
    ['last', terms.rules.toReversed(), /research_fee must come last/],
    ['off', off('research_fee').rules, /coverage.rules.10.on: research_fee cannot be switched off/],
    ['unknown', [{ rule: 'free', on: true }], /coverage.rules.0.rule: must be one of new_wish/],
  ])('but never nonsense: %s', (_, rules, message) => {
    const { error } = agreementSchema.safeParse({ ...defaultAgreement, coverage: { rules } });
    const told = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
    expect(told).toMatch(message);
  });
});
