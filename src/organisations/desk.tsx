import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { historyOf } from '#events/history.tsx';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { id as idSchema } from '#lib/text.ts';
import { allContactsOf } from '#people/queries.ts';
import { sitesOf } from '#sites/queries.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { NewOrganisationPage, OrganisationsPage } from './list.tsx';
import { OrganisationPage } from './organisation.tsx';
import { addOrganisation, endOrganisation, renameOrganisation, resumeOrganisation } from './organisations.ts';
import { mayManageOrganisations } from './policy.ts';
import { listOrganisations, organisationName, ticketCounts } from './queries.ts';
import { organisationSchema } from './schema.ts';
import { organisationsTexts } from './texts.ts';

const root = '/desk/organisations';

/** The agency's clients: managers add and change them; all look. */
export function organisationsDesk(app: Hono<Env>): void {
  app.get(root, allow('staff'), async (c) => {
    const { scope, page } = c.var;
    const words = queryOf(c, 'q');
    const after = idSchema().safeParse(c.req.query('after')).data ?? null;
    const listed = await listOrganisations(scope.db, { words, after });
    const mayManage = mayManageOrganisations(staffOf(c));
    return show(
      c,
      <OrganisationsPage
        page={page}
        mayManage={mayManage}
        words={words}
        later={after !== null}
        listed={listed}
      />,
    );
  });

  app.get(`${root}/new`, allow('manager'), (c) =>
    show(c, <NewOrganisationPage page={c.var.page} once={c.var.scope.newId()} typed={nothingTyped} />),
  );

  app.post(root, allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: organisationsTexts(c.var.page.language)('added', { name: form.values.name?.trim() ?? '' }),
      again: (typed) => <NewOrganisationPage page={c.var.page} once={c.var.scope.newId()} typed={typed} />,
      work: async (scope) =>
        `${root}/${await addOrganisation(scope, staffOf(c), parse(organisationSchema, form.values))}`,
    });
  });

  app.get(`${root}/:id`, allow('staff'), async (c) => show(c, await organisationPage(c, nothingTyped)));

  app.post(`${root}/:id`, allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: organisationsTexts(c.var.page.language)('renamed'),
      again: (typed) => organisationPage(c, typed),
      async work(scope) {
        await renameOrganisation(scope, staffOf(c), id, parse(organisationSchema, form.values));
        return `${root}/${id}`;
      },
    });
  });

  app.post(`${root}/:id/end`, allow('manager'), (c) => act(c, 'ended', endOrganisation));
  app.post(`${root}/:id/resumption`, allow('manager'), (c) => act(c, 'resumed', resumeOrganisation));
}

async function act(c: Web, done: 'ended' | 'resumed', work: typeof endOrganisation): Promise<Response> {
  const id = idOf(c);
  return submit(c, {
    form: await readForm(c),
    done: organisationsTexts(c.var.page.language)(done),
    again: (typed) => organisationPage(c, typed),
    async work(scope) {
      await work(scope, staffOf(c), id);
      return `${root}/${id}`;
    },
  });
}

async function organisationPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const { db } = scope;
  const id = idOf(c);
  const subject = { type: 'organisation', id } as const;
  const [organisation, sites, contacts, tickets, seen, history] = await Promise.all([
    organisationName(db, id),
    sitesOf(db, id),
    allContactsOf(db, id),
    ticketCounts(db, id),
    lastEvent(db, subject),
    historyOf(db, subject),
  ]);
  if (!organisation) throw new NotFound();
  const mayManage = mayManageOrganisations(staffOf(c));
  const shown = {
    page,
    newId: scope.newId,
    typed,
    mayManage,
    organisation,
    sites,
    contacts,
    tickets,
    seen,
    history,
  };
  return <OrganisationPage {...shown} />;
}
