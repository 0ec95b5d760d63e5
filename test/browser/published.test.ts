import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test.each([
  { width: 1280, dark: false },
  { width: 320, dark: true },
])('anybody reads the agreement, $width px wide, dark: $dark', async (look) => {
  const page = await (await stage.open(look)).newPage();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Onze afspraken' }).click();
  await page.getByRole('heading', { level: 1, name: 'Onze afspraken' }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Our agreement' }).waitFor();
  await expectNoSidewaysScroll(page);
  const link = await page.getByRole('link', { name: 'Dutch', exact: true }).getAttribute('href');
  const pdf = await page.request.get(link!);
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
});

test('a manager without scripts on a phone changes who pays, having seen what changes, and announces it', async () => {
  const page = await stage.signIn(stage.staff.mila, { width: 320, javaScript: false });
  await page.goto('/desk/settings/coverage');
  await page.getByRole('checkbox', { name: /CMS-training/ }).uncheck();
  await page.getByLabel('Onderzoek kost').fill('60');
  await page.getByRole('button', { name: 'Omhoog: garantie' }).click();
  expect(await page.getByLabel('Onderzoek kost').inputValue()).toBe('60');
  await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
  const changes = await page.getByRole('status').innerText();
  expect(changes).toMatch(/Vervalt: Hulp bij het gebruik van het CMS/);
  expect(changes).toMatch(/wordt €\s60,00/);
  // Enter in a field saves, and moves no rule.
  await page.getByLabel('Onderzoek kost').press('Enter');
  await page.getByText('Opgeslagen als nieuwe versie van de afspraken.').waitFor();
  await page.goto('/desk/settings');
  await page.getByRole('link', { name: 'Versie 2 aankondigen' }).click();
  await page.getByRole('button', { name: '4 e-mails versturen' }).click();
  await page.getByText('De afspraken zijn aangekondigd.').waitFor();
  const mail = await stage.post.latestTo('vera@example.test');
  expect([mail.subject, mail.text]).toEqual([
    'Onze afspraken zijn vernieuwd',
    expect.stringContaining('/agreement/versions/2'),
  ]);
  const reader = await stage.signIn(stage.contacts.vera, { width: 320, javaScript: false });
  await reader.goto('/agreement');
  const words = await reader.locator('main').innerText();
  expect(words).toContain('geldt versie 2');
  expect(words).not.toContain('CMS-training');
});

test('a manager hands in a file, sees what happens, and takes it', async () => {
  const page = await stage.signIn(stage.staff.mila);
  await page.goto('/desk/settings/imports');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Opleveringen' }).click();
  await expectAccessible(page);
  const csv = 'site;oplevering;datum\nWebshop De Proef;webshop;1-9-2026\nOnbekend;x;1-9-2026\n';
  await page
    .getByLabel('Bestand', { exact: true })
    .setInputFiles({ name: 'opleveringen.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Bekijk eerst wat er gebeurt' }).click();
  await page.getByText('Er is geen site met deze naam').waitFor();
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Geweigerde regels downloaden' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('geweigerd.csv');
  await page.getByRole('button', { name: '1 regel opnemen' }).click();
  await page.getByText('1 regel is opgenomen. 1 is geweigerd.').waitFor();
  await page.goto('/desk/overrulings');
  await expectAccessible(page);
  for (const path of [
    '/desk/settings/coverage',
    '/desk/settings/agreement/1/announcement',
    '/desk/settings',
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
