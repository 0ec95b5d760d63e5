import { Form, MendNotice, TextField } from '#ui/form.tsx';
import { Act, Empty, Section } from '#ui/parts.tsx';
import { sayDate } from '#ui/time.tsx';
import { writeHours } from './calendar-field.ts';
import { SettingsFrame } from './frame.tsx';
import { PreviewFoot } from './preview.tsx';
import type { RoomProps } from './room.tsx';
import { settingsTexts } from './texts.ts';
import { YearCalendar } from './year-calendar.tsx';

/** Days with times of their own: first those to come, and a form for one more. */
export const ExceptionsPage = ({
  page,
  newId,
  office,
  agreement: { calendar },
  today,
  seen,
  typed,
  moves,
}: RoomProps) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  const upcoming = calendar.exceptions.filter(({ date }) => date >= today);
  const past = calendar.exceptions.filter(({ date }) => date < today).reverse();
  return (
    <SettingsFrame page={page} room="exceptions">
      <p class="mb-4">{say('exceptions.intro')}</p>
      <MendNotice {...common} />
      {calendar.exceptions.length === 0 ? (
        <div class="mb-6">
          <Empty>{say('exceptions.none')}</Empty>
        </div>
      ) : (
        <Section>
          <ul class="divide-y divide-base-300">
            {[...upcoming, ...past].map(({ date, hours, reason }) => (
              <li class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span class="min-w-40 flex-1 font-medium">
                  {sayDate(date, page)}
                  {date < today && (
                    <span class="badge badge-outline badge-sm ml-2">{say('exceptions.past')}</span>
                  )}
                </span>
                <span class="min-w-40 flex-1 text-secondary">
                  {writeHours(hours) || say('exceptions.closed')}
                  {reason && ` · ${reason}`}
                </span>
                {date >= today && (
                  <Act
                    action={`/desk/settings/exceptions/${date}/removal`}
                    once={newId()}
                    label={say('exceptions.remove')}
                    about={sayDate(date, page)}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('exceptions.add')}>
        <Form action="/desk/settings/exceptions" once={newId()}>
          <input type="hidden" name="seen" value={String(seen)} />
          <TextField {...common} name="date" type="date" label={say('exceptions.date')} />
          <TextField
            {...common}
            name="hours"
            label={say('exceptions.hours')}
            hint={say('exceptions.hours_hint')}
            optional
          />
          <TextField
            {...common}
            name="reason"
            label={say('exceptions.reason')}
            hint={say('exceptions.reason_hint')}
            optional
          />
          <PreviewFoot page={page} room="exceptions" moves={moves} label={say('exceptions.add')} />
        </Form>
      </Section>
      <Section title={say('calendar.title')} id="calendar">
        <YearCalendar page={page} office={office} today={today} />
      </Section>
    </SettingsFrame>
  );
};
