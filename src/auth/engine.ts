import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import { type AuthOptions, linkMinutes, proven, sessionSeconds, shortestPassword } from './auth.ts';

/**
 * Sign-in by better-auth on our own tables: a person is its user. Nobody signs up; people are added at
 * the desk. It proves who somebody is and never makes a session: at the place where it would, it throws whom it
 * found (`whoIsProven`). Sessions begin in `enter.ts` alone, after the second step where there is one, so that no
 * way in can go past it.
 */
export function createEngine({ db, baseUrl, secret, sendLink }: AuthOptions) {
  const active = async (userId: string) =>
    Boolean(
      await db
        .selectFrom('people')
        .select('id')
        .where('id', '=', userId)
        .where('deactivated_at', 'is', null)
        .executeTakeFirst(),
    );
  return betterAuth({
    baseURL: baseUrl,
    secret,
    logger: { disabled: true },
    telemetry: { enabled: false },
    database: { db, type: 'postgres' },
    advanced: { database: { generateId: 'uuid' } },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        language: { type: 'string', required: true, input: false },
        kind: { type: 'string', required: true, input: false },
      },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: sessionSeconds,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        idToken: 'id_token',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          async before({ userId }) {
            if (!(await active(userId))) return false;
            throw new APIError('FORBIDDEN', { code: proven, message: userId });
          },
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: 200,
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: linkMinutes * 60,
        sendMagicLink: ({ email, token, metadata }) => sendLink(email, token, String(metadata?.next ?? '/')),
      }),
    ],
  });
}

export type Engine = ReturnType<typeof createEngine>;
