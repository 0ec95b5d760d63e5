import { z } from 'zod';
import { Invalid } from '#lib/errors.ts';
import { emailAddress, line } from '#lib/text.ts';
import { addTraining } from '#people/trainings.ts';
import { dayCell } from '../cells.ts';
import type { ImportKind } from '../frame.ts';
import { emailColumn } from './columns.ts';

const schema = z.object({ email: emailAddress(), cms: line(100), trained_on: dayCell() });

/** Who had a training in the use of which CMS, and when. */
export const trainings: ImportKind<z.output<typeof schema>> = {
  name: 'trainings',
  columns: [
    emailColumn,
    { name: 'cms', headers: { nl: ['cms', 'training'], en: ['cms', 'training'] }, required: true },
    {
      name: 'trained_on',
      headers: { nl: ['getraind op', 'datum'], en: ['trained on', 'date'] },
      required: true,
    },
  ],
  schema,
  fields: { training_cms: 'cms' },
  async prepare() {
    return async (scope, actor, { email, cms, trained_on: on }) => {
      const person = await scope.db
        .selectFrom('people')
        .select('id')
        .where('email', '=', email)
        .where('kind', '=', 'contact')
        .executeTakeFirst();
      if (!person) throw new Invalid({ email: 'contact_unknown' });
      const same = await scope.db
        .selectFrom('trainings')
        .select('id')
        .where('person_id', '=', person.id)
        .where('cms', '=', cms)
        .where('trained_on', '=', on)
        .executeTakeFirst();
      if (same) return 'known';
      await addTraining(scope, actor, person.id, { cms, on });
      return 'taken';
    };
  },
};
