import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creditCharge } from '#costs/charges.ts';
import { agreedWork, fillIn } from '#invoices/invoices.fixture.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage, type ViewOptions } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const looksRight = async (page: Page) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const views: [string, ViewOptions][] = [
  ['with JavaScript, 1280 px', { width: 1280, javaScript: true }],
  ['without JavaScript, 360 px, dark', { width: 360, javaScript: false, dark: true }],
];

test.each(views)('a manager completes what is missing and issues an invoice: %s', async (_, view) => {
  const world = { ...stage, scope: stage.program.scope };
  const later = `Kassa koppelen ${view.width}`;
  await fillIn(world, { kvk: null });
  const [first] = [await agreedWork(world), await agreedWork(world, { description: later })];
  const mila = await stage.signIn(stage.staff.mila, view);
  await mila.goto('/desk/money');
  await mila.getByRole('link', { name: 'Facturen', exact: true }).click();
  await mila.getByRole('heading', { level: 1, name: /^Facturen van/ }).waitFor();
  await looksRight(mila);
  await mila.getByRole('link', { name: 'Latere maand' }).click();
  await mila.getByRole('link', { name: 'Bakkerij De Proef' }).click();
  await mila.getByText('het KvK-nummer (of OIN)').waitFor();
  await looksRight(mila);
  await mila.getByRole('link', { name: 'Gegevens van Bakkerij De Proef aanvullen' }).click();
  await mila.getByLabel('KvK-nummer').fill('123');
  await button(mila, 'Opslaan').click();
  await mila.getByText('Een KvK-nummer heeft 8 cijfers.').waitFor();
  await looksRight(mila);
  await mila.getByLabel('KvK-nummer').fill('8765 4321');
  await button(mila, 'Opslaan').click();
  await mila.getByText('De factuurgegevens zijn opgeslagen.').waitFor();

  const month = new Date().toISOString().slice(0, 7);
  await mila.goto(`/desk/money/invoices?month=${month}`);
  await mila.getByRole('link', { name: 'Bakkerij De Proef' }).click();
  await looksRight(mila);
  await mila.getByRole('checkbox', { name: new RegExp(later) }).uncheck();
  await button(mila, 'Factuur versturen').click();
  await mila.getByText(/Factuur \d{4}-\d{4} is verstuurd\./).waitFor();
  await looksRight(mila);
  expect(await mila.getByText(later).count()).toBe(0);
  const download = mila.waitForEvent('download');
  await mila.getByRole('link', { name: /^PDF/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^\d{4}-\d{4}\.pdf$/);

  await creditCharge(world.scope, stage.staff.sam, first, 'Het lag aan ons.');
  await mila.goto('/desk/money/invoices');
  await mila.locator('#credits').getByRole('link').first().click();
  await mila.getByText('Reden: Het lag aan ons.').waitFor();
  await looksRight(mila);
  await button(mila, 'Creditnota versturen').click();
  await mila.getByText(/Creditnota C\d{4}-\d{4} is verstuurd\./).waitFor();
  await looksRight(mila);

  const cora = await stage.signIn(stage.contacts.cora, view);
  await cora.goto('/costs');
  await cora
    .getByText(/^Creditnota C/)
    .first()
    .waitFor();
  await looksRight(cora);
  await mila.context().close();
  await cora.context().close();
});

test('the pages around it can be used by everybody', async () => {
  for (const view of [{ width: 1280 }, { width: 320, dark: true }]) {
    const mila = await stage.signIn(stage.staff.mila, view);
    const bakery = `/desk/organisations/${stage.organisations.bakery}`;
    for (const path of ['/desk/settings/billing', `${bakery}/billing`, `${bakery}/charges`, bakery]) {
      await mila.goto(path);
      await looksRight(mila);
    }
    await mila.goto(`${bakery}/charges`);
    await mila
      .getByRole('link', { name: /^Kwijtschelden/ })
      .first()
      .click();
    await mila.getByRole('heading', { level: 1, name: 'Kosten kwijtschelden' }).waitFor();
    await looksRight(mila);
    await mila.context().close();
  }
});
