import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import { overrule, recordFindings, reportTicket } from '../tickets.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

async function reported(subject: string): Promise<string> {
  const { scope, contacts, sites } = world;
  const ticket = await reportTicket(scope, contacts.roos, {
    siteId: sites.shop,
    subject,
    did: 'Ik bakte.',
    happened: 'Het brandde aan.',
    expected: '',
    urgency: 'low',
    impact: 'small',
    attachmentIds: [],
  });
  return ticket.id;
}

const notSolvable = {
  kind: 'defect',
  deliveryId: null,
  directlySolvable: false,
  atHand: null,
  causeOutside: null,
} as const;
const read = async (path = '/desk/overrulings') => (await world.as(world.staff.mila).get(path)).text();

test('a manager reads who decided otherwise, from which verdict to which payer, and why', async () => {
  expect(await read()).toContain('Nog niemand heeft dat gedaan.');
  const { scope, staff } = world;
  const ticket = await reported('Oven te heet');
  await recordFindings(scope, staff.sam, ticket, notSolvable);
  await overrule(scope, staff.sam, ticket, { payer: 'agency', reason: 'Goede klant' });
  const page = await read();
  for (const words of [
    'Oven te heet',
    'Bakkerij De Proef · Webshop De Proef',
    'door Sam Supporter',
    'Volgens de regels: Klant betaalt (Niet gedekt: betaald onderzoek)',
    'Besliste: Gratis voor de klant',
    'Goede klant',
  ])
    expect(page).toContain(words);
  await overrule(scope, staff.dani, ticket, { payer: null, reason: 'Toch niet' });
  const both = await read();
  expect(both).toContain('Eerder met de hand: Gratis voor de klant');
  expect(both.indexOf('Terug naar de regels')).toBeLessThan(both.indexOf('Besliste: Gratis'));
});

test('the list is paged, and the file holds all of it without a formula', async () => {
  const { scope, staff } = world;
  const ticket = await reported('=HYPERLINK("http://evil.test")');
  for (let n = 0; n < 26; n++) {
    await overrule(scope, staff.sam, ticket, { payer: 'client', reason: `Reden ${n}` });
    await overrule(scope, staff.sam, ticket, { payer: null, reason: `Terug ${n}` });
  }
  const first = await read();
  expect(first.match(/<li class="grid/g)).toHaveLength(50);
  const before = /\?before=(\d+)"/.exec(first)?.[1];
  const second = await read(`/desk/overrulings?before=${before}`);
  expect([second.includes('Reden 0'), second.includes('Terug 0'), second.includes('Reden 1<')]).toEqual([
    true,
    true,
    false,
  ]);
  expect((await read('/desk/overrulings?before=1')).includes('niets ouders')).toBe(true);
  const answer = await world.as(staff.mila).get('/desk/overrulings.csv');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines).toHaveLength(53);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
});

test('it is for managers alone', async () => {
  for (const person of [world.staff.sam, world.staff.dani, world.contacts.cora, world.contacts.vera])
    for (const path of ['/desk/overrulings', '/desk/overrulings.csv'])
      expect((await world.as(person).get(path)).status).toBe(404);
});
