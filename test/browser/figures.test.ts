import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAcceptance } from '#costs/acceptances.ts';
import { addCharge, finishCharge } from '#costs/charges.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { pickUp, reportTicket } from '#tickets/tickets.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const { program, staff, contacts, sites, organisations } = stage;
  const { scope } = program;
  const today = Temporal.Now.plainDateISO('Europe/Amsterdam');
  const ago = (days: number) => today.subtract({ days }).toString();
  await addDelivery(scope, staff.mila, sites.shop, { name: 'webshop', on: ago(75) });
  const plan = { kind: 'care_plan', plan: 'Plus', priceCents: 4500 } as const;
  await addContract(scope, staff.mila, sites.site, { ...plan, from: ago(300), to: ago(-30) });
  const ticket = await reportTicket(scope, contacts.roos, {
    siteId: sites.shop,
    subject: 'Afrekenen lukt niet',
    did: 'Ik koos betalen.',
    happened: 'Er kwam een wit scherm.',
    expected: '',
    urgency: 'high',
    impact: 'large',
  });
  await pickUp(scope, staff.sam, ticket.id, { expectedAt: new Date(Date.now() + 86_400_000) });
  const acceptanceId = await recordAcceptance(scope, contacts.cora, {
    kind: 'research',
    organisationId: organisations.bakery,
    ticketId: ticket.id,
    amountCents: 4500,
    name: 'Cora Coördinator',
    role: 'eigenaar',
    language: 'nl',
    shown: 'Onderzoek',
    consent: 'Akkoord',
  });
  const charge = { acceptanceId, ticketId: ticket.id, vat: 'standard' } as const;
  const done = await addCharge(scope, staff.sam, { ...charge, description: 'Onderzoek', amountCents: 3000 });
  await finishCharge(scope, staff.sam, done);
  await addCharge(scope, staff.sam, { ...charge, description: 'Nog een stuk', amountCents: 1500 });
});
afterAll(() => stage.close());

test.each([
  { width: 1280, dark: false },
  { width: 320, dark: true },
])('figures are for everybody to read at $width px, dark $dark', async (view) => {
  const desk = await stage.signIn(stage.staff.mila, view);
  for (const path of [
    '/desk/month',
    `/desk/month?organisation=${stage.organisations.bakery}`,
    '/desk/month?month=2020-01',
    '/desk/money',
    '/desk/money?quarter=2020-1',
    '/desk/settings/matrix',
  ]) {
    await desk.goto(path);
    for (const summary of await desk.locator('main summary:visible').all()) await summary.click();
    await expectAccessible(desk);
    await expectNoSidewaysScroll(desk);
  }
  await desk.context().close();
  const portal = await stage.signIn(stage.contacts.cora, view);
  for (const path of ['/costs', '/month', '/agreement']) {
    await portal.goto(path);
    await expectAccessible(portal);
    await expectNoSidewaysScroll(portal);
  }
  await portal.context().close();
});

test('a manager looks at what other hours do before saving them, with and without scripts', async () => {
  for (const javaScript of [true, false]) {
    const page = await stage.signIn(stage.staff.mila, { javaScript });
    await page.goto('/desk/settings/hours');
    for (const day of ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag'])
      await page.getByLabel(day).fill('16:00-17:00');
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
    await page.getByText('van een open melding verschuift:').waitFor();
    expect(await page.getByLabel('Maandag').inputValue()).toBe('16:00-17:00');
    await expectAccessible(page);
    await page.goto('/desk/settings/hours');
    expect(await page.getByLabel('Maandag').inputValue()).toBe('08:30-17:00');
    await page.context().close();
  }
});
