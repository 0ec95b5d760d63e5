import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Scope } from '#db/scope.ts';
import { tokenHash } from '#lib/token.ts';

const minutes = 5;

/** Read when somebody first comes with a passkey: most never do. */
const webAuthn = () => import('@simplewebauthn/server');

/** EdDSA, ES256 and RS256: what authenticators have, by their numbers at IANA. */
const algorithms = [-8, -7, -257];

/** The site for which passkeys are made: its host, from the configuration and nowhere else. */
const siteOf = ({ baseUrl }: Scope) => ({ id: new URL(baseUrl).hostname, origin: new URL(baseUrl).origin });

const identifierOf = (challenge: string, of: string) => `passkey:${of}:${tokenHash(challenge)}`;

async function keepChallenge(scope: Scope, challenge: string, of: string): Promise<void> {
  const at = scope.now();
  await scope.db
    .insertInto('auth_verifications')
    .values({
      identifier: identifierOf(challenge, of),
      value: of,
      expires_at: new Date(at.getTime() + minutes * 60_000),
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** Whether this challenge was given by us; it is spent by the question. */
async function spendChallenge({ db, now }: Scope, challenge: string, of: string): Promise<boolean> {
  const spent = await db
    .deleteFrom('auth_verifications')
    .where('identifier', '=', identifierOf(challenge, of))
    .where('expires_at', '>', now())
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What a browser needs to make a passkey: one that it finds by itself and that checks its owner. */
export async function creationOptions(scope: Scope, owner: Owner, siteName: string) {
  const known = await scope.db
    .selectFrom('auth_passkeys')
    .select('credential_id as id')
    .where('person_id', '=', owner.id)
    .execute();
  const { generateRegistrationOptions } = await webAuthn();
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: siteOf(scope).id,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.email,
    userDisplayName: owner.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(scope, options.challenge, owner.id);
  return options;
}

/** Keeps the passkey that a browser made for somebody; false when it is none of what was asked for. */
export async function keepPasskey(
  scope: Scope,
  personId: string,
  name: string,
  response: unknown,
): Promise<boolean> {
  const { id, origin } = siteOf(scope);
  const { verifyRegistrationResponse } = await webAuthn();
  const verified = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: (challenge) => spendChallenge(scope, challenge, personId),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!verified?.verified) return false;
  const { credential } = verified.registrationInfo;
  const kept = await scope.db
    .insertInto('auth_passkeys')
    .values({
      id: scope.newId(),
      person_id: personId,
      name,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      created_at: scope.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Boolean(kept.numInsertedOrUpdatedRows);
}

/** What a browser needs to sign in by a passkey, whoever it is. */
export async function signInOptions(scope: Scope) {
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({
    rpID: siteOf(scope).id,
    userVerification: 'required',
  });
  await keepChallenge(scope, options.challenge, 'anyone');
  return options;
}

/** Whose passkey signed our challenge, having checked its owner; null when nobody's did. */
export async function personByPasskey(scope: Scope, response: unknown): Promise<string | null> {
  const answer = response as AuthenticationResponseJSON;
  if (typeof answer?.id !== 'string') return null;
  const known = await scope.db
    .selectFrom('auth_passkeys')
    .innerJoin('people', 'people.id', 'auth_passkeys.person_id')
    .select(['auth_passkeys.id', 'person_id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', answer.id.slice(0, 2000))
    .where('people.deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!known) return null;
  const { id, origin } = siteOf(scope);
  const { verifyAuthenticationResponse } = await webAuthn();
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => spendChallenge(scope, challenge, 'anyone'),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: known.credential_id,
      publicKey: new Uint8Array(known.public_key),
      counter: Number(known.counter),
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  await scope.db
    .updateTable('auth_passkeys')
    .set({ counter: verified.authenticationInfo.newCounter, last_used_at: scope.now() })
    .where('id', '=', known.id)
    .execute();
  return known.person_id;
}
