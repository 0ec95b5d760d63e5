import type { Db } from '#db/open.ts';

/** Each version as it was made: when, by whom, from which day. Newest first. */
export const madeVersions = (db: Db) =>
  db
    .selectFrom('agreements as version')
    .leftJoin('people as author', 'author.id', 'version.created_by')
    .select([
      'version.version',
      'version.valid_from as validFrom',
      'version.created_at as at',
      'author.name as author',
    ])
    .orderBy('version.version', 'desc')
    .execute();

export type MadeVersion = Awaited<ReturnType<typeof madeVersions>>[number];
