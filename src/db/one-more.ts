import { type RawBuilder, sql } from 'kysely';

/**
 * A limit of one row more than a page shows, which tells that more follow.
 *
 * It is written into the statement: of a limit that is given as a value PostgreSQL supposes that it is a tenth of all
 * there is, always finds a plan for the number at hand better than one for any number, and so plans at every request
 * (decision 22). A program may ask for a page of any length; only every fifth has a statement of its own, since so
 * many are kept.
 */
export const oneMore = (page: number): RawBuilder<number> =>
  page % 5 === 0 ? sql.lit(page + 1) : sql.val(page + 1);
