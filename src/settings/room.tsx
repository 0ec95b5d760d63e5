import type { Agreement } from '#agreement/agreement.ts';
import type { Form } from '#auth/form.ts';
import { showAgain, submit } from '#auth/submit.ts';
import { show, staffOf, type Web } from '#auth/web.ts';
import { agencySubject } from '#events/events.ts';
import { lastEvent } from '#events/seen.ts';
import { deadlinesMoved, type Move } from '#tickets/moves.ts';
import type { Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import type { Room } from './frame.tsx';
import { loadOffice, type Office } from './office.ts';
import { type AgreementChange, changeAgreement, officeAfter, todayOf } from './settings.ts';

/** What the page of one part of the agreement is drawn from. */
export interface RoomProps {
  readonly page: Page;
  /** A new id for each form on the page. */
  readonly newId: () => string;
  readonly office: Office;
  /** The agreement that holds now, from which the form starts. */
  readonly agreement: Agreement;
  readonly today: string;
  readonly seen: number;
  readonly typed: Typed;
  /** What open tickets would notice of what is typed; null while nobody asked. */
  readonly moves: readonly Move[] | null;
}

type RoomView = (props: RoomProps) => unknown;

interface Shown {
  readonly typed: Typed;
  readonly change?: Omit<AgreementChange, 'seen'>;
}

/** The page of a room: with what was typed, and with what a change would move where somebody looks first. */
export async function roomPage(c: Web, View: RoomView, { typed, change }: Shown) {
  const { scope, page } = c.var;
  const { db } = scope;
  const [office, seen] = await Promise.all([loadOffice(db), lastEvent(db, agencySubject)]);
  const now = scope.now();
  const moves = change
    ? await deadlinesMoved(db, { before: office, after: officeAfter(office, change, now), now })
    : null;
  const { agreement } = office.inForce(now);
  const today = todayOf(office, now);
  return View({ page, newId: scope.newId, office, agreement, today, seen, typed, moves });
}

interface Taken {
  readonly room: Room;
  readonly View: RoomView;
  readonly form: Form;
  /** Says that it was done. */
  readonly done: string;
  /** What the form asks for; throws `Invalid` with its fields. */
  readonly read: (today: string) => AgreementChange;
}

/** Takes a form that makes a new version of the agreement, or shows what it would do where that button was used. */
export async function takeChange(c: Web, { room, View, form, done, read }: Taken): Promise<Response> {
  const again = (typed: Typed) => roomPage(c, View, { typed });
  if (form.values.preview) {
    try {
      const office = await loadOffice(c.var.scope.db);
      const change = read(todayOf(office, c.var.scope.now()));
      return show(c, await roomPage(c, View, { typed: { values: form.values, errors: {} }, change }));
    } catch (error) {
      return showAgain(c, error, form, again);
    }
  }
  return submit(c, {
    form,
    done,
    again,
    async work(scope) {
      const office = await loadOffice(scope.db);
      await changeAgreement(scope, staffOf(c), read(todayOf(office, scope.now())));
      return `/desk/settings/${room}`;
    },
  });
}
