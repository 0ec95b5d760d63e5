import { WEEKDAYS } from '#agreement/calendar.ts';
import { Form, MendNotice, TextField } from '#ui/form.tsx';
import { Section } from '#ui/parts.tsx';
import { writeHours } from './calendar-field.ts';
import { FromField, SettingsFrame } from './frame.tsx';
import { PreviewFoot } from './preview.tsx';
import type { RoomProps } from './room.tsx';
import { settingsTexts } from './texts.ts';

const countries = ['NL', 'BE', 'DE', 'FR', 'LU', 'GB', 'IE'];
const zones = ['Europe/Amsterdam', 'Europe/Brussels', 'Europe/Berlin', 'Europe/London'];

/** When the office is open, and so when clocks run. */
export const HoursPage = ({ page, newId, agreement: { calendar }, today, seen, typed, moves }: RoomProps) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  return (
    <SettingsFrame page={page} room="hours">
      <p class="mb-4">{say('hours.intro')}</p>
      <MendNotice {...common} />
      <Form action="/desk/settings/hours" once={newId()}>
        <Section>
          <p class="mb-4 text-secondary">{say('hours.hint')}</p>
          <div class="grid gap-x-6 sm:grid-cols-2">
            {WEEKDAYS.map((day) => (
              <TextField
                {...common}
                name={`hours_${day}`}
                label={say(`hours.${day}`)}
                value={writeHours(calendar.hours[day])}
                optional
              />
            ))}
          </div>
        </Section>
        <Section>
          <TextField
            {...common}
            name="zone"
            label={say('hours.zone')}
            hint={say('hours.zone_hint')}
            value={calendar.timeZone}
            suggestions={zones}
          />
          <TextField
            {...common}
            name="holidays"
            label={say('hours.holidays')}
            hint={say('hours.holidays_hint')}
            value={calendar.holidays}
            suggestions={countries}
            optional
          />
          <TextField
            {...common}
            name="working_day"
            inputmode="numeric"
            label={say('hours.working_day')}
            hint={say('hours.working_day_hint')}
            value={String(calendar.workingDayMinutes)}
          />
          <FromField page={page} typed={typed} today={today} seen={seen} />
          <p class="mb-4 text-secondary">{say('hours.recompute')}</p>
          <PreviewFoot page={page} room="hours" moves={moves} />
        </Section>
      </Form>
    </SettingsFrame>
  );
};
