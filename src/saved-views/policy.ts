import type { Staff } from '#lib/actor.ts';

interface Owned {
  readonly makerId: string;
  readonly team: boolean;
}

/** One's own views, and those of the team. */
export const canSeeView = (staff: Staff, view: Owned): boolean => view.team || view.makerId === staff.id;

/** Whoever made it; of the team's also managers. */
export const canChangeView = (staff: Staff, view: Owned): boolean =>
  view.makerId === staff.id || (view.team && staff.role === 'manager');
