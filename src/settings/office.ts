import { sql } from 'kysely';
import { type Agreement, agreementSchema, defaultAgreement } from '#agreement/agreement.ts';
import { type OfficeCalendar, officeCalendar } from '#agreement/calendar.ts';
import type { Db } from '#db/open.ts';
import { NotFound } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';

export interface Agency {
  readonly name: string;
  readonly accent: string;
  readonly language: Language;
  readonly sender: string | null;
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

const compiled = new Map<string, Agreements>();
const keptAtMost = 20;

/** Reads the agency and its agreement in one small query; calendars are compiled once for each content. */
export async function loadOffice(db: Db): Promise<Office> {
  const { rows } = await sql<{ agency: Agency | null; agreements: string | null }>`
    select (select to_jsonb(agency) from agency) as agency,
           (select jsonb_agg(jsonb_build_object('version', version, 'validFrom', valid_from, 'agreement', document)
                             order by version)::text from agreements) as agreements`.execute(db);
  const { agency, agreements } = rows[0]!;
  return { agency, ...compile(agreements ?? '[]') };
}

function compile(content: string): Agreements {
  const known = compiled.get(content);
  if (known) return known;
  const stored = (JSON.parse(content) as AgreementVersion[]).map((each) => ({
    ...each,
    agreement: agreementSchema.parse(each.agreement),
  }));
  const made = agreementsOf(
    stored.length ? stored : [{ version: 0, validFrom: '2000-01-01', agreement: defaultAgreement }],
  );
  if (compiled.size >= keptAtMost) compiled.clear();
  compiled.set(content, made);
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
