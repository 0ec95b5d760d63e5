import type { Hono } from 'hono';
import { parse, readForm } from '#auth/form.ts';
import { submit } from '#auth/submit.ts';
import { allow, type Env, idOf, show, staffOf, type Web } from '#auth/web.ts';
import { NotFound } from '#lib/errors.ts';
import { activeStaff } from '#people/queries.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { nothingTyped, type Typed } from '#ui/form.tsx';
import { AbsencesPage } from './absences-page.tsx';
import { addAbsence, removeAbsence, setDuty } from './duty.ts';
import { DutyPage } from './duty-page.tsx';
import { peopleOnDuty } from './present.ts';
import { absencesFrom, dutyOf } from './queries.ts';
import { absenceSchema, dutySchema } from './schema.ts';
import { dutyTexts } from './texts.ts';

/** Who is on duty, for managers; and who is away, for all of the agency. */
export function dutyDesk(app: Hono<Env>): void {
  app.get('/desk/settings/duty', allow('manager'), async (c) => {
    const { scope, page } = c.var;
    const [office, staff, duty, reached] = await Promise.all([
      loadOffice(scope.db),
      activeStaff(scope.db),
      dutyOf(scope.db),
      peopleOnDuty(scope),
    ]);
    const today = todayOf(office, scope.now());
    return show(
      c,
      <DutyPage
        page={page}
        once={scope.newId()}
        today={today}
        isOpen={office.calendar.isOpen(scope.now().getTime())}
        staff={staff}
        duty={duty}
        absences={await absencesFrom(scope.db, today)}
        reached={reached}
      />,
    );
  });

  app.post('/desk/settings/duty', allow('manager'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: dutyTexts(c.var.page.language)('saved'),
      again: () => {
        throw new NotFound();
      },
      async work(scope) {
        const { in_hours: inHours = [], out_of_hours: outOfHours = [] } = form.all;
        const ticked = parse(dutySchema, { in_hours: inHours, out_of_hours: outOfHours });
        await setDuty(scope, staffOf(c), { inHours: ticked.in_hours, outOfHours: ticked.out_of_hours });
        return '/desk/settings/duty';
      },
    });
  });

  app.get('/desk/absences', allow('staff'), async (c) => show(c, await absencesPage(c, nothingTyped)));

  app.post('/desk/absences', allow('staff'), async (c) => {
    const form = await readForm(c);
    return submit(c, {
      form,
      done: dutyTexts(c.var.page.language)('added'),
      again: (typed) => absencesPage(c, typed),
      async work(scope) {
        const { person, first_day, last_day, substitute } = parse(absenceSchema, form.values);
        await addAbsence(scope, staffOf(c), {
          personId: person,
          firstDay: first_day,
          lastDay: last_day,
          substituteId: substitute,
        });
        return '/desk/absences';
      },
    });
  });

  app.post('/desk/absences/:id/removal', allow('staff'), async (c) =>
    submit(c, {
      form: await readForm(c),
      done: dutyTexts(c.var.page.language)('removed'),
      again: (typed) => absencesPage(c, typed),
      async work(scope) {
        await removeAbsence(scope, staffOf(c), idOf(c));
        return '/desk/absences';
      },
    }),
  );
}

async function absencesPage(c: Web, typed: Typed) {
  const { scope, page } = c.var;
  const [office, staff] = await Promise.all([loadOffice(scope.db), activeStaff(scope.db)]);
  const today = todayOf(office, scope.now());
  return (
    <AbsencesPage
      page={page}
      me={staffOf(c)}
      newId={scope.newId}
      today={today}
      staff={staff}
      absences={await absencesFrom(scope.db, today)}
      typed={typed}
    />
  );
}
