import type { Actor } from '#lib/actor.ts';

/** Managers alone decide what the agency promises and how it shows itself. */
export const mayChangeSettings = (actor: Actor): boolean =>
  actor.kind === 'staff' && actor.role === 'manager';
