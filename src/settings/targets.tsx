import { Form, MendNotice, SelectField, TextField } from '#ui/form.tsx';
import { Section } from '#ui/parts.tsx';
import { FromField, SettingsFrame } from './frame.tsx';
import { PreviewFoot } from './preview.tsx';
import type { RoomProps } from './room.tsx';
import { clocks, priorities, units, writeTarget } from './schema.ts';
import { settingsTexts } from './texts.ts';

/** How soon to respond and to solve, by priority. */
export const TargetsPage = ({ page, newId, agreement, today, seen, typed, moves }: RoomProps) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <SettingsFrame page={page} room="targets">
      <p class="mb-4">{say('targets.intro')}</p>
      <MendNotice {...common} />
      <Form action="/desk/settings/targets" once={newId()}>
        {priorities.map((priority) => (
          <Section title={say(`targets.${priority}`)}>
            <div class="grid gap-x-8 sm:grid-cols-2">
              {clocks.map((clock) => {
                const name = `${priority}_${clock}`;
                const { amount, unit } = writeTarget(agreement.targets[priority][clock]);
                return (
                  <fieldset>
                    <legend class="mb-2 font-medium">{say(`targets.${clock}`)}</legend>
                    <div class="grid grid-cols-[6rem_1fr] gap-x-3">
                      <TextField
                        {...common}
                        name={`${name}_amount`}
                        label={say('targets.amount')}
                        inputmode="numeric"
                        value={amount}
                      />
                      <SelectField
                        {...common}
                        name={`${name}_unit`}
                        label={say('targets.unit')}
                        value={unit}
                        choices={units.map((each) => ({ value: each, label: say(`targets.${each}`) }))}
                      />
                    </div>
                  </fieldset>
                );
              })}
            </div>
          </Section>
        ))}
        <Section>
          <FromField page={page} typed={typed} today={today} seen={seen} />
          <PreviewFoot page={page} room="targets" moves={moves} />
        </Section>
      </Form>
    </SettingsFrame>
  );
};
