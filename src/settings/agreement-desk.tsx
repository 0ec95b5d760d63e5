import type { Hono } from 'hono';
import { z } from 'zod';
import type { Agreement } from '#agreement/agreement.ts';
import { WEEKDAYS } from '#agreement/calendar.ts';
import { type Form, parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { sortDays } from './carry.ts';
import { ExceptionsPage } from './exceptions.tsx';
import { HoursPage } from './hours.tsx';
import { loadOffice } from './office.ts';
import { RemindersPage } from './reminders.tsx';
import { exceptionSchema, fromSchema, hoursSchema, readTargets, remindersSchema } from './schema.ts';
import { changeAgreement, todayOf } from './settings.ts';
import { TargetsPage } from './targets.tsx';
import { settingsTexts } from './texts.ts';

const root = '/desk/settings';

/** The parts of the agreement, each with a form that makes a new version of it. */
export function agreementDesk(app: Hono<Env>): void {
  app.get(`${root}/hours`, allow('manager'), async (c) =>
    show(c, await roomPage(c, HoursPage, nothingTyped)),
  );
  app.post(`${root}/hours`, allow('manager'), async (c) => {
    const form = await readForm(c);
    return change(c, form, 'hours', {
      again: (typed) => roomPage(c, HoursPage, typed),
      read: () => {
        const read = parse(hoursSchema, form.values);
        const hours = Object.fromEntries(
          WEEKDAYS.map(
            (day) => [day, read[`hours_${day}`].map(([opens, closes]) => [opens, closes])] as const,
          ).filter(([, each]) => each.length > 0),
        ) as Agreement['calendar']['hours'];
        const { zone, holidays, working_day } = read;
        const changes = { timeZone: zone, hours, holidays, workingDayMinutes: working_day };
        return { ...read, change: (old) => ({ ...old, calendar: { ...old.calendar, ...changes } }) };
      },
    });
  });

  app.get(`${root}/exceptions`, allow('manager'), async (c) =>
    show(c, await roomPage(c, ExceptionsPage, nothingTyped)),
  );
  app.post(`${root}/exceptions`, allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: settingsTexts(c.var.page.language)('exceptions.added'),
      again: (typed) => roomPage(c, ExceptionsPage, typed),
      async work(scope) {
        const { date, hours, reason, seen } = parse(exceptionSchema, form.values);
        const office = await loadOffice(scope.db);
        const today = todayOf(office, scope.now());
        if (date < today) throw new Invalid({ date: 'in_the_past' });
        const added = {
          date,
          hours: hours.map(([a, b]): [string, string] => [a, b]),
          ...(reason && { reason }),
        };
        await changeAgreement(scope, staffOf(c), {
          validFrom: today,
          seen,
          change: (old) => withExceptions(old, [...old.calendar.exceptions, added]),
        });
        return `${root}/exceptions`;
      },
    });
  });

  app.post(`${root}/exceptions/:date/removal`, allow('manager'), async (c) => {
    const form = await readForm(c);
    const date = z.iso.date().safeParse(c.req.param('date')).data;
    if (!date) throw new NotFound();
    return submit(c, {
      form,
      done: settingsTexts(c.var.page.language)('exceptions.removed'),
      again: (typed) => roomPage(c, ExceptionsPage, typed),
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

  app.get(`${root}/targets`, allow('manager'), async (c) =>
    show(c, await roomPage(c, TargetsPage, nothingTyped)),
  );
  app.post(`${root}/targets`, allow('manager'), async (c) => {
    const form = await readForm(c);
    return change(c, form, 'targets', {
      again: (typed) => roomPage(c, TargetsPage, typed),
      read: () => {
        const targets = readTargets(form.values);
        return { ...parse(fromSchema, form.values), change: (old) => ({ ...old, targets }) };
      },
    });
  });

  app.get(`${root}/reminders`, allow('manager'), async (c) =>
    show(c, await roomPage(c, RemindersPage, nothingTyped)),
  );
  app.post(`${root}/reminders`, allow('manager'), async (c) => {
    const form = await readForm(c);
    return change(c, form, 'reminders', {
      again: (typed) => roomPage(c, RemindersPage, typed),
      read: () => {
        const { remind, sign_off, reopen, warn, solver_may_test, ...from } = parse(
          remindersSchema,
          form.values,
        );
        const silence = {
          remindAfterWorkingDays: remind,
          signOffAfterWorkingDays: sign_off,
          reopenWithinDays: reopen,
        };
        const changes = { silence, warnAtPercent: warn, solverMayTest: solver_may_test };
        return { ...from, change: (old) => ({ ...old, ...changes }) };
      },
    });
  });
}

interface Change {
  readonly again: (typed: Typed) => unknown;
  readonly read: () => {
    valid_from: string;
    seen: number | undefined;
    change: (agreement: Agreement) => Agreement;
  };
}

/** Takes a form that makes a new version of the agreement. */
async function change(c: Web, form: Form, room: string, { again, read }: Change): Promise<Response> {
  return submit(c, {
    form,
    done: settingsTexts(c.var.page.language)('saved'),
    again,
    async work(scope) {
      const { valid_from, ...rest } = read();
      await changeAgreement(scope, staffOf(c), { validFrom: valid_from, ...rest });
      return `${root}/${room}`;
    },
  });
}

const withExceptions = (old: Agreement, exceptions: Agreement['calendar']['exceptions']): Agreement => ({
  ...old,
  calendar: { ...old.calendar, exceptions: sortDays(exceptions) },
});

export interface RoomProps {
  readonly page: Page;
  /** A new id for each form on the page. */
  readonly newId: () => string;
  /** The agreement that holds now, from which the form starts. */
  readonly agreement: Agreement;
  readonly today: string;
  readonly seen: number;
  readonly typed: Typed;
}

async function roomPage(c: Web, Room: (props: RoomProps) => unknown, typed: Typed) {
  const { scope, page } = c.var;
  const office = await loadOffice(scope.db);
  const { agreement } = office.inForce(scope.now());
  const seen = await lastEvent(scope.db, agencySubject);
  return Room({ page, newId: scope.newId, agreement, today: todayOf(office, scope.now()), seen, typed });
}
