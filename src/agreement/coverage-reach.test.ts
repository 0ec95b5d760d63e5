import { expect, test } from 'vitest';
import { neverReached } from './coverage-reach.ts';
import { type CoverageRule, defaultRules } from './coverage-rules.ts';

const before = (rule: CoverageRule, other: CoverageRule) => {
  const rest = defaultRules.filter((each) => each.rule !== rule);
  const at = rest.findIndex((each) => each.rule === other);
  return [...rest.slice(0, at), { rule, on: true }, ...rest.slice(at)];
};

test('in the published order every rule decides about some ticket', () => {
  expect(neverReached({ warrantyMonths: 3, rules: defaultRules })).toEqual([]);
  expect(neverReached({ warrantyMonths: 0, rules: defaultRules })).toEqual([]);
});

test('a rule behind one that takes all it fits decides about none', () => {
  const rules = before('beyond_research', 'at_hand');
  expect(neverReached({ warrantyMonths: 3, rules })).toEqual(['at_hand']);
  const off = rules.map((each) => ({ ...each, on: each.rule !== 'at_hand' }));
  expect(neverReached({ warrantyMonths: 3, rules: off })).toEqual([]);
});

test('one that only says otherwise why it is free still decides', () => {
  expect(neverReached({ warrantyMonths: 3, rules: before('direct', 'new_wish') })).toEqual([]);
});
