import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAcceptance } from '#costs/acceptances.ts';
import { addCharge, finishCharge } from '#costs/charges.ts';
import { addTraining } from '#people/trainings.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { recordFindings, reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** The page at a moment, as text without markup, by its parts. */
async function part(id: string, moment = '2026-10-16T10:00:00Z', query = '') {
  world.at(moment);
  const response = await world.as(world.staff.mila).get(`/desk/money${query}`);
  expect(response.status).toBe(200);
  const [, section = ''] = (await response.text()).split(`<section id="${id}"`);
  return section
    .split('</section>')[0]!
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ');
}

const report = (
  kind: 'defect' | 'cms_use',
  siteId: string,
  reporter: (typeof world.contacts)[keyof typeof world.contacts] = world.contacts.roos,
) =>
  reportTicket(world.scope, reporter, {
    siteId,
    kind,
    subject: 'Knop doet niets',
    did: 'Ik drukte.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });

describe('who may', () => {
  test('only managers look', async () => {
    for (const who of [world.staff.sam, world.contacts.cora])
      expect((await world.as(who).get('/desk/money')).status).toBe(404);
  });
});

describe('what is not invoiced', () => {
  test('stands per client, agreed apart from done', async () => {
    expect(await part('open')).toContain('Er staat niets open');
    const agree = async (amountCents: number) => {
      const ticket = await report('defect', world.sites.site);
      const acceptanceId = await recordAcceptance(world.scope, world.contacts.cora, {
        kind: 'research',
        organisationId: world.organisations.bakery,
        ticketId: ticket.id,
        amountCents,
        name: 'Cora Coördinator',
        role: 'eigenaar',
        language: 'nl',
        shown: 'Onderzoek',
        consent: 'Akkoord',
      });
      return addCharge(world.scope, world.staff.sam, {
        acceptanceId,
        description: 'Onderzoek',
        amountCents,
        vat: 'standard',
      });
    };
    await agree(4500);
    await finishCharge(world.scope, world.staff.sam, await agree(123_450));
    const text = await part('open');
    expect(text).toContain('Bakkerij De Proef € 45,00 € 1.234,50');
    expect(text).not.toContain('Fietsen Elders');
  });
});

describe('what ends soon', () => {
  test('care plans on their last day and sixty days before it, not later, not with another after it', async () => {
    const { shop, site } = world.sites;
    const plan = { kind: 'care_plan' as const, plan: 'Plus', priceCents: 4500, from: '2026-01-01' };
    await addContract(world.scope, world.staff.mila, shop, { ...plan, to: '2026-12-31' });
    await addContract(world.scope, world.staff.mila, site, { ...plan, to: '2026-12-31' });
    await addContract(world.scope, world.staff.mila, site, { ...plan, from: '2027-01-01', to: null });
    const line = 'Webshop De Proef Plus Bakkerij De Proef tot en met 31 december 2026 € 45,00 per maand';
    expect(await part('plans', '2026-10-31T12:00:00Z')).not.toContain(line);
    expect(await part('plans', '2026-11-01T12:00:00Z')).toContain(line);
    expect(await part('plans', '2026-12-31T12:00:00Z')).toContain(line);
    expect(await part('plans', '2027-01-01T12:00:00Z')).not.toContain(line);
    expect(await part('plans', '2026-11-02T12:00:00Z')).not.toContain('Website De Proef');
  });

  test('warranties, whose months are short where the calendar has it so', async () => {
    const on = '2026-01-31';
    await addDelivery(world.scope, world.staff.mila, world.sites.foreign, { name: 'site', on });
    const line = 'tot en met 30 april 2026';
    expect(await part('warranties', '2026-03-30T12:00:00Z')).not.toContain(line);
    expect(await part('warranties', '2026-03-31T12:00:00Z')).toContain(line);
    expect(await part('warranties', '2026-04-30T12:00:00Z')).toContain(line);
    expect(await part('warranties', '2026-05-01T12:00:00Z')).not.toContain(line);
  });
});

describe('a warranty that ends without a care plan', () => {
  test('is one button away from a quote for one, at the price agreed last', async () => {
    world.at('2026-04-15T12:00:00Z');
    const mila = world.as(world.staff.mila);
    const html = await (await mila.get('/desk/money')).text();
    const [, form = ''] =
      /<form[^>]*action="\/desk\/money\/proposals"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
    const input = { once: field('once'), site: field('site'), from: field('from') };
    expect(input).toMatchObject({ site: world.sites.foreign, from: '2026-05-01' });
    const answer = await mila.post('/desk/money/proposals', input);
    expect(answer.status).toBe(303);
    const quote = await (await mila.get(answer.headers.get('location') ?? '')).text();
    expect(quote).toContain('Website Zorg voor Fietsen Elders');
    expect(quote).toContain('van 1 mei 2026 tot en met 30 april 2027');
    const lines = await world.scope.db.selectFrom('quote_lines').selectAll().execute();
    expect(lines).toMatchObject([
      { quantity: 1200, unit_cents: 4500, amount_cents: 54_000, vat: 'standard' },
    ]);
    expect((await world.as(world.staff.sam).post('/desk/money/proposals', input)).status).toBe(404);
  });
});

describe('a quarter', () => {
  test('has the tickets that the warranty pays, per site, of its own days', async () => {
    world.at('2026-01-31T23:30:00Z');
    await report('defect', world.sites.foreign, world.contacts.vera);
    world.at('2026-03-31T22:30:00Z');
    const late = await report('defect', world.sites.foreign, world.contacts.vera);
    expect(await part('free', '2026-03-31T21:00:00Z')).toContain('Fietsen Elders Fietsen Elders 1 melding');
    // half past midnight on 1 April in Amsterdam
    expect(await part('free', '2026-04-30T12:00:00Z')).toContain('1 melding');
    expect(await part('free', '2026-04-30T12:00:00Z', '?quarter=2026-1')).toContain('1 melding');
    await recordFindings(world.scope, world.staff.sam, late.id, {
      kind: 'defect',
      deliveryId: null,
      directlySolvable: null,
      atHand: null,
      causeOutside: 'Een plug-in van derden.',
    });
    expect(await part('free', '2026-04-30T12:00:00Z')).toContain('geen meldingen die de garantie betaalt');
  });

  test('names trained people near and beyond fair use', async () => {
    await addTraining(world.scope, world.staff.mila, world.contacts.kees.id, {
      cms: 'WordPress',
      on: '2026-01-15',
    });
    world.at('2026-10-05T10:00:00Z');
    for (let n = 0; n < 7; n++) await report('cms_use', world.sites.shop, world.contacts.kees);
    expect(await part('use')).not.toContain('Kees Collega');
    await report('cms_use', world.sites.shop, world.contacts.kees);
    expect(await part('use')).toContain('Kees Collega Bakkerij De Proef 8 meldingen');
    await report('cms_use', world.sites.shop, world.contacts.kees);
    const tenth = await report('cms_use', world.sites.shop, world.contacts.kees);
    const notice =
      'Kees Collega deed dit kwartaal 11 meldingen over het gebruik van het CMS; fair use is 10.';
    const atDesk = async () =>
      (await (await world.as(world.staff.sam).get(`/desk/tickets/${tenth.id}`)).text()).includes(notice);
    expect(await atDesk()).toBe(false);
    await report('cms_use', world.sites.shop, world.contacts.kees);
    expect(await atDesk()).toBe(true);
    expect(await part('use')).toContain('Kees Collega meer dan fair use Bakkerij De Proef 11 meldingen');
    expect(await part('use', '2027-01-02T10:00:00Z')).not.toContain('Kees Collega');
  });
});
