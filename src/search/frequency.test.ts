import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportTicket } from '#tickets/tickets.ts';
import { createWorld, type World } from '../../test/world.ts';
import { type Frequencies, frequencies, isCommon, shareOf, shareOfAll } from './frequency.ts';
import { newest, queryOfAll } from './matching.ts';
import { readSought } from './sought.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  for (let n = 0; n < 12; n++)
    await reportTicket(world.scope, world.contacts.roos, {
      siteId: world.sites.shop,
      subject: n % 3 === 0 ? 'Fiets met bel' : 'Fiets',
      did: 'Iets.',
      happened: 'Niets.',
      expected: '',
      urgency: 'low',
      impact: 'small',
    });
});
afterAll(() => world.close());

const often: Frequencies = {
  texts: 2_500_000,
  shares: new Map([
    ['fiet', 0.3],
    ['fietspomp', 0.1],
    ['bel', 0.02],
    ['/o/1', 0.01],
  ]),
  least: 0.01,
};

test('what is among the commonest counts as PostgreSQL counted, the rest as half of the least of these', async () => {
  const [fiets, bel, pomp] = (await readSought(world.scope.db, 'fiets bel pomp ')).words;
  expect(shareOf(often, { ...fiets!, stems: ['fiet'] })).toBe(0.3);
  expect(shareOf(often, { ...fiets!, stems: ['fiet'], unfinished: true })).toBeCloseTo(0.4);
  expect(shareOf(often, { ...bel!, stems: ['bel', 'bell'] })).toBeCloseTo(0.025);
  expect(shareOf(often, { ...pomp!, stems: ['pomp'] }, ['/o/1', '/s/2'])).toBeCloseTo(0.015);
  const both = { typed: '', words: [{ ...bel!, stems: ['bel'] }], number: null, cut: false, hasWords: true };
  expect(shareOfAll(often, both, '/o/1')).toBeCloseTo(0.0002);
});

test('a word is common where fewer texts have to be read than hold it', () => {
  expect(isCommon(often, 0.3, 500)).toBe(true);
  expect(isCommon(often, 0.01, 500)).toBe(false);
  expect(isCommon({ ...often, texts: 1_000 }, 0.3, 500)).toBe(false);
});

test('what PostgreSQL has not counted yet is rare', async () => {
  const counted = await frequencies(world.scope.db);
  expect(counted.texts).toBe(0);
  expect(
    isCommon(counted, shareOf(counted, { word: 'x', letters: 'x', stems: ['x'], unfinished: true }), 500),
  ).toBe(false);
});

test('both ways find the same, the newest first', async () => {
  const { db } = world.scope;
  for (const typed of ['fiets', 'bel', 'fiets bel', 'nergens'])
    for (const most of [3, 100]) {
      const query = queryOfAll(await readSought(db, typed));
      const [read, lookedUp] = await Promise.all(
        [true, false].map(async (common) => {
          const rows = newest({
            from: 'search_texts',
            columns: sql`ticket_id, id as nth`,
            query,
            most,
            common,
          });
          return (await sql`select * from ${rows} as found`.execute(db)).rows;
        }),
      );
      expect(lookedUp, typed).toEqual(read);
      expect(read!.length, typed).toBe(
        Math.min(most, { fiets: 12, bel: 4, 'fiets bel': 4, nergens: 0 }[typed]!),
      );
    }
});
