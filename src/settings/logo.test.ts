import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A picture of one point, whose grey makes it another file. */
function png(grey: number): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Uint8Array) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const parts = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, grey]))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

const room = '/desk/settings/agency';
const manager = () => world.as(world.staff.mila);
const send = (bytes: Uint8Array<ArrayBuffer>, type: string) =>
  manager().post(`${room}/logo`, { logo: new File([bytes], 'logo', { type }) });
const addressOn = async (page: Promise<Response>) =>
  /<header[\s\S]*?src="(\/logo\/[0-9a-f]{64})" alt="([^"]*)"[\s\S]*?<\/header>/.exec(
    await (await page).text(),
  );
const kept = () => world.scope.db.selectFrom('logos').select('media_type').execute();

test('a logo stands above every page in place of the name, also for who is not signed in', async () => {
  expect(await addressOn(world.as(null).get('/sign-in'))).toBe(null);
  expect((await send(png(10), 'image/png')).status).toBe(303);
  const [, first = '', name] = (await addressOn(world.as(null).get('/sign-in'))) ?? [];
  expect(name).not.toBe('');
  const picture = await world.as(null).get(first);
  expect([picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([
    'image/png',
    'public, max-age=31536000, immutable',
  ]);
  expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  expect(await picture.bytes()).toEqual(png(10));
  for (const person of [world.contacts.roos, world.staff.sam])
    expect((await addressOn(world.as(person).get('/profile')))?.[1]).toBe(first);

  expect((await send(png(20), 'image/png')).status).toBe(303);
  expect((await addressOn(manager().get(room)))?.[1]).not.toBe(first);
  expect((await world.as(null).get(first)).status).toBe(404);
  expect(await kept()).toHaveLength(1);

  expect((await manager().post(`${room}/logo`, { do: 'remove' })).status).toBe(303);
  expect(await addressOn(world.as(null).get('/sign-in'))).toBe(null);
  expect(await kept()).toEqual([]);
  const events = await world.scope.db
    .selectFrom('events')
    .select('type')
    .where('type', 'like', 'agency.logo%')
    .orderBy('id')
    .execute();
  expect(events.map(({ type }) => type)).toEqual([
    'agency.logo_changed',
    'agency.logo_changed',
    'agency.logo_removed',
  ]);
});

test.each([
  ['nothing', new Uint8Array(), 'Vul dit in.'],
  [
    'a drawing that could run something',
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'geen PNG',
  ],
  ['a page that says it is a picture', new TextEncoder().encode('<script>alert(1)</script>'), 'geen PNG'],
  [
    'a picture that is too large',
    new Uint8Array([...png(30), ...new Uint8Array(204_800)]),
    'groter dan 200 kB',
  ],
])('refuses %s, at its field', async (_, bytes, sentence) => {
  const answer = await send(bytes, 'image/png');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(new RegExp(`id="logo-error"[^>]*>[\\s\\S]{0,120}${sentence}`));
  expect(await kept()).toEqual([]);
});

test.each(['/logo/none', '/logo/%00', `/logo/${'0'.repeat(64)}`])('there is nothing at %s', async (path) => {
  expect((await world.as(null).get(path)).status).toBe(404);
});

test('only a manager changes it', async () => {
  const answer = await world.as(world.staff.sam).post(`${room}/logo`, { do: 'remove' });
  expect(answer.status).toBe(404);
});
