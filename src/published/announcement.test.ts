import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAgreement } from '#agreement/agreement.ts';
import { createWorld, type World } from '../../test/world.ts';

let world: World;
let version: number;
beforeEach(async () => {
  world = await createWorld();
  ({ version } = await world.scope.db
    .insertInto('agreements')
    .values({
      valid_from: '2026-11-01',
      document: JSON.stringify({ ...defaultAgreement, warnAtPercent: [90] }),
      created_at: world.scope.now(),
    })
    .returning('version')
    .executeTakeFirstOrThrow());
});
afterEach(() => world.close());

const path = (number = version) => `/desk/settings/agreement/${number}/announcement`;
const mila = () => world.as(world.staff.mila);
const mails = () =>
  world.scope.db
    .selectFrom('mails')
    .select(['to_name', 'language', 'subject', 'text', 'state'])
    .where('kind', '=', 'agreement_announced')
    .orderBy('to_name')
    .execute();

describe('announcing a version', () => {
  test('says beforehand how many get the mail and what it says', async () => {
    const page = await (await mila().get(path())).text();
    expect(page).toContain('dat zijn 4 mensen');
    expect(page).toContain('4 e-mails versturen');
    expect(page).toContain('Vanaf 1 november 2026 gelden nieuwe afspraken');
    expect(page).toContain('Dit is gewijzigd: waarschuwingen.');
    expect(await (await mila().get('/desk/settings')).text()).toContain(`href="${path()}"`);
    expect(await mails()).toEqual([]);
  });

  test('mails every active contact in their own language, once, and writes it into the history', async () => {
    const { vera, kees, roos } = world.contacts;
    await world.scope.db.updateTable('people').set({ language: 'en' }).where('id', '=', vera.id).execute();
    await world.scope.db
      .updateTable('people')
      .set({ deactivated_at: world.scope.now() })
      .where('id', '=', kees.id)
      .execute();
    expect((await mila().post(path())).status).toBe(303);
    const sent = await mails();
    expect(sent.map(({ to_name }) => to_name)).toEqual(['Cora Coördinator', 'Roos Melder', 'Vera Vreemd']);
    expect(sent[1]!.text).toContain(`/agreement/versions/${version}`);
    expect(sent[2]).toMatchObject({ language: 'en', subject: 'A new agreement holds from 1 November 2026' });
    const again = await mila().post(path());
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('Aangekondigd op 16 oktober 2026 door Mila Manager, aan 3 mensen.'),
    ]);
    expect(await mails()).toHaveLength(3);
    const events = await world.scope.db
      .selectFrom('events')
      .select(['actor_id', 'data'])
      .where('type', '=', 'agreement.announced')
      .execute();
    expect(events).toEqual([{ actor_id: world.staff.mila.id, data: { version, recipients: 3 } }]);
    expect(await (await world.as(roos).get(`/agreement/versions/${version}`)).text()).toContain(
      'gaat gelden',
    );
  });

  test('of two managers at once, one sends it', async () => {
    const answers = await Promise.all([mila().post(path()), mila().post(path())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await mails()).toHaveLength(4);
  });

  test('is not for a version that holds no longer, nor for clients that were ended', async () => {
    const [first] = await world.scope.db
      .selectFrom('agreements')
      .select('version')
      .orderBy('version')
      .execute();
    await world.scope.db
      .updateTable('organisations')
      .set({ ended_at: world.scope.now() })
      .where('id', '=', world.organisations.bakery)
      .execute();
    world.at('2026-11-02T10:00:00Z');
    const past = await mila().post(path(first!.version));
    expect([past.status, await past.text()]).toEqual([422, expect.stringContaining('geldt niet meer')]);
    expect((await mila().post(path())).status).toBe(303);
    expect((await mails()).map(({ to_name }) => to_name)).toEqual(['Vera Vreemd']);
  });

  test('with nobody to tell it is not spent', async () => {
    await world.scope.db.updateTable('organisations').set({ ended_at: world.scope.now() }).execute();
    const answer = await mila().post(path());
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('er is niemand om het aan te vertellen'),
    ]);
    await world.scope.db.updateTable('organisations').set({ ended_at: null }).execute();
    expect((await mila().post(path())).status).toBe(303);
  });

  test('is for managers', async () => {
    for (const person of [world.staff.sam, world.contacts.cora, world.contacts.vera])
      for (const answer of [await world.as(person).get(path()), await world.as(person).post(path())])
        expect(answer.status).toBe(404);
    for (const number of [0, 99]) expect((await mila().get(path(number))).status).toBe(404);
    expect(await mails()).toEqual([]);
  });
});
