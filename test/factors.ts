import { hashPassword } from 'better-auth/crypto';
import type { Person } from '#lib/actor.ts';
import { codeAt, stepOf } from '#lib/totp.ts';
import { createVisitor, type Visitor } from './visitor.ts';
import type { World } from './world.ts';

export const password = 'een lange zin';

/** Gives people the password of these tests. */
export async function givePasswords(world: World, people: readonly Person[]): Promise<void> {
  const at = world.scope.now();
  const hash = await hashPassword(password);
  const rows = people.map(({ id }) => ({ user_id: id, account_id: id, password: hash }));
  await world.scope.db
    .insertInto('auth_accounts')
    .values(rows.map((row) => ({ ...row, provider_id: 'credential', created_at: at, updated_at: at })))
    .execute();
}

export const addressOf = (person: Person) => `${person.name.split(' ')[0]!.toLowerCase()}@example.test`;

/** A browser in which somebody has gone as far as their password brings them. */
export async function byPassword(world: World, person: Person, next = '/'): Promise<Visitor> {
  const visitor = createVisitor(world.app);
  await visitor.post('/sign-in', { email: addressOf(person), password, next });
  return visitor;
}

export interface App {
  readonly secret: string;
  readonly codes: string[];
  /** What the app shows now, or some half minutes later. */
  now(later?: number): string;
}

/** Sets up an app as people do; `visitor` is signed in. */
export async function setUpApp(world: World, visitor: Visitor): Promise<App> {
  await visitor.post('/profile/security/app');
  const shown = await (await visitor.get('/profile/security/app')).text();
  const secret = /font-mono text-lg">([A-Z2-7 ]+)</.exec(shown)![1]!.replaceAll(' ', '');
  const now = (later = 0) => codeAt(secret, stepOf(world.scope.now()) + later);
  const answer = await visitor.post('/profile/security/app/confirmation', { code: now(), present: password });
  const codes = [...(await answer.text()).matchAll(/<li>([a-z\d-]{17})<\/li>/g)].map(([, code]) => code!);
  return { secret, codes, now };
}
