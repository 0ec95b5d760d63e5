import type { ImportKind } from './frame.ts';
import { contacts } from './kinds/contacts.ts';
import { carePlans, hosting } from './kinds/contracts.ts';
import { deliveries } from './kinds/deliveries.ts';
import { organisations } from './kinds/organisations.ts';
import { sites } from './kinds/sites.ts';
import { trainings } from './kinds/trainings.ts';

/** Everything that can be imported, in the order in which one depends on the other. */
export const kinds = {
  organisations,
  sites,
  contacts,
  deliveries,
  hosting,
  care_plans: carePlans,
  trainings,
};
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

/** A kind by its name, without what its rows are. */
export const kindOf = (name: KindName): ImportKind<unknown> => kinds[name] as ImportKind<unknown>;
