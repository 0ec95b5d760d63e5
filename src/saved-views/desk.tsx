import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { NewViewPage, ViewsPage } from './pages.tsx';
import { viewsFor } from './queries.ts';
import { addView, mostViews, removeView, renameView } from './saved-views.ts';
import { viewNameSchema, viewSchema } from './schema.ts';
import { savedViewsTexts } from './texts.ts';

const root = '/desk/views';

/** Saved views of the queue: made there, looked after here. */
export function savedViewsDesk(app: Hono<Env>): void {
  app.get(root, allow('staff'), async (c) => show(c, await viewsPage(c, null, nothingTyped)));

  app.post(root, allow('staff'), async (c) => {
    const form = await readForm(c);
    const say = savedViewsTexts(c.var.page.language);
    return submit(c, {
      form,
      done: say('saved', { name: form.values.name?.trim() ?? '' }),
      again: (typed) => (
        <NewViewPage page={c.var.page} once={c.var.scope.newId()} typed={inWords(c, typed)} />
      ),
      async work(scope) {
        const input = parse(viewSchema, form.values);
        await addView(scope, staffOf(c), input);
        return `/desk?${new URLSearchParams(input.query)}`;
      },
    });
  });

  app.post(`${root}/:id`, allow('staff'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: savedViewsTexts(c.var.page.language)('renamed'),
      again: (typed) => viewsPage(c, idOf(c), inWords(c, typed)),
      async work(scope) {
        await renameView(scope, staffOf(c), idOf(c), parse(viewNameSchema, form.values).name);
        return root;
      },
    });
  });

  app.post(`${root}/:id/removal`, allow('staff'), async (c) => {
    const id = idOf(c);
    const view = (await viewsFor(c.var.scope.db, staffOf(c))).find((each) => each.id === id);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: savedViewsTexts(c.var.page.language)('removed', { name: view?.name ?? '' }),
      again: (typed) => viewsPage(c, id, typed),
      async work(scope) {
        await removeView(scope, staffOf(c), id);
        return root;
      },
    });
  });
}

async function viewsPage(c: Web, id: string | null, typed: Typed) {
  const { scope, page } = c.var;
  const views = await viewsFor(scope.db, staffOf(c));
  if (id && !views.some((view) => view.id === id)) throw new NotFound();
  return <ViewsPage page={page} me={staffOf(c)} views={views} newId={scope.newId} tried={id} typed={typed} />;
}

/** The sentences of this feature for what its operations refuse. */
function inWords(c: Web, { values, errors }: Typed): Typed {
  const say = savedViewsTexts(c.var.page.language);
  const words: Record<string, string> = {
    view_name_taken: say('name_taken'),
    too_many_views: say('too_many', { count: mostViews }),
  };
  const said = Object.entries(errors).map(([field, key]) =>
    field === 'query' ? ['form', say('no_filters')] : [field, words[key] ?? key],
  );
  return { values, errors: Object.fromEntries(said) };
}
