import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post } from '#mail/outbox.ts';
import { invitePerson } from '#people/invitations.ts';
import { addTraining } from '#people/trainings.ts';
import { createSetupLink } from '#settings/setup.ts';
import { addContract } from '#sites/contracts/contracts.ts';
import { addDelivery } from '#sites/contracts/deliveries.ts';
import { expectAccessible, expectNoSidewaysScroll, type Stage, setStage } from './stage.ts';

let stage: Stage;
let invitation: string;
let delivery: string;
let contract: string;
let mail: string;

beforeAll(async () => {
  stage = await setStage();
  const { scope } = stage.program;
  invitation = new URL((await invitePerson(scope, stage.staff.mila, stage.staff.dani.id)).link).pathname;
  const { mila } = stage.staff;
  const { shop } = stage.sites;
  delivery = await addDelivery(scope, mila, shop, { name: 'webshop', on: '2026-01-31' });
  const plan = { kind: 'care_plan', plan: 'Plus', priceCents: 4_500 } as const;
  contract = await addContract(scope, mila, shop, { ...plan, from: '2024-01-01', to: null });
  await addTraining(scope, mila, stage.contacts.kees.id, { cms: 'WordPress', on: '2026-01-15' });
  mail = await post(scope, {
    kind: 'reply',
    to: { id: null, name: 'Roos Melder', email: 'roos@example.test', language: 'nl' },
    subject: 'Bevestiging van uw melding over de afrekenpagina',
    blocks: [
      { paragraph: 'Wij gaan ermee aan de slag.' },
      { action: 'Melding openen', href: 'http://x.test/' },
    ],
  });
});
afterAll(() => stage.close());

const deskPages = () => [
  '/desk/people',
  '/desk/people?q=roos',
  '/desk/people/new?kind=staff',
  '/desk/people/new?kind=contact',
  `/desk/people/new?kind=contact&organisation=${stage.organisations.bakery}`,
  `/desk/people/${stage.staff.sam.id}`,
  `/desk/people/${stage.contacts.kees.id}`,
  '/desk/organisations',
  '/desk/organisations/new',
  `/desk/organisations/${stage.organisations.bakery}`,
  `/desk/organisations/${stage.organisations.bakery}/sites/new`,
  `/desk/sites/${stage.sites.shop}`,
  `/desk/sites/${stage.sites.shop}/deliveries/${delivery}`,
  `/desk/sites/${stage.sites.shop}/contracts/${contract}`,
  '/desk/mail',
  '/desk/mail?state=failed',
  `/desk/mail/${mail}`,
  ...[
    '',
    '/agency',
    '/mails',
    '/mails/research_asked',
    '/hours',
    '/exceptions',
    '/targets',
    '/reminders',
    '/duty',
    '/sign_in',
    '/log',
  ].map((each) => `/desk/settings${each}`),
  '/profile',
  '/profile/security',
];

describe.each([
  { width: 1280, dark: false },
  { width: 320, dark: true },
])('at $width px, dark $dark', (view) => {
  test('the pages of the office are for everybody to use', async () => {
    const page = await stage.signIn(stage.staff.mila, view);
    for (const path of deskPages()) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.context().close();
  });

  test('so are the ways in', async () => {
    const context = await stage.open(view);
    const page = await context.newPage();
    for (const path of [
      '/sign-in',
      '/sign-in/link',
      '/sign-in/link/sent',
      '/sign-in/link/x',
      invitation,
      '/invitation/x',
    ]) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await context.close();
  });
});

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
