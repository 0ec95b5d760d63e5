import { fieldError, RadioField, TextField, Tick, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { contactRoles, staffRoles } from './schema.ts';
import { peopleTexts } from './texts.ts';

export interface PersonValues {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string | null;
  readonly language?: string;
  readonly role?: string | null;
  readonly budgetHolder?: boolean;
  readonly siteIds?: readonly string[];
}

interface FieldsProps {
  readonly page: Page;
  readonly typed: Typed;
  readonly values: PersonValues;
  /** What was ticked in a form that has to be mended; null before anybody typed. */
  readonly ticked: readonly string[] | null;
}

/** What is asked of everybody: who they are and how to reach them. */
export const PersonFields = ({ page, typed, values }: Omit<FieldsProps, 'ticked'>) => {
  const say = peopleTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <>
      <TextField
        {...common}
        name="name"
        label={say('field.name')}
        value={values.name ?? ''}
        autocomplete="off"
      />
      <TextField
        {...common}
        name="email"
        type="email"
        inputmode="email"
        label={say('field.email')}
        hint={say('field.email_hint')}
        value={values.email ?? ''}
        autocomplete="off"
      />
      <TextField
        {...common}
        name="phone"
        type="tel"
        inputmode="tel"
        label={say('field.phone')}
        value={values.phone ?? ''}
        autocomplete="off"
        optional
      />
      <RadioField
        {...common}
        name="language"
        label={say('field.language')}
        hint={say('field.language_hint')}
        value={values.language ?? page.language}
        choices={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
      />
    </>
  );
};

/** The role of a colleague at the agency. */
export const StaffRoleField = ({ page, typed, values }: Omit<FieldsProps, 'ticked'>) => {
  const say = peopleTexts(page.language);
  return (
    <RadioField
      name="role"
      label={say('field.role')}
      language={page.language}
      typed={typed}
      value={values.role ?? 'supporter'}
      choices={staffRoles.map((role) => ({
        value: role,
        label: say(`role.${role}`),
        hint: say(`role_hint.${role}`),
      }))}
    />
  );
};

interface ContactProps extends FieldsProps {
  readonly sites: readonly { id: string; name: string }[];
}

/** What a contact may see and decide at their organisation. */
export const ContactFields = ({ page, typed, values, ticked, sites }: ContactProps) => {
  const say = peopleTexts(page.language);
  const chosen = new Set(ticked ?? values.siteIds ?? []);
  const budget = ticked ? typed.values.budget_holder !== undefined : (values.budgetHolder ?? false);
  return (
    <>
      <RadioField
        name="role"
        label={say('field.role')}
        language={page.language}
        typed={typed}
        value={values.role ?? 'reporter'}
        choices={contactRoles.map((role) => ({
          value: role,
          label: say(`role.${role}`),
          hint: say(`role_hint.${role}`),
        }))}
      />
      <fieldset class="mb-6">
        <legend class="font-medium">{say('field.sites')}</legend>
        <p class="mb-2 text-sm text-secondary">
          {sites.length > 0 ? say('field.sites_hint') : say('field.sites_none')}
        </p>
        {sites.map(({ id, name }) => (
          <Tick name="sites" value={id} label={name} checked={chosen.has(id)} />
        ))}
        {typed.errors.sites && (
          <p class="mt-1 font-medium text-error">{fieldError(typed.errors.sites, page.language)}</p>
        )}
      </fieldset>
      <Tick
        name="budget_holder"
        label={say('field.budget_holder')}
        hint={say('field.budget_holder_hint')}
        checked={budget}
      />
    </>
  );
};
