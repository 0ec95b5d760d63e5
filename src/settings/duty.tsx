import { Form, Tick } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { SettingsFrame } from './frame.tsx';
import { settingsTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly staff: readonly { id: string; name: string }[];
  readonly duty: ReadonlySet<string>;
}

/** Who is alerted of tickets of high priority: a tick beside each colleague. */
export const DutyPage = ({ page, once, staff, duty }: Props) => {
  const say = settingsTexts(page.language);
  return (
    <SettingsFrame page={page} room="duty">
      <p class="mb-4">{say('duty.intro')}</p>
      <Section>
        <Form action="/desk/settings/duty" once={once}>
          <fieldset>
            <legend class="sr-only">{say('duty.title')}</legend>
            {staff.map(({ id, name }) => (
              <Tick name="person" value={id} label={name} checked={duty.has(id)} />
            ))}
          </fieldset>
          <p class="mb-4 mt-2 text-secondary">{say('duty.none')}</p>
          <FormFoot label={uiTexts(page.language)('form.save')} />
        </Form>
      </Section>
    </SettingsFrame>
  );
};
