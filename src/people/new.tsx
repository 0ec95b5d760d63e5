import { Form, MendNotice, SelectField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { ContactFields, PersonFields, StaffRoleField } from './fields.tsx';
import { peopleTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly typed: Typed;
  readonly ticked: readonly string[] | null;
}

/** Adds a colleague to the agency. */
export const NewStaffPage = ({ page, once, typed }: Props) => {
  const say = peopleTexts(page.language);
  return (
    <Layout page={page} face="desk" title={say('new_staff')}>
      <h1 class="mb-5 text-2xl font-semibold">{say('new_staff')}</h1>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action="/desk/people" once={once}>
          <input type="hidden" name="kind" value="staff" />
          <PersonFields page={page} typed={typed} values={{}} />
          <StaffRoleField page={page} typed={typed} values={{}} />
          <FormFoot
            label={say('add_and_invite')}
            back={{ href: '/desk/people', label: uiTexts(page.language)('form.cancel') }}
          />
        </Form>
      </Section>
    </Layout>
  );
};

interface ContactProps extends Props {
  /** The client they belong to, once it is known. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
}

/** Adds a contact to a client; first asks which client, where the link did not say. */
export const NewContactPage = (props: ContactProps) => {
  const { page, once, typed, ticked, organisation, organisations, sites } = props;
  const say = peopleTexts(page.language);
  const cancel = uiTexts(page.language)('form.cancel');
  if (!organisation) {
    return (
      <Layout page={page} face="desk" title={say('new_contact')}>
        <h1 class="mb-5 text-2xl font-semibold">{say('new_contact')}</h1>
        <Section>
          <form method="get" action="/desk/people/new">
            <input type="hidden" name="kind" value="contact" />
            <SelectField
              name="organisation"
              label={say('field.organisation')}
              language={page.language}
              typed={typed}
              empty={uiTexts(page.language)('form.choose')}
              choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <FormFoot
              label={uiTexts(page.language)('list.next')}
              back={{ href: '/desk/people', label: cancel }}
            />
          </form>
        </Section>
      </Layout>
    );
  }
  return (
    <Layout page={page} face="desk" title={say('new_contact')}>
      <h1 class="text-2xl font-semibold">{say('new_contact')}</h1>
      <p class="mb-5">
        <a href={`/desk/organisations/${organisation.id}`}>{organisation.name}</a>
      </p>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action="/desk/people" once={once}>
          <input type="hidden" name="kind" value="contact" />
          <input type="hidden" name="organisation" value={organisation.id} />
          <PersonFields page={page} typed={typed} values={{}} />
          <ContactFields page={page} typed={typed} values={{}} ticked={ticked} sites={sites} />
          <FormFoot
            label={say('add_and_invite')}
            back={{ href: `/desk/organisations/${organisation.id}`, label: cancel }}
          />
        </Form>
      </Section>
    </Layout>
  );
};
