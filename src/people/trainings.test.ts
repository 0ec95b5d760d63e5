import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../test/world.ts';
import { addTraining, trainingsOf } from './trainings.ts';

let world: World;
let path: string;
beforeAll(async () => {
  world = await createWorld();
  path = `/desk/people/${world.contacts.roos.id}`;
});
afterAll(() => world.close());

const manager = () => world.as(world.staff.mila);
const trainings = () => trainingsOf(world.scope.db, [world.contacts.roos.id]);
const form = { training_cms: 'WordPress', trained_on: '2026-01-15' };

test('a manager says which training a contact had; colleagues see it', async () => {
  expect((await manager().post(`${path}/trainings`, form)).headers.get('location')).toBe(path);
  expect(await trainings()).toMatchObject([{ cms: 'WordPress', on: '2026-01-15' }]);
  const page = await (await world.as(world.staff.sam).get(path)).text();
  expect(page).toContain('15 januari 2026');
  expect(page).toContain('CMS-training toegevoegd');
  expect(page).not.toContain('Training toevoegen');
});

test('the same one is not added again, and nonsense is said at its field', async () => {
  const again = await manager().post(`${path}/trainings`, form);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('id="training_cms-error"');
  const odd = await manager().post(`${path}/trainings`, { ...form, trained_on: 'gisteren' });
  expect(await odd.text()).toContain('id="trained_on-error"');
  expect(await trainings()).toHaveLength(1);
});

test('it is taken away again, from this person only', async () => {
  const [training] = await trainings();
  const other = `/desk/people/${world.contacts.vera.id}/trainings/${training!.id}/removal`;
  expect((await manager().post(other)).status).toBe(404);
  expect((await manager().post(`${path}/trainings/${training!.id}/removal`)).status).toBe(303);
  expect(await trainings()).toEqual([]);
});

test('colleagues have none, and only managers add them', async () => {
  const { scope, staff, contacts } = world;
  const input = { cms: 'WordPress', on: '2026-01-15' };
  await expect(addTraining(scope, staff.mila, staff.sam.id, input)).rejects.toThrow();
  await expect(addTraining(scope, staff.sam, contacts.roos.id, input)).rejects.toThrow();
  const own = await (await manager().get(`/desk/people/${staff.sam.id}`)).text();
  expect(own).not.toContain('CMS-training');
});
