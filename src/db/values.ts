import pg from 'pg';

const text = (value: string) => value;
const anyInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);

/** An instant. A list has hundreds of them, in UTC all but always, which takes half the time that any other way of writing does. */
const instant = (value: string) =>
  value[10] === ' ' && value.endsWith('+00')
    ? new Date(`${value.slice(0, 10)}T${value.slice(11, -3)}Z`)
    : anyInstant(value);

const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.TIMESTAMPTZ, instant],
  [pg.types.builtins.DATE, text],
  // Arrays of int8, date and numeric, in step with the single values above.
  [1016, arrayOf(Number)],
  [1182, arrayOf(text)],
  [1231, arrayOf(text)],
]);

/** How a value of a type, by its number, is read from what PostgreSQL sends. */
export function getTypeParser(oid: number, format?: string): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers.get(oid);
  return own ?? pg.types.getTypeParser(oid, format as 'text');
}

function arrayOf<T>(parse: (value: string) => T) {
  const strings = pg.types.getTypeParser(1009 as number) as (value: string) => (string | null)[];
  return (value: string) => strings(value).map((item) => (item === null ? null : parse(item)));
}
