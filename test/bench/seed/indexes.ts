import type pg from 'pg';

/** The search's rows, which triggers write with those of tickets and messages. */
const byTriggers = ['search_texts'];
/** By it those triggers look a ticket up. */
const needed = ['tickets_pkey'];

interface Taken {
  readonly table: string;
  readonly drop: string;
  readonly make: string;
}

/** How many tables get their indexes at once. */
const builders = 3;

/**
 * Takes the indexes and foreign keys off the tables that are filled, for one by one they cost more than all the
 * rows do, and answers how to make them anew from their own definitions, as a restore does: foreign keys last,
 * which checks every row. Triggers stay and do their work at every row.
 */
export async function takeIndexesOff(
  pool: pg.Pool,
  tables: readonly { readonly name: string }[],
): Promise<() => Promise<void>> {
  const names = [...tables.map(({ name }) => name), ...byTriggers];
  const [ties, indexes] = [await tiesOf(pool, names), await indexesOf(pool, names)];
  for (const { drop } of [...ties, ...indexes]) await pool.query(drop);
  return async () => {
    const left = names.map((name) => indexes.filter(({ table }) => table === name));
    await Promise.all(Array.from({ length: builders }, () => build(pool, left)));
    for (const { make } of ties) await pool.query(make);
  };
}

/** Makes the indexes of one table after the other, until none is left. */
async function build(pool: pg.Pool, left: Taken[][]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`set maintenance_work_mem = '256MB'`);
    for (let next = left.pop(); next; next = left.pop())
      for (const { make } of next) await client.query(make);
    await client.query('reset maintenance_work_mem');
  } finally {
    client.release();
  }
}

/** Their foreign keys, and those of others that refer to them. */
async function tiesOf(pool: pg.Pool, names: readonly string[]): Promise<Taken[]> {
  const { rows } = await pool.query<Taken>(
    `select conrelid::regclass::text as table,
       format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
     from pg_constraint
     where contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by oid`,
    [names],
  );
  return rows;
}

/** Their indexes in the order in which they were made, those behind a primary key or «unique» with it. */
async function indexesOf(pool: pg.Pool, names: readonly string[]): Promise<Taken[]> {
  const { rows } = await pool.query<Taken>(
    `select indrelid::regclass::text as table,
       case when con.oid is null then format('drop index %s', indexrelid::regclass)
         else format('alter table %s drop constraint %I', indrelid::regclass, conname) end as drop,
       case when con.oid is null then pg_get_indexdef(indexrelid)
         else format('alter table %s add constraint %I %s', indrelid::regclass, conname, pg_get_constraintdef(con.oid)) end as make
     from pg_index left join pg_constraint as con on conindid = indexrelid and contype in ('p', 'u', 'x')
     where indrelid = any($1::regclass[]) and indexrelid::regclass::text <> all($2)
     order by indexrelid`,
    [names, needed],
  );
  return rows;
}
