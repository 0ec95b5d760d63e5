import type { BlockList } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readProxies } from '#lib/proxies.ts';
import { givePasswords, password } from '../../test/factors.ts';
import { createVisitor } from '../../test/visitor.ts';
import { baseUrl, createWorld, type World } from '../../test/world.ts';
import { tidyDoors } from './jobs.ts';
import { countTry, limits, type Tried } from './throttle.ts';

let world: World;
const start = '2026-10-16T09:30:00+02:00';
const later = (minutes: number) => world.at(new Date(Date.parse(start) + minutes * 60_000).toISOString());

beforeAll(async () => {
  world = await createWorld({ delivers: true });
  await givePasswords(world, [world.staff.mila, world.contacts.roos]);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(start);
  await world.scope.db.deleteFrom('tries').execute();
});

const rows = () => world.scope.db.selectFrom('tries').select(['key', 'count', 'until']).execute();

describe('a limit', () => {
  test('holds for tries at once, ends by time, and begins anew', async () => {
    const what: Tried = 'link';
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => countTry(world.scope, what, 'a@example.test')),
    );
    expect(tries.filter((each) => each === 'refused')).toHaveLength(20 - limits.link.times);
    expect(tries.filter((each) => each === 'last')).toHaveLength(1);
    expect(await countTry(world.scope, what, 'b@example.test')).toBe('fine');
    later(14);
    expect(await countTry(world.scope, what, 'a@example.test')).toBe('refused');
    later(15);
    expect(await countTry(world.scope, what, 'a@example.test')).toBe('fine');
  });

  test('keeps no address, and is forgotten once its time is over', async () => {
    await countTry(world.scope, 'password', 'roos@example.test');
    expect(JSON.stringify(await rows())).not.toContain('roos');
    later(10);
    await countTry(world.scope, 'password', 'vera@example.test');
    later(16);
    await tidyDoors(world.scope);
    expect(await rows()).toHaveLength(1);
  });

  test('holds for another process, and for one that was started anew', async () => {
    const post = (app: World['app']) =>
      createVisitor(app).post('/sign-in', { email: 'roos@example.test', password: 'mis' });
    for (let tries = 0; tries < limits.password.times; tries++)
      expect((await post(tries % 2 ? world.app : world.beside())).status).toBe(422);
    expect((await post(world.beside())).status).toBe(429);
    expect((await post(world.app)).status).toBe(429);
  });
});

describe('at the door', () => {
  const proxies = readProxies('127.0.0.1') as BlockList;
  const from = (address: string) =>
    createVisitor(world.beside(proxies), baseUrl, { peer: '127.0.0.1', forwarded: `1.2.3.4, ${address}` });

  test('a known address and an unknown one are refused alike, and take as long', async () => {
    for (const path of ['/sign-in', '/sign-in/link']) {
      const answers = [];
      for (const email of ['roos@example.test', 'niemand@example.test']) {
        const visitor = createVisitor(world.app);
        const began = performance.now();
        for (let tries = 0; tries < 11; tries++) await visitor.post(path, { email, password: 'mis' });
        if (path.endsWith('link')) expect(performance.now() - began).toBeGreaterThan(5 * 149);
        const refused = await visitor.post(path, { email, password });
        expect(refused.status).toBe(429);
        const page = await refused.text();
        answers.push(page.replaceAll(email, '').replaceAll(/nonce" content="[^"]+"/g, ''));
      }
      expect(answers[0]).toBe(answers[1]);
    }
  });

  test('one caller knocks a hundred times, whatever the door; others go on', async () => {
    const flood = from('203.0.113.9');
    for (let tries = 0; tries < limits.caller.times; tries++)
      expect((await flood.post('/sign-in/passkey/options')).status).toBe(200);
    for (const [path, status] of [
      ['/sign-in/passkey/options', 429],
      ['/sign-in/passkey', 429],
      ['/sign-in', 429],
      ['/sign-in/link', 429],
      ['/sign-in/link/geheim', 429],
    ] as const) {
      const form = { email: 'roos@example.test', password };
      expect((await flood.post(path, form)).status, path).toBe(status);
    }
    const other = await from('203.0.113.10').post('/sign-in', { email: 'roos@example.test', password });
    expect(other.status).toBe(303);
  });

  test('invitations that nobody made stop at sixty', async () => {
    const flood = from('2001:db8::1');
    for (let tries = 0; tries < limits.invitation.times; tries++)
      expect((await flood.get('/invitation/geheim')).status).toBe(404);
    expect((await flood.get('/invitation/geheim')).status).toBe(429);
    expect((await from('2001:db8::ffff').post('/invitation/geheim')).status).toBe(429);
    expect((await from('2001:db8:0:1::1').get('/invitation/geheim')).status).toBe(404);
  });

  test('the log and the session name the caller behind a proxy, and never what the caller made up', async () => {
    const roos = from('203.0.113.77');
    await roos.post('/sign-in', { email: 'roos@example.test', password });
    const session = await world.scope.db
      .selectFrom('auth_sessions')
      .select('ip_address')
      .where('user_id', '=', world.contacts.roos.id)
      .orderBy('created_at', 'desc')
      .orderBy('ip_address', 'desc')
      .execute();
    expect(session.map(({ ip_address }) => ip_address)).toContain('203.0.113.77');
    const direct = createVisitor(world.app, baseUrl, { peer: '127.0.0.1', forwarded: '203.0.113.99' });
    await direct.post('/sign-in', { email: 'mila@example.test', password });
    const told = await world.scope.db
      .selectFrom('events')
      .select('data')
      .where('type', '=', 'sign_in.done')
      .where('subject_id', '=', world.staff.mila.id)
      .execute();
    expect(told.map(({ data }) => (data as { address: unknown }).address)).toEqual([null]);
  });
});
