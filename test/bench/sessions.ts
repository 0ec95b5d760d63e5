import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serializeSigned } from 'hono/utils/cookie';
import { sql } from 'kysely';
import { sessionSeconds } from '#auth/auth.ts';
import { sessionCookie } from '#auth/session.ts';
import type { Db } from '#db/open.ts';
import { newToken, tokenHash } from '#lib/token.ts';

/** Somebody of a client who is signed in. */
export interface Visitor {
  readonly cookie: string;
  /** A site on which they report. */
  readonly siteId: string;
}

/**
 * Begins a session for every contact, with the row and the cookie that `startSession` makes, but without asking a
 * thousand times for a password. `dataDir` holds the secret of the program, which has been started.
 */
export async function signInContacts(
  db: Db,
  { url, dataDir }: { url: string; dataDir: string },
): Promise<Visitor[]> {
  const secret = (await readFile(join(dataDir, 'secret'), 'utf8')).trim();
  const contacts = await contactsWithSite(db);
  const begun = contacts.map((contact) => ({ ...contact, token: newToken() }));
  const at = new Date();
  await db
    .insertInto('auth_sessions')
    .values(
      begun.map(({ id, token }) => ({
        token: tokenHash(token),
        user_id: id,
        way: 'password' as const,
        expires_at: sql<Date>`now() + make_interval(secs => ${sessionSeconds})`,
        created_at: at,
        updated_at: at,
        seen_at: at,
      })),
    )
    .execute();
  return Promise.all(
    begun.map(async ({ token, siteId }) => ({
      cookie: (await serializeSigned(sessionCookie(url), token, secret)).split(';')[0]!,
      siteId,
    })),
  );
}

/** A colleague reports on the sites that they were given, all others on those of their organisation. */
const contactsWithSite = (db: Db) =>
  db
    .selectFrom('people')
    .innerJoin('sites', 'sites.organisation_id', 'people.organisation_id')
    .leftJoin('person_sites', (join) =>
      join.onRef('person_id', '=', 'people.id').onRef('site_id', '=', 'sites.id'),
    )
    .where('people.kind', '=', 'contact')
    .where((eb) => eb.or([eb('contact_role', '<>', 'colleague'), eb('site_id', 'is not', null)]))
    .distinctOn('people.id')
    .orderBy('people.id')
    .orderBy('sites.name')
    .select(['people.id', 'sites.id as siteId'])
    .execute();
