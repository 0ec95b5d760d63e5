import { z } from 'zod';
import { parse } from '#auth/form.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { program, type StaffRole } from '#lib/actor.ts';
import { Invalid } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { emailAddress, line } from '#lib/text.ts';
import { type Invitation, invitePerson } from './invitations.ts';
import { addStaff } from './people.ts';

const addressSchema = z.object({ email: emailAddress(), name: line(100) });

export interface CommandLineInvitation {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  /** The agency's own when left out. */
  readonly language?: Language;
}

/**
 * Invites a colleague from the program's own console; whoever is known already is invited anew, so that a
 * manager who is locked out gets in again. Answers the link, to be printed there.
 */
export async function inviteFromCommandLine(
  scope: Scope,
  { role, language, ...input }: CommandLineInvitation,
): Promise<Invitation & { readonly known: boolean }> {
  const { email, name } = parse(addressSchema, input);
  return inTransaction(scope, async (scope) => {
    const agency = await scope.db.selectFrom('agency').select('language').executeTakeFirst();
    if (!agency) throw new Invalid({ form: 'not_set_up' });
    const known = await scope.db
      .selectFrom('people')
      .select(['id', 'deactivated_at'])
      .where('email', '=', email)
      .executeTakeFirst();
    if (known?.deactivated_at) throw new Invalid({ email: 'deactivated' });
    const person = { name, email, phone: null, language: language ?? agency.language, role };
    const id = known?.id ?? (await addStaff(scope, program, person));
    return { ...(await invitePerson(scope, program, id)), known: known !== undefined };
  });
}
