import { prioritySchema } from '#agreement/agreement.ts';
import { ticketTexts } from '#tickets/texts.ts';
import { ErrorLine } from '#ui/field.tsx';
import { Form, MendNotice, TextArea } from '#ui/form.tsx';
import { Section } from '#ui/parts.tsx';
import { FromField, SettingsFrame } from './frame.tsx';
import { impacts, languages, urgencies } from './matrix-form.ts';
import { PreviewFoot } from './preview.tsx';
import type { RoomProps } from './room.tsx';
import { settingsTexts } from './texts.ts';

/** What urgency and impact mean, in both languages, and the priority that follows from the two. */
export const MatrixPage = (props: RoomProps) => {
  const { page, newId, agreement, today, seen, typed, moves } = props;
  const say = settingsTexts(page.language);
  const level = ticketTexts(page.language);
  const Words = ({ name, label, value }: { name: string; label: string; value: string }) => (
    <TextArea language={page.language} typed={typed} name={name} label={label} value={value} rows={3} />
  );
  return (
    <SettingsFrame page={page} room="matrix">
      <p class="mb-4">{say('matrix.intro')}</p>
      <MendNotice language={page.language} typed={typed} />
      <Form action="/desk/settings/matrix" once={newId()}>
        <Section title={say('matrix.table')}>
          <Table {...props} />
        </Section>
        <Section title={say('matrix.urgencies')}>
          {urgencies.map((urgency) => (
            <fieldset class="mb-2">
              <legend class="font-medium">{level(`urgency.${urgency}`)}</legend>
              <div class="grid gap-x-4 sm:grid-cols-2">
                {languages.map((language) => (
                  <Words
                    name={`urgency_${urgency}_${language}`}
                    label={say(`matrix.${language}`)}
                    value={agreement.urgencies[urgency][language]}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </Section>
        <Section title={say('matrix.impacts')}>
          {impacts.map((impact) => (
            <fieldset class="mb-2">
              <legend class="font-medium">{level(`impact.${impact}`)}</legend>
              <div class="grid gap-x-4 sm:grid-cols-2">
                {languages.map((language) => (
                  <Words
                    name={`impact_${impact}_${language}`}
                    label={say(`matrix.${language}`)}
                    value={agreement.impacts[impact][language]}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </Section>
        <Section>
          <FromField page={page} typed={typed} today={today} seen={seen} />
          <PreviewFoot page={page} room="matrix" moves={moves} />
        </Section>
      </Form>
    </SettingsFrame>
  );
};

const Table = ({ page, agreement, typed }: RoomProps) => {
  const say = settingsTexts(page.language);
  const level = ticketTexts(page.language);
  return (
    <section class="overflow-x-auto" tabindex={0} aria-label={say('matrix.table')}>
      <table class="table w-auto">
        <thead>
          <tr>
            <th scope="col">{say('matrix.corner')}</th>
            {impacts.map((impact) => (
              <th scope="col">{level(`impact.${impact}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {urgencies.map((urgency) => (
            <tr>
              <th scope="row">{level(`urgency.${urgency}`)}</th>
              {impacts.map((impact) => {
                const name = `matrix_${urgency}_${impact}`;
                const chosen = typed.values[name] ?? agreement.matrix[urgency][impact];
                const label = say('matrix.cell', {
                  urgency: level(`urgency.${urgency}`),
                  impact: level(`impact.${impact}`),
                });
                return (
                  <td>
                    <select name={name} aria-label={label} class="select w-28">
                      {prioritySchema.options.map((priority) => (
                        <option value={priority} selected={priority === chosen}>
                          {level(`priority.${priority}`)}
                        </option>
                      ))}
                    </select>
                    <ErrorLine name={name} error={typed.errors[name]} language={page.language} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
