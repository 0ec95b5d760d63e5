import type { Hono } from 'hono';
import { z } from 'zod';
import type { Agreement } from '#agreement/agreement.ts';
import { WEEKDAYS } from '#agreement/calendar.ts';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf } from '#auth/web.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { nothingTyped } from '#ui/form.tsx';
import { sortDays } from './carry.ts';
import { ExceptionsPage } from './exceptions.tsx';
import type { Room } from './frame.tsx';
import { HoursPage } from './hours.tsx';
import { MatrixPage } from './matrix.tsx';
import { readMatrix } from './matrix-form.ts';
import { loadOffice } from './office.ts';
import { RemindersPage } from './reminders.tsx';
import { type RoomProps, roomPage, takeChange } from './room.tsx';
import { exceptionSchema, fromSchema, hoursSchema, readTargets, remindersSchema } from './schema.ts';
import { type AgreementChange, changeAgreement, todayOf } from './settings.ts';
import { TargetsPage } from './targets.tsx';
import { settingsTexts } from './texts.ts';

const root = '/desk/settings';

interface Part {
  readonly View: (props: RoomProps) => unknown;
  /** What its form asks for; throws `Invalid` with its fields. */
  readonly read: (form: Form, today: string) => AgreementChange;
}

/** The parts of the agreement, each with a form that makes a new version of it. */
const parts: Partial<Record<Room, Part>> = {
  hours: { View: HoursPage, read: readHoursForm },
  exceptions: { View: ExceptionsPage, read: readException },
  targets: {
    View: TargetsPage,
    read: ({ values }) => {
      const targets = readTargets(values);
      return { ...fromOf(values), change: (old) => ({ ...old, targets }) };
    },
  },
  matrix: {
    View: MatrixPage,
    read: ({ values }) => {
      const read = readMatrix(values);
      return { ...fromOf(values), change: (old) => ({ ...old, ...read }) };
    },
  },
  reminders: { View: RemindersPage, read: readReminders },
};

export function agreementDesk(app: Hono<Env>): void {
  for (const [room, { View, read }] of Object.entries(parts) as [Room, Part][]) {
    app.get(`${root}/${room}`, allow('manager'), async (c) =>
      show(c, await roomPage(c, View, { typed: nothingTyped })),
    );
    app.post(`${root}/${room}`, allow('manager'), async (c) => {
      const form = await readForm(c);
      const done = settingsTexts(c.var.page.language)(room === 'exceptions' ? 'exceptions.added' : 'saved');
      return takeChange(c, { room, View, form, done, read: (today) => read(form, today) });
    });
  }

  app.post(`${root}/exceptions/:date/removal`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const date = z.iso.date().safeParse(c.req.param('date')).data;
    if (!date) throw new NotFound();
    return submit(c, {
      form,
      done: settingsTexts(c.var.page.language)('exceptions.removed'),
      again: (typed) => roomPage(c, ExceptionsPage, { typed }),
      async work(scope) {
        const office = await loadOffice(scope.db);
        await changeAgreement(scope, staffOf(c), {
          validFrom: todayOf(office, scope.now()),
          change: (old) =>
            withExceptions(
              old,
              old.calendar.exceptions.filter((each) => each.date !== date),
            ),
        });
        return `${root}/exceptions`;
      },
    });
  });
}

function fromOf(values: Form['values']): Pick<AgreementChange, 'validFrom' | 'seen'> {
  const { valid_from: validFrom, seen } = parse(fromSchema, values);
  return { validFrom, seen };
}

function readHoursForm({ values }: Form): AgreementChange {
  const read = parse(hoursSchema, values);
  const hours = Object.fromEntries(
    WEEKDAYS.map(
      (day) => [day, read[`hours_${day}`].map(([opens, closes]) => [opens, closes])] as const,
    ).filter(([, each]) => each.length > 0),
  ) as Agreement['calendar']['hours'];
  const { zone, holidays, working_day, valid_from: validFrom, seen } = read;
  const changes = { timeZone: zone, hours, holidays, workingDayMinutes: working_day };
  return { validFrom, seen, change: (old) => ({ ...old, calendar: { ...old.calendar, ...changes } }) };
}

/** A day with other hours holds from today on: it lies ahead itself. */
function readException({ values }: Form, today: string): AgreementChange {
  const { date, hours, reason, seen } = parse(exceptionSchema, values);
  if (date < today) throw new Invalid({ date: 'in_the_past' });
  const added = {
    date,
    hours: hours.map(([a, b]): [string, string] => [a, b]),
    ...(reason && { reason }),
  };
  return {
    validFrom: today,
    seen,
    change: (old) => withExceptions(old, [...old.calendar.exceptions, added]),
  };
}

function readReminders({ values }: Form): AgreementChange {
  const read = parse(remindersSchema, values);
  const silence = {
    remindAfterWorkingDays: read.remind,
    signOffAfterWorkingDays: read.sign_off,
    reopenWithinDays: read.reopen,
  };
  const changes = { silence, warnAtPercent: read.warn, solverMayTest: read.solver_may_test };
  return { validFrom: read.valid_from, seen: read.seen, change: (old) => ({ ...old, ...changes }) };
}

const withExceptions = (old: Agreement, exceptions: Agreement['calendar']['exceptions']): Agreement => ({
  ...old,
  calendar: { ...old.calendar, exceptions: sortDays(exceptions) },
});
