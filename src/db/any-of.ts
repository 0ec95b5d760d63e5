import { sql } from 'kysely';

/** Any of these ids: one statement for lists of every length, where `in` makes one of each. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;
