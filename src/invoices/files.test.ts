import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filePlaces, forgetUnsentFiles } from '#tickets/attachments.ts';
import { createWorld, type World } from '../../test/world.ts';
import { agreedWork, fillIn } from './invoices.fixture.ts';
import { issueInvoice } from './invoices.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the files of an invoice are kept for good, and what belongs to nothing is forgotten', async () => {
  await fillIn(world);
  const charge = await agreedWork(world);
  await issueInvoice(world.scope, world.files, world.staff.mila, {
    organisationId: world.organisations.bakery,
    month: '2026-10',
    charges: [charge],
    shown: [charge],
    buyerReference: 'x',
    orderReference: null,
  });
  const loose = await world.files.put(new TextEncoder().encode('van niemand'));
  const row = { hash: loose, size: 11, image_type: null, created_at: world.scope.now() };
  await world.scope.db.insertInto('files').values(row).execute();
  world.at('2026-12-01T10:00:00Z');
  await forgetUnsentFiles(world.scope, world.files);
  const left = await world.scope.db.selectFrom('files').select('hash').execute();
  expect(left).toHaveLength(3);
  for (const { hash } of left) await (await world.files.get(hash)).cancel();
  await expect(world.files.get(loose)).rejects.toThrow();
});

test('every place that keeps a file is known to what forgets files', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select conrelid::regclass::text as table, attname as column
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
     where contype = 'f' and confrelid = 'files'::regclass`.execute(world.scope.db);
  const known = filePlaces.map(([table, column]) => `${table}.${column}`);
  expect(rows.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(known.toSorted());
});
