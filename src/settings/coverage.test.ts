import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAgreement } from '#agreement/agreement.ts';
import { coverageRules } from '#agreement/coverage-rules.ts';
import { createWorld, type World } from '../../test/world.ts';
import { carry } from './carry.ts';
import { moved, rulesIn } from './coverage-form.ts';
import { loadOffice } from './office.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const path = '/desk/settings/coverage';
const mila = () => world.as(world.staff.mila);
const inForceOn = async (day: string) => (await loadOffice(world.scope.db)).inForceOn(day).agreement;
const versions = async () => (await loadOffice(world.scope.db)).versions.length;

const switches = Object.fromEntries(coverageRules.map((rule) => [`on_${rule}`, 'on']));
const form = {
  rule: [...coverageRules] as string[],
  ...switches,
  warranty: '3',
  fair_use: '10',
  research_fee: '45,00',
  research_minutes: '30',
  remind_percent: '80',
  remind_days: '3, 10',
  drop_days: '20',
  quote_days: '30',
  quote_remind: '7, 2',
  valid_from: '2026-10-16',
};
const without = (rule: string) => {
  const { [`on_${rule}`]: _, ...rest } = form as Record<string, string | string[]>;
  return rest;
};

describe('who pays, in the settings', () => {
  test('shows the rules as clients read them, in their order', async () => {
    const page = (await (await mila().get(path)).text()).replaceAll('\u00A0', ' ');
    const names = [...page.matchAll(/name="rule" value="(\w+)"/g)].map(([, rule]) => rule);
    expect(names).toEqual(coverageRules);
    expect(page).toContain('verder onderzoek voor € 45,00 (€ 54,45 met 21% btw)');
    expect(page).toContain('value="7, 2"');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
    // What is on the page, saved as it is, is no new version.
    expect((await mila().post(path, form)).status).toBe(303);
    expect(await versions()).toBe(1);
  });

  test('a change holds from the chosen day, and the clients read it', async () => {
    const changed = {
      ...without('cms_training'),
      warranty: '6',
      research_fee: '99,50',
      quote_remind: '3, 10',
      valid_from: '2026-11-01',
    };
    expect((await mila().post(path, changed)).status).toBe(303);
    expect(await inForceOn('2026-10-31')).toEqual(defaultAgreement);
    const { coverage, costs } = await inForceOn('2026-11-01');
    expect(coverage.warrantyMonths).toBe(6);
    expect(coverage.rules.filter(({ on }) => !on)).toEqual([{ rule: 'cms_training', on: false }]);
    expect(costs).toMatchObject({ researchFeeCents: 9950, quoteRemindDaysBefore: [10, 3] });
    world.at('2026-11-02T10:00:00Z');
    const published = await (await world.as(null).get('/agreement')).text();
    expect(published).toContain('garantie van 6 maanden');
    expect(published).not.toContain('CMS-training');
  });

  test('what changes can be read beforehand, and nothing is written', async () => {
    const tried = { ...without('care_plan_research'), drop_days: '15', research_fee: '50', preview: 'yes' };
    const answer = await mila().post(path, { ...tried, quote_remind: '' });
    const page = (await answer.text()).replaceAll('\u00A0', ' ');
    expect(answer.status).toBe(200);
    for (const sentence of [
      'Dit verandert er vanaf 16 oktober 2026',
      'Vervalt: Verder onderzoek als u Website Zorg hebt.',
      'Onderzoek kost (euro, zonder btw): € 45,00 wordt € 50,00.',
      'Vervalt zonder keuze na (werkdagen): 20 wordt 15.',
      'Herinneren, zoveel dagen voor het einde: 7, 2 wordt niet.',
    ])
      expect(page).toContain(sentence);
    expect(page).toContain('value="50"');
    expect(await versions()).toBe(1);
    expect(await (await mila().post(path, { ...form, preview: 'yes' })).text()).toContain(
      'Er verandert niets.',
    );
  });

  test('a rule goes up or down without being saved, and says when it never has its turn', async () => {
    const page = await (await mila().post(path, { ...form, move: 'up:beyond_research' })).text();
    const names = [...page.matchAll(/name="rule" value="(\w+)"/g)].map(([, rule]) => rule!);
    expect(names.indexOf('beyond_research')).toBe(names.indexOf('at_hand') - 1);
    expect(page.match(/Komt nooit aan de beurt/g)).toHaveLength(1);
    expect(await versions()).toBe(1);
    expect((await mila().post(path, { ...form, rule: names })).status).toBe(303);
    const { coverage } = await inForceOn('2026-10-16');
    expect(coverage.rules.map(({ rule }) => rule)).toEqual(names);
  });

  test.each([
    ['warranty', '121', 'te groot'],
    ['warranty', '2,5', 'heel getal'],
    ['research_fee', '0', 'te klein'],
    ['research_fee', '', 'Vul dit in'],
    ['research_fee', '45,505', 'bedrag in euro'],
    ['research_fee', '-45', 'bedrag in euro'],
    ['remind_percent', '101', 'te groot'],
    ['remind_days', '3, 20', 'voordat de melding vervalt'],
    ['remind_days', 'vaak', 'Schrijf dagen als'],
    ['quote_remind', '30', 'geldigheid van de begroting'],
    ['drop_days', '0', 'te klein'],
    ['valid_from', '2026-10-15', 'al voorbij'],
  ])('%s «%s» is refused at its field, and stays there', async (field, value, sentence) => {
    const answer = await mila().post(path, { ...form, [field]: value });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    const control = page.slice(page.indexOf(`id="${field}"`));
    expect(control).toContain(`value="${value}"`);
    const at = control.indexOf(`id="${field}-error"`);
    expect(control.slice(at, at + 300)).toContain(sentence);
    expect(await versions()).toBe(1);
  });

  test('a form made by hand cannot leave a ticket without a verdict', async () => {
    const odd = { ...form, rule: ['research_fee', 'direct', 'direct', 'nonsense'] };
    for (const rule of ['research_fee', 'to_be_judged', 'beyond_research'])
      delete (odd as never)[`on_${rule}`];
    expect((await mila().post(path, odd)).status).toBe(303);
    const { rules } = (await inForceOn('2026-10-16')).coverage;
    expect(rules[0]).toEqual({ rule: 'direct', on: true });
    expect(rules.at(-1)).toEqual({ rule: 'research_fee', on: true });
    expect(rules.map(({ rule }) => rule).sort()).toEqual([...coverageRules].sort());
    expect(rules.every(({ on }) => on)).toBe(true);
  });

  test('is for managers', async () => {
    for (const person of [world.staff.sam, world.staff.dani, world.contacts.cora, world.contacts.vera]) {
      expect((await world.as(person).get(path)).status).toBe(404);
      expect((await world.as(person).post(path, { ...form, warranty: '1' })).status).toBe(404);
    }
    expect(await versions()).toBe(1);
  });
});

test('the first does not go up, the last stays the last, and nothing passes it', () => {
  const rules = rulesIn({ values: {}, all: {} });
  for (const button of ['up:new_wish', 'down:care_plan_research', 'up:research_fee', 'down:nothing', ''])
    expect(moved(rules, button)).toEqual(rules);
  expect(moved(moved(rules, 'down:new_wish'), 'up:new_wish')).toEqual(rules);
});

test('a planned version keeps its own costs and takes over the others', () => {
  const { costs } = defaultAgreement;
  const later = { ...defaultAgreement, costs: { ...costs, researchFeeCents: 6000 } };
  const after = {
    ...defaultAgreement,
    costs: { ...costs, researchFeeCents: 5000, dropAfterWorkingDays: 15 },
  };
  expect(carry(defaultAgreement, after, later).costs).toEqual({
    ...costs,
    researchFeeCents: 6000,
    dropAfterWorkingDays: 15,
  });
});
