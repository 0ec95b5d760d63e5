import { defaultAgreement } from '#agreement/agreement.ts';
import type { Scope } from '#db/scope.ts';
import { forgetOffice, loadOffice } from './office.ts';

/**
 * Writes down the default agreement where none is yet, so that a program may report tickets before anybody has
 * opened the set-up link: a ticket needs a version to live by. The set-up adds its own, with the same content.
 */
export async function beginAgreement(scope: Scope): Promise<void> {
  const { versions } = await loadOffice(scope.db);
  const [first] = versions;
  if (first?.version !== 0) return;
  await scope.db
    .insertInto('agreements')
    .values({
      valid_from: first.validFrom,
      document: JSON.stringify(defaultAgreement),
      created_at: scope.now(),
    })
    .execute();
  forgetOffice(scope.db);
}
