import { z } from 'zod';
import { Invalid } from '#lib/errors.ts';
import { emailAddress, line, optionalLine } from '#lib/text.ts';
import { addContact } from '#people/people.ts';
import { choiceCell, listCell, yesNoCell } from '../cells.ts';
import type { ImportKind } from '../frame.ts';
import { clientByName, siteByName } from '../lookups.ts';
import { clientColumn, emailColumn } from './columns.ts';

const schema = z.object({
  client: line(150),
  name: line(100),
  email: emailAddress(),
  phone: optionalLine(50),
  language: choiceCell({ nl: ['nederlands', 'dutch'], en: ['engels', 'english'] }, 'nl'),
  role: choiceCell(
    { reporter: ['melder'], colleague: ['collega'], coordinator: ['coördinator', 'coordinator'] },
    'reporter',
  ),
  budget_holder: yesNoCell(),
  sites: listCell(),
});

/** The people at clients; they are invited apart from it. */
export const contacts: ImportKind<z.output<typeof schema>> = {
  name: 'contacts',
  columns: [
    clientColumn(true),
    { name: 'name', headers: { nl: ['naam'], en: ['name'] }, required: true },
    emailColumn,
    { name: 'phone', headers: { nl: ['telefoon'], en: ['phone', 'telephone'] }, required: false },
    { name: 'language', headers: { nl: ['taal'], en: ['language'] }, required: false },
    { name: 'role', headers: { nl: ['rol'], en: ['role'] }, required: false },
    {
      name: 'budget_holder',
      headers: { nl: ['beslist over kosten', 'budgethouder'], en: ['decides about costs', 'budget holder'] },
      required: false,
    },
    { name: 'sites', headers: { nl: ['sites', 'ziet sites'], en: ['sites', 'sees sites'] }, required: false },
  ],
  schema,
  fields: { organisation: 'client', form: 'client' },
  async prepare(db) {
    const [clientOf, siteOf] = [await clientByName(db), await siteByName(db)];
    return async (scope, actor, { client, sites, budget_holder: budgetHolder, ...person }) => {
      const organisationId = clientOf(client);
      const siteIds = sites.map((site) => siteNamed(siteOf, { site, client }));
      const there = await scope.db
        .selectFrom('people')
        .select('organisation_id')
        .where('email', '=', person.email)
        .executeTakeFirst();
      if (there?.organisation_id === organisationId) return 'known';
      if (there) throw new Invalid({ email: 'address_taken' });
      await addContact(scope, actor, organisationId, { ...person, budgetHolder, siteIds });
      return 'taken';
    };
  },
};

function siteNamed(
  siteOf: Awaited<ReturnType<typeof siteByName>>,
  named: { site: string; client: string },
): string {
  try {
    return siteOf(named).id;
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid({ sites: 'site_unknown' });
    throw error;
  }
}
