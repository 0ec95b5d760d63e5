import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/actor.ts';
import { createWorld, type World } from '../../test/world.ts';
import { type Letter, post } from './outbox.ts';
import { pageSize } from './queries.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const write = (more: Partial<Letter> = {}) =>
  post(world.scope, {
    kind: 'reply',
    to: { id: null, name: 'Roos Melder', email: 'roos@example.test', language: 'nl' },
    subject: 'Antwoord',
    blocks: [{ paragraph: 'Het is <b>opgelost</b>.' }],
    ...more,
  });

test('the preview may look like a mail and do nothing', async () => {
  const id = await write();
  const frame = await world.as(world.staff.sam).get(`/desk/mail/${id}/html`);
  expect(frame.status).toBe(200);
  const policy = frame.headers.get('content-security-policy')?.split('; ') ?? [];
  expect(policy.map((each) => each.trim()).sort()).toEqual([
    "default-src 'none'",
    "frame-ancestors 'self'",
    'sandbox',
    "style-src 'unsafe-inline'",
  ]);
  expect(frame.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(await frame.text()).toContain('&lt;b&gt;opgelost');
  const page = await world.as(world.staff.sam).get(`/desk/mail/${id}`);
  expect(page.headers.get('x-frame-options')).toBe('DENY');
  expect(await page.text()).toMatch(new RegExp(`<iframe[^>]*sandbox=""[^>]*src="/desk/mail/${id}/html"`));
});

test('without a server mails are kept, and the desk says how to have them sent', async () => {
  const id = await write();
  const browser = world.as(world.staff.sam);
  expect(await (await browser.get('/desk/mail')).text()).toContain('SMTP_URL');
  expect(await (await browser.get(`/desk/mail/${id}`)).text()).toContain('SMTP_URL');
  expect((await browser.post(`/desk/mail/${id}/delivery`)).status).toBe(404);
});

test('a link that was asked for to sign in is shown to nobody', async () => {
  const token = 'a'.repeat(32);
  const id = await write({
    kind: 'sign_in_link',
    secret: true,
    blocks: [{ action: 'Inloggen', href: `http://nazorg.test/sign-in/link/${token}?next=%2Fdesk` }],
  });
  for (const person of Object.values(world.staff)) {
    for (const path of [`/desk/mail/${id}`, `/desk/mail/${id}/html`]) {
      const answer = await world.as(person).get(path);
      expect([answer.status, (await answer.text()).includes(token)]).toEqual([200, false]);
    }
  }
});

test('the code of a quote is spoken of as a code, to whoever may pass it on and to whoever may not', async () => {
  const id = await write({ kind: 'quote_code', secret: true, blocks: [{ paragraph: 'Uw code is 123456.' }] });
  const shown = async (person: Person) =>
    (await world.as(person).get(`/desk/mail/${id}`)).text().then((html) => html.replaceAll(/<[^>]+>/g, ' '));
  expect(await shown(world.staff.mila)).toContain('Deze code is niet verstuurd. Geef haar alleen aan');
  const hidden = await shown(world.staff.sam);
  expect(hidden).toContain('een code waarmee alleen de ontvanger akkoord kan gaan');
  expect(hidden).not.toContain('123456');
});

test('the list is filtered, and goes on page by page', async () => {
  for (let count = 0; count < pageSize; count++) {
    world.at(new Date(Date.parse('2026-10-16T10:00:00Z') + count * 1000).toISOString());
    await write({
      subject: `Bericht ${count}`,
      to: { id: null, name: 'Kees', email: 'kees@example.test', language: 'nl' },
    });
  }
  const browser = world.as(world.staff.dani);
  const first = await (await browser.get('/desk/mail')).text();
  expect(first).toContain('Bericht 49');
  const older = /href="(\/desk\/mail\?[^"]*before=[\w-]{36})"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
  const second = await (await browser.get(older!)).text();
  expect(second).toContain('Antwoord');
  expect(second).not.toContain('Bericht 49');
  expect(await (await browser.get('/desk/mail?to=roos')).text()).not.toContain('Bericht');
  expect(await (await browser.get('/desk/mail?state=failed')).text()).toContain('Geen e-mail gevonden');
  for (const odd of ['state=x&to=%00&ticket=1e9&before=x', 'ticket=99999999999', 'ticket=%231'])
    expect((await browser.get(`/desk/mail?${odd}`)).status).toBe(200);
  expect(world.faults).toEqual([]);
});

test('clients see nothing here', async () => {
  const id = await write();
  for (const contact of Object.values(world.contacts))
    for (const path of ['/desk/mail', `/desk/mail/${id}`, `/desk/mail/${id}/html`])
      expect((await world.as(contact).get(path)).status).toBe(404);
  expect((await world.as(world.staff.mila).get('/desk/mail/x')).status).toBe(404);
});
