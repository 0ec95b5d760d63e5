import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Scope } from '#db/scope.ts';
import { Invalid } from '#lib/errors.ts';
import type { Typed } from '#ui/form.tsx';
import type { Form } from './form.ts';
import { once } from './once.ts';
import { goTo, personOf, show, type Web } from './web.ts';

interface Submission {
  readonly form: Form;
  /** What the form asks for, in one transaction; answers the path to go to. */
  readonly work: (scope: Scope) => Promise<string>;
  /** Says that it was done, on the page that follows; may look at what it is about by that page's path. */
  readonly done: string | ((path: string) => Promise<string>);
  /** The same page with what was typed, when it cannot be taken. */
  readonly again: (typed: Typed) => unknown;
}

/** Takes a form of somebody who is signed in: once, however often it is sent; bad input shows it again. */
export async function submit(c: Web, { form, work, done, again }: Submission): Promise<Response> {
  try {
    const path = await once(c.var.scope, personOf(c), form.values.once, work);
    return goTo(c, path, typeof done === 'string' ? done : await done(path));
  } catch (error) {
    return showAgain(c, error, form, again);
  }
}

/** The form again with everything that was typed, when `error` says that it cannot be taken; else throws it on. */
export async function showAgain(
  c: Web,
  error: unknown,
  form: Form,
  again: (typed: Typed) => unknown,
  status: ContentfulStatusCode = 422,
): Promise<Response> {
  if (!(error instanceof Invalid)) throw error;
  return show(c, await again({ values: form.values, errors: error.fields }), status);
}
