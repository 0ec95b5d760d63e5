import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportOn } from '#tickets/costs.fixture.ts';
import { createWorld, type World } from '../../test/world.ts';
import { loadOffice } from './office.ts';

let world: World;
let number: number;
beforeAll(async () => {
  world = await createWorld();
  world.at('2026-10-16T08:00:00Z');
  ({ number } = await reportOn(world, world.sites.shop));
});
afterAll(() => world.close());

const words = (html: string) =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ');
const send = async (room: string, form: Record<string, string>) => {
  const response = await world
    .as(world.staff.mila)
    .post(`/desk/settings/${room}`, { once: crypto.randomUUID(), ...form });
  const html = await response.text();
  return { status: response.status, html, text: words(html) };
};
const versions = async () => (await loadOffice(world.scope.db)).versions.length;
const week = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [`hours_${day}`, '08:30-17:00']),
);
const hours = {
  ...week,
  zone: 'Europe/Amsterdam',
  holidays: 'NL',
  working_day: '510',
  valid_from: '2026-10-17',
};

describe('whoever looks before they save', () => {
  test('sees which deadlines other hours move, from when to when, and nothing is changed', async () => {
    const before = await versions();
    const { status, text, html } = await send('hours', { ...hours, hours_mon: '', preview: 'yes' });
    expect(status).toBe(200);
    expect(text).toContain('2 momenten van open meldingen verschuiven:');
    expect(text).toContain(`Melding ${number} Knop doet niets reactie di 20 okt 10:00 → wo 21 okt 10:00`);
    expect(html).toMatch(/name="hours_mon"[^>]*value=""/);
    expect(await versions()).toBe(before);
  });

  test('sees that nothing moves where nothing moves: targets are those of the ticket’s own version', async () => {
    const same = await send('hours', { ...hours, preview: 'yes' });
    expect(same.text).toContain('Geen enkele open melding krijgt een ander moment.');
    const targets = Object.fromEntries(
      ['high', 'medium', 'low'].flatMap((priority) =>
        ['response', 'solution'].flatMap((clock) => [
          [`${priority}_${clock}_amount`, '1'],
          [`${priority}_${clock}_unit`, 'hours'],
        ]),
      ),
    );
    const { text } = await send('targets', { ...targets, valid_from: '2026-10-16', preview: 'yes' });
    expect(text).toContain('Geen enkele open melding krijgt een ander moment.');
  });

  test('sees what a closed day moves', async () => {
    const { text } = await send('exceptions', {
      date: '2026-10-19',
      hours: '',
      reason: 'Verhuizing',
      preview: 'yes',
    });
    expect(text).toContain('2 momenten van open meldingen verschuiven:');
    expect((await loadOffice(world.scope.db)).versions.at(-1)?.agreement.calendar.exceptions).toEqual([]);
  });

  test('is told what is wrong with what they typed, which stays', async () => {
    const { status, html } = await send('hours', { ...hours, hours_mon: '17:00-08:30', preview: 'yes' });
    expect(status).toBe(422);
    expect(html).toContain('value="17:00-08:30"');
    expect(html).toContain('Een eindtijd ligt voor de begintijd.');
  });
});

describe('urgency and impact', () => {
  const form = (): Record<string, string> => ({
    ...Object.fromEntries(
      [
        'urgency_high',
        'urgency_medium',
        'urgency_low',
        'impact_large',
        'impact_medium',
        'impact_small',
      ].flatMap((name) => [
        [`${name}_nl`, `${name} in het Nederlands`],
        [`${name}_en`, `${name} in English`],
      ]),
    ),
    ...Object.fromEntries(
      ['high', 'medium', 'low'].flatMap((urgency) =>
        ['large', 'medium', 'small'].map((impact) => [`matrix_${urgency}_${impact}`, urgency]),
      ),
    ),
    valid_from: '2026-10-16',
  });

  test('are given words and priorities that hold for the next report', async () => {
    expect((await send('matrix', form())).status).toBe(303);
    const page = words(await (await world.as(world.contacts.roos).get('/report')).text());
    expect(page).toContain('urgency_high in het Nederlands');
    expect(page).toContain('impact_small in het Nederlands');
    const ticket = await reportOn(world, world.sites.shop);
    expect(ticket.priority).toBe('low');
    const { inForce } = await loadOffice(world.scope.db);
    expect(inForce(world.scope.now()).agreement.matrix.low.large).toBe('low');
  });

  test('need words in both languages and a priority that there is', async () => {
    const { status, html } = await send('matrix', {
      ...form(),
      urgency_low_en: ' ',
      matrix_low_small: 'urgent',
    });
    expect(status).toBe(422);
    expect(html).toContain('id="urgency_low_en-error"');
    expect(html).toContain('Maak een keuze uit de lijst.');
  });
});

test('the coming two years stand as the calendar has them', async () => {
  const page = await (await world.as(world.staff.mila).get('/desk/settings/exceptions')).text();
  const [, calendar = ''] = page.split('id="calendar"');
  expect(calendar.match(/title="[^"]*Koningsdag[^"]*"/g)).toHaveLength(2);
  expect(words(calendar)).toContain('september 2028');
  expect(words(calendar)).not.toContain('oktober 2028');
});
