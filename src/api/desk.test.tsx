import { afterAll, beforeAll, expect, test } from 'vitest';
import { programOf } from '../../test/program.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const path = '/desk/settings/tokens';
const form = (over: Record<string, string | string[]> = {}) => ({
  once: crypto.randomUUID(),
  name: 'Planbord <b>',
  role: 'supporter',
  scopes: ['tickets:read', 'people:write'],
  expiry: '365',
  rate: '',
  ...over,
});
const tokenIn = (page: string) => /value="(nzg_[\w-]{43})"/.exec(page)?.[1] ?? '';

test('a manager makes a token, which is shown once, works at once, and is revoked', async () => {
  const mila = world.as(world.staff.mila);
  expect(await (await mila.get(path)).text()).toContain('Er zijn nog geen tokens');
  const sent = form();
  const made = await mila.post(path, sent);
  expect(made.status).toBe(200);
  const page = await made.text();
  const token = tokenIn(page);
  expect(page).toContain('Planbord &lt;b&gt;');
  expect(page).toContain(`Bearer ${token}`);
  const call = programOf(world, token);
  expect((await call('/tickets')).status).toBe(200);
  expect((await call('/organisations')).status).toBe(403);

  const again = await mila.post(path, sent);
  expect(again.status).toBe(303);
  const list = await (await mila.get(path)).text();
  expect(list.match(/Planbord &lt;b&gt;<\/span>/g)).toHaveLength(2); // the name, and read aloud at its button
  expect(list).toContain(`begint met ${token.slice(0, 8)}…`);
  expect(list).toContain('laatst gebruikt');
  expect(list).not.toContain(token);

  const id = /tokens\/([0-9a-f-]{36})\/revocation/.exec(list)?.[1] ?? '';
  expect((await mila.post(`${path}/${id}/revocation`, { once: crypto.randomUUID() })).status).toBe(303);
  expect((await call('/tickets')).status).toBe(401);
  expect(await (await mila.get(path)).text()).toContain('ingetrokken');
  const events = await world.scope.db
    .selectFrom('events')
    .select(['type', 'actor_id'])
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute();
  expect(events).toEqual([
    { type: 'token.created', actor_id: world.staff.mila.id },
    { type: 'token.revoked', actor_id: world.staff.mila.id },
  ]);
});

test('what cannot be taken is said at its field, and what was typed stays', async () => {
  const mila = world.as(world.staff.mila);
  const { scopes: _, ...bare } = form({ name: '', rate: 'veel' });
  const page = await mila.post(path, bare);
  expect(page.status).toBe(422);
  const text = await page.text();
  expect(text).toContain('value="veel"');
  expect(text).toContain('id="name-error"');
  expect(text).toContain('id="rate-error"');
  expect(
    await world.scope.db.selectFrom('api_tokens').select('id').where('revoked_at', 'is', null).execute(),
  ).toEqual([]);
});

test('a token without an end is made by choosing so, and never by leaving something out', async () => {
  const mila = world.as(world.staff.mila);
  const { expiry: _, ...without } = form();
  expect((await mila.post(path, without)).status).toBe(422);
  const made = await mila.post(path, form({ name: 'Eeuwig', expiry: 'never' }));
  expect(tokenIn(await made.text())).toMatch(/^nzg_/);
  expect(await (await mila.get(path)).text()).toContain('verloopt niet');
});
