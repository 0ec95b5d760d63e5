import { z } from 'zod';

export const ticketKinds = [
  'question',
  'defect',
  'cms_use',
  'availability',
  'server_update',
  'new_wish',
] as const;
/** What a ticket is about, as far as it decides who pays. */
export type TicketKind = (typeof ticketKinds)[number];

export const payers = ['agency', 'client', 'undecided'] as const;
export type Payer = (typeof payers)[number];

export type NextStep = 'work' | 'judge' | 'research' | 'ask_research' | 'quote';

/** Every rule in the order of the published agreement, with what follows where it is the first to match. */
export const outcomes = {
  new_wish: { payer: 'client', next: 'quote' },
  hosting_availability: { payer: 'agency', next: 'work' },
  hosting_updates: { payer: 'agency', next: 'work' },
  warranty: { payer: 'agency', next: 'work' },
  cms_training: { payer: 'agency', next: 'work' },
  direct: { payer: 'agency', next: 'work' },
  to_be_judged: { payer: 'undecided', next: 'judge' },
  at_hand: { payer: 'agency', next: 'work' },
  beyond_research: { payer: 'client', next: 'quote' },
  care_plan_research: { payer: 'agency', next: 'research' },
  research_fee: { payer: 'client', next: 'ask_research' },
} as const satisfies Record<string, { payer: Payer; next: NextStep }>;

export type CoverageRule = keyof typeof outcomes;
export const coverageRules = Object.keys(outcomes) as CoverageRule[];

/** Without these a ticket could be left without a verdict, or get one before anybody looked at it. */
export const indispensable: readonly CoverageRule[] = ['to_be_judged', 'beyond_research', 'research_fee'];

const known = `must be one of ${coverageRules.join(', ')}`;
const ruleSchema = z.strictObject(
  {
    rule: z.enum(coverageRules, { error: known }),
    on: z.boolean({ error: 'must be true or false' }),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type' ? 'must be a rule like {"rule": …, "on": true}' : undefined,
  },
);

/** The rules as a new installation has them: all of them, in the order of the published agreement. */
export const defaultRules = coverageRules.map((rule) => ({ rule, on: true }));

/** Who pays, as the agency has agreed it: the rules in their order, the first that matches counts. */
export const coverageSchema = z.strictObject(
  {
    warrantyMonths: z
      .number({ error: 'must be a number' })
      .int({ error: 'must be a whole number' })
      .min(0, { error: 'must be 0 or more' })
      .max(120, { error: 'must be 120 or less' })
      .default(3),
    rules: z
      .array(ruleSchema, { error: 'must be a list of rules' })
      .default(() => defaultRules.map((each) => ({ ...each })))
      .superRefine((rules, context) => {
        const problem = (path: PropertyKey[], message: string) =>
          context.addIssue({ code: 'custom', path, message });
        for (const [at, { rule, on }] of rules.entries()) {
          if (rules.findIndex((each) => each.rule === rule) < at)
            problem([at, 'rule'], `${rule} is there twice`);
          if (!on && indispensable.includes(rule)) problem([at, 'on'], `${rule} cannot be switched off`);
        }
        const missing = coverageRules.filter((rule) => !rules.some((each) => each.rule === rule));
        if (missing.length > 0) problem([], `lacks ${missing.join(', ')}`);
        else if (rules.at(-1)?.rule !== 'research_fee')
          problem([rules.length - 1], 'research_fee must come last: it takes what no other rule took');
      }),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be an object' : undefined) },
);

export type CoverageTerms = z.output<typeof coverageSchema>;
