import { type History, HistorySection } from '#events/history.tsx';
import type { allContactsOf } from '#people/queries.ts';
import { peopleTexts } from '#people/texts.ts';
import type { SiteShown } from '#sites/queries.ts';
import { sitesTexts } from '#sites/texts.ts';
import { Form, MendNotice, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Act, Empty, FormFoot, Heading, Notice, Row, Rows, Section } from '#ui/parts.tsx';
import { sayDay } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { organisationsTexts } from './texts.ts';

export interface OrganisationProps {
  readonly page: Page;
  readonly newId: () => string;
  readonly typed: Typed;
  readonly mayManage: boolean;
  readonly organisation: { readonly id: string; readonly name: string; readonly endedAt: Date | null };
  readonly sites: readonly SiteShown[];
  readonly contacts: Awaited<ReturnType<typeof allContactsOf>>;
  readonly tickets: { readonly all: number; readonly open: number };
  readonly seen: number;
  readonly history: History;
}

/** One client at the desk: its tickets, sites and people. */
export const OrganisationPage = (props: OrganisationProps) => {
  const { page, typed, mayManage, organisation, tickets, history } = props;
  const say = organisationsTexts(page.language);
  return (
    <Layout page={page} face="desk" title={organisation.name}>
      <Heading title={organisation.name}>
        <a class="btn" href={`/desk?organisation=${organisation.id}`}>
          {say('tickets', { count: tickets.open })}
        </a>
        <a class="btn" href={`/desk/organisations/${organisation.id}/charges`}>
          {say('costs')}
        </a>
        {mayManage && (
          <a class="btn" href={`/desk/organisations/${organisation.id}/billing`}>
            {say('billing')}
          </a>
        )}
      </Heading>
      {organisation.endedAt && (
        <Notice kind="warning">{say('ended_since', { day: sayDay(organisation.endedAt, page) })}</Notice>
      )}
      <MendNotice typed={typed} language={page.language} />
      <p class="mb-5 text-secondary">{say('all_tickets', { count: tickets.all })}</p>
      <Sites {...props} />
      <Contacts {...props} />
      {mayManage && <Change {...props} />}
      <HistorySection
        page={page}
        title={say('history')}
        history={history}
        say={(type) => say(`event.${type.replace('.', '_') as 'organisation_added'}`)}
      />
    </Layout>
  );
};

const PartHead = ({ title, add }: { title: string; add: { href: string; label: string } | null }) => (
  <div class="mb-3 flex flex-wrap items-center justify-between gap-2">
    <h2 class="text-lg font-semibold">{title}</h2>
    {add && (
      <a class="btn btn-sm" href={add.href}>
        {add.label}
      </a>
    )}
  </div>
);

const Sites = ({ page, organisation, mayManage, sites }: OrganisationProps) => {
  const say = organisationsTexts(page.language);
  const saySite = sitesTexts(page.language);
  const add = { href: `/desk/organisations/${organisation.id}/sites/new`, label: say('add_site') };
  return (
    <section class="mb-6">
      <PartHead title={say('sites')} add={mayManage && !organisation.endedAt ? add : null} />
      {sites.length === 0 ? (
        <Empty>{say('sites_none')}</Empty>
      ) : (
        <Rows label={say('sites')}>
          {sites.map(({ id, name, kind, phase, addresses }) => (
            <Row href={`/desk/sites/${id}`} name={name}>
              <span>{saySite(`kinds.${kind}`)}</span>
              <span>{saySite(`phases.${phase}`)}</span>
              {addresses[0] && <span>{addresses[0].replace(/^https?:\/\//, '')}</span>}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
};

const Contacts = ({ page, organisation, mayManage, contacts }: OrganisationProps) => {
  const say = organisationsTexts(page.language);
  const sayPerson = peopleTexts(page.language);
  const add = {
    href: `/desk/people/new?kind=contact&organisation=${organisation.id}`,
    label: say('add_contact'),
  };
  return (
    <section class="mb-6">
      <PartHead title={say('contacts')} add={mayManage && !organisation.endedAt ? add : null} />
      {contacts.length === 0 ? (
        <Empty>{say('contacts_none')}</Empty>
      ) : (
        <Rows label={say('contacts')}>
          {contacts.map(({ id, name, role, email, budgetHolder, deactivatedAt }) => (
            <Row
              href={`/desk/people/${id}`}
              name={name}
              mark={deactivatedAt ? sayPerson('state.deactivated_mark') : undefined}
            >
              <span>{sayPerson(`role.${role}`)}</span>
              {budgetHolder && <span>{sayPerson('budget_holder')}</span>}
              <span>{email}</span>
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
};

const Change = ({ page, organisation, typed, seen, newId }: OrganisationProps) => {
  const say = organisationsTexts(page.language);
  const at = `/desk/organisations/${organisation.id}`;
  return (
    <Section title={say('change')}>
      <Form action={at} once={newId()}>
        <input type="hidden" name="seen" value={String(seen)} />
        <TextField
          name="name"
          label={say('name')}
          language={page.language}
          typed={typed}
          value={organisation.name}
          autocomplete="off"
        />
        <FormFoot label={uiTexts(page.language)('form.save')} />
      </Form>
      <div class="mt-6 border-t border-base-300 pt-4">
        {organisation.endedAt ? (
          <Act action={`${at}/resumption`} once={newId()} label={say('resume')} />
        ) : (
          <>
            <Act action={`${at}/end`} once={newId()} label={say('end')} look="danger" />
            <p class="mt-2 text-sm text-secondary">{say('end_hint')}</p>
          </>
        )}
      </div>
    </Section>
  );
};
