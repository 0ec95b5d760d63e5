import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/actor.ts';
import { codeAt, stepOf } from '#lib/totp.ts';
import { expectAccessible, expectNoSidewaysScroll, password, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Gives a page an authenticator that checks its owner, as a telephone or a laptop has one. */
async function giveAuthenticator(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { client, authenticatorId };
}

const emailOf = (person: Person) => `${person.name.split(' ')[0]!.toLowerCase()}@example.test`;

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Uitloggen', exact: true }).first().click();
  await page.waitForURL('**/sign-in');
}

async function fillPassword(page: Page, person: Person) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mailadres').fill(emailOf(person));
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
}

test.each([
  { javaScript: true, width: 1280, dark: false, who: 'sam' },
  { javaScript: false, width: 360, dark: true, who: 'dani' },
] as const)('the second step by app, with scripts $javaScript', async ({ who, ...view }) => {
  const person = stage.staff[who];
  const page = await stage.signIn(person, view);
  const look = async () => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };
  await page.goto('/profile/security');
  await look();
  await page.getByRole('button', { name: 'App instellen' }).click();
  await page.getByRole('img', { name: 'QR-code' }).waitFor();
  await look();
  const key = (await page.locator('.font-mono').textContent())!.replaceAll(' ', '');
  const code = (later = 0) => codeAt(key, stepOf(new Date()) + later);
  await page.getByLabel('Code uit de app').fill('000000');
  await page.getByLabel('Uw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanzetten' }).click();
  await page.getByText('Deze code klopt niet').waitFor();
  await look();
  await page.getByLabel('Code uit de app').fill(code());
  await page.getByLabel('Uw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanzetten' }).click();
  const codes = page.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem');
  await codes.first().waitFor();
  await look();
  const shown = await codes.allTextContents();
  expect(shown).toHaveLength(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Bewaren als tekstbestand' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('herstelcodes.txt');
  if (view.javaScript) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Kopiëren' }).click();
    await page.getByRole('button', { name: 'Gekopieerd' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown.join('\n'));
  }
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click();
  await page.getByText('U hebt nog 10 herstelcodes.').waitFor();
  await look();
  await signOut(page);

  await fillPassword(page, person);
  await page.waitForURL('**/sign-in/code');
  await look();
  await page.getByLabel('Code uit uw app').fill(code(1));
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.waitForURL('**/desk');
  await signOut(page);

  await fillPassword(page, person);
  await page.waitForURL('**/sign-in/code');
  await page.getByRole('link', { name: 'Gebruik een herstelcode' }).click();
  await page.getByLabel('Herstelcode').fill(shown[3]!);
  await look();
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.waitForURL('**/desk');
  await page.context().close();
});

test('a passkey is added, signs in without a second step, is renamed and removed', async () => {
  const { roos } = stage.contacts;
  const page = await stage.signIn(roos);
  const { client, authenticatorId } = await giveAuthenticator(page);
  await page.goto('/profile/security');
  await page.getByLabel('Naam van de nieuwe passkey').fill('Laptop');
  await page.getByLabel('Uw wachtwoord').fill('dat is het niet');
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click();
  await page.getByText('Dit is niet uw huidige wachtwoord.').waitFor();
  expect(await page.getByLabel('Naam van de nieuwe passkey').inputValue()).toBe('Laptop');
  await expectAccessible(page);
  await page.getByLabel('Uw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click();
  const codes = page.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem');
  await codes.first().waitFor();
  const [recovery = ''] = await codes.allTextContents();
  const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toHaveLength(1);
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click();
  await page.getByText('Laptop', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await signOut(page);

  // the password alone no longer lets her in; a passkey or a recovery code does
  await fillPassword(page, roos);
  await page.waitForURL('**/sign-in/code');
  await page.getByRole('button', { name: 'Inloggen met een passkey' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Herstelcode').fill(recovery);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await page.waitForURL((at) => at.pathname === '/');
  await signOut(page);

  await page.goto('/sign-in?next=/profile');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Inloggen met een passkey' }).click();
  await page.waitForURL((at) => at.pathname === '/profile');
  const session = await stage.program.scope.db
    .selectFrom('auth_sessions')
    .select(['way', 'second_factor'])
    .where('user_id', '=', roos.id)
    .execute();
  expect(session).toEqual([{ way: 'passkey', second_factor: 'passkey' }]);

  await page.goto('/profile/security');
  await page.getByText('Naam wijzigen of verwijderen').click();
  await page.getByLabel('Nieuwe naam').fill('Laptop thuis');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByText('De naam is gewijzigd.').waitFor();
  await page.getByText('Naam wijzigen of verwijderen').click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Laptop thuis' })
    .getByLabel('Uw wachtwoord')
    .fill(password);
  await page.getByRole('button', { name: 'Verwijderen' }).click();
  await page.getByText('De passkey is verwijderd.').waitFor();
  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Inloggen met een passkey' }).click();
  await page.getByText('Deze passkey kennen wij niet').waitFor();
  await page.context().close();
});

test('an authenticator that does not check its owner signs nobody in', async () => {
  const { kees } = stage.contacts;
  const page = await stage.signIn(kees);
  const { client, authenticatorId } = await giveAuthenticator(page);
  await page.goto('/profile/security');
  await page.getByLabel('Naam van de nieuwe passkey').fill('Telefoon');
  await page.getByLabel('Uw wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click();
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click();
  await signOut(page);
  await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.getByRole('button', { name: 'Inloggen met een passkey' }).click();
  await page.getByText('Dat is niet gelukt.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.context().close();
});

test('another address is asked for without scripts on a telephone, and can be stopped from the old one', async () => {
  const { cora } = stage.contacts;
  const phone = await stage.signIn(cora, { javaScript: false, width: 320, dark: true });
  await phone.goto('/profile');
  await phone.getByText('E-mailadres wijzigen').click();
  await phone.getByLabel('Nieuw e-mailadres').fill('een.nieuw.en.heel.lang.adres@een-even-lange-naam.test');
  await phone.getByLabel('Uw wachtwoord', { exact: true }).fill('dat is het niet');
  await phone.getByRole('button', { name: 'Link sturen' }).click();
  await phone.getByText('Dit is niet uw huidige wachtwoord.').waitFor();
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  await phone.getByLabel('Uw wachtwoord', { exact: true }).fill(password);
  await phone.getByRole('button', { name: 'Link sturen' }).click();
  await phone.getByText('Tot dan blijft uw huidige adres gelden').waitFor();
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  const linkTo = async (address: string) => {
    const mail = await stage.post.latestTo(address, ({ text }) => /\/address\//.test(text ?? ''));
    return /https?:\S+\/address\/\S+/.exec(mail.text ?? '')![0];
  };
  const confirm = await linkTo('een.nieuw.en.heel.lang.adres@een-even-lange-naam.test');
  const stop = await linkTo('cora@example.test');
  const desktop = await stage.signIn(cora);
  await desktop.goto('/profile');
  await expectAccessible(desktop);
  for (const page of [phone, desktop]) {
    for (const link of [confirm, stop]) {
      await page.goto(link);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  }
  await phone.goto(confirm);
  await phone.getByRole('button', { name: 'Dit is mijn nieuwe adres' }).click();
  await phone.getByText('Uw e-mailadres is gewijzigd.').waitFor();
  await desktop.goto(stop);
  await desktop.getByRole('button', { name: 'Stoppen en overal uitloggen' }).click();
  await desktop.getByText('De wijziging is gestopt').waitFor();
  await expectAccessible(desktop);
  await phone.goto('/profile');
  expect(new URL(phone.url()).pathname).toBe('/sign-in');
  await phone.context().close();
  await desktop.context().close();
});
