import { Form, TextField, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { Act, FormFoot, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { peopleTexts } from './texts.ts';
import type { Training } from './trainings.ts';

interface TrainingProps {
  readonly page: Page;
  readonly personId: string;
  readonly trainings: readonly Training[];
  readonly mayManage: boolean;
  readonly newId: () => string;
  readonly typed: Typed;
}

/** The trainings that a contact had: whoever had one gets help in using the CMS for free. */
export const TrainingSection = ({ page, personId, trainings, mayManage, newId, typed }: TrainingProps) => {
  const say = peopleTexts(page.language);
  const common = { language: page.language, typed };
  const at = `/desk/people/${personId}/trainings`;
  return (
    <Section title={say('training.title')} id="trainings">
      <p class="mb-3 text-secondary">{say(trainings.length > 0 ? 'training.hint' : 'training.none')}</p>
      <ul class="mb-3 divide-y divide-base-300">
        {trainings.map(({ id, cms, on }) => (
          <li class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span class="min-w-40 flex-1">
              <bdi class="font-medium">{cms}</bdi> <span class="text-secondary">{sayDate(on, page)}</span>
            </span>
            {mayManage && (
              <Act
                action={`${at}/${id}/removal`}
                once={newId()}
                label={say('training.remove')}
                about={`${cms}, ${sayDate(on, page)}`}
              />
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <details open={typed.values.training_cms !== undefined} class="border-t border-base-300 pt-3">
          <summary class="cursor-pointer font-medium">{say('training.add')}</summary>
          <Form action={at} once={newId()} class="mt-4">
            <TextField
              {...common}
              name="training_cms"
              label={say('training.cms')}
              hint={say('training.cms_hint')}
            />
            <TextField {...common} name="trained_on" type="date" label={say('training.on')} />
            <FormFoot label={uiTexts(page.language)('form.save')} />
          </Form>
        </details>
      )}
    </Section>
  );
};
