import { SettingsFrame } from '#settings/frame.tsx';
import { Form, MendNotice, RadioField, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import type { StaffWithFactor } from './queries.ts';
import { securityTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly seen: number;
  readonly typed: Typed;
  readonly staff: readonly StaffWithFactor[];
  readonly from: string | null;
  /** The day that stands in the form before anybody chose one. */
  readonly proposed: string;
}

/** Whether all of the agency need a second factor, from when on, and who has one. */
export const RequirementPage = ({ page, once, seen, typed, staff, from, proposed }: Props) => {
  const say = securityTexts(page.language);
  const common = { language: page.language, typed };
  const without = staff.filter(({ has }) => !has);
  return (
    <SettingsFrame page={page} room="sign_in">
      <p class="mb-4">{say('requirement.intro')}</p>
      <MendNotice typed={typed} language={page.language} />
      <Section>
        <Form action="/desk/settings/sign_in" once={once}>
          <input type="hidden" name="seen" value={String(seen)} />
          <RadioField
            {...common}
            name="required"
            label={say('requirement.label')}
            value={from ? 'yes' : 'no'}
            choices={[
              { value: 'no', label: say('requirement.no'), hint: say('requirement.no_hint') },
              { value: 'yes', label: say('requirement.yes'), hint: say('requirement.yes_hint') },
            ]}
          />
          <TextField
            {...common}
            name="from"
            type="date"
            label={say('requirement.from')}
            hint={say('requirement.from_hint')}
            value={from ?? proposed}
          />
          <FormFoot label={uiTexts(page.language)('form.save')} />
        </Form>
      </Section>
      <Section title={say('requirement.without')}>
        {without.length === 0 ? (
          <p>{say('requirement.without_none')}</p>
        ) : (
          <ul>
            {without.map(({ id, name }) => (
              <li>
                <a href={`/desk/people/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </SettingsFrame>
  );
};
