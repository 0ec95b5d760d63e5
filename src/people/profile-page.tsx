import { Form, MendNotice, nothingTyped, RadioField, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Facts, FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { type AddressProps, OwnAddress } from './address-pages.tsx';
import type { PersonShown } from './queries.ts';
import { peopleTexts } from './texts.ts';

interface Props extends Pick<AddressProps, 'waiting' | 'code' | 'delivers'> {
  readonly page: Page;
  readonly person: PersonShown;
  readonly newId: () => string;
  readonly seen: number;
  /** What was typed in one of the forms. */
  readonly typed: Readonly<Partial<Record<'profile' | 'password' | 'address', Typed>>>;
}

/** What everybody may see and change of themselves. */
export const ProfilePage = (props: Props) => {
  const { page, person, newId, seen, typed } = props;
  const say = peopleTexts(page.language);
  const common = { language: page.language, typed: typed.profile ?? nothingTyped };
  const face = person.kind === 'staff' ? 'desk' : 'portal';
  const role = say(`role.${person.staffRole ?? person.contactRole ?? 'reporter'}`);
  return (
    <Layout page={page} face={face} title={say('profile.title')}>
      <h1 class="mb-5 text-2xl font-semibold">{say('profile.title')}</h1>
      <MendNotice
        language={page.language}
        typed={{ values: {}, errors: Object.assign({}, ...Object.values(typed).map(({ errors }) => errors)) }}
      />
      {face === 'desk' && (
        <p class="mb-4">
          <a href="/desk/absences">{say('profile.absence')}</a>
        </p>
      )}
      <Section title={say('profile.details')}>
        <Facts
          facts={[[say('profile.role'), person.budgetHolder ? `${role} · ${say('budget_holder')}` : role]]}
        />
        <Form action="/profile" once={newId()} class="mt-4">
          <input type="hidden" name="seen" value={String(seen)} />
          <TextField
            {...common}
            name="name"
            label={say('field.name')}
            value={person.name}
            autocomplete="name"
          />
          <TextField
            {...common}
            name="phone"
            type="tel"
            inputmode="tel"
            label={say('field.phone')}
            value={person.phone}
            autocomplete="tel"
            optional
          />
          <RadioField
            {...common}
            name="language"
            label={say('field.language')}
            value={person.language}
            choices={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
          />
          <FormFoot label={uiTexts(page.language)('form.save')} />
        </Form>
      </Section>
      <OwnAddress {...props} once={newId()} typed={typed.address ?? nothingTyped} />
      <Password page={page} person={person} typed={typed.password ?? nothingTyped} />
      <Section title={say('profile.security')}>
        <p class="mb-4">{say('profile.security_hint')}</p>
        <a href="/profile/security" class="btn">
          {say('profile.security_see')}
        </a>
      </Section>
    </Layout>
  );
};

const Password = ({ page, person, typed }: Pick<Props, 'page' | 'person'> & { typed: Typed }) => {
  const say = peopleTexts(page.language);
  const common = { language: page.language, typed, type: 'password' } as const;
  return (
    <Section title={say('profile.password')}>
      {!person.hasPassword && <p class="mb-4">{say('profile.password_none')}</p>}
      <form method="post" action="/profile/password" novalidate>
        <input type="hidden" autocomplete="username" value={person.email} />
        {person.hasPassword && (
          <TextField
            {...common}
            name="present"
            label={say('profile.password_now')}
            autocomplete="current-password"
          />
        )}
        <TextField
          {...common}
          name="password"
          label={say('profile.password_new')}
          hint={say('profile.password_hint')}
          autocomplete="new-password"
        />
        <FormFoot label={say('profile.password_save')} look="plain" />
      </form>
    </Section>
  );
};
