import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import type { ApiContext } from './context.ts';
import { Problem } from './problems.ts';

const most = 100;
const usual = 50;

/** What every list takes. */
export const paging = {
  limit: z
    .string()
    .regex(/^\d{1,6}$/, 'not_a_number')
    .transform(Number)
    .pipe(z.number().min(1, 'too_small').max(most, 'too_large'))
    .optional()
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: most,
      default: usual,
      description: 'How many to answer at most.',
    }),
  cursor: z.string().max(600).optional().openapi({
    description: 'Where to go on: `next` of the page before, with the same filters.',
  }),
};

export interface Wanted {
  readonly limit: number;
  /** The key of the last item that was answered, by which the list is ordered; null at the beginning. */
  readonly after: readonly (string | number)[] | null;
}

/** A page as it is declared. */
export const pageSchema = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({
      items: z.array(item),
      next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' }),
    })
    .openapi(name);

/** The key of a list that is ordered by name. */
export const nameKey = z.tuple([
  z
    .string()
    .max(300)
    .refine((name) => name.isWellFormed() && !name.includes('\u0000')),
  z.uuid(),
]);

/** Goes on after the last name and id of the page before; `null` begins. */
export const afterName = (name: string, id: string, after: Wanted['after']) =>
  after === null
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(name)}, ${sql.ref(id)}) > (${String(after[0])}, ${String(after[1])}::uuid)`;

interface Query {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly [filter: string]: unknown;
}

/** What a request for a page asks; a cursor counts only with the filters that it was made for. */
export function wantedPage<T extends z.ZodType<(string | number)[]>>(query: Query, key: T): Wanted {
  const limit = query.limit ?? usual;
  if (query.cursor === undefined) return { limit, after: null };
  const [mark, ...after] = readCursor(query.cursor);
  const known = key.safeParse(after);
  if (mark !== markOf(query) || !known.success) throw unknownCursor();
  return { limit, after: known.data };
}

/** Answers a page: `rows` holds one more than the limit when more follow. */
export function pageOf<R, T>(
  c: ApiContext,
  query: Query,
  {
    rows,
    present,
    keyOf,
  }: { rows: readonly R[]; present: (row: R) => T; keyOf: (row: R) => (string | number)[] },
) {
  const limit = query.limit ?? usual;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify([markOf(query), ...keyOf(last)])).toString('base64url')
      : null;
  if (next) {
    const url = new URL(c.req.url);
    url.searchParams.set('cursor', next);
    c.header('Link', `<${c.env.scope.baseUrl}${url.pathname}${url.search}>; rel="next"`);
  }
  return { items: shown.map(present), next };
}

function readCursor(cursor: string): unknown[] {
  try {
    if (!/^[\w-]+$/.test(cursor)) throw unknownCursor();
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(read)) return read;
  } catch {
    // Not one that we made.
  }
  throw unknownCursor();
}

const unknownCursor = () => {
  const detail = 'This is not a cursor of this list with these filters. Take `next` of a page as it is.';
  return new Problem('invalid', {
    detail: `cursor: ${detail}`,
    errors: { cursor: { code: 'unknown_cursor', detail } },
  });
};

function markOf({ limit: _limit, cursor: _cursor, ...filters }: Query): string {
  const said = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 8);
}

/** A page of something that is read whole anyway, by its rising numbers. */
export function sliceOf<R extends { readonly id: number }>(
  rows: readonly R[],
  { limit, after }: Wanted,
): R[] {
  const [last] = after ?? [];
  return rows.filter(({ id }) => last === undefined || id > Number(last)).slice(0, limit + 1);
}
