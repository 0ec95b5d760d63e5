import { sql } from 'kysely';
import { type Agreement, agreementSchema, defaultAgreement } from '#agreement/agreement.ts';
import { type OfficeCalendar, officeCalendar } from '#agreement/calendar.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';

export interface Agency {
  readonly name: string;
  readonly accent: string;
  readonly language: Language;
  readonly sender: string | null;
  /** The hash of its logo. */
  readonly logo: string | null;
  /** From when on all of the agency need a second factor; null asks it of nobody. */
  readonly second_factor_from: string | null;
}

export interface AgreementVersion {
  readonly version: number;
  /** The first day on which it holds, as `2026-11-23`. */
  readonly validFrom: string;
  readonly agreement: Agreement;
}

/** The agency and its agreement in all versions, as they stand in the database at one moment. */
export interface Office {
  /** Null until the set-up link has been used. */
  readonly agency: Agency | null;
  readonly versions: readonly AgreementVersion[];
  /** Office time over all versions: each day by the hours that hold on it. */
  readonly calendar: OfficeCalendar;
  readonly timeZone: string;
  /** The version under which a ticket was reported. */
  agreement(version: number): Agreement;
  /** The version that holds at a moment. */
  inForce(at: Date): AgreementVersion;
  /** The version that holds on a day of the office's own, as `2026-11-23`. */
  inForceOn(day: string): AgreementVersion;
}

type Agreements = Omit<Office, 'agency'>;

/** By the rows from which they were compiled, in their versions: rows that stay as they are stay unread. */
const compiled = new Map<string, Agreements>();
const keptAtMost = 20;

const read = new WeakMap<Db, Promise<Office> | null>();

/** A handle for one reading of several things: the office is read once through it. */
export function readingHandle(db: Db): Db {
  const own = db.withoutPlugins();
  read.set(own, null);
  return own;
}

/** Has the office read anew in a transaction that has just changed it. */
export const forgetOffice = (db: Db): void => void read.delete(db);

/** The agency and its agreement; read once in each transaction, and compiled once for each content. */
export function loadOffice(db: Db): Promise<Office> {
  const known = read.get(db);
  if (known) return known;
  const office = readOffice(db);
  if (db.isTransaction || known === null) read.set(db, office);
  return office;
}

const officeRow = statement(
  () => sql<{ agency: Agency | null; written: string }>`
    select (select to_jsonb(agency) from agency) as agency, current_database() || coalesce(
      (select string_agg(version || ' ' || xmin::text, ',' order by version) from agreements), '') as written`,
);

async function readOffice(db: Db): Promise<Office> {
  // a row that is written anew has another xmin, and another database another name
  const { agency, written } = (await officeRow(db))[0]!;
  return { agency, ...(compiled.get(written) ?? (await compile(db, written))) };
}

async function compile(db: Db, written: string): Promise<Agreements> {
  const rows = await db
    .selectFrom('agreements')
    .select(['version', 'valid_from as validFrom', 'document'])
    .select(sql<string>`xmin::text`.as('xmin'))
    .orderBy('version')
    .execute();
  const stored = rows.map(({ version, validFrom, document }) => ({
    version,
    validFrom,
    agreement: agreementSchema.parse(document),
  }));
  const made = agreementsOf(
    stored.length ? stored : [{ version: 0, validFrom: '2000-01-01', agreement: defaultAgreement }],
  );
  // somebody may have added a version between the two statements
  const isSame = written.endsWith(rows.map(({ version, xmin }) => `${version} ${xmin}`).join(','));
  if (!isSame) return made;
  if (compiled.size >= keptAtMost) compiled.clear();
  compiled.set(written, made);
  return made;
}

/** The same office with versions that are not kept, numbered after those that are. */
export function withVersions(office: Office, added: readonly Omit<AgreementVersion, 'version'>[]): Office {
  const last = Math.max(...office.versions.map(({ version }) => version));
  const drafts = added.map((each, at) => ({ ...each, version: last + 1 + at }));
  return { agency: office.agency, ...agreementsOf([...office.versions, ...drafts]) };
}

function agreementsOf(versions: readonly AgreementVersion[]): Agreements {
  const calendar = officeCalendar(
    versions.map(({ validFrom, agreement }, at) => ({
      validFrom: at === 0 ? null : validFrom,
      calendar: agreement.calendar,
    })),
  );
  const begun = (day: string) => versions.filter(({ validFrom }) => validFrom <= day);
  const inForceOn = (day: string) =>
    begun(day).reduce((found, each) => (each.validFrom >= found.validFrom ? each : found), versions[0]!);
  return {
    versions,
    calendar,
    timeZone: versions.at(-1)!.agreement.calendar.timeZone,
    inForceOn,
    inForce: (at) => inForceOn(calendar.localDate(at.getTime())),
    agreement(version) {
      const found = versions.find((each) => each.version === version);
      if (!found) throw new NotFound();
      return found.agreement;
    },
  };
}
