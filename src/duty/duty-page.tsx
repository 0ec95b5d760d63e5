import { SettingsFrame } from '#settings/frame.tsx';
import { Form } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { FormFoot, Notice, Section } from '#ui/parts.tsx';
import { uiTexts } from '#ui/ui.ts';
import { Absent } from './absent.tsx';
import type { Absence, dutyOf } from './queries.ts';
import { dutyTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly once: string;
  readonly today: string;
  readonly isOpen: boolean;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly duty: Awaited<ReturnType<typeof dutyOf>>;
  readonly absences: readonly Absence[];
  /** Who would be alerted at this moment. */
  readonly reached: readonly { readonly name: string }[];
}

/** Who is alerted of tickets of high priority, in office hours and outside them; and whom that means right now. */
export const DutyPage = ({ page, once, today, isOpen, staff, duty, absences, reached }: Props) => {
  const say = dutyTexts(page.language);
  const names = reached.map(({ name }) => name).join(', ');
  return (
    <SettingsFrame page={page} room="duty">
      <p class="mb-4">{say('intro')}</p>
      <Notice>{say(isOpen ? 'now_open' : 'now_closed', { names })}</Notice>
      <Section>
        <Form action="/desk/settings/duty" once={once}>
          <ul class="mb-2 divide-y divide-base-300">
            {staff.map((person) => (
              <li>
                <fieldset class="flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
                  <legend class="float-left w-full font-medium sm:w-64">
                    {person.name}
                    <Absent page={page} today={today} absences={absences} personId={person.id} />
                  </legend>
                  {(['in_hours', 'out_of_hours'] as const).map((name) => (
                    <label class="flex min-h-8 cursor-pointer items-center gap-3">
                      <input
                        type="checkbox"
                        class="checkbox checkbox-primary"
                        name={name}
                        value={person.id}
                        checked={duty[name === 'in_hours' ? 'inHours' : 'outOfHours'].has(person.id)}
                      />
                      {say(name)}
                    </label>
                  ))}
                </fieldset>
              </li>
            ))}
          </ul>
          <p class="mb-4 text-secondary">{say('none')}</p>
          <FormFoot
            label={uiTexts(page.language)('form.save')}
            back={{ href: '/desk/absences', label: say('to_absences') }}
          />
        </Form>
      </Section>
    </SettingsFrame>
  );
};
