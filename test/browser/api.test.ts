import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

for (const [look, options] of [
  ['on a desk, light', {}],
  ['on a desk, dark', { dark: true }],
  ['on a phone', { width: 360 }],
] as const)
  test(`the reference of the API can be read ${look}, with everything from this one server`, async () => {
    const page = await (await stage.open(options)).newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url());
    });
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto('/api/v1/#problem-conflict');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('API');
    expect(await page.locator('article#pickUpTicket').getByText('/tickets/{id}/pick-up').count()).toBe(1);
    await expectNoSidewaysScroll(page);
    // the same page: axe takes its time with one as long as this
    if (!('width' in options)) await expectAccessible(page);
    expect([...elsewhere, ...wrong]).toEqual([]);
    await page.context().close();
  });

for (const width of [1280, 360])
  test(`a manager makes, copies and revokes a token at ${width} px`, async () => {
    const page = await stage.signIn(stage.staff.mila, { width });
    await page.goto('/desk/settings/tokens');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('textbox', { name: 'Naam' }).fill(`Planbord ${width}`);
    await page.getByLabel('over 90 dagen').check();
    await page.getByRole('button', { name: 'Token maken' }).click();
    const field = page.getByLabel(`Token van Planbord ${width}`);
    const token = await field.inputValue();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const call = () =>
      fetch(`${stage.url}/api/v1/tickets`, { headers: { authorization: `Bearer ${token}` } });
    expect((await call()).status).toBe(200);
    await page.getByRole('link', { name: 'Gekopieerd' }).click();
    await page.waitForURL('**/desk/settings/tokens');
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: `Intrekken Planbord ${width}` }).click();
    await page.getByRole('status').waitFor();
    expect((await call()).status).toBe(401);
    await expectAccessible(page);
    await page.context().close();
  });
