import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '#quotes/drafts.ts';
import { someLines } from '#quotes/quotes.fixture.ts';
import { sendQuote } from '#quotes/sending.ts';
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

async function draft(title: string) {
  const { program, staff, organisations } = stage;
  return createDraft(program.scope, staff.sam, {
    organisationId: organisations.bakery,
    title,
    lines: someLines,
  });
}

describe.each(views)('a quote, %s', (name, view) => {
  test('is read, ticked and accepted last of all with the code from the mail', async () => {
    const title = `Zoeken in de webshop, ${name}`;
    const sent = await sendQuote(stage.program.scope, stage.staff.sam, await draft(title));
    const { id } = sent;
    const cora = await stage.signIn(stage.contacts.cora, view);
    await cora.goto('/costs');
    await looksRight(cora);
    await cora.locator(`a[href="/quotes/${id}"]`).first().click();
    await cora.getByRole('heading', { name: title }).waitFor();
    await looksRight(cora);
    await cora.getByLabel(/Uitleg op papier/).check();
    await button(cora, 'Totaal opnieuw berekenen').click();
    await cora
      .getByText(/€\s1\.025,63/)
      .first()
      .waitFor();
    await cora.getByLabel('Uw functie').fill('eigenaar');
    await button(cora, 'Stuur mij de code').click();
    await cora.getByLabel('Code uit de e-mail').waitFor();
    await looksRight(cora);
    const number = String(sent.number).padStart(4, '0');
    const mail = await stage.post.latestTo(
      'cora@example.test',
      ({ subject, text }) => Boolean(subject?.includes(number)) && /\b\d{6}\b/.test(text ?? ''),
    );
    const code = /\b\d{6}\b/.exec(mail.text ?? '')?.[0] ?? '';
    await cora.getByLabel('Code uit de e-mail').fill(code === '000000' ? '111111' : '000000');
    await button(cora, 'Ik ga akkoord').click();
    await cora.getByText('Deze code klopt niet.').waitFor();
    await looksRight(cora);
    await cora.getByLabel('Code uit de e-mail').fill(code);
    await button(cora, 'Ik ga akkoord').click();
    await cora.getByText('Dank u wel. Uw akkoord is vastgelegd.').waitFor();
    await looksRight(cora);
    const agreed = await stage.program.scope.db
      .selectFrom('acceptances')
      .select(['amount_cents', 'role'])
      .where('quote_id', '=', id)
      .executeTakeFirst();
    expect(agreed).toEqual({ amount_cents: 86_250, role: 'eigenaar' });
    await cora.context().close();
  });

  test('is written and sent at the desk', async () => {
    const id = await draft(`Nieuwe pagina, ${name}`);
    const sam = await stage.signIn(stage.staff.sam, view);
    for (const path of ['/desk/quotes', '/desk/quotes/new', `/desk/quotes/${id}`]) {
      await sam.goto(path);
      await looksRight(sam);
    }
    await button(sam, 'Opslaan en versturen').click();
    await sam.getByText('De begroting is verstuurd.').waitFor();
    await looksRight(sam);
    await sam.context().close();
  });
});

test('one that expired says so, and takes nothing any more', async () => {
  const { scope } = stage.program;
  const monthsAgo = { ...scope, now: () => new Date(Date.now() - 60 * 86_400_000) };
  const { staff, organisations, contacts } = stage;
  const late = await createDraft(monthsAgo, staff.sam, {
    organisationId: organisations.bakery,
    title: 'Te laat gezien',
    lines: someLines,
  });
  const sent = await sendQuote(monthsAgo, staff.sam, late);
  const cora = await stage.signIn(contacts.cora, { width: 360 });
  await cora.goto(`/quotes/${sent.id}`);
  await cora
    .getByText(/is verlopen/)
    .first()
    .waitFor();
  expect(await button(cora, 'Stuur mij de code').count()).toBe(0);
  await looksRight(cora);
  await cora.context().close();
});
