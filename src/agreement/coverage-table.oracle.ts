import { type Combination, combinations, factsOf, terms } from './coverage.oracle.ts';
import { coverageOf } from './coverage.ts';
import { outcomes, ticketKinds } from './coverage-rules.ts';

/** Findings side by side; where it can or may be solved directly, research has nothing to add. */
const findings: [string, Pick<Combination, 'directlySolvable' | 'atHand'>][] = [
  ['not judged yet', { directlySolvable: null, atHand: null }],
  ['directly solvable', { directlySolvable: true, atHand: null }],
  ['not directly', { directlySolvable: false, atHand: null }],
  ['research: at hand', { directlySolvable: false, atHand: true }],
  ['research: not at hand', { directlySolvable: false, atHand: false }],
];
const days = {
  hosted: ['hosted by us', 'not hosted by us'],
  warranty: ['in warranty', 'no warranty'],
  causeOutside: ['cause outside', 'cause not outside'],
  trained: ['trained', 'not trained'],
  carePlan: ['care plan', 'no care plan'],
} as const;
type Day = keyof typeof days;
const all = Object.keys(days) as Day[];

const ruleOf = (made: Combination) => coverageOf(factsOf(made), terms).rule;

/** The whole table of who pays, for people to read: `docs/coverage.md`. */
export function coverageTable(): string {
  const legend = Object.entries(outcomes).map(
    ([rule, { payer, next }], at) => `| ${at + 1} | \`${rule}\` | ${payer} | ${next} |`,
  );
  return `${[
    '# Who pays',
    '',
    'Made by `src/agreement/coverage.test.ts` from the rules of the default agreement; do not edit. It covers all',
    `${combinations.length.toLocaleString('en')} combinations of facts. For each kind of ticket a row is a combination of the facts of the day of the report, as`,
    'far as they make a difference to that kind; a column is what the supporter found. A cell names the rule.',
    '',
    '| # | rule | who pays | next |',
    '|---|---|---|---|',
    ...legend,
    ...ticketKinds.flatMap(kindTable),
  ].join('\n')}\n`;
}

function kindTable(kind: (typeof ticketKinds)[number]): string[] {
  const own = combinations.filter((each) => each.kind === kind);
  const counts = all.filter((day) =>
    own.some((each) => ruleOf(each) !== ruleOf({ ...each, [day]: !each[day] })),
  );
  const rest = all.filter((day) => !counts.includes(day));
  const rows = new Map<string, Combination>();
  for (const each of own) {
    const row = counts.map((day) => days[day][each[day] ? 0 : 1]).join(' | ');
    if (!rows.has(row)) rows.set(row, each);
  }
  const cells = (row: Combination) =>
    findings.map(([, found]) => `\`${ruleOf({ ...row, ...found })}\``).join(' | ');
  const heads = [...counts.map(() => ' '), ...findings.map(([name]) => name)];
  return [
    '',
    `## \`${kind}\``,
    '',
    ...(rest.length ? [`No difference is made by: ${rest.map((day) => days[day][0]).join(', ')}.`, ''] : []),
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...[...rows].map(([row, made]) => `| ${[row, cells(made)].filter(Boolean).join(' | ')} |`),
  ];
}
