import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/actor.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage, type ViewOptions } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});
afterAll(() => stage.close());

const send = (page: Page) => page.getByRole('button', { name: 'Melding versturen' });

async function openForm(person: Person, view: ViewOptions = { width: 360 }): Promise<Page> {
  const page = await stage.signIn(person, view);
  await page.goto('/report', { waitUntil: view.javaScript === false ? 'load' : 'networkidle' });
  return page;
}

async function write(page: Page): Promise<void> {
  await page.getByLabel('Wat deed u?').fill('Ik koos een taart en drukte op betalen.');
  await page.getByLabel('Wat gebeurde er vervolgens?').fill('Het scherm bleef wit. Er stond niets.');
}

const reported = (subject: string) =>
  stage.program.scope.db
    .selectFrom('tickets')
    .select(['id', 'subject', 'urgency', 'impact', 'priority'])
    .where('subject', '=', subject)
    .execute();

const filesOf = (id: string) =>
  stage.program.scope.db
    .selectFrom('attachments')
    .innerJoin('files', 'files.hash', 'attachments.file_hash')
    .select(['attachments.name', 'files.size'])
    .where('ticket_id', '=', id)
    .orderBy('name')
    .execute();

const ticketId = async (page: Page): Promise<string> => {
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1)!;
};

/** Slow as a phone in a shed: bytes a second, and how long anything takes to come back. */
async function slowDown(page: Page, bytesPerSecond: number, latency: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

describe('on a phone', () => {
  /** Counts what a thumb does: every touch of the page, and two for each list, which opens in a screen of its own. */
  async function countTouches(page: Page): Promise<() => Promise<number>> {
    let lists = 0;
    await page.exposeFunction('chose', () => {
      lists += 2;
    });
    await page.evaluate(() => {
      const count = () =>
        sessionStorage.setItem('touches', String(Number(sessionStorage.getItem('touches') ?? 0) + 1));
      addEventListener('pointerdown', ({ isTrusted }) => isTrusted && count(), true);
      addEventListener('change', ({ target }) => {
        if (target instanceof HTMLSelectElement) (window as unknown as { chose(): void }).chose();
      });
    });
    return async () => lists + (await page.evaluate(() => Number(sessionStorage.getItem('touches'))));
  }

  test('two sentences and five touches report something where there is one site', async () => {
    const page = await openForm(stage.contacts.vera);
    const touches = await countTouches(page);
    for (const [label, text] of [
      ['Wat deed u?', 'Ik zocht een fiets.'],
      ['Wat gebeurde er vervolgens?', 'De lijst bleef leeg.'],
    ] as const) {
      await page.getByLabel(label).click();
      await page.keyboard.type(text);
    }
    await page.locator('label:has(input[name=urgency][value=low])').click();
    await page.locator('label:has(input[name=impact][value=small])').click();
    await send(page).click();
    await ticketId(page);
    expect(await touches()).toBe(5);
    expect(await reported('De lijst bleef leeg')).toMatchObject([{ priority: 'low' }]);
  });

  test('a business-critical part that is down takes seven, the choice of the site among them', async () => {
    const page = await openForm(stage.contacts.roos);
    const touches = await countTouches(page);
    await page.getByLabel('Om welke site gaat het?').selectOption({ label: 'Webshop De Proef' });
    await page.getByText('afrekenen', { exact: true }).click();
    await page.getByLabel('Wat deed u?').click();
    await page.keyboard.type('Ik drukte op betalen.');
    await page.getByLabel('Wat gebeurde er vervolgens?').click();
    await page.keyboard.type('Het scherm bleef wit.');
    await page.getByRole('button', { name: 'Het ligt helemaal stil' }).click();
    await page.getByText('Klopt dat niet? Kies daar gerust iets anders.').waitFor();
    await page.locator('[data-outlook]').getByText('Hoog').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await send(page).click();
    await ticketId(page);
    expect(await touches()).toBe(7);
    expect(await reported('Afrekenen')).toMatchObject([
      { urgency: 'high', impact: 'large', priority: 'high' },
    ]);
  });

  test('sending stands within reach all the time, and hides no field that has the focus', async () => {
    const page = await openForm(stage.contacts.roos);
    for (const name of ['Wat deed u?', 'Wat gebeurde er vervolgens?', 'Wat had u verwacht?'])
      await page.getByLabel(name).focus();
    expect(await send(page).evaluate((each) => each.getBoundingClientRect().bottom)).toBeLessThanOrEqual(780);
    for (let pressed = 0; pressed < 12; pressed++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const field = document.activeElement!;
        const { left, top, height } = field.getBoundingClientRect();
        const above = document.elementFromPoint(left + 4, top + Math.min(height / 2, 20));
        return above?.closest('.within-reach') && !above.contains(field) ? field.outerHTML : null;
      });
      expect(hidden).toBeNull();
    }
  });
});

test('parts belong to the site that is chosen; by keyboard, and without scripts', async () => {
  const page = await openForm(stage.contacts.roos, { width: 1280 });
  const question = page.getByRole('group', { name: 'Gaat het om een van deze onderdelen?' });
  expect(await question.count()).toBe(0);
  const site = page.getByLabel('Om welke site gaat het?');
  await site.selectOption({ label: 'Webshop De Proef' });
  await question.getByLabel('afrekenen').focus();
  await page.keyboard.press('Space');
  const advice = page.getByRole('button', { name: 'Het werkt gedeeltelijk' });
  await advice.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('input[name=urgency]:checked').inputValue()).toBe('medium');
  expect(await page.locator('input[name=impact]:checked').inputValue()).toBe('large');
  await question.getByLabel('Nee, iets anders').check();
  expect(await advice.isVisible()).toBe(false);
  await question.getByLabel('afrekenen').check();
  await site.selectOption({ label: 'Website De Proef' });
  expect(await question.count()).toBe(0);
  expect(await advice.isVisible()).toBe(false);

  const plain = await openForm(stage.contacts.roos, { width: 360, javaScript: false });
  await plain.getByLabel('afrekenen').check();
  await write(plain);
  await plain.getByRole('button', { name: 'Het lukt met een omweg' }).click();
  await plain.getByText('Klopt dat niet? Kies daar gerust iets anders.').waitFor();
  expect(await plain.locator('input[name=urgency]:checked').inputValue()).toBe('low');
  expect(await plain.getByLabel('Wat deed u?').inputValue()).toContain('taart');
  await plain.getByLabel('Om welke site gaat het?').selectOption({ label: 'Webshop De Proef' });
  await plain.getByLabel('Waar gaat het over').press('Enter');
  await ticketId(plain);
});

describe('pictures', () => {
  const rows = (page: Page) => page.locator('[data-chosen] li');

  /** Lets files fall on a field, or pastes them there. */
  const bring = (
    page: Page,
    how: 'drop' | 'paste' | 'dragover',
    { width = 0, name = 'foto.jpg', text = '' },
  ) =>
    page.getByLabel('Wat deed u?').evaluate(
      async (field, { how, width, name, text }) => {
        const data = new DataTransfer();
        let content: BlobPart = text;
        if (width) {
          const canvas = new OffscreenCanvas(width, (width * 3) / 4);
          const context = canvas.getContext('2d')!;
          const points = context.createImageData(canvas.width, canvas.height);
          for (let at = 0; at < points.data.length; at += 65_536)
            crypto.getRandomValues(points.data.subarray(at, at + 65_536));
          context.putImageData(points, 0, 0);
          content = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
        }
        const file = new File([content], name, { type: width ? 'image/jpeg' : 'text/plain' });
        data.items.add(file);
        const options = { bubbles: true, cancelable: true };
        if (how === 'paste')
          field.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
        else field.dispatchEvent(new DragEvent(how, { ...options, dataTransfer: data }));
        return file.size;
      },
      { how, width, name, text },
    );

  test('come by dragging, pasting and choosing, each with its own progress, picture and way out', async () => {
    const page = await openForm(stage.contacts.roos, { width: 1280 });
    await bring(page, 'dragover', { text: 'x' });
    await expect.poll(() => page.locator('form[data-dropping]').count()).toBe(1);
    const taken = await bring(page, 'drop', { width: 2800, name: 'groot.jpg' });
    expect(await page.locator('form[data-dropping]').count()).toBe(0);
    await bring(page, 'paste', { width: 300, name: 'image.jpg' });
    await page.locator('input[name=files]').setInputFiles([
      { name: 'verslag.txt', mimeType: 'text/plain', buffer: Buffer.from('wat er gebeurde') },
      { name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    ]);
    await expect.poll(() => rows(page).filter({ hasText: 'ontvangen' }).count()).toBe(3);
    expect(await rows(page).locator('img').count()).toBe(2);
    await rows(page).getByText('Het bestand leeg.txt is leeg of niet te lezen').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Weghalen: leeg.txt' }).click();
    await page.getByLabel('Om welke site gaat het?').selectOption({ label: 'Webshop De Proef' });
    await write(page);
    await send(page).click();
    // the two questions are still open: what was handed in is listed, and goes along the second time
    await page.getByText('Er klopt nog iets niet').waitFor();
    expect(await page.locator('input[name=kept]:checked').count()).toBe(3);
    expect(await rows(page).count()).toBe(0);
    await page.getByLabel('Waar gaat het over').fill('Met drie bestanden');
    await page.locator('input[name=urgency][value=low]').check();
    await page.locator('input[name=impact][value=small]').check();
    await send(page).click();
    const files = await filesOf(await ticketId(page));
    expect(files.map(({ name }) => name)).toEqual(['groot.jpg', 'schermafdruk-1.jpg', 'verslag.txt']);
    // a photo of more than 3 MB was made lighter
    expect(taken).toBeGreaterThan(3 * 1024 * 1024);
    expect(files[0]!.size).toBeLessThan(taken * 0.9);
  });

  test('whose way was cut off are tried again; the report waits for those under way, and is sent once', async () => {
    const page = await openForm(stage.contacts.roos);
    await page.route('**/attachments', (route) => route.abort(), { times: 1 });
    const notes = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.alloc(60_000, 'x') };
    await page.locator('input[name=files]').setInputFiles(notes);
    await rows(page).getByText('De verbinding viel weg.').waitFor();
    await expectAccessible(page);
    await slowDown(page, 60_000, 300);
    await page.getByRole('button', { name: 'Opnieuw proberen: log.txt' }).click();
    await page.getByRole('progressbar', { name: 'Wordt verstuurd: log.txt' }).waitFor();
    await page.getByLabel('Om welke site gaat het?').selectOption({ label: 'Webshop De Proef' });
    await write(page);
    await page.getByLabel('Waar gaat het over').fill('Twee keer gedrukt');
    await page.locator('input[name=urgency][value=low]').check();
    await page.locator('input[name=impact][value=small]').check();
    await bring(page, 'drop', { name: 'tweede.txt', text: 'y'.repeat(120_000) });
    await send(page).dblclick();
    await page.getByText('Nog even: uw bestanden zijn onderweg.').waitFor();
    const id = await ticketId(page);
    expect(await reported('Twee keer gedrukt')).toHaveLength(1);
    expect((await filesOf(id)).map(({ name }) => name)).toEqual(['log.txt', 'tweede.txt']);
  });
});

test('what was typed and handed in outlives a slow line, a restart, a reload and another device', async () => {
  const page = await openForm(stage.contacts.roos);
  await slowDown(page, 40_000, 400);
  await page.getByLabel('Om welke site gaat het?').selectOption({ label: 'Webshop De Proef' });
  await page.getByText('afrekenen', { exact: true }).click();
  await write(page);
  const photo = { name: 'bewijs.txt', mimeType: 'text/plain', buffer: Buffer.from('bewijs') };
  await page.locator('input[name=files]').setInputFiles(photo);
  await page.locator('[data-chosen] li').getByText('ontvangen').waitFor();
  const kept = () => stage.program.scope.db.selectFrom('drafts').select('fields').executeTakeFirst();
  await expect.poll(async () => JSON.stringify(await kept())).toMatch(/wit.*keptFiles":"[0-9a-f]/);
  await stage.restart();
  await page.reload();
  expect(await page.getByLabel('Wat deed u?').inputValue()).toContain('taart');
  expect(await page.getByLabel('afrekenen').isChecked()).toBe(true);
  expect(await page.getByLabel('bewijs.txt').isChecked()).toBe(true);
  const elsewhere = await openForm(stage.contacts.roos, { width: 360, javaScript: false });
  expect(await elsewhere.getByLabel('Wat deed u?').inputValue()).toContain('taart');
  expect(await elsewhere.getByLabel('bewijs.txt').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Het ligt helemaal stil' }).click();
  await page.getByLabel('Waar gaat het over').fill('Na een herstart');
  // the server goes and comes back under the open page
  await stage.restart();
  await send(page).click();
  const id = await ticketId(page);
  expect((await filesOf(id)).map(({ name }) => name)).toEqual(['bewijs.txt']);
  expect(await kept()).toBeUndefined();
});
