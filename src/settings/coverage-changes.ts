import type { Language } from '#lib/language.ts';
import { euroWords } from '#lib/money.ts';
import { ruleWords } from '#published/pays.ts';
import { type Terms, writeCoverage } from './coverage-form.ts';
import { settingsTexts } from './texts.ts';

const numbers = [
  'warranty',
  'fair_use',
  'research_minutes',
  'remind_percent',
  'remind_days',
  'drop_days',
  'quote_days',
  'quote_remind',
] as const;

/** In sentences, what a change of who pays makes different; none where nothing does. */
export function changesOf(before: Terms, after: Terms, language: Language): string[] {
  const say = settingsTexts(language);
  const on = (terms: Terms) => terms.coverage.rules.filter((each) => each.on).map(({ rule }) => rule);
  const [was, is] = [on(before), on(after)];
  const order = (terms: Terms) => terms.coverage.rules.map(({ rule }) => rule);
  const reordered = order(before).join() !== order(after).join();
  const [old, now] = [writeCoverage(before, ''), writeCoverage(after, '')];
  const sentence = (what: string, from: string, to: string) =>
    say('coverage.change.from_to', { what, from, to });
  const never = say('coverage.change.none');
  return [
    ...is
      .filter((rule) => !was.includes(rule))
      .map((rule) => say('coverage.change.on', { rule: ruleWords(rule, after, language) })),
    ...was
      .filter((rule) => !is.includes(rule))
      .map((rule) => say('coverage.change.off', { rule: ruleWords(rule, before, language) })),
    ...(reordered
      ? [
          say('coverage.change.order', {
            rules: is.map((rule) => say(`coverage.rule.${rule}`)).join(' → '),
          }),
        ]
      : []),
    ...(before.costs.researchFeeCents === after.costs.researchFeeCents
      ? []
      : [
          sentence(
            say('coverage.research_fee'),
            euroWords(before.costs.researchFeeCents, language),
            euroWords(after.costs.researchFeeCents, language),
          ),
        ]),
    ...numbers
      .filter((name) => old[name] !== now[name])
      .map((name) => sentence(say(`coverage.${name}`), old[name] || never, now[name] || never)),
  ];
}
