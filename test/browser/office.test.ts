import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSetupLink } from '#settings/setup.ts';
import { expectAccessible, type Stage, setStage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test('a form that has to be mended leads to its fields, also without scripts', async () => {
  for (const javaScript of [true, false]) {
    const page = await stage.signIn(stage.staff.mila, { javaScript, width: 360 });
    await page.goto('/desk/settings/hours');
    await page.getByLabel('Maandag').fill('van negen tot vijf');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Schrijf tijden als').waitFor();
    expect(await page.getByLabel('Maandag').inputValue()).toBe('van negen tot vijf');
    await expectAccessible(page);
    await page.getByLabel('Maandag').fill('09:00-17:30');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Opgeslagen als nieuwe versie').waitFor();
    await page.context().close();
  }
});

test('a set-up link is of no use once there is an agency', async () => {
  expect(await createSetupLink(stage.program.scope)).toBeNull();
});
