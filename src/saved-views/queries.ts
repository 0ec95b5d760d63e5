import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Staff } from '#lib/actor.ts';

/** A set of filters of the queue under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The filters as they stand in the address of the queue. */
  readonly query: string;
  readonly team: boolean;
  readonly makerId: string;
  readonly maker: string;
}

/** The views that a colleague sees: the team's first, then their own, by name. */
export const viewsFor = (db: Db, { id }: Staff): Promise<SavedView[]> => viewsOf(db, id);

const viewsOf = statement((db, personId: string) =>
  db
    .selectFrom('saved_views as view')
    .innerJoin('people as maker', 'maker.id', 'view.maker_id')
    .where((eb) => eb.or([eb('view.team', '=', true), eb('view.maker_id', '=', personId)]))
    .select([
      'view.id',
      'view.name',
      'view.query',
      'view.team',
      'view.maker_id as makerId',
      'maker.name as maker',
    ])
    .orderBy('view.team', 'desc')
    .orderBy('view.name')
    .orderBy('view.id'),
);
