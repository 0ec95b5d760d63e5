import { Form, MendNotice, RadioField, TextField, type Typed } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { Page } from '#ui/page.ts';
import { Facts, FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { PersonShown } from './queries.ts';
import { peopleTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly person: PersonShown;
  readonly once: string;
  readonly seen: number;
  readonly typed: Typed;
  readonly passwordTyped: Typed;
}

/** What everybody may see and change of themselves. */
export const ProfilePage = ({ page, person, once, seen, typed, passwordTyped }: Props) => {
  const say = peopleTexts(page.language);
  const common = { language: page.language, typed };
  const face = person.kind === 'staff' ? 'desk' : 'portal';
  const role = say(`role.${person.staffRole ?? person.contactRole ?? 'reporter'}`);
  return (
    <Layout page={page} face={face} title={say('profile.title')}>
      <h1 class="mb-5 text-2xl font-semibold">{say('profile.title')}</h1>
      <MendNotice
        language={page.language}
        typed={{ ...typed, errors: { ...typed.errors, ...passwordTyped.errors } }}
      />
      <Section title={say('profile.details')}>
        <Facts
          facts={[
            [say('profile.email'), person.email],
            [say('profile.role'), person.budgetHolder ? `${role} · ${say('budget_holder')}` : role],
          ]}
        />
        <p class="mb-5 text-sm text-secondary">{say('profile.email_hint', { agency: page.brand.name })}</p>
        <Form action="/profile" once={once}>
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
      <Password page={page} person={person} typed={passwordTyped} />
      <Section title={say('profile.security')}>
        <p class="mb-4">{say('profile.security_hint')}</p>
        <a href="/profile/security" class="btn">
          {say('profile.security_see')}
        </a>
      </Section>
    </Layout>
  );
};

const Password = ({ page, person, typed }: Pick<Props, 'page' | 'person' | 'typed'>) => {
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
        <FormFoot label={say('profile.password_save')} />
      </form>
    </Section>
  );
};
