import { inTransaction, type Scope } from '#db/scope.ts';
import { record } from '#events/events.ts';
import type { Person } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';

/** Has somebody read pages and mails in another language from now on. */
export async function chooseLanguage(scope: Scope, actor: Person, language: Language): Promise<void> {
  if (language === actor.language) return;
  await inTransaction(scope, async (scope) => {
    await scope.db
      .updateTable('people')
      .set({ language, updated_at: scope.now() })
      .where('id', '=', actor.id)
      .execute();
    await record(scope, actor, {
      type: 'person.language_chosen',
      subject: { type: 'person', id: actor.id },
      data: { language },
    });
  });
}
