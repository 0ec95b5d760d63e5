import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askResearch, pickUp, recordFindings, reportTicket } from '#tickets/tickets.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage, type ViewOptions } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const views: [string, ViewOptions][] = [
  ['with JavaScript, 1280 px', { width: 1280 }],
  ['without JavaScript, 360 px', { width: 360, javaScript: false }],
  ['with JavaScript, 320 px, dark', { width: 320, dark: true }],
];

const looksRight = async (page: Page) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function uncovered(): Promise<string> {
  const { scope } = stage.program;
  const { id } = await reportTicket(scope, stage.contacts.roos, {
    siteId: stage.sites.shop,
    subject: 'Knop doet niets',
    did: 'Ik drukte.',
    happened: 'Niets.',
    expected: '',
    urgency: 'low',
    impact: 'small',
  });
  await pickUp(scope, stage.staff.sam, id, { assigneeId: stage.staff.sam.id });
  await recordFindings(scope, stage.staff.sam, id, {
    kind: 'defect',
    deliveryId: null,
    directlySolvable: false,
    atHand: null,
    causeOutside: null,
  });
  return id;
}

async function asked(): Promise<string> {
  const id = await uncovered();
  const explanation = 'De knop gebruikt een oude koppeling. Wij zoeken uit welke.';
  await askResearch(stage.program.scope, stage.staff.sam, id, { explanation, feeCents: 4500 });
  return id;
}

// a machine busy with other tests once showed the page after the patience of the test
describe.each(views)('the decision about research, %s', { retry: 1 }, (_, view) => {
  test('is passed on by the reporter, and made by the budget holder', async () => {
    const id = await asked();
    const roos = await stage.signIn(stage.contacts.roos, view);
    await roos.goto(`/tickets/${id}`);
    await looksRight(roos);
    await roos.getByRole('link', { name: 'Lees en kies' }).click();
    await roos.getByRole('heading', { name: 'Stuur de keuze door' }).waitFor();
    await looksRight(roos);
    expect(await roos.locator('input[name=consent]').count()).toBe(0);
    await roos.getByLabel('Wat wilt u erbij zeggen?').fill('Mag dit?');
    await button(roos, 'Doorsturen').click();
    await roos.getByText('De keuze is doorgestuurd.').waitFor();

    const cora = await stage.signIn(stage.contacts.cora, view);
    await cora.goto('/costs');
    await looksRight(cora);
    await cora.locator(`a[href="/tickets/${id}/decision"]`).click();
    await cora.getByLabel('Uw functie').waitFor();
    await looksRight(cora);
    await button(cora, 'Akkoord, onderzoek dit voor € 45,00').click();
    await cora.getByText('Zet een vinkje als u akkoord gaat.').waitFor();
    await looksRight(cora);
    await cora.getByLabel('Uw functie').fill('eigenaar');
    await cora.getByRole('checkbox').check();
    await button(cora, 'Akkoord, onderzoek dit voor € 45,00').click();
    await cora.getByText('Dank u wel. Wij gaan onderzoeken.').waitFor();
    await looksRight(cora);
    await cora.goto(`/tickets/${id}/decision`);
    await cora.getByText('Cora Coördinator ging akkoord').waitFor();
    await looksRight(cora);
    await roos.context().close();
    await cora.context().close();
  });

  test('is made the other way by dropping the ticket', async () => {
    const id = await asked();
    const roos = await stage.signIn(stage.contacts.roos, view);
    await roos.goto(`/tickets/${id}/decision`);
    await roos.locator('summary', { hasText: 'Liever niet?' }).click();
    await looksRight(roos);
    await button(roos, 'Melding laten vervallen').click();
    await roos.getByText('De melding is vervallen. Het kost u niets.').waitFor();
    await looksRight(roos);
    await roos.context().close();
  });
});

describe.each(views.slice(0, 2))('research at the desk, %s', (_, view) => {
  test('is asked for, done by the clock, and concluded', async () => {
    const id = await uncovered();
    const sam = await stage.signIn(stage.staff.sam, view);
    await sam.goto(`/desk/tickets/${id}`);
    await looksRight(sam);
    await sam.getByLabel('Uitleg voor de klant').fill('De koppeling is oud.');
    await button(sam, 'Vraag akkoord voor onderzoek').click();
    await sam.getByText('De klant kan nu kiezen.').waitFor();
    await looksRight(sam);

    const cora = await stage.signIn(stage.contacts.cora, view);
    await cora.goto(`/tickets/${id}/decision`);
    await cora.getByLabel('Uw functie').fill('eigenaar');
    await cora.getByRole('checkbox').check();
    await button(cora, 'Akkoord, onderzoek dit voor € 45,00').click();
    await cora.getByText('Dank u wel. Wij gaan onderzoeken.').waitFor();

    await sam.goto(`/desk/tickets/${id}`);
    await button(sam, 'Start onderzoek').click();
    await sam.getByText('Het onderzoek loopt.').waitFor();
    await looksRight(sam);
    await sam.goto('/desk');
    await sam.getByText('Onderzoek loopt').first().waitFor();
    await sam.goto(`/desk/tickets/${id}`);
    await button(sam, 'Pauzeer onderzoek').click();
    await sam.getByText('Het onderzoek rust.').waitFor();
    await button(sam, 'Ga verder met onderzoeken').click();
    await sam.getByLabel('Wat vond u?').fill('Een verlopen sleutel.');
    await button(sam, 'Oplossing ligt voor de hand').click();
    await sam.getByText('Het onderzoek is afgerond.').waitFor();
    await looksRight(sam);
    await sam.context().close();
    await cora.context().close();
  });
});
