import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addNote,
  ask,
  drop,
  giveAnswer,
  handOver,
  passTest,
  pickUp,
  reportTicket,
  signOff,
} from '#tickets/tickets.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

let stage: Stage;
/** A ticket in each state, by the state's name. */
let tickets: Record<string, string>;

beforeAll(async () => {
  stage = await setStage();
  const { scope } = stage.program;
  const { sam, dani } = stage.staff;
  const report = async (subject: string) => {
    const { id } = await reportTicket(scope, stage.contacts.roos, {
      siteId: stage.sites.shop,
      subject,
      did: 'Ik opende https://www.bakkerij.test/winkel en koos een taart.\nDaarna koos ik «Betalen».',
      happened: `Een_heel_lang_woord_${'zonder_einde_'.repeat(12)}`,
      expected: 'Dat ik kon betalen.',
      urgency: 'medium',
      impact: 'medium',
    });
    return id;
  };
  const reported = await report('Nog niet opgepakt, en met een onderwerp dat langer is dan de meeste');
  const picked = await report('Opgepakt');
  await pickUp(scope, sam, picked);
  await addNote(scope, sam, picked, { body: 'Intern: eerst de cache legen.' });
  const testing = await report('Wordt getest');
  await pickUp(scope, sam, testing);
  await handOver(scope, sam, testing, { whatChanged: 'De knop', howToTest: 'Klik erop' });
  const tested = await report('Getest');
  await pickUp(scope, sam, tested);
  await handOver(scope, sam, tested, { whatChanged: 'De knop', howToTest: 'Klik erop' });
  await passTest(scope, dani, tested);
  const waiting = await report('Wacht op antwoord');
  await ask(scope, sam, waiting, { body: 'Welke browser gebruikt u?' });
  const delivered = await report('Ter controle');
  await giveAnswer(scope, sam, delivered, { body: 'Dat staat onder Instellingen.' });
  const signedOff = await report('Afgemeld');
  await giveAnswer(scope, sam, signedOff, { body: 'Zo doet u dat.' });
  await signOff(scope, stage.contacts.roos, signedOff);
  const dropped = await report('Vervallen');
  await drop(scope, sam, dropped, { reason: 'Dubbel gemeld.' });
  tickets = { reported, picked, testing, tested, waiting, delivered, signedOff, dropped };
});
afterAll(() => stage.close());

async function lookAt(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}

describe.each([
  { width: 1280, dark: true },
  { width: 320, dark: false },
])('at $width px, dark $dark', (view) => {
  test('every page of the portal is for everybody to use', async () => {
    const page = await stage.signIn(stage.contacts.roos, view);
    const pages = [
      '/',
      '/?view=waiting',
      '/?view=done',
      '/report',
      `/report?follows=${tickets.signedOff}`,
      '/profile',
    ];
    await lookAt(page, [...pages, ...Object.values(tickets).map((id) => `/tickets/${id}`)]);
    await page.goto('/dit-bestaat-niet');
    await expectAccessible(page);
    await page.context().close();
  });

  test('so is every page of the desk that shows tickets', async () => {
    const page = await stage.signIn(stage.staff.sam, view);
    const pages = [
      '/desk',
      '/desk?state=ended',
      '/desk?words=niets-van-dat-al',
      '/desk/keys',
      '/desk/report',
      `/desk/report?organisation=${stage.organisations.bakery}`,
    ];
    await lookAt(page, [...pages, ...Object.values(tickets).map((id) => `/desk/tickets/${id}`)]);
    await page.context().close();
  });
});

test('heads stand above the columns of the queue where there is room for columns', async () => {
  const page = await stage.signIn(stage.staff.sam, { width: 1280 });
  await page.goto('/desk');
  const head = page.locator('main div[aria-hidden]', { hasText: 'Behandelaar' }).getByText('Behandelaar');
  const cell = page
    .locator('[data-row]')
    .first()
    .getByText(/Sam|niemand/);
  const [above, below] = [await head.boundingBox(), await cell.first().boundingBox()];
  expect(above?.y).toBeLessThan(below?.y ?? 0);
  expect(Math.abs((above?.x ?? 0) - (below?.x ?? 99))).toBeLessThan(20);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await head.isVisible()).toBe(false);
  await page.context().close();
});

test('the desk by keyboard alone', async () => {
  const page = await stage.signIn(stage.staff.dani);
  const rows = page.locator('[data-row]');
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row'));
  const second = await rows.nth(1).getAttribute('data-row');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect.poll(focused).toBe(second);
  await page.keyboard.press('o');
  await page.waitForURL(`${stage.url}${second}`);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.waitForURL(/\/desk$/);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Volgende melding').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('Vervallen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/=Vervallen/);
  await page.context().close();
});

describe('writing by keyboard alone', () => {
  const open = async (subject: string) => {
    const { id } = await reportTicket(stage.program.scope, stage.contacts.roos, {
      siteId: stage.sites.shop,
      subject,
      did: 'Ik koos een taart.',
      happened: 'Niets.',
      expected: '',
      urgency: 'low',
      impact: 'small',
    });
    const page = await stage.signIn(stage.staff.sam);
    await page.goto(`/desk/tickets/${id}`);
    await page.waitForFunction(() => customElements.get('text-tools'));
    return page;
  };
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test('Markdown by keys and buttons, taken back by Ctrl-Z, sent by Ctrl-Enter', async () => {
    const page = await open('Met opmaak');
    const field = page.locator('form#replies textarea');
    await press(page, 'r');
    await page.keyboard.type('Dit is vet');
    await press(page, 'Control+Shift+ArrowLeft', 'Control+b');
    expect(await field.inputValue()).toBe('Dit is **vet**');
    await press(page, 'Control+z');
    expect(await field.inputValue()).toBe('Dit is vet');
    await press(page, 'Control+y', 'Control+End');
    await page.keyboard.type('\n\n- een');
    await press(page, 'Enter');
    await page.keyboard.type('twee');
    await press(page, 'Enter', 'Enter');
    await page.keyboard.type('en hier');
    await press(page, 'Control+Shift+ArrowLeft');
    await field.evaluate((area) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'https://www.bakkerij.test/winkel');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    const typed = 'Dit is **vet**\n\n- een\n- twee\n\nen [hier](https://www.bakkerij.test/winkel)';
    expect(await field.inputValue()).toBe(typed);
    const tools = page.locator('form#replies').getByRole('toolbar', { name: 'Opmaak' });
    await press(page, 'Shift+Tab', 'ArrowRight');
    await expect
      .poll(() => tools.getByRole('button', { name: 'Cursief' }).evaluate((each) => each.matches(':focus')))
      .toBe(true);
    await press(page, 'Enter');
    expect(await field.inputValue()).toBe(`${typed}__`);
    await press(page, 'Control+z', 'Control+Enter');
    const said = page.locator('article').filter({ hasText: 'Dit is vet' });
    await said.getByRole('link', { name: 'hier' }).waitFor();
    expect(await said.getByRole('listitem').allTextContents()).toEqual(['een', 'twee']);
    await page.context().close();
  });

  test('a choice is never made by Ctrl-Enter, which only leads to it', async () => {
    const page = await stage.signIn(stage.staff.dani);
    await page.goto(`/desk/tickets/${tickets.testing}`);
    await page.waitForFunction(() => customElements.get('text-tools'));
    await page.locator('form#test-results textarea').fill('Ik zag een taart.');
    await press(page, 'Control+Enter');
    const passed = page.getByRole('button', { name: 'Test geslaagd' });
    await expect.poll(() => passed.evaluate((each) => each.matches(':focus'))).toBe(true);
    await press(page, 'Enter');
    await page.locator('article').getByText('Ik zag een taart.').waitFor();
    await page.context().close();
  });

  test('a colleague is called from the list at the @', async () => {
    const page = await open('Met een collega');
    await press(page, 'n');
    const field = page.locator('form#notes textarea');
    const chosen = () =>
      field.evaluate(
        (each) => document.getElementById(each.getAttribute('aria-activedescendant') ?? '')?.innerText,
      );
    await page.keyboard.type('Kijk eens @');
    const list = page.getByRole('listbox', { name: 'Collega’s' });
    await list.waitFor();
    expect(await list.getByRole('option').allTextContents()).toEqual(['Dani Developer', 'Mila Manager']);
    await expectAccessible(page);
    await press(page, 'ArrowDown');
    expect(await chosen()).toBe('Mila Manager');
    await page.keyboard.type('DEV');
    expect(await chosen()).toBe('Dani Developer');
    await press(page, 'Escape');
    await list.waitFor({ state: 'hidden' });
    await press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace');
    await page.keyboard.type('@mi');
    await list.waitFor();
    await press(page, 'Enter');
    expect(await field.inputValue()).toBe('Kijk eens @Mila Manager ');
    await list.waitFor({ state: 'hidden' });
    await press(page, 'Control+Enter');
    await page.locator('article mark').getByText('@Mila Manager').waitFor();
    await page.context().close();
  });

  test('without scripts a text has no tools, and a preview all the same', async () => {
    const page = await stage.signIn(stage.contacts.roos, { javaScript: false, width: 320 });
    await page.goto(`/tickets/${tickets.waiting}`);
    expect(await page.getByRole('toolbar').count()).toBe(0);
    await page.locator('form#answer textarea').fill('**Firefox**');
    await page.getByRole('button', { name: 'Voorbeeld' }).click();
    await page.locator('section strong').getByText('Firefox').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('a cold visit', () => {
  interface Visit {
    readonly hosts: readonly string[];
    /** Over the wire, fonts apart. */
    readonly bytes: number;
    readonly shift: number;
    readonly faults: readonly string[];
  }

  async function visit(page: Page, path: string): Promise<Visit> {
    const requests: Request[] = [];
    const faults: string[] = [];
    const context = await stage.open();
    await context.addCookies(await page.context().cookies());
    const cold = await context.newPage();
    cold.on('requestfinished', (request) => requests.push(request));
    cold.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    cold.on('pageerror', (error) => faults.push(error.message));
    await cold.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await cold.goto(path, { waitUntil: 'networkidle' });
    const shift = await cold.evaluate(() => (window as unknown as { shift: number }).shift);
    let bytes = 0;
    for (const request of requests) {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      if (request.resourceType() !== 'font') bytes += responseBodySize + responseHeadersSize;
    }
    await context.close();
    return { hosts: [...new Set(requests.map((each) => new URL(each.url()).host))], bytes, shift, faults };
  }

  test('to the portal is light, still, and asks nobody else', async () => {
    const page = await stage.signIn(stage.contacts.roos);
    for (const path of ['/', '/report', `/tickets/${tickets.delivered}`]) {
      const seen = await visit(page, path);
      expect(seen.hosts, path).toEqual([new URL(stage.url).host]);
      expect(seen.bytes, path).toBeLessThanOrEqual(60_000);
      expect(seen.shift, path).toBe(0);
      expect(seen.faults, path).toEqual([]);
    }
    await page.context().close();
  });

  test('to the desk is light, still, and asks nobody else', async () => {
    const page = await stage.signIn(stage.staff.sam);
    for (const path of ['/desk', `/desk/tickets/${tickets.picked}`]) {
      const seen = await visit(page, path);
      expect(seen.hosts, path).toEqual([new URL(stage.url).host]);
      expect(seen.bytes, path).toBeLessThanOrEqual(100_000);
      expect(seen.shift, path).toBe(0);
      expect(seen.faults, path).toEqual([]);
    }
    await page.context().close();
  });
});
