import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as tickets from '#tickets/tickets.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

let stage: Stage;
let ticketId: string;

beforeAll(async () => {
  stage = await setStage();
  const { scope } = stage.program;
  const { roos, vera } = stage.contacts;
  const report = (subject: string, who = roos) =>
    tickets.reportTicket(scope, who, {
      siteId: who === vera ? stage.sites.foreign : stage.sites.shop,
      subject,
      did: 'Ik wilde afrekenen met een kortingscode.',
      happened: 'Het scherm bleef wit.',
      expected: '',
      urgency: 'medium',
      impact: 'medium',
    });
  ticketId = (await report('Afrekenen lukt niet met <b>iDEAL</b>')).id;
  await report('Verzendkosten kloppen niet');
  await report('Fiets past niet in de doos', vera);
  await tickets.addNote(scope, stage.staff.sam, ticketId, {
    body: 'Sleutel van de betaalprovider is verlopen.',
  });
});
afterAll(() => stage.close());

const option = (page: Page) => page.locator('[role=option][aria-selected=true]');

async function openPalette(page: Page, typed = ''): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await option(page).waitFor();
  if (typed) await page.keyboard.type(typed);
}

describe.each([
  { width: 1280, dark: false },
  { width: 360, dark: true },
])('at $width px, dark $dark', (view) => {
  test('searching is for everybody to use, on both faces', async () => {
    const desk = await stage.signIn(stage.staff.mila, view);
    for (const path of [
      '',
      '?q=afrekenen',
      '?q=afrekennen',
      '?q=proef',
      '?q=niemendal',
      '?q=%26%7C',
      '?q=afrekenen&open=no',
    ]) {
      await desk.goto(`/desk/search${path}`);
      await expectAccessible(desk);
      await expectNoSidewaysScroll(desk);
    }
    for (const path of ['/desk?priority=medium', '/desk/views']) {
      await desk.goto(path);
      await expectAccessible(desk);
      await expectNoSidewaysScroll(desk);
    }
    await openPalette(desk, 'proef');
    await desk.getByRole('option', { name: 'Bakkerij De Proef', exact: true }).waitFor();
    await expectAccessible(desk);
    await desk.context().close();

    const portal = await stage.signIn(stage.contacts.cora, view);
    for (const path of ['', '?q=afrekenen', '?q=niemendal']) {
      await portal.goto(`/search${path}`);
      await expectAccessible(portal);
      await expectNoSidewaysScroll(portal);
    }
    await portal.context().close();
  }, 120_000);
});

test('a word is found from any page of the desk by keyboard alone', async () => {
  const page = await stage.signIn(stage.staff.sam);
  await page.goto('/desk/organisations');
  await page.keyboard.press('/');
  await page.keyboard.type('betaalprovider');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Meldingen 1' }).waitFor();
  expect(await page.locator('mark').allTextContents()).toEqual(['betaalprovider']);
  await page.getByText('Interne notitie').waitFor();
  // the field keeps what was typed, and text stays text
  expect(await page.getByRole('searchbox').inputValue()).toBe('betaalprovider');
  await page.getByRole('link', { name: 'Afrekenen lukt niet met <b>iDEAL</b>' }).click();
  await page.waitForURL(`**/desk/tickets/${ticketId}`);
  // while somebody types, the key is a letter
  await page.locator('#replies textarea, textarea').first().focus();
  await page.keyboard.type('a/b');
  expect(await page.locator('textarea').first().inputValue()).toBe('a/b');
  await page.context().close();
});

test('the palette leads to tickets, clients, people and pages, by keyboard alone', async () => {
  const page = await stage.signIn(stage.staff.sam);
  const go = async (typed: string, to: string | RegExp) => {
    await openPalette(page, typed);
    await page.waitForFunction(
      (words) => document.querySelector('#palette-list')?.textContent?.includes(words),
      `Zoek «${typed}»`,
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(to);
  };
  await page.goto('/desk');
  await go('verzendkosten', /\/desk\/tickets\//);
  await go('fietsen elders', `**/desk/organisations/${stage.organisations.foreign}`);
  await go('roos', `**/desk/people/${stage.contacts.roos.id}`);
  await go('werkvoorraad', '**/desk');
  await go('niets van dat al', /\/desk\/search\?q=niets/);

  await openPalette(page);
  const first = await option(page).textContent();
  await page.keyboard.press('ArrowDown');
  const second = await option(page).textContent();
  expect(second).not.toBe(first);
  const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
  expect(await option(page).getAttribute('id')).toBe(active);
  await page.keyboard.press('ArrowUp');
  expect(await option(page).textContent()).toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await option(page).textContent()).toBe(await page.getByRole('option').last().textContent());
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.context().close();
});

test('on a ticket the palette does what its keys do', async () => {
  const page = await stage.signIn(stage.staff.dani);
  await page.goto(`/desk/tickets/${ticketId}`);
  await openPalette(page, 'notitie');
  await page.waitForFunction(() => document.querySelectorAll('[role=option][data-key]').length === 1);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('#notes textarea'));
  await page.locator('main h1').first().click();
  await openPalette(page, 'op mijn naam');
  await page.waitForFunction(() => document.querySelector('[role=option]')?.getAttribute('data-key') === 'a');
  await page.keyboard.press('Enter');
  await page.locator('main .alert[role=status]').waitFor();
  const row = await stage.program.scope.db
    .selectFrom('tickets')
    .select('assignee_id')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
  expect(row.assignee_id).toBe(stage.staff.dani.id);
  await page.context().close();
});

test.each([true, false])('a view is kept, used, renamed and removed; scripts %s', async (javaScript) => {
  const page = await stage.signIn(stage.staff.mila, { javaScript });
  await page.goto('/desk');
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Woorden', { exact: true }).fill('verzendkosten');
  await page.getByRole('button', { name: 'Filters toepassen' }).click();
  await page.getByText('Deze filters bewaren').click();
  await page.getByLabel('Naam', { exact: true }).fill('Over verzenden');
  await page.getByLabel('Voor het hele team').check();
  await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await page.getByText('«Over verzenden» is bewaard.').waitFor();
  const view = page.getByRole('link', { name: /Over verzenden/ });
  expect(await view.textContent()).toBe('Over verzenden1');
  expect(await view.getAttribute('aria-current')).toBe('page');
  await page.goto('/desk');
  await view.click();
  await page.waitForURL(/words=verzendkosten/);
  await page.getByRole('link', { name: 'Weergaven beheren' }).click();
  await page.getByLabel('Naam', { exact: true }).fill('Verzenden');
  await page.getByRole('button', { name: 'Naam opslaan' }).click();
  await page.getByText('De naam is opgeslagen.').waitFor();
  await page.getByRole('button', { name: 'Weghalen' }).click();
  await page.getByText('«Verzenden» is weggehaald.').waitFor();
  await page.context().close();
});

test('a client searches without scripts, on a phone', async () => {
  const page = await stage.signIn(stage.contacts.cora, { javaScript: false, width: 360 });
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Zoek in uw meldingen' }).fill('kortingscodes');
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.getByText('2 meldingen').waitFor();
  expect(await page.locator('mark').first().textContent()).toBe('kortingscode');
  await page.getByRole('link', { name: 'Verzendkosten kloppen niet' }).click();
  await page.waitForURL(/\/tickets\//);
  await page.context().close();
});
