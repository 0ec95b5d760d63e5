import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pickUp, reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';
import { daysOf, monthAfter, monthBefore, monthNamed } from './month.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const { scope, contacts, sites, staff } = world;
  const report = (siteId: string, contact: (typeof contacts)[keyof typeof contacts], subject: string) =>
    reportTicket(scope, contact, {
      siteId,
      subject,
      did: 'Ik drukte.',
      happened: 'Niets.',
      expected: '',
      urgency: 'high',
      impact: 'large',
    });
  const pickUpBy = (id: string, expectedAt: string) =>
    pickUp(scope, staff.sam, id, { expectedAt: new Date(expectedAt), assigneeId: staff.sam.id });
  // half past midnight on 1 October in Amsterdam
  world.at('2026-09-30T22:30:00Z');
  const early = await report(sites.shop, contacts.roos, '=HYPERLINK("x")');
  world.at('2026-10-01T07:00:00Z');
  await pickUpBy(early.id, '2026-10-01T14:00:00Z');
  world.at('2026-10-15T08:00:00Z');
  const late = await report(sites.shop, contacts.roos, 'Te laat gezien');
  world.at('2026-10-15T12:00:00Z');
  await pickUpBy(late.id, '2026-10-15T14:00:00Z');
  await report(sites.foreign, contacts.vera, 'Van een ander');
  world.at('2026-10-31T23:30:00Z');
  await report(sites.shop, contacts.roos, 'Al november');
});
afterAll(() => world.close());

async function read(path: string, who: Parameters<World['as']>[0], moment = '2026-10-16T10:00:00Z') {
  world.at(moment);
  const response = await world.as(who).get(path);
  const text = await response.text();
  return {
    status: response.status,
    text: text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' '),
  };
}

describe('the month at the desk', () => {
  test('counts what was reported on its days by the office’s own clock', async () => {
    const { text } = await read('/desk/month?month=2026-10', world.staff.sam);
    expect(text).toContain('Op tijd? 3 meldingen');
    expect(text).toContain('1 oktober 2026 1 0');
    expect(text).toContain('15 oktober 2026 2 0');
    const november = await read('/desk/month?month=2026-11', world.staff.sam, '2026-11-01T10:00:00Z');
    expect(november.text).toContain('Op tijd? 1 melding');
  });

  test('tells kept from missed and from what runs still', async () => {
    // the stranger’s ticket has had no response in two office hours by then, and nothing is solved
    const { text } = await read('/desk/month', world.staff.sam);
    expect(text).toContain('Reactie 33 % op tijd 1 op tijd · 2 te laat · 0 loopt nog');
    expect(text).toContain('Toegezegd moment 0 % op tijd 0 op tijd · 2 te laat · 0 loopt nog');
    const before = await read('/desk/month', world.staff.sam, '2026-10-15T12:30:00Z');
    expect(before.text).toContain('Reactie 50 % op tijd 1 op tijd · 1 te laat · 1 loopt nog');
  });

  test('shows it by priority, client and colleague', async () => {
    const { text } = await read('/desk/month', world.staff.sam);
    expect(text).toContain('Hoog 3 1 van 3');
    expect(text).toContain('Bakkerij De Proef 2 1 van 2');
    expect(text).toContain('Fietsen Elders 1 0 van 1');
    expect(text).toContain('Sam Supporter 2 1 van 2');
    expect(text).toContain('niemand 1 0 van 1');
  });

  test('of one client shows nothing of another, and no colleagues by name', async () => {
    const { text } = await read(`/desk/month?organisation=${world.organisations.bakery}`, world.staff.sam);
    expect(text).toContain('Meldingen van Bakkerij De Proef');
    expect(text).toContain('Op tijd? 2 meldingen');
    expect(text).not.toContain('Per collega');
    const unknown = await read(`/desk/month?organisation=${world.scope.newId()}`, world.staff.sam);
    expect(unknown.status).toBe(404);
  });

  test('of a month without tickets says so', async () => {
    const { text } = await read('/desk/month?month=2026-08', world.staff.sam);
    expect(text).toContain('In augustus 2026 is niets gemeld.');
  });

  test('goes to a spreadsheet, in which nothing runs', async () => {
    const response = await world.as(world.staff.sam).get('/desk/month.csv?month=2026-10');
    expect(response.headers.get('content-disposition')).toContain('meldingen-2026-10.csv');
    const text = await response.text();
    expect(text.split('\r\n')).toHaveLength(5);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('Sam Supporter');
  });
});

describe('the month in the portal', () => {
  test('is for a coordinator, of the own organisation', async () => {
    const { text } = await read('/month', world.contacts.cora);
    expect(text).toContain('Op tijd? 2 meldingen');
    expect(text).not.toContain('Fietsen Elders');
    expect(text).not.toContain('Sam Supporter');
    const file = await (await world.as(world.contacts.cora).get('/month.csv?month=2026-10')).text();
    expect(file).toContain('Te laat gezien');
    expect(file).not.toContain('Van een ander');
    expect(file).not.toContain('Sam Supporter');
  });

  test('is for nobody who does not see all tickets', async () => {
    for (const who of [world.contacts.roos, world.contacts.kees, world.staff.mila])
      for (const path of ['/month', '/month.csv']) expect((await read(path, who)).status).toBe(404);
  });
});

test('months follow one another', () => {
  const december = monthNamed('2026-12')!;
  expect(monthAfter(december).name).toBe('2027-01');
  expect(monthBefore(monthNamed('2027-01')!).to).toBe('2026-12-31');
  expect(daysOf(monthNamed('2028-02')!)).toHaveLength(29);
  for (const name of ['2026-13', '2026-1', '1999-01', 'x']) expect(monthNamed(name)).toBeUndefined();
});
