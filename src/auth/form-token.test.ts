import { afterAll, beforeAll, expect, test } from 'vitest';
import { givePasswords, password } from '../../test/factors.ts';
import { baseUrl, createWorld, type World } from '../../test/world.ts';

let world: World;
let session: string;
beforeAll(async () => {
  world = await createWorld();
  await givePasswords(world, [world.contacts.roos]);
  const answer = await world.app.request(`${baseUrl}/sign-in`, {
    method: 'POST',
    headers: { origin: baseUrl },
    body: new URLSearchParams({ email: 'roos@example.test', password }),
  });
  session = answer.headers
    .getSetCookie()
    .find((each) => each.includes('session_token'))!
    .split(';')[0]!;
});
afterAll(() => world.close());

/** Sends the profile as a browser would, with these headers, cookies and this token. */
const send = ({
  cookies = [],
  token,
  ...headers
}: {
  cookies?: string[];
  token?: string;
  [header: string]: unknown;
}) =>
  world.app.request(`${baseUrl}/profile`, {
    method: 'POST',
    headers: { cookie: [session, ...cookies].join('; '), ...(headers as Record<string, string>) },
    body: new URLSearchParams({
      name: 'Roos Melder',
      phone: '',
      language: 'nl',
      ...(token === undefined ? {} : { form_token: token }),
    }),
  });

test('every form carries the token that the browser’s cookie holds, and is taken by it', async () => {
  const answer = await world.app.request(`${baseUrl}/profile`, { headers: { cookie: session } });
  const set = answer.headers.getSetCookie().find((each) => each.startsWith('form='))!;
  expect(set).toMatch(/HttpOnly; SameSite=Lax/);
  const [cookie = ''] = set.split(';');
  const token = cookie.slice('form='.length);
  const page = await answer.text();
  const forms = page.match(/<form[^>]*method="post"/g)!.length;
  expect(page.split(`name="form_token" value="${token}"`)).toHaveLength(forms + 1);
  expect((await send({ origin: baseUrl, cookies: [cookie], token })).status).toBe(303);
  const again = await world.app.request(`${baseUrl}/profile`, {
    headers: { cookie: `${session}; ${cookie}` },
  });
  expect(again.headers.getSetCookie()).toEqual([]);
  expect(await again.text()).toContain(token);
});

test('without it, or with another, nothing is done, unless the browser says that it comes from here', async () => {
  const cookies = ['form=0123456789abcdef'];
  for (const [what, given] of Object.entries({
    'no token': { origin: baseUrl, cookies },
    'another token': { origin: baseUrl, cookies, token: '0123456789abcdeg' },
    'an empty one on both sides': { origin: baseUrl, cookies: ['form='], token: '' },
    'no cookie': { origin: baseUrl, token: '0123456789abcdef' },
    'another site': { origin: 'https://evil.test', cookies, token: '0123456789abcdef' },
    'no origin': { cookies, token: '0123456789abcdef' },
    'a subdomain': {
      origin: 'http://x.nazorg.test',
      'sec-fetch-site': 'same-site',
      cookies,
      token: '0123456789abcdef',
    },
  }))
    expect((await send(given)).status, what).toBe(403);
  expect((await send({ origin: baseUrl, 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  expect(world.faults).toEqual([]);
});
