import { sql } from 'kysely';
import { z } from 'zod';
import { line } from '#lib/text.ts';
import { addOrganisation } from '#organisations/organisations.ts';
import type { ImportKind } from '../frame.ts';
import { clientColumn } from './columns.ts';

const schema = z.object({ client: line(150) });

/** The agency's clients, by name. */
export const organisations: ImportKind<z.output<typeof schema>> = {
  name: 'organisations',
  columns: [
    {
      ...clientColumn(true),
      headers: {
        nl: ['klant', 'naam', 'organisatie', 'bedrijf'],
        en: ['client', 'name', 'organisation', 'company'],
      },
    },
  ],
  schema,
  fields: { name: 'client' },
  async prepare() {
    return async (scope, actor, { client: name }) => {
      const same = await scope.db
        .selectFrom('organisations')
        .select('id')
        .where(sql<boolean>`lower(name) = lower(${name})`)
        .executeTakeFirst();
      if (same) return 'known';
      await addOrganisation(scope, actor, { name });
      return 'taken';
    };
  },
};
