import type { Actor, Person } from '#lib/actor.ts';

/** Managers add, change, invite and deactivate people; the program does for whoever is at its console. */
export const mayManagePeople = (actor: Actor): boolean =>
  actor.kind === 'program' || (actor.kind === 'staff' && actor.role === 'manager');

/** All of the agency see who there is. */
export const maySeePeople = (actor: Actor): boolean => actor.kind !== 'contact';

/** Nobody locks themselves out. */
export const mayDeactivate = (actor: Actor, person: Pick<Person, 'id'>): boolean =>
  mayManagePeople(actor) && (actor.kind === 'program' || actor.id !== person.id);
