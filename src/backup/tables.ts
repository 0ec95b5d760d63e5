import pg from 'pg';
import type { Manifest } from '#backup/archive.ts';

const { escapeIdentifier } = pg;

/** The tables of the schema that hold something of ours to keep (no unlogged ones), with the columns that can be written. */
export async function listTables(client: pg.ClientBase): Promise<Manifest['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relpersistence = 'p'
      and c.relname <> 'schema_migrations'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`);
  return rows;
}

/** Where each counter stands. */
export async function listSequences(client: pg.ClientBase): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  );
  const sequences = [];
  for (const { name } of rows) {
    const { rows: values } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    sequences.push({ name, ...values[0]! });
  }
  return sequences;
}

/** The table's name as SQL. */
export function quoted(name: string): string {
  return `public.${escapeIdentifier(name)}`;
}

/** The table's columns as SQL. */
export function columnList(columns: readonly string[]): string {
  return columns.map(escapeIdentifier).join(', ');
}

/** Sets the counters to where they stood. */
export async function setSequences(client: pg.ClientBase, sequences: Manifest['sequences']): Promise<void> {
  for (const { name, value, called } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called]);
  }
}

/**
 * Takes away what hinders loading tables in any order, and answers how to put it back: foreign keys (also
 * those of a row to another of its table, and in circles) are made anew afterwards, which checks every row;
 * triggers rest, since what they would do is in the rows already. A table's owner may do both.
 */
export async function looseTies(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: ties } = await client.query<{ table: string; drop: string; add: string }>(`
    select conrelid::regclass::text as table, format('drop constraint %I', conname) as drop,
      format('add constraint %I %s', conname, pg_get_constraintdef(oid)) as add
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    order by conrelid::regclass::text, conname`);
  const { rows: triggers } = await client.query<{ table: string; name: string }>(`
    select tgrelid::regclass::text as table, quote_ident(tgname) as name
    from pg_trigger join pg_class c on c.oid = tgrelid
    where c.relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled = 'O' and tgparentid = 0
    order by 1, 2`);
  for (const { table, drop } of ties) await client.query(`alter table ${table} ${drop}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  return async () => {
    for (const { table, add } of ties) await client.query(`alter table ${table} ${add}`);
    for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`);
  };
}
