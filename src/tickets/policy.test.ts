import { describe, expect, test } from 'vitest';
import { type Actor, type Contact, program, type Staff } from '#lib/actor.ts';
import {
  canAdd,
  canHandle,
  canReopen,
  canReportOn,
  canSee,
  canSeeInternal,
  canSignOff,
  canTest,
} from './policy.ts';

const ticket = { organisation_id: 'bakery', site_id: 'shop', reporter_id: 'roos' };

const contact = (id: string, role: Contact['role'], more: Partial<Contact> = {}): Contact => ({
  kind: 'contact',
  id,
  name: id,
  language: 'nl',
  role,
  organisationId: 'bakery',
  budgetHolder: false,
  siteIds: [],
  ...more,
});
const staff = (id: string, role: Staff['role'] = 'supporter'): Staff => ({
  kind: 'staff',
  id,
  name: id,
  language: 'nl',
  role,
});

const cast = {
  reporter: contact('roos', 'reporter'),
  'another reporter': contact('jan', 'reporter'),
  'colleague of this site': contact('kees', 'colleague', { siteIds: ['shop'] }),
  'colleague of another site': contact('kim', 'colleague', { siteIds: ['site'] }),
  'colleague without sites': contact('kas', 'colleague'),
  coordinator: contact('cora', 'coordinator'),
  stranger: contact('vera', 'coordinator', { organisationId: 'elsewhere' }),
  'stranger with this site on the list': contact('victor', 'colleague', {
    organisationId: 'elsewhere',
    siteIds: ['shop'],
  }),
  'somebody who moved away': contact('roos', 'reporter', { organisationId: 'elsewhere' }),
  supporter: staff('sam'),
  developer: staff('dani', 'developer'),
  manager: staff('mila', 'manager'),
  'the program': program,
} satisfies Record<string, Actor>;

const whoMay = (may: (actor: Actor) => boolean) =>
  Object.entries(cast)
    .filter(([, actor]) => may(actor))
    .map(([name]) => name);

const agency = ['supporter', 'developer', 'manager'];

describe('who may', () => {
  test('see a ticket', () => {
    expect(whoMay((actor) => canSee(actor, ticket))).toEqual([
      'reporter',
      'colleague of this site',
      'coordinator',
      ...agency,
      'the program',
    ]);
  });

  test('add to its conversation', () => {
    expect(whoMay((actor) => canAdd(actor, ticket))).toEqual([
      'reporter',
      'colleague of this site',
      'coordinator',
    ]);
  });

  test('sign off, refuse or withdraw', () => {
    expect(whoMay((actor) => canSignOff(actor, ticket))).toEqual(['reporter', 'coordinator']);
  });

  test('reopen', () => {
    expect(whoMay((actor) => canReopen(actor, ticket))).toEqual(['reporter', 'coordinator', ...agency]);
  });

  test('take the steps of the agency', () => {
    expect(whoMay((actor) => canHandle(actor, ticket))).toEqual(agency);
  });

  test('read what is internal', () => {
    expect(whoMay(canSeeInternal)).toEqual([...agency, 'the program']);
  });

  test('report for an organisation', () => {
    expect(whoMay((actor) => canReportOn(actor, 'elsewhere'))).toEqual([
      'stranger',
      'stranger with this site on the list',
      'somebody who moved away',
      ...agency,
    ]);
  });
});

test('a solution is tested by someone other than its solver, unless the agency allows it', () => {
  expect(canTest(cast.supporter, { solver_id: 'sam' }, false)).toBe(false);
  expect(canTest(cast.supporter, { solver_id: 'sam' }, true)).toBe(true);
  expect(canTest(cast.developer, { solver_id: 'sam' }, false)).toBe(true);
  expect(canTest(cast.reporter, { solver_id: 'sam' }, true)).toBe(false);
});
