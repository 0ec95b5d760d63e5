import { z } from 'zod';
import { defaultAgreement } from '#agreement/agreement.ts';
import { keepPassword } from '#auth/passwords.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { languages } from '#lib/language.ts';
import { emailAddress, line, newPassword } from '#lib/text.ts';
import { newToken, tokenHash } from '#lib/token.ts';
import { forgetOffice } from './office.ts';

/** What the set-up link asks for. */
export const setupSchema = z.object({
  agency: line(100),
  language: z.enum(languages, 'unknown_choice'),
  name: line(100),
  email: emailAddress(),
  password: newPassword(),
});

export interface SetupInput extends Omit<z.output<typeof setupSchema>, 'password'> {
  readonly passwordHash: string;
}

const firstAccent = '#0b6e4f';

/** The first version holds since ever, so that a ticket entered for an earlier day has one too. */
const sinceEver = '2000-01-01';

/**
 * While there is no agency: makes a link that sets one up, once, and ends the earlier ones. Answers its
 * address, or null when there is an agency already.
 */
export async function createSetupLink(scope: Scope): Promise<string | null> {
  return inTransaction(scope, async ({ db, now, baseUrl }) => {
    if (await hasAgency({ db })) return null;
    const token = newToken();
    await db.deleteFrom('setup_links').execute();
    await db
      .insertInto('setup_links')
      .values({ token_hash: tokenHash(token), created_at: now() })
      .execute();
    return `${baseUrl}/setup/${token}`;
  });
}

/** Whether a token of a set-up link still works. */
export async function isSetupOpen(scope: Scope, token: string): Promise<boolean> {
  const link = await scope.db
    .selectFrom('setup_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  return link !== undefined && !(await hasAgency(scope));
}

/**
 * Makes the agency, the first version of its agreement and its first manager, and spends the link. Of two at
 * once the second finds the link spent. Answers the manager.
 */
export async function setUpAgency(scope: Scope, token: string, input: SetupInput): Promise<Staff> {
  return inTransaction(scope, async (scope) => {
    await spendLink(scope, token);
    const { db, now } = scope;
    const manager: Staff = {
      kind: 'staff',
      id: scope.newId(),
      name: input.name,
      language: input.language,
      role: 'manager',
    };
    await db
      .insertInto('agency')
      .values({ name: input.agency, accent: firstAccent, language: input.language, set_up_at: now() })
      .execute();
    await insertManager(scope, manager, input.email);
    await keepPassword(scope, manager.id, input.passwordHash);
    await db
      .insertInto('agreements')
      .values({
        valid_from: sinceEver,
        document: JSON.stringify(defaultAgreement),
        created_at: now(),
        created_by: manager.id,
      })
      .execute();
    forgetOffice(db);
    await record(scope, manager, {
      type: 'agency.set_up',
      subject: agencySubject,
      data: { name: input.agency },
    });
    return manager;
  });
}

async function spendLink(scope: Scope, token: string): Promise<void> {
  const spent = await scope.db
    .deleteFrom('setup_links')
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  if (!spent.numDeletedRows || (await hasAgency(scope))) throw new NotFound();
}

/** Whoever reads the program's console owns it, so the address counts as proven. */
async function insertManager({ db, now }: Scope, manager: Staff, email: string): Promise<void> {
  await db
    .insertInto('people')
    .values({
      id: manager.id,
      name: manager.name,
      email,
      email_verified: true,
      language: manager.language,
      kind: 'staff',
      staff_role: 'manager',
      created_at: now(),
      updated_at: now(),
    })
    .execute();
}

const hasAgency = async ({ db }: Pick<Scope, 'db'>): Promise<boolean> =>
  (await db.selectFrom('agency').select('id').executeTakeFirst()) !== undefined;
