import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAgreement } from '#agreement/agreement.ts';
import { createWorld, type World } from '../../test/world.ts';
import { carry } from './carry.ts';
import { loadOffice } from './office.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const week = {
  hours_mon: '08:30-17:00',
  hours_tue: '8.30 – 12.00, 13:00-17:00',
  hours_wed: '08:30-17:00',
  hours_thu: '08:30-17:00, 18:00-24:00',
  hours_fri: '08:30-17:00',
  hours_sat: '',
  hours_sun: '',
};
const hours = {
  ...week,
  zone: 'Europe/Amsterdam',
  holidays: 'nl',
  working_day: '510',
  valid_from: '2026-10-16',
};
const manager = () => world.as(world.staff.mila);
const office = () => loadOffice(world.scope.db);
const rows = () => world.scope.db.selectFrom('agreements').selectAll().orderBy('version').execute();

describe('the agreement', () => {
  test('changed hours are a new version from today on; the first stays as it was', async () => {
    const before = await rows();
    expect((await manager().post('/desk/settings/hours', hours)).status).toBe(303);
    const after = await rows();
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toMatchObject({ valid_from: '2026-10-16', created_by: world.staff.mila.id });
    const { versions, inForceOn } = await office();
    expect(inForceOn('2026-10-15').version).toBe(versions[0]!.version);
    expect(inForceOn('2026-10-16').agreement.calendar.hours).toMatchObject({
      tue: [
        ['08:30', '12:00'],
        ['13:00', '17:00'],
      ],
      thu: [
        ['08:30', '17:00'],
        ['18:00', '24:00'],
      ],
    });
    const page = await (await manager().get('/desk/settings')).text();
    expect(page).toContain('Mila Manager');
    expect(page).toContain('vanaf 16 oktober 2026');
    expect(page).toContain('kantoortijden');
    // Saving the same again is no new version.
    expect((await manager().post('/desk/settings/hours', hours)).status).toBe(303);
    expect(await rows()).toHaveLength(2);
  });

  test.each([
    ['hours_mon', '17:00-08:30', 'Een eindtijd ligt voor de begintijd'],
    ['hours_mon', 'van negen tot vijf', 'Schrijf tijden als'],
    ['hours_mon', '25:00-26:00', 'Schrijf tijden als'],
    ['hours_tue', '08:00-12:00, 11:00-13:00', 'lopen door elkaar'],
    ['zone', 'Europe/Lutjebroek', 'tijdzone is niet bekend'],
    ['holidays', 'XX', 'geen feestdagen bekend'],
    ['working_day', '0', 'te klein'],
    ['working_day', 'veel', 'heel getal'],
    ['valid_from', '2026-10-15', 'al voorbij'],
    ['valid_from', '2026-02-30', 'Vul een datum in'],
  ])('%s «%s» is refused at its field, and stays there', async (field, value, sentence) => {
    const answer = await manager().post('/desk/settings/hours', { ...hours, [field]: value });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    const control = page.slice(page.indexOf(`id="${field}"`));
    expect(control).toContain(`value="${value}"`);
    expect(
      control.slice(control.indexOf(`id="${field}-error"`), control.indexOf(`id="${field}-error"`) + 300),
    ).toContain(sentence);
    expect(await rows()).toHaveLength(1);
  });

  test('a week without any hours is refused', async () => {
    const closed = Object.fromEntries(Object.keys(week).map((day) => [day, '']));
    const answer = await manager().post('/desk/settings/hours', { ...hours, ...closed });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('minstens één dag')]);
  });

  test('a change takes along what was planned for later, except where the plan says otherwise', async () => {
    const late = { ...hours, hours_fri: '08:30-12:00', valid_from: '2027-01-04' };
    expect((await manager().post('/desk/settings/hours', late)).status).toBe(303);
    const day = { date: '2027-02-01', hours: '', reason: 'Verhuizing' };
    expect((await manager().post('/desk/settings/exceptions', day)).status).toBe(303);
    expect(
      (await manager().post('/desk/settings/hours', { ...hours, hours_sat: '10:00-12:00' })).status,
    ).toBe(303);
    const { inForceOn } = await office();
    const [now, then] = [inForceOn('2026-12-01').agreement, inForceOn('2027-02-01').agreement];
    expect(now.calendar.hours.sat).toEqual([['10:00', '12:00']]);
    expect(then.calendar.hours.fri).toEqual([['08:30', '12:00']]);
    expect(then.calendar.hours.sat).toBeUndefined();
    expect(now.calendar.exceptions).toEqual([{ date: '2027-02-01', hours: [], reason: 'Verhuizing' }]);
    expect(then.calendar.exceptions).toEqual(now.calendar.exceptions);
    expect((await manager().post('/desk/settings/exceptions/2027-02-01/removal')).status).toBe(303);
    expect((await office()).inForceOn('2027-02-01').agreement.calendar.exceptions).toEqual([]);
  });

  test('a day with other times is added once, not in the past, and shown', async () => {
    const day = { date: '2026-12-24', hours: '08:30-12:00', reason: 'Kerstavond' };
    expect((await manager().post('/desk/settings/exceptions', day)).status).toBe(303);
    expect((await manager().post('/desk/settings/exceptions', day)).status).toBe(422);
    const past = await manager().post('/desk/settings/exceptions', { ...day, date: '2026-10-15' });
    expect([past.status, await past.text()]).toEqual([422, expect.stringContaining('value="Kerstavond"')]);
    expect(await (await manager().get('/desk/settings/exceptions')).text()).toContain('24 december 2026');
    expect((await manager().post('/desk/settings/exceptions/x/removal')).status).toBe(404);
  });

  test('targets are minutes, hours or working days', async () => {
    const fields = (['high', 'medium', 'low'] as const).flatMap((priority) => [
      [`${priority}_response_amount`, '90'],
      [`${priority}_response_unit`, 'minutes'],
      [`${priority}_solution_amount`, '4'],
      [`${priority}_solution_unit`, priority === 'low' ? 'working_days' : 'hours'],
    ]);
    const form = { ...Object.fromEntries(fields), valid_from: '2026-10-16' };
    const bad = await manager().post('/desk/settings/targets', { ...form, low_solution_amount: '-3' });
    expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('value="-3"')]);
    expect((await manager().post('/desk/settings/targets', form)).status).toBe(303);
    const { targets } = (await office()).inForceOn('2026-10-16').agreement;
    expect(targets.high).toEqual({ response: { minutes: 90 }, solution: { minutes: 240 } });
    expect(targets.low.solution).toEqual({ workingDays: 4 });
  });

  test('a reminder comes before the sign-off', async () => {
    const form = {
      remind: '8, 3',
      sign_off: '10',
      reopen: '14',
      warn: '50 75 100',
      solver_may_test: 'on',
      valid_from: '2026-10-16',
    };
    const bad = await manager().post('/desk/settings/reminders', { ...form, remind: '3, 12' });
    expect([bad.status, await bad.text()]).toEqual([
      422,
      expect.stringContaining('eerder komen dan het afmelden'),
    ]);
    expect((await manager().post('/desk/settings/reminders', form)).status).toBe(303);
    const { silence, warnAtPercent, solverMayTest } = (await office()).inForceOn('2026-10-16').agreement;
    expect(silence.remindAfterWorkingDays).toEqual([3, 8]);
    expect([warnAtPercent, solverMayTest]).toEqual([[50, 75, 100], true]);
  });

  test('who has not seen a change by a colleague is told', async () => {
    const seen = /name="seen" value="(\d+)"/.exec(
      await (await manager().get('/desk/settings/hours')).text(),
    )?.[1];
    expect((await manager().post('/desk/settings/hours', { ...hours, seen: seen! })).status).toBe(303);
    const stale = await manager().post('/desk/settings/hours', { ...hours, working_day: '480', seen: seen! });
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('intussen gewijzigd')]);
  });
});

test('the agency changes its name, colour and sender; a name cannot forge a header', async () => {
  const form = {
    name: 'Bureau Anders',
    accent: '#FFDD00',
    language: 'en',
    sender_name: 'Hulp',
    sender_address: 'Hulp@bureau.test',
  };
  expect((await manager().post('/desk/settings/agency', form)).status).toBe(303);
  expect((await office()).agency).toMatchObject({
    name: 'Bureau Anders',
    accent: '#ffdd00',
    sender: 'Hulp <hulp@bureau.test>',
  });
  expect(await (await manager().get('/desk')).text()).toContain('Bureau Anders');
  for (const wrong of [
    { accent: 'red' },
    { accent: '#fff;}' },
    { sender_name: 'Hulp" <evil@evil.test>' },
    { sender_address: 'hulp@bureau.test\r\nBcc: x@evil.test' },
    { sender_address: '' },
    { name: '' },
  ])
    expect([wrong, (await manager().post('/desk/settings/agency', { ...form, ...wrong })).status]).toEqual([
      wrong,
      422,
    ]);
});

test('settings are for managers', async () => {
  const paths = ['', '/agency', '/hours', '/exceptions', '/targets', '/reminders', '/duty'];
  for (const person of [world.staff.sam, world.staff.dani, world.contacts.cora, world.contacts.vera])
    for (const path of paths) expect((await world.as(person).get(`/desk/settings${path}`)).status).toBe(404);
  for (const path of paths) expect((await manager().get(`/desk/settings${path}`)).status).toBe(200);
});

test('carrying a change leaves alone what a later version has otherwise', () => {
  const after = { ...defaultAgreement, solverMayTest: true, warnAtPercent: [50] };
  const later = { ...defaultAgreement, warnAtPercent: [90] };
  expect(carry(defaultAgreement, after, later)).toEqual({
    ...defaultAgreement,
    solverMayTest: true,
    warnAtPercent: [90],
  });
});
