import type { CompiledQuery, Insertable, InsertQueryBuilder, InsertResult, RawBuilder } from 'kysely';
import type { Db } from './open.ts';
import { readersFor } from './readers.ts';
import { pipelineOf } from './sharing.ts';
import type { DB } from './types.ts';

/**
 * Statements that are written once. The query builder makes a tree of every statement and then writes it out, which
 * for the dozen small statements of a page took a fifth of the program's time; here that happens at the first call.
 */

/** Stands for a value while a statement is written. */
class Place {
  readonly nth: number;

  constructor(nth: number) {
    this.nth = nth;
  }
}

/** What the builder made, or a text with values in it. */
type Built<Row> = { compile(): CompiledQuery<Row> } | RawBuilder<Row>;

/**
 * A statement with places for values, as a function of a handle and these values that answers its rows. What `build` is
 * given stands for values that are not known yet: it may put them into the statement, and neither look at them
 * nor decide by them.
 */
export function statement<Values extends readonly unknown[], Row>(
  build: (db: Db, ...values: Values) => Built<Row>,
): (db: Db, ...values: Values) => Promise<Row[]> {
  let written: CompiledQuery<Row> | null = null;
  return async (db, ...values) => {
    written ??= compiled(db, build(db, ...(values.map((_, nth) => new Place(nth)) as unknown as Values)));
    const parameters = written.parameters.map((each) => (each instanceof Place ? values[each.nth] : each));
    const readers = readersFor(db, written.sql);
    if (readers) return (await readers.query(written.sql, parameters)).rows as Row[];
    const query = { ...written, parameters };
    const { rows } = await (pipelineOf(db)?.executeQuery(query) ?? db.executeQuery(query));
    return rows as Row[];
  };
}

const compiled = <Row>(db: Db, built: Built<Row>) => (built as RawBuilder<Row>).compile(db);

/**
 * The statement that writes one row of these columns, as a function of a handle and the row. Answers what `returning`
 * asks for.
 */
export function insertion<
  Table extends keyof DB & string,
  Column extends keyof Insertable<DB[Table]> & string,
  Row = never,
>(
  table: Table,
  columns: readonly Column[],
  returning: (written: InsertQueryBuilder<DB, Table, InsertResult>) => Built<Row> = (written) =>
    written as unknown as Built<Row>,
) {
  const write = statement((db, ...values: readonly unknown[]) => {
    const row = Object.fromEntries(columns.map((column, nth) => [column, values[nth]]));
    return returning(db.insertInto(table).values(row as never));
  });
  return (db: Db, row: { readonly [each in Column]: Insertable<DB[Table]>[each] }): Promise<Row[]> =>
    write(db, ...columns.map((column) => row[column]));
}
