import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { coverageOf, type Decision, overruled, type Verdict } from '#agreement/coverage.ts';
import { anyOf } from '#db/any-of.ts';
import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import { trainedAmong } from '#people/trainings.ts';
import type { Office } from '#settings/office.ts';
import { type Known, type KnownOf, type KnownRow, knownColumns, knownIn } from '#sites/contracts/known.ts';
import type { Ticket } from './ticket.ts';

/** What of a ticket decides who pays for it. */
export type Judged = Pick<
  Ticket,
  | 'site_id'
  | 'reporter_id'
  | 'reported_at'
  | 'agreement_version'
  | 'kind'
  | 'delivery_id'
  | 'directly_solvable'
  | 'at_hand'
  | 'cause_outside'
  | 'overruled_payer'
>;

/** Who pays for tickets, and what is known of their sites, by which it was judged. */
interface Judging {
  readonly decide: (ticket: Judged) => Decision;
  readonly known: KnownOf;
}

/** What is known of the sites and the reporters of tickets. */
export interface Grounds extends KnownRow {
  readonly trainings: readonly { readonly person_id: string; readonly on: string }[];
}

/** Reads what is known of the sites and reporters of some tickets, and judges who pays for each of them. */
export async function judging(db: Db, office: Office, tickets: readonly Judged[]): Promise<Judging> {
  const sites = new Set(tickets.map(({ site_id }) => site_id));
  const reporters = new Set(tickets.map(({ reporter_id }) => reporter_id));
  return judgingBy(office, (await groundsAmong(db, [...sites], [...reporters]))[0]!);
}

/** Judges who pays by what is known of the tickets' sites and reporters. */
export function judgingBy(office: Office, grounds: Grounds): Judging {
  const known = knownIn(grounds);
  const decide = (ticket: Judged) => {
    if (ticket.overruled_payer) return overruled(ticket.overruled_payer);
    const days = grounds.trainings
      .filter(({ person_id }) => person_id === ticket.reporter_id)
      .map(({ on }) => on);
    return verdictOf(office, ticket, known(ticket.site_id), days);
  };
  return { decide, known };
}

/** What is known of some sites and reporters: one row. */
export const groundsAmong = statement((db, siteIds: readonly string[], personIds: readonly string[]) =>
  groundsFor(db, { sites: anyOf(siteIds), people: anyOf(personIds) }),
);

/** What is known of the site and the reporter of a ticket: can be asked for along with the ticket itself. */
export const groundsOf = async (db: Db, ticketId: string): Promise<Grounds> =>
  (await groundsOfTicket(db, ticketId))[0]!;

const groundsOfTicket = statement((db, ticketId: string) =>
  groundsFor(db, {
    sites: sql`(select site_id from tickets where id = ${ticketId})`,
    people: sql`(select reporter_id from tickets where id = ${ticketId})`,
  }),
);

const groundsFor = (db: Db, of: { sites: RawBuilder<string>; people: RawBuilder<string> }) =>
  db.selectNoFrom([
    ...knownColumns(db, of.sites),
    jsonArrayFrom(trainedAmong(db, of.people)).as('trainings'),
  ]);

/** Who pays for each of some tickets. */
export const whoPays = async (
  db: Db,
  office: Office,
  tickets: readonly Judged[],
): Promise<Judging['decide']> => (await judging(db, office, tickets)).decide;

/** Who pays for one ticket. */
export const payerOf = async (db: Db, office: Office, ticket: Judged): Promise<Decision> =>
  (await whoPays(db, office, [ticket]))(ticket);

/** By the agreement of the ticket, on the facts of the day on which it was reported. */
function verdictOf(office: Office, ticket: Judged, known: Known, trainedOn: readonly string[]): Verdict {
  const reportedOn = office.calendar.localDate(ticket.reported_at.getTime());
  const concerned = known.deliveries.find(({ id }) => id === ticket.delivery_id);
  const facts = {
    reportedOn,
    kind: ticket.kind,
    site: {
      deliveries: known.deliveries,
      hosting: known.contracts.filter(({ kind }) => kind === 'hosting'),
      carePlans: known.contracts.filter(({ kind }) => kind === 'care_plan'),
    },
    concerns: concerned?.name ?? null,
    reporter: { trainedOn: trainedOn.filter((day) => day <= reportedOn).at(-1) ?? null },
    findings: {
      directlySolvable: ticket.directly_solvable,
      atHand: ticket.at_hand,
      causeOutside: ticket.cause_outside !== null,
    },
  };
  return coverageOf(facts, office.agreement(ticket.agreement_version).coverage);
}
