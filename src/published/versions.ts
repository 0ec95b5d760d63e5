import { NotFound } from '#lib/errors.ts';
import { differences, type Part } from '#settings/carry.ts';
import type { AgreementVersion, Office } from '#settings/office.ts';

export interface PublishedVersion extends AgreementVersion {
  /** Its last day; null where no later one is known. */
  readonly until: string | null;
  readonly state: 'past' | 'now' | 'planned' | 'replaced';
  /** In what it differs from the one before it. */
  readonly changed: readonly Part[];
}

/** The versions that held, hold or will hold for a day at least, the newest first. */
export function versionsOf(office: Office, today: string): PublishedVersion[] {
  const held = office.versions
    .filter(({ version, validFrom }) => office.inForceOn(validFrom).version === version)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom));
  const current = office.inForceOn(today).version;
  return held
    .map((each, at): PublishedVersion => {
      const [before, after] = [held[at - 1], held[at + 1]];
      const state = each.version === current ? 'now' : each.validFrom > today ? 'planned' : 'past';
      return {
        ...each,
        until: after ? dayBefore(after.validFrom) : null,
        state,
        changed: before ? differences(before.agreement, each.agreement) : [],
      };
    })
    .reverse();
}

/** One version by its number, also one that another replaced on its first day: tickets may have been reported under it. */
export function versionOf(office: Office, today: string, version: number): PublishedVersion {
  const held = versionsOf(office, today).find((each) => each.version === version);
  if (held) return held;
  const found = office.versions.find((each) => each.version === version);
  if (!found) throw new NotFound();
  return { ...found, until: null, state: 'replaced', changed: [] };
}

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** The first version holds for all that was before it. */
export const sinceEver = ({ validFrom }: AgreementVersion): boolean => validFrom <= '2000-01-01';
