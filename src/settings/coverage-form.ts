import { z } from 'zod';
import type { Agreement } from '#agreement/agreement.ts';
import { type CoverageRule, coverageRules, indispensable } from '#agreement/coverage-rules.ts';
import { type Form, parse } from '#auth/form.ts';
import { euros, whole, wholeNumbers } from '#lib/text.ts';
import { fromSchema } from './schema.ts';

const coverageFields = fromSchema
  .extend({
    warranty: whole(0, 120),
    fair_use: whole(1, 10_000),
    research_fee: euros()
      .refine((cents) => cents !== null, 'required')
      .refine((cents) => cents !== 0, 'too_small'),
    research_minutes: whole(1, 10_000),
    remind_percent: whole(1, 100),
    remind_days: wholeNumbers(260, 'days_listed'),
    drop_days: whole(1, 260),
    quote_days: whole(1, 366),
    quote_remind: wholeNumbers(365, 'days_listed'),
  })
  .refine(({ remind_days, drop_days }) => remind_days.every((days) => days < drop_days), {
    path: ['remind_days'],
    message: 'reminders_first',
  })
  .refine(({ quote_remind, quote_days }) => quote_remind.every((days) => days < quote_days), {
    path: ['quote_remind'],
    message: 'reminders_within',
  });

type Terms = Pick<Agreement, 'coverage' | 'costs'>;

/** Who pays and what it costs, as the form says it; `Invalid` names the fields otherwise. */
export function readCoverage({ values, all }: Form) {
  const read = parse(coverageFields, values);
  const terms: Terms = {
    coverage: { warrantyMonths: read.warranty, rules: rulesIn({ values, all }) },
    costs: {
      researchFeeCents: read.research_fee!,
      researchMinutes: read.research_minutes,
      remindAtPercent: read.remind_percent,
      remindAfterWorkingDays: read.remind_days,
      dropAfterWorkingDays: read.drop_days,
      quoteValidDays: read.quote_days,
      quoteRemindDaysBefore: read.quote_remind.toReversed(),
      fairUsePerQuarter: read.fair_use,
    },
  };
  return { terms, valid_from: read.valid_from, seen: read.seen };
}

/** The rules in the form's order, each once; whatever the form says, what is indispensable is on and the last is the last. */
export function rulesIn({ values, all }: Pick<Form, 'values' | 'all'>): Agreement['coverage']['rules'] {
  const named = (all.rule ?? []).flatMap((each) => z.enum(coverageRules).safeParse(each).data ?? []);
  const order = [...new Set([...named, ...coverageRules])].filter((rule) => rule !== 'research_fee');
  return [...order, 'research_fee' as const].map((rule) => ({
    rule,
    on: indispensable.includes(rule) || values[`on_${rule}`] !== undefined,
  }));
}

/** The order after one rule has gone up or down by one, as the button says («up:direct»); the last stays the last. */
export function moved(rules: Agreement['coverage']['rules'], button: string): Agreement['coverage']['rules'] {
  const [way, name] = button.split(':');
  const at = rules.findIndex(({ rule }) => rule === name);
  const to = way === 'up' ? at - 1 : at + 1;
  if (at < 0 || !mayMove(rules, at, to)) return rules;
  const others = rules.toSpliced(at, 1);
  return others.toSpliced(to, 0, rules[at]!);
}

/** Whether a rule can stand at another place. */
export const mayMove = (rules: Agreement['coverage']['rules'], at: number, to: number): boolean =>
  to >= 0 && to < rules.length - 1 && at < rules.length - 1;

/** The fields of the form as the agreement has them. */
export const writeCoverage = ({ coverage, costs }: Terms, valid_from: string): Record<string, string> => ({
  warranty: String(coverage.warrantyMonths),
  fair_use: String(costs.fairUsePerQuarter),
  research_fee: `${Math.floor(costs.researchFeeCents / 100)},${String(costs.researchFeeCents % 100).padStart(2, '0')}`,
  research_minutes: String(costs.researchMinutes),
  remind_percent: String(costs.remindAtPercent),
  remind_days: costs.remindAfterWorkingDays.join(', '),
  drop_days: String(costs.dropAfterWorkingDays),
  quote_days: String(costs.quoteValidDays),
  quote_remind: costs.quoteRemindDaysBefore.join(', '),
  valid_from,
});

export type { CoverageRule, Terms };
