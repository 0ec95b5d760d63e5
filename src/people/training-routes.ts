import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, staffOf, type Web } from '#auth/web.ts';
import type { Typed } from '#ui/form.tsx';
import { trainingSchema } from './schema.ts';
import { peopleTexts } from './texts.ts';
import { addTraining, removeTraining } from './trainings.ts';

type PersonPage = (c: Web, typed: Typed, ticked: null) => Promise<unknown>;

/** The trainings of a contact: managers add them and take them away; `personPage` shows them. */
export function trainingRoutes(app: Hono<Env>, personPage: PersonPage): void {
  app.post('/desk/people/:id/trainings', allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: peopleTexts(c.var.page.language)('training.added'),
      again: (typed) => personPage(c, typed, null),
      async work(scope) {
        const { training_cms: cms, trained_on: on } = parse(trainingSchema, form.values);
        await addTraining(scope, staffOf(c), idOf(c), { cms, on });
        return `/desk/people/${idOf(c)}`;
      },
    });
  });

  app.post('/desk/people/:id/trainings/:training/removal', allow('manager'), async (c) =>
    submit(c, {
      form: await readForm(c),
      done: peopleTexts(c.var.page.language)('training.removed'),
      again: (typed) => personPage(c, { values: {}, errors: typed.errors }, null),
      async work(scope) {
        await removeTraining(scope, staffOf(c), { personId: idOf(c), id: idOf(c, 'training') });
        return `/desk/people/${idOf(c)}`;
      },
    }),
  );
}
