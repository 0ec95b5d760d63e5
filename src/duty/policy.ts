import type { Staff } from '#lib/actor.ts';

/** Managers decide who is alerted. */
export const maySetDuty = (actor: Staff): boolean => actor.role === 'manager';

/** Everybody says of themselves when they are away; managers of everybody. */
export const mayChangeAbsence = (actor: Staff, personId: string): boolean =>
  actor.id === personId || actor.role === 'manager';
