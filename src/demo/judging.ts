import type { Scope } from '#db/scope.ts';
import { type Findings, overrule, recordFindings } from '#tickets/tickets.ts';
import type { Cast } from './cast.ts';

type Found = Pick<Findings, 'directlySolvable' | 'atHand' | 'causeOutside'>;

/** What supporters find out, in turn. */
const found: readonly Found[] = [
  { directlySolvable: true, atHand: null, causeOutside: null },
  { directlySolvable: false, atHand: null, causeOutside: null },
  {
    directlySolvable: false,
    atHand: null,
    causeOutside:
      'Er is op de site een uitbreiding bijgewerkt door een ander bedrijf; daarna ontstond de fout.',
  },
  { directlySolvable: false, atHand: true, causeOutside: null },
  { directlySolvable: false, atHand: false, causeOutside: null },
];

/** Has the supporters judge two of three open tickets that are in hand, and take one on the agency's account. */
export async function judgeSome(scope: Scope, { supporters, manager }: Cast): Promise<void> {
  const rows = await scope.db
    .selectFrom('tickets')
    .select(['id', 'kind'])
    .where('state', 'in', ['picked_up', 'testing'])
    .orderBy('number')
    .execute();
  for (const [index, { id, kind }] of rows.entries()) {
    const supporter = supporters[index % supporters.length]!;
    if (index === 1)
      await overrule(scope, manager, id, { payer: 'agency', reason: 'Wij hadden dit eerder moeten zien.' });
    if (index % 3 === 2) continue;
    await recordFindings(scope, supporter, id, { kind, deliveryId: null, ...found[index % found.length]! });
  }
}
