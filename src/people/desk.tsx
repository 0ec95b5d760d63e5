import type { Hono } from 'hono';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, queryOf, show, staffOf, type Web } from '#auth/web.ts';
import { historyOf } from '#events/history.tsx';
import { lastEvent } from '#events/seen.ts';
import { NotFound } from '#lib/errors.ts';
import { activeOrganisations, organisationName } from '#organisations/queries.ts';
import { sitesOf } from '#sites/queries.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { invitePerson } from './invitations.ts';
import { PeoplePage } from './list.tsx';
import { NewContactPage, NewStaffPage } from './new.tsx';
import {
  addContact,
  addStaff,
  changeContact,
  changeStaff,
  deactivatePerson,
  reactivatePerson,
} from './people.ts';
import { PersonPage } from './person.tsx';
import { mayManagePeople } from './policy.ts';
import { allStaff, keptInvitation, lastInvitation, personOf, searchPeople } from './queries.ts';
import { contactSchema, placeSchema, seenSchema, staffSchema } from './schema.ts';
import { peopleTexts } from './texts.ts';
import { trainingRoutes } from './training-routes.ts';
import { trainingsOf } from './trainings.ts';

/** People on both sides, for the agency: managers add, change, invite and end access; all look. */
export function peopleDesk(app: Hono<Env>): void {
  app.get('/desk/people', allow('staff'), async (c) => {
    const { scope, page } = c.var;
    const words = queryOf(c, 'q');
    const [staff, found] = await Promise.all([
      allStaff(scope.db),
      words ? searchPeople(scope.db, words) : [],
    ]);
    const mayManage = mayManagePeople(staffOf(c));
    return show(
      c,
      <PeoplePage page={page} mayManage={mayManage} words={words} staff={staff} found={found} />,
    );
  });

  app.get('/desk/people/new', allow('manager'), async (c) => {
    const staff = c.req.query('kind') !== 'contact';
    const place = placeSchema.safeParse({ organisation: c.req.query('organisation') });
    return show(c, await newPage(c, staff, place.data?.organisation ?? null, nothingTyped, null));
  });

  app.post('/desk/people', allow('manager'), async (c) => {
    const form = await readForm(c);
    const staff = form.values.kind !== 'contact';
    const organisation = staff ? null : placeSchema.safeParse(form.values).data?.organisation;
    if (organisation === undefined) throw new NotFound();
    return submit(c, {
      form,
      done: peopleTexts(c.var.page.language)('added', { name: form.values.name?.trim() ?? '' }),
      again: (typed) => newPage(c, staff, organisation, typed, form.all.sites ?? []),
      async work(scope) {
        const actor = staffOf(c);
        const id = organisation
          ? await addContact(scope, actor, organisation, readContact(form))
          : await addStaff(scope, actor, parse(staffSchema, form.values));
        await invitePerson(scope, actor, id);
        return `/desk/people/${id}`;
      },
    });
  });

  app.get('/desk/people/:id', allow('staff'), async (c) => show(c, await personPage(c, nothingTyped, null)));

  app.post('/desk/people/:id', allow('manager'), async (c) => {
    const id = idOf(c);
    const form = await readForm(c);
    return submit(c, {
      form,
      done: peopleTexts(c.var.page.language)('changed'),
      again: (typed) => personPage(c, typed, form.all.sites ?? []),
      async work(scope) {
        const person = await personOf(scope.db, id);
        const { seen } = parse(seenSchema, form.values);
        if (person?.kind === 'staff')
          await changeStaff(scope, staffOf(c), id, { ...parse(staffSchema, form.values), seen });
        else await changeContact(scope, staffOf(c), id, { ...readContact(form), seen });
        return `/desk/people/${id}`;
      },
    });
  });

  app.post('/desk/people/:id/invitation', allow('manager'), async (c) => {
    const say = peopleTexts(c.var.page.language);
    return act(c, c.var.scope.delivers ? say('invited') : say('invited_kept'), async (scope, id) => {
      const { mailId } = await invitePerson(scope, staffOf(c), id);
      return scope.delivers ? `/desk/people/${id}` : `/desk/mail/${mailId}`;
    });
  });

  app.post('/desk/people/:id/deactivation', allow('manager'), async (c) =>
    act(c, await saidOf(c, 'deactivated'), async (scope, id) => {
      await deactivatePerson(scope, staffOf(c), id);
      return `/desk/people/${id}`;
    }),
  );

  app.post('/desk/people/:id/reactivation', allow('manager'), async (c) =>
    act(c, await saidOf(c, 'reactivated'), async (scope, id) => {
      await reactivatePerson(scope, staffOf(c), id);
      return `/desk/people/${id}`;
    }),
  );

  trainingRoutes(app, personPage);
}

/** One button's act on the person of this page. */
async function act(c: Web, done: string, work: (scope: Web['var']['scope'], id: string) => Promise<string>) {
  const id = idOf(c);
  const form = await readForm(c);
  return submit(c, {
    form,
    done,
    again: (typed) => personPage(c, { values: {}, errors: typed.errors }, null),
    work: (scope) => work(scope, id),
  });
}

async function saidOf(c: Web, key: 'deactivated' | 'reactivated'): Promise<string> {
  const person = await personOf(c.var.scope.db, idOf(c));
  if (!person) throw new NotFound();
  return peopleTexts(c.var.page.language)(key, { name: person.name });
}

function readContact(form: Form) {
  const { budget_holder, sites, ...input } = parse(contactSchema, {
    ...form.values,
    sites: form.all.sites ?? [],
  });
  return { ...input, budgetHolder: budget_holder, siteIds: sites };
}

async function newPage(
  c: Web,
  staff: boolean,
  organisationId: string | null,
  typed: Typed,
  ticked: readonly string[] | null,
) {
  const { scope, page } = c.var;
  const common = { page, once: scope.newId(), typed, ticked };
  if (staff) return <NewStaffPage {...common} />;
  const organisation = organisationId ? await organisationName(scope.db, organisationId) : null;
  const [organisations, sites] = await Promise.all([
    organisation ? [] : activeOrganisations(scope.db),
    organisation ? sitesOf(scope.db, organisation.id) : [],
  ]);
  return (
    <NewContactPage {...common} organisation={organisation} organisations={organisations} sites={sites} />
  );
}

async function personPage(c: Web, typed: Typed, ticked: readonly string[] | null) {
  const { scope, page } = c.var;
  const id = idOf(c);
  const person = await personOf(scope.db, id);
  if (!person) throw new NotFound();
  const subject = { type: 'person', id } as const;
  const [invitation, history, seen, sites, keptMailId, trainings] = await Promise.all([
    lastInvitation(scope.db, id),
    historyOf(scope.db, subject),
    lastEvent(scope.db, subject),
    person.organisationId ? sitesOf(scope.db, person.organisationId) : [],
    keptInvitation(scope.db, id),
    trainingsOf(scope.db, [id]),
  ]);
  const open = invitation && !invitation.usedAt && invitation.expiresAt > scope.now();
  return (
    <PersonPage
      page={page}
      actor={staffOf(c)}
      person={person}
      invitation={invitation}
      keptMailId={open ? keptMailId : null}
      sites={sites}
      trainings={trainings}
      history={history}
      seen={seen}
      newId={scope.newId}
      typed={typed}
      ticked={ticked}
    />
  );
}
