import { Form, MendNotice, TextField, Tick } from '#ui/form.tsx';
import { Section } from '#ui/parts.tsx';
import { FromField, SettingsFrame } from './frame.tsx';
import { PreviewFoot } from './preview.tsx';
import type { RoomProps } from './room.tsx';
import { settingsTexts } from './texts.ts';

/** What happens by itself: reminders, sign-off by silence, warnings; and who may test. */
export const RemindersPage = ({ page, newId, agreement, today, seen, typed, moves }: RoomProps) => {
  const say = settingsTexts(page.language);
  const common = { language: page.language, typed };
  const { silence, warnAtPercent, solverMayTest } = agreement;
  const mended = Object.keys(typed.errors).length > 0;
  const number = { inputmode: 'numeric' } as const;
  return (
    <SettingsFrame page={page} room="reminders">
      <MendNotice {...common} />
      <Section>
        <Form action="/desk/settings/reminders" once={newId()}>
          <TextField
            {...common}
            name="remind"
            label={say('reminders.remind')}
            hint={say('reminders.remind_hint')}
            value={silence.remindAfterWorkingDays.join(', ')}
            optional
          />
          <TextField
            {...common}
            {...number}
            name="sign_off"
            label={say('reminders.sign_off')}
            hint={say('reminders.sign_off_hint')}
            value={String(silence.signOffAfterWorkingDays)}
          />
          <TextField
            {...common}
            {...number}
            name="reopen"
            label={say('reminders.reopen')}
            hint={say('reminders.reopen_hint')}
            value={String(silence.reopenWithinDays)}
          />
          <TextField
            {...common}
            name="warn"
            label={say('reminders.warn')}
            hint={say('reminders.warn_hint')}
            value={warnAtPercent.join(', ')}
            optional
          />
          <Tick
            name="solver_may_test"
            label={say('reminders.solver')}
            hint={say('reminders.solver_hint')}
            checked={mended ? typed.values.solver_may_test !== undefined : solverMayTest}
          />
          <div class="mt-5">
            <FromField page={page} typed={typed} today={today} seen={seen} />
          </div>
          <PreviewFoot page={page} room="reminders" moves={moves} />
        </Form>
      </Section>
    </SettingsFrame>
  );
};
