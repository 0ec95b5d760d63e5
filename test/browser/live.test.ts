import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addMessage, addNote, ask, pickUp, reply, reportTicket } from '#tickets/tickets.ts';
import { expectAccessible, password, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(async () => {
  for (const context of stage.browser.contexts()) await context.close();
});
afterAll(() => stage.close());

const report = async (subject: string) => {
  const { id } = await reportTicket(stage.program.scope, stage.contacts.roos, {
    siteId: stage.sites.shop,
    subject,
    did: 'Ik koos een taart.',
    happened: 'De mand bleef leeg.',
    expected: '',
    urgency: 'medium',
    impact: 'medium',
  });
  return id;
};

/** Waits until the page's stream is open, so that nothing but the stream can bring what comes next. */
async function goLive(page: Page, path: string): Promise<void> {
  const opened = page.waitForResponse((response) => new URL(response.url()).pathname === '/live');
  await page.goto(path);
  await opened;
}

/** A change is promised within a second; here the server and three browsers share one machine with other tests. */
const soon = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor({ state: 'visible', timeout: 3_000 });

describe('a change shows within a second', () => {
  test('to two colleagues and the client, each what they may see', async () => {
    const id = await report('Drie mensen kijken');
    const [sam, dani, roos] = [
      await stage.signIn(stage.staff.sam),
      await stage.signIn(stage.staff.dani),
      await stage.signIn(stage.contacts.roos),
    ];
    await goLive(sam, `/desk/tickets/${id}`);
    await goLive(dani, `/desk/tickets/${id}`);
    await goLive(roos, `/tickets/${id}`);
    await soon(sam, 'Dani Developer kijkt ook naar deze melding');
    await expectAccessible(sam);
    await roos.getByText('Iets toevoegen of vragen').click();
    await roos.locator('#message-body').fill('Ook in een andere browser.');
    await roos.locator('form#message button[type=submit]:not([name=preview])').click();
    await Promise.all([soon(sam, 'Ook in een andere browser.'), soon(dani, 'Ook in een andere browser.')]);
    await sam.locator('form#replies textarea').fill('Wij kijken ernaar.');
    await sam.locator('form#replies button[type=submit]:not([name=preview])').click();
    await Promise.all([soon(roos, 'Wij kijken ernaar.'), soon(dani, 'Wij kijken ernaar.')]);
    await addNote(stage.program.scope, stage.staff.dani, id, { body: 'Alleen voor ons.' });
    await soon(sam, 'Alleen voor ons.');
    expect(await roos.getByText('Alleen voor ons.').count()).toBe(0);
    await dani.goto('/desk');
    await sam.getByText('Dani Developer kijkt ook').waitFor({ state: 'detached', timeout: 6_000 });
  });

  test('in the queue and in the list of the portal', async () => {
    const [sam, roos] = [await stage.signIn(stage.staff.sam), await stage.signIn(stage.contacts.roos)];
    await goLive(sam, '/desk');
    await goLive(roos, '/');
    const id = await report('Komt vanzelf in de lijst');
    await Promise.all([soon(sam, 'Komt vanzelf in de lijst'), soon(roos, 'Komt vanzelf in de lijst')]);
    await pickUp(stage.program.scope, stage.staff.dani, id);
    await sam.locator(`#ticket-${id}`).getByText('Opgepakt').waitFor({ timeout: 3_000 });
    await roos.locator(`#ticket-${id}`).getByText('Opgepakt').waitFor({ timeout: 3_000 });
  });
});

describe('what somebody does on a page stays', () => {
  test('what they type, open, choose and look at', async () => {
    const id = await report('Er wordt getypt');
    const page = await stage.signIn(stage.staff.sam);
    await goLive(page, `/desk/tickets/${id}`);
    await page.getByText('Interne notitie', { exact: true }).first().click();
    const field = page.locator('form#notes textarea');
    await field.fill('Half af');
    await page
      .locator('form#notes input[name=files]')
      .setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('Laten vervallen', { exact: true }).first().click();
    await field.focus();
    await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(2, 4));
    await page.evaluate(() => scrollTo(0, 300));
    await addMessage(stage.program.scope, stage.contacts.roos, id, { body: 'Een bericht van de klant.' });
    await page.getByText('Een bericht van de klant.').waitFor({ state: 'attached', timeout: 3_000 });
    expect(await field.inputValue()).toBe('Half af');
    expect(
      await field.evaluate((area: HTMLTextAreaElement) => [
        area.selectionStart,
        area.selectionEnd,
        document.activeElement === area,
      ]),
    ).toEqual([2, 4, true]);
    expect(await page.locator('form#notes').getByText('log.txt').count()).toBeGreaterThan(0);
    expect(await page.locator('form#drop textarea').isVisible()).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(200);
    await page.locator('form#notes button[type=submit]:not([name=preview])').click();
    await page.locator('article').getByText('Half af').waitFor();
    await page.locator('article').getByText('log.txt').waitFor();
  });

  test('also when its step is gone', async () => {
    const id = await report('De stap is weg');
    const page = await stage.signIn(stage.staff.sam);
    await goLive(page, `/desk/tickets/${id}`);
    await page.getByText('Vraag aan de klant', { exact: true }).first().click();
    await page.locator('form#questions textarea').fill('Welke browser gebruikt u?');
    const { scope } = stage.program;
    await ask(scope, stage.staff.dani, id, { body: 'Welk toestel?' });
    await page.locator('form#answers').waitFor({ timeout: 3_000 });
    expect(await page.locator('form#questions textarea').inputValue()).toBe('Welke browser gebruikt u?');
  });

  // counted in a second of a machine that has other work as well
  test('and many changes are few fetches', { retry: 1 }, async () => {
    const id = await report('Veel tegelijk');
    const page = await stage.signIn(stage.staff.sam);
    await goLive(page, `/desk/tickets/${id}`);
    let fetches = 0;
    page.on('request', (request) => {
      if (request.headers()['x-refresh']) fetches++;
    });
    for (let nth = 1; nth <= 15; nth++)
      await reply(stage.program.scope, stage.staff.dani, id, { body: `Bericht nummer ${nth}.` });
    await page.getByText('Bericht nummer 15.').waitFor({ timeout: 2_000 });
    expect(fetches).toBeLessThanOrEqual(4);
  });
});

test('an open page outlives a restart of the server, with what was typed, and catches up', async () => {
  const id = await report('De server gaat even weg');
  const page = await stage.signIn(stage.staff.sam);
  await goLive(page, `/desk/tickets/${id}`);
  await page.locator('form#replies textarea').fill('Dit blijft staan.');
  const before = performance.now();
  let stopped = 0;
  await stage.restart(async () => {
    stopped = performance.now() - before;
  });
  expect(stopped).toBeLessThan(5_000);
  await addMessage(stage.program.scope, stage.contacts.roos, id, { body: 'Tijdens de herstart geschreven.' });
  await page.getByText('Tijdens de herstart geschreven.').waitFor({ timeout: 15_000 });
  expect(await page.locator('form#replies textarea').inputValue()).toBe('Dit blijft staan.');
  // it crossed the client's message, so that is read first
  await page.locator('form#replies button[type=submit]:not([name=preview])').last().click();
  await page.locator('form#replies').getByRole('region').getByText('Tijdens de herstart').waitFor();
  await page.locator('form#replies button[type=submit]:not([name=preview])').last().click();
  await page.locator('article').getByText('Dit blijft staan.').waitFor();
});

test('a page that nobody looks at has no stream, and catches up when it is looked at again', async () => {
  const id = await report('Een ander tabblad');
  const page = await stage.signIn(stage.contacts.roos);
  await goLive(page, `/tickets/${id}`);
  const see = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await see(true);
  await reply(stage.program.scope, stage.staff.sam, id, { body: 'Terwijl u weg was.' });
  expect(await page.getByText('Terwijl u weg was.').count()).toBe(0);
  await see(false);
  await page.getByText('Terwijl u weg was.').waitFor({ timeout: 2_000 });
});

describe('what is being typed', () => {
  test('is kept over a reload, a restart and on another device; colleagues see that somebody writes', async () => {
    const id = await report('Een concept');
    const [sam, dani] = [await stage.signIn(stage.staff.sam), await stage.signIn(stage.staff.dani)];
    await goLive(sam, `/desk/tickets/${id}`);
    await goLive(dani, `/desk/tickets/${id}`);
    await sam.locator('form#replies textarea').pressSequentially('Een lang antwoord');
    await dani.getByText('Sam Supporter schrijft een antwoord').waitFor({ timeout: 2_000 });
    await sam.locator('form#replies').getByText('Concept bewaard').waitFor();
    await sam.reload();
    expect(await sam.locator('form#replies textarea').inputValue()).toBe('Een lang antwoord');
    await expectAccessible(sam);
    await stage.restart();
    const elsewhere = await stage.signIn(stage.staff.sam, { javaScript: false });
    await elsewhere.goto(`/desk/tickets/${id}`);
    const form = elsewhere.locator('form#replies');
    await form.getByText(/Concept van vandaag \d\d:\d\d teruggezet/).waitFor();
    await form.getByRole('button', { name: 'Concept weggooien' }).click();
    await elsewhere.getByText('Het concept is weggegooid.').waitFor();
    expect(await elsewhere.locator('form#replies textarea').inputValue()).toBe('');
  });

  test('outlives a sign-out right after it, and a session that ended before it was sent', async () => {
    const id = await report('Net te laat');
    const page = await stage.signIn(stage.staff.sam);
    const field = page.locator('form#replies textarea');
    await page.goto(`/desk/tickets/${id}`);
    await field.pressSequentially('Net voor het uitloggen');
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL(/sign-in/);
    const signIn = async (at: Page, person: string) => {
      await at.getByLabel('E-mailadres').first().fill(`${person}@example.test`);
      await at.getByLabel('Wachtwoord').fill(password);
      await at.getByRole('button', { name: 'Inloggen', exact: true }).click();
      await at.waitForURL((url) => url.pathname !== '/sign-in');
    };
    await signIn(page, 'sam');
    await page.goto(`/desk/tickets/${id}`);
    expect(await field.inputValue()).toBe('Net voor het uitloggen');
    await page.context().clearCookies();
    await field.fill('Geschreven zonder sessie');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/sign-in/);
    // whoever else signs in here finds nothing of it
    await signIn(page, 'dani');
    await page.goto(`/desk/tickets/${id}`);
    expect(await field.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL(/sign-in/);
    await signIn(page, 'sam');
    await page.goto(`/desk/tickets/${id}`);
    expect(await field.inputValue()).toBe('Geschreven zonder sessie');
    await field.focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('article').getByText('Geschreven zonder sessie').waitFor();
    expect(await field.inputValue()).toBe('');
  });

  test('crosses what came in, which is read first, with scripts and without', async () => {
    for (const javaScript of [true, false]) {
      const id = await report(`Kruisend, scripts ${javaScript}`);
      const page = await stage.signIn(stage.staff.sam, { javaScript });
      await page.goto(`/desk/tickets/${id}`);
      await page.locator('form#replies textarea').fill('Wij gaan kijken.');
      await addMessage(stage.program.scope, stage.contacts.roos, id, { body: 'Het werkt alweer.' });
      if (javaScript) await page.locator('#story ~ ol').getByText('Het werkt alweer.').waitFor();
      await page.locator('form#replies button[type=submit]:not([name=preview])').last().click();
      const crossed = page.locator('form#replies').getByRole('region', { name: 'Dit kwam er intussen bij' });
      await crossed.getByText('Het werkt alweer.').waitFor();
      await expectAccessible(page);
      expect(await page.locator('form#replies textarea').inputValue()).toBe('Wij gaan kijken.');
      await page.locator('form#replies button[type=submit]:not([name=preview])').last().click();
      await page.locator('article').getByText('Wij gaan kijken.').waitFor();
    }
  });
});
