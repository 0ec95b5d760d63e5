import { Form, MendNotice, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Empty, FormFoot, Heading, Row, Rows, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { type OrganisationListed, pageSize } from './queries.ts';
import { organisationsTexts } from './texts.ts';

interface ListProps {
  readonly page: Page;
  readonly mayManage: boolean;
  readonly words: string;
  /** Whether this is a page after the first. */
  readonly later: boolean;
  readonly listed: readonly OrganisationListed[];
}

/** The agency's clients by name, with what each has. */
export const OrganisationsPage = ({ page, mayManage, words, later, listed }: ListProps) => {
  const say = organisationsTexts(page.language);
  const shown = listed.slice(0, pageSize);
  return (
    <Layout page={page} face="desk" title={say('title')}>
      <Heading title={say('title')}>
        {mayManage && (
          <a class="btn btn-primary" href="/desk/organisations/new">
            {say('add')}
          </a>
        )}
      </Heading>
      <form method="get" action="/desk/organisations" class="mb-6" role="search">
        <label for="q" class="block font-medium">
          {say('search')}
        </label>
        <div class="mt-1 flex gap-2">
          <input id="q" name="q" type="search" class="input flex-1 text-base" value={words} />
          <button type="submit" class="btn">
            {say('search_do')}
          </button>
        </div>
      </form>
      {shown.length === 0 ? (
        <Empty>{words || later ? say('found_none', { words }) : say('none')}</Empty>
      ) : (
        <Rows label={say('title')}>
          {shown.map(({ id, name, endedAt, sites, contacts, openTickets }) => (
            <Row
              href={`/desk/organisations/${id}`}
              name={name}
              mark={endedAt ? say('ended_mark') : undefined}
            >
              <span>{say('sites', { count: sites })}</span>
              <span>{say('contacts', { count: contacts })}</span>
              <span class={openTickets > 0 ? 'font-medium text-base-content' : undefined}>
                {say('tickets', { count: openTickets })}
              </span>
            </Row>
          ))}
        </Rows>
      )}
      <nav class="mt-4 flex flex-wrap gap-2">
        {(later || words) && (
          <a class="btn" href="/desk/organisations">
            {later ? say('first') : say('all')}
          </a>
        )}
        {listed.length > pageSize && (
          <a
            class="btn"
            href={`/desk/organisations?q=${encodeURIComponent(words)}&after=${shown.at(-1)!.id}`}
          >
            {say('more')}
          </a>
        )}
      </nav>
    </Layout>
  );
};

interface NewProps {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
}

/** Adds a client: its name is enough to begin with. */
export const NewOrganisationPage = ({ page, once, typed }: NewProps) => {
  const say = organisationsTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('new')}>
      <h1 class="mb-5 text-2xl font-semibold">{say('new')}</h1>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action="/desk/organisations" once={once}>
          <TextField
            name="name"
            label={say('name')}
            hint={say('name_hint')}
            language={page.language}
            typed={typed}
            autocomplete="off"
            autofocus
          />
          <FormFoot
            label={say('add')}
            back={{ href: '/desk/organisations', label: uiTexts(page.language)('form.cancel') }}
          />
        </Form>
      </Section>
    </Layout>
  );
};
