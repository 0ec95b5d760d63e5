import type { Agreement } from '#agreement/agreement.ts';
import { type CoverageRule, outcomes } from '#agreement/coverage-rules.ts';
import { totalsOf, vatPercent } from '#costs/vat.ts';
import type { Language } from '#lib/language.ts';
import { euroWords } from '#lib/money.ts';
import type { PublishedSection } from './model.ts';
import { publishedTexts } from './texts.ts';

/** Who pays (agreement §3): the rules that are switched on, in the order in which they are tried. */
export function paysSection(agreement: Agreement, language: Language): PublishedSection {
  const say = publishedTexts(language);
  const inForce = agreement.coverage.rules.filter(({ on }) => on);
  return {
    id: 'who-pays',
    title: say('pays.title'),
    blocks: [
      { paragraph: say('pays.never') },
      { paragraph: say('pays.intro') },
      {
        rules: inForce.map(({ rule }) => ({
          text: ruleWords(rule, agreement, language),
          free: outcomes[rule].payer !== 'client',
        })),
      },
      { paragraph: say('pays.budget_holder') },
      { paragraph: say('pays.vat') },
    ],
  };
}

/** One rule as a sentence, with the numbers of the agreement in it. */
export function ruleWords(
  rule: CoverageRule,
  { coverage, costs }: Pick<Agreement, 'coverage' | 'costs'>,
  language: Language,
): string {
  const say = publishedTexts(language);
  if (rule === 'warranty') return say('rule.warranty', { count: coverage.warrantyMonths });
  if (rule === 'cms_training') return say('rule.cms_training', { count: costs.fairUsePerQuarter });
  if (rule === 'new_wish' || rule === 'beyond_research')
    return say(`rule.${rule}`, { count: costs.quoteValidDays });
  if (rule === 'research_fee') {
    const { grossCents } = totalsOf([{ amountCents: costs.researchFeeCents, vat: 'standard' }]);
    return say('rule.research_fee', {
      fee: euroWords(costs.researchFeeCents, language),
      gross: euroWords(grossCents, language),
      vat: vatPercent.standard,
    });
  }
  return say(`rule.${rule}`);
}
