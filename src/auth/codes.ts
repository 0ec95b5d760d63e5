import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Scope } from '#db/scope.ts';
import { matchingStep, newSecret } from '#lib/totp.ts';
import type { Auth } from './auth.ts';
import type { SecondFactor } from './factors.ts';

const derive = promisify<string, string, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);
const cost = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
/** Without letters and digits that look like each other. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789';
const howMany = 10;

/** Begins an app for somebody: a secret that counts once a first code has proven it. */
export async function beginApp(scope: Scope, auth: Auth, personId: string): Promise<void> {
  const data = { secret: await encrypted(auth, newSecret()), created_at: scope.now(), used_step: 0 };
  await scope.db
    .insertInto('auth_apps')
    .values({ person_id: personId, ...data })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet(data).where('auth_apps.confirmed_at', 'is', null),
    )
    .execute();
}

/** The secret of an app that was begun and is not proven yet; null when there is none. */
export async function begunSecret({ db }: Scope, auth: Auth, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_apps')
    .select('secret')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return row ? decrypted(auth, row.secret) : null;
}

/**
 * Takes the code of somebody's app, once: of two requests with the same code one is refused. Of an app that was
 * only begun it is taken to prove it, and for nothing else.
 */
export async function takeAppCode(
  { db, now }: Scope,
  auth: Auth,
  personId: string,
  code: string,
  which: 'begun' | 'proven' = 'proven',
): Promise<boolean> {
  const row = await db
    .selectFrom('auth_apps')
    .select('secret')
    .where('person_id', '=', personId)
    .where('confirmed_at', which === 'begun' ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (!row) return false;
  const step = matchingStep(await decrypted(auth, row.secret), code.replaceAll(/\s/g, ''), now());
  if (step === null) return false;
  const taken = await db
    .updateTable('auth_apps')
    .set({ used_step: step })
    .where('person_id', '=', personId)
    .where('secret', '=', row.secret)
    .where('used_step', '<', step)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** New recovery codes in place of the earlier ones; they are shown once and kept as hashes. */
export async function makeRecoveryCodes(scope: Scope, personId: string): Promise<string[]> {
  const { db, now } = scope;
  const salt = randomBytes(16).toString('hex');
  const codes = Array.from({ length: howMany }, newRecoveryCode);
  const hashes = await Promise.all(codes.map((code) => hashOf(code, salt)));
  await db.deleteFrom('auth_recovery_codes').where('person_id', '=', personId).execute();
  await db
    .insertInto('auth_recovery_codes')
    .values(hashes.map((hash) => ({ person_id: personId, salt, hash, created_at: now() })))
    .execute();
  return codes;
}

/** Takes one of somebody's recovery codes, which is spent by it. */
export async function takeRecoveryCode(
  { db, now }: Scope,
  personId: string,
  typed: string,
): Promise<boolean> {
  const set = await db
    .selectFrom('auth_recovery_codes')
    .select('salt')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  if (!set) return false;
  const taken = await db
    .updateTable('auth_recovery_codes')
    .set({ used_at: now() })
    .where('person_id', '=', personId)
    .where('hash', '=', await hashOf(typed, set.salt))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** Takes a code of the app or a recovery code, whichever this is; says which, or null when it is neither. */
export async function takeCode(
  scope: Scope,
  auth: Auth,
  personId: string,
  code: string,
): Promise<Extract<SecondFactor, 'app' | 'recovery_code'> | null> {
  if (/^[\d\s]+$/.test(code)) return (await takeAppCode(scope, auth, personId, code)) ? 'app' : null;
  return (await takeRecoveryCode(scope, personId, code)) ? 'recovery_code' : null;
}

function newRecoveryCode(): string {
  const letters = [...randomBytes(64)].filter((byte) => byte < 240).map((byte) => alphabet[byte % 30]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5, 10).join('')}-${letters.slice(10, 15).join('')}`;
}

const hashOf = async (code: string, salt: string) =>
  (await derive(code.toLowerCase().replaceAll(/[^a-z\d]/g, ''), salt, 32, cost)).toString('hex');

const encrypted = async (auth: Auth, data: string) => {
  const { symmetricEncrypt } = await import('better-auth/crypto');
  return symmetricEncrypt({ key: await keyOf(auth), data });
};
const decrypted = async (auth: Auth, data: string) => {
  const { symmetricDecrypt } = await import('better-auth/crypto');
  return symmetricDecrypt({ key: await keyOf(auth), data });
};

const keyOf = async (auth: Auth) => (await (await auth()).$context).secretConfig;
