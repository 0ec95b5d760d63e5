import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { inTransaction } from './scope.ts';
import { statement } from './statement.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('is written once, and asked with other values each time', async () => {
  let written = 0;
  const named = statement((db, name: string, kinds: readonly string[]) => {
    written++;
    return db
      .selectFrom('people')
      .select(['name', 'kind'])
      .where('name', '=', name)
      .where(sql<boolean>`kind::text = any(${kinds})`)
      .where('deactivated_at', 'is', null);
  });
  const { sam } = world.staff;
  const { roos } = world.contacts;
  expect(await named(world.scope.db, sam.name, ['staff'])).toEqual([{ name: sam.name, kind: 'staff' }]);
  expect(await named(world.scope.db, roos.name, ['staff'])).toEqual([]);
  expect(await named(world.scope.db, roos.name, ['staff', 'contact'])).toEqual([
    { name: roos.name, kind: 'contact' },
  ]);
  expect(written).toBe(1);
});

test('sees in a transaction what was written there, and nothing of it elsewhere', async () => {
  const named = statement((_, id: string) => sql<{ name: string }>`select name from people where id = ${id}`);
  const { id, name } = world.staff.sam;
  await inTransaction(world.scope, async ({ db }) => {
    await db.updateTable('people').set({ name: 'Anders' }).where('id', '=', id).execute();
    expect(await named(db, id)).toEqual([{ name: 'Anders' }]);
    expect(await named(world.scope.db, id)).toEqual([{ name }]);
  });
});
