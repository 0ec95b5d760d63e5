import { type Agreement, agreementSchema } from '#agreement/agreement.ts';
import { CalendarError, officeCalendar } from '#agreement/calendar.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import { refuseUnseen } from '#events/seen.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';
import { forgetSender } from '#mail/own-texts.ts';
import { calendarField } from './calendar-field.ts';
import { carry, differences, type Part } from './carry.ts';
import { type AgreementVersion, forgetOffice, loadOffice, type Office, withVersions } from './office.ts';
import { mayChangeSettings } from './policy.ts';

/** The queue of work that computes the clocks of open tickets anew, after office time has changed. */
export const recomputeQueue = 'tickets.recompute';

export interface AgencyInput {
  readonly name: string;
  readonly accent: string;
  readonly language: Language;
  readonly sender: string | null;
  readonly seen?: number | undefined;
}

/** Changes how the agency presents itself. */
export async function changeAgency(
  scope: Scope,
  actor: Staff,
  { seen, ...input }: AgencyInput,
): Promise<void> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  await inTransaction(scope, async (scope) => {
    await lockAgency(scope);
    await refuseUnseen(scope, agencySubject, seen);
    await scope.db.updateTable('agency').set(input).execute();
    forgetOffice(scope.db);
    forgetSender(scope.db);
    await record(scope, actor, { type: 'agency.changed', subject: agencySubject, data: { ...input } });
  });
}

export interface AgreementChange {
  /** The first day on which it holds; today or later. */
  readonly validFrom: string;
  readonly change: (agreement: Agreement) => Agreement;
  readonly seen?: number | undefined;
}

/**
 * Makes a new version of the agreement out of the one that holds on its first day. Versions stay as they
 * are; one that was planned for later gets a successor that takes the change over (see `carry`). Answers the
 * new version, or null when nothing differs.
 */
export async function changeAgreement(
  scope: Scope,
  actor: Staff,
  { validFrom, change, seen }: AgreementChange,
): Promise<AgreementVersion | null> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  return inTransaction(scope, async (scope) => {
    await lockAgency(scope);
    await refuseUnseen(scope, agencySubject, seen);
    const office = await loadOffice(scope.db);
    const { added, parts } = draftOf(office, { validFrom, change }, scope.now());
    if (parts.length === 0) return null;
    const versions = await insertVersions(scope, actor, added);
    await record(scope, actor, {
      type: 'agreement.changed',
      subject: agencySubject,
      data: { version: versions[0]!.version, validFrom, parts },
    });
    await scope.enqueue(scope.db, recomputeQueue, {});
    return versions[0]!;
  });
}

/** The office as it would be after a change that is not made: for whoever looks before they save. */
export function officeAfter(office: Office, change: Omit<AgreementChange, 'seen'>, now: Date): Office {
  return withVersions(office, draftOf(office, change, now).added);
}

type Draft = Omit<AgreementVersion, 'version'>;

/** The versions that a change makes, and in which parts the first differs from what holds on its first day. */
function draftOf(
  office: Office,
  { validFrom, change }: Omit<AgreementChange, 'seen'>,
  now: Date,
): { added: Draft[]; parts: Part[] } {
  if (validFrom < todayOf(office, now)) throw new Invalid({ valid_from: 'in_the_past' });
  const before = office.inForceOn(validFrom).agreement;
  const after = change(before);
  const parts = differences(before, after);
  if (parts.length === 0) return { added: [], parts };
  const added = [{ validFrom, agreement: after }, ...carried(office, validFrom, before, after)];
  refuseNonsense(office, added, now);
  return { added, parts };
}

function carried(office: Office, validFrom: string, before: Agreement, after: Agreement): Draft[] {
  const later = new Set(office.versions.map((each) => each.validFrom).filter((day) => day > validFrom));
  return [...later].sort().flatMap((day) => {
    const planned = office.inForceOn(day).agreement;
    const agreement = carry(before, after, planned);
    return differences(planned, agreement).length > 0 ? [{ validFrom: day, agreement }] : [];
  });
}

/** A calendar that cannot be reckoned with is refused before any ticket depends on it. */
function refuseNonsense(office: Office, added: readonly Draft[], now: Date): void {
  const versions = [...office.versions, ...added].map(({ validFrom, agreement }, at) => ({
    validFrom: at === 0 ? null : validFrom,
    calendar: agreement.calendar,
  }));
  try {
    const calendar = officeCalendar(versions);
    for (const { validFrom, agreement } of added) {
      const start = Math.max(now.getTime(), calendar.instantOf(`${validFrom}T00:00`));
      calendar.add(start, 30 * agreement.calendar.workingDayMinutes * 60_000);
    }
  } catch (error) {
    if (error instanceof CalendarError) throw new Invalid(calendarField(error));
    throw error;
  }
  // Last, since it says the same of a calendar, and only in one sentence for all places.
  for (const { agreement } of added) agreementSchema.parse(agreement);
}

async function insertVersions(
  scope: Scope,
  actor: Staff,
  added: readonly Draft[],
): Promise<AgreementVersion[]> {
  const versions: AgreementVersion[] = [];
  for (const { validFrom, agreement } of added) {
    const { version } = await scope.db
      .insertInto('agreements')
      .values({
        valid_from: validFrom,
        document: JSON.stringify(agreement),
        created_at: scope.now(),
        created_by: actor.id,
      })
      .returning('version')
      .executeTakeFirstOrThrow();
    versions.push({ version, validFrom, agreement });
  }
  forgetOffice(scope.db);
  return versions;
}

/** Today on the office's own calendar, as `2026-11-23`. */
export const todayOf = (office: Office, now: Date): string => office.calendar.localDate(now.getTime());

/** Settings change one after the other. */
async function lockAgency({ db }: Scope): Promise<void> {
  await db.selectFrom('agency').select('id').forUpdate().executeTakeFirst();
}
