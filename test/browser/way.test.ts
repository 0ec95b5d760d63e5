import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTimers } from '#tickets/timers.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage, type ViewOptions } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const views: [string, ViewOptions][] = [
  ['with JavaScript, 1280 px', { width: 1280, javaScript: true }],
  ['without JavaScript, 1280 px', { width: 1280, javaScript: false }],
  ['with JavaScript, 360 px', { width: 360, javaScript: true }],
  ['without JavaScript, 360 px, dark', { width: 360, javaScript: false, dark: true }],
];

const looksRight = async (page: Page) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens an act that stands folded among the quiet ones, unless it is open already. */
async function unfold(page: Page, title: string): Promise<void> {
  const summary = page.locator('summary', { hasText: title }).first();
  if (!(await summary.evaluate((each) => (each.parentElement as HTMLDetailsElement).open)))
    await summary.click();
}

async function report(page: Page, subject: string): Promise<string> {
  await page.goto('/report');
  await looksRight(page);
  await page.getByLabel('Om welke site gaat het?').selectOption({ label: 'Webshop De Proef' });
  await page.getByLabel('Wat deed u?').fill('Ik legde een taart in de mand en koos «Betalen».');
  await page.getByLabel('Wat gebeurde er vervolgens?').fill('Er kwam een wit scherm. 🎂 <b>niet vet</b>');
  await page.getByLabel('Waar gaat het over, in een paar woorden?').fill(subject);
  await page.locator('input[name=urgency][value=high]').check();
  await page.locator('input[name=impact][value=large]').check();
  await button(page, 'Melding versturen').click();
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  await expect.poll(() => heading(page).textContent()).toContain(subject);
  await looksRight(page);
  return new URL(page.url()).pathname;
}

async function solveAndRelease(sam: Page, dani: Page, path: string, pickUp: boolean): Promise<void> {
  await sam.goto(`/desk${path}`);
  await looksRight(sam);
  if (pickUp) {
    await button(sam, 'Oppakken').click();
    await sam.getByText('De melding is opgepakt.').waitFor();
  }
  await sam.getByLabel('Wat is er veranderd?').fill('De betaalknop doet het weer.');
  await sam.getByLabel('Hoe kan een collega dit testen?').fill('Reken een taart af.');
  await button(sam, 'Overdragen om te testen').click();
  await sam.getByText('De oplossing staat klaar om te testen.').waitFor();
  await sam.getByText('Een collega moet het testen').waitFor();
  await looksRight(sam);

  await dani.goto(`/desk${path}`);
  await button(dani, 'Test geslaagd').click();
  await dani.getByText('De test is geslaagd.').waitFor();

  await sam.goto(`/desk${path}`);
  await button(sam, 'Nieuwe versie melden').click();
  await sam.getByText('De klant weet dat de nieuwe versie online staat').waitFor();
  await looksRight(sam);
}

describe.each(views)('the whole way, %s', (name, view) => {
  test('report, pick-up, test, release, refusal, again, sign-off', async () => {
    const { roos } = stage.contacts;
    const subject = `Afrekenen: ${name}`;
    const client = await stage.signIn(roos, view);
    await looksRight(client);
    const path = await report(client, subject);
    const confirmation = await stage.post.latestTo('roos@example.test', (mail) =>
      mail.subject!.includes(subject),
    );
    expect(confirmation.text).toContain(`${stage.url}${path}`);
    expect(confirmation.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    await stage.post.latestTo(
      'mila@example.test',
      (mail) => mail.subject!.startsWith('HOOG') && mail.subject!.includes(subject),
    );

    const sam = await stage.signIn(stage.staff.sam, view);
    const dani = await stage.signIn(stage.staff.dani, view);
    await sam.goto('/desk');
    await sam.getByRole('link', { name: subject }).waitFor();
    await looksRight(sam);
    await solveAndRelease(sam, dani, path, true);
    const online = await stage.post.latestTo(
      'roos@example.test',
      (mail) => mail.subject!.includes(subject) && mail.text!.includes('nieuwe versie online'),
    );
    expect(online.inReplyTo).toBe(confirmation.inReplyTo);

    await client.goto(path);
    await looksRight(client);
    await button(client, 'Het werkt nog niet').click();
    await client.getByText('Vul dit in.').waitFor();
    await looksRight(client);
    await client.getByLabel('Wat werkt er nog niet?').fill('Op mijn telefoon blijft het wit.');
    await button(client, 'Het werkt, afmelden').click();
    await client.getByText('U schreef ook iets').waitFor();
    expect(await client.getByLabel('Wat werkt er nog niet?').inputValue()).toBe(
      'Op mijn telefoon blijft het wit.',
    );
    await button(client, 'Het werkt nog niet').click();
    await client.getByText('Wij gaan ermee verder.').first().waitFor();
    await stage.post.latestTo(
      'sam@example.test',
      (mail) => mail.subject!.includes(subject) && mail.text!.includes('Op mijn telefoon blijft het wit.'),
    );

    await solveAndRelease(sam, dani, path, false);
    await client.goto(path);
    await button(client, 'Het werkt, afmelden').click();
    await client.getByText('De melding is afgemeld.').first().waitFor();
    await looksRight(client);
    await stage.post.latestTo(
      'roos@example.test',
      (mail) => mail.subject!.includes(subject) && mail.text!.includes('Uw melding is afgemeld'),
    );
    for (const page of [client, sam, dani]) await page.context().close();
  });
});

test('a question is asked and answered; an internal note stays inside', async () => {
  const client = await stage.signIn(stage.contacts.roos, { width: 360 });
  const path = await report(client, 'Wit scherm bij contact');
  const sam = await stage.signIn(stage.staff.sam);
  await sam.goto(`/desk${path}`);
  await unfold(sam, 'Interne notitie');
  await sam.getByLabel('Notitie', { exact: true }).fill('Deze klant heeft een oude browser.');
  await button(sam, 'Bewaar interne notitie').click();
  await sam.getByText('Deze klant heeft een oude browser.').waitFor();
  await unfold(sam, 'Vraag aan de klant');
  await sam.getByLabel('Vraag', { exact: true }).fill('Welke browser gebruikt u?');
  await button(sam, 'Stel vraag aan klant').click();
  await sam.getByText('De vraag is verstuurd.').waitFor();
  await looksRight(sam);

  await client.goto('/');
  await client.getByText('U bent aan zet').first().waitFor();
  await looksRight(client);
  await client.goto(path);
  expect(await client.content()).not.toContain('oude browser');
  await looksRight(client);
  await client.getByLabel('Uw antwoord').fill('Firefox');
  await button(client, 'Antwoord versturen').click();
  await client.getByText('Uw antwoord is verstuurd.').waitFor();
  const mail = await stage.post.latestTo('mila@example.test', ({ text }) => text!.includes('Firefox'));
  expect(mail.text).not.toContain('oude browser');
  for (const page of [client, sam]) await page.context().close();
});

test('nobody says anything: reminded twice, then signed off by itself, as the page and the mails say', async () => {
  const [client, sam, dani] = await Promise.all([
    stage.signIn(stage.contacts.roos),
    stage.signIn(stage.staff.sam),
    stage.signIn(stage.staff.dani),
  ]);
  const path = await report(client, 'Stilte');
  await solveAndRelease(sam, dani, path, true);
  const { scope } = stage.program;
  const timers = () =>
    scope.db
      .selectFrom('timers')
      .select('at')
      .where('ticket_id', '=', path.split('/').at(-1)!)
      .orderBy('at')
      .execute();
  for (const { at } of await timers()) await runTimers({ ...scope, now: () => at });
  expect(await timers()).toEqual([]);
  await sam.goto(`/desk/mail?ticket=${path.split('/').at(-1)}`);
  await looksRight(sam);
  const mails = await scope.db
    .selectFrom('mails')
    .select(['kind', 'text'])
    .where('ticket_id', '=', path.split('/').at(-1)!)
    .execute();
  expect(mails.filter(({ kind }) => kind === 'reminder').length).toBe(2);
  const last = mails.find(({ kind }) => kind === 'signed_off_by_silence');
  expect(last?.text).toContain('niets meer van u gehoord');

  await client.goto(path);
  await client.getByText('vanzelf afgemeld').first().waitFor();
  await looksRight(client);
  for (const page of [client, sam, dani]) await page.context().close();
});
