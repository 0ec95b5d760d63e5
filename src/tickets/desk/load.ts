import { sql } from 'kysely';
import type { Agreement } from '#agreement/agreement.ts';
import { type Clocks, silenceMoments } from '#agreement/clocks.ts';
import { staffOf, type Web } from '#auth/web.ts';
import type { Db } from '#db/open.ts';
import { type Draft, draftsOf } from '#drafts/drafts.ts';
import type { Staff } from '#lib/actor.ts';
import type { Conflict } from '#lib/errors.ts';
import { type Present, presentOn } from '#live/presence.ts';
import { type QuoteListed, quotesOfTicket } from '#quotes/queries.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { knownOf } from '#sites/contracts/known.ts';
import type { KeptFile, Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { clocksAt } from '../clock.ts';
import { reopenableUntil } from '../closing.ts';
import { beyondFairUse } from '../fair-use.ts';
import { findTicket, type TicketRow } from '../queries.ts';
import { agreedAsk, asksOf, stretchesOf } from '../research/facts.ts';
import { budgetHolders } from '../research/people.ts';
import { type StoryEntry, wholeStory } from '../story.ts';
import { watchersOf } from '../watchers.ts';
import { payerOf } from '../who-pays.ts';
import type { ActName } from './acts.ts';
import { type HistoryPart, historyPart } from './history.tsx';
import { colleagues, type Named } from './options.ts';
import type { ResearchStanding } from './research-acts.ts';

/** A form that could not be taken: what was typed is shown again. */
export interface Attempt {
  readonly act: ActName;
  readonly typed: Typed;
  readonly kept: readonly KeptFile[];
  /** Nothing was wrong: it was asked to be shown as its readers will see it. */
  readonly isPreview?: boolean;
  /** What stood in the way, where the page was out of date. */
  readonly conflict?: Conflict;
}

/** Everything that the page of one ticket shows. */
export interface TicketView {
  readonly page: Page;
  readonly me: Staff;
  readonly office: Office;
  /** The version under which the ticket was reported. */
  readonly agreement: Agreement;
  readonly ticket: TicketRow;
  readonly clocks: Clocks;
  readonly story: readonly StoryEntry[];
  readonly colleagues: readonly Named[];
  readonly facts: Awaited<ReturnType<typeof factsOf>>;
  readonly watchers: Awaited<ReturnType<typeof watchersOf>>;
  /** Who pays, the deliveries of the site that the ticket can be about, and fair use where it is exceeded. */
  readonly costs: Awaited<ReturnType<typeof costsOf>>;
  /** What the client was asked about research and what came of it. */
  readonly research: Awaited<ReturnType<typeof researchOf>>;
  /** Who could read along and does not yet. */
  readonly couldWatch: readonly string[];
  readonly quotes: readonly QuoteListed[];
  readonly followedBy: readonly { readonly id: string; readonly number: number }[];
  /** The names of people whom the history mentions. */
  readonly names: ReadonlyMap<string, string>;
  readonly silence: { readonly reminders: readonly number[]; readonly signOff: number } | null;
  readonly reopenableUntil: Date | null;
  /** What of the history is shown. */
  readonly part: HistoryPart;
  /** One's own drafts, by the name of the form. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Colleagues who have the ticket open as well. */
  readonly present: readonly Present[];
  readonly newId: () => string;
  readonly attempt: Attempt | null;
}

/** Reads all of it; throws `NotFound` where there is no such ticket. */
export async function loadView(c: Web, id: string, attempt: Attempt | null = null): Promise<TicketView> {
  const { scope, page } = c.var;
  const { db } = scope;
  const me = staffOf(c);
  const ticket = await findTicket(db, me, id);
  const [office, story, facts, staff, watchers, couldWatch, followedBy, present, drafts] = await Promise.all([
    loadOffice(db),
    wholeStory(db, me, id),
    factsOf(db, ticket),
    colleagues(db),
    watchersOf(db, id),
    couldWatchOf(db, ticket),
    db
      .selectFrom('tickets')
      .select(['id', 'number'])
      .where('follows_id', '=', id)
      .orderBy('number')
      .execute(),
    presentOn(scope, id, me.id),
    draftsOf(scope, me, id),
  ]);
  const agreement = office.agreement(ticket.agreement_version);
  const { calendar } = office;
  const delivered = ticket.state === 'sign_off' ? ticket.delivered_at : null;
  return {
    page,
    me,
    office,
    agreement,
    ticket,
    clocks: clocksAt(ticket, { calendar, agreement, now: page.now }),
    story,
    colleagues: staff,
    facts,
    watchers,
    couldWatch,
    followedBy,
    quotes: await quotesOfTicket(db, id, { drafts: true }),
    costs: await costsOf(db, office, ticket),
    research: await researchOf(db, ticket),
    names: await namesIn(db, story, ticket),
    silence: delivered ? silenceMoments(agreement, calendar, delivered.getTime()) : null,
    reopenableUntil: reopenableUntil(ticket, office),
    present,
    part: historyPart(c.req.query('show')),
    drafts,
    newId: scope.newId,
    attempt,
  };
}

const costsOf = async (db: Db, office: Office, ticket: TicketRow) => {
  const { deliveries } = (await knownOf(db, [ticket.site_id]))(ticket.site_id);
  const verdict = await payerOf(db, office, ticket);
  return { verdict, deliveries, fairUse: await beyondFairUse(db, office, ticket, verdict) };
};

const researchOf = async (db: Db, ticket: TicketRow) => {
  const [asks, stretches, holders] = await Promise.all([
    asksOf(db, ticket.id),
    stretchesOf(db, ticket.id),
    budgetHolders(db, ticket.organisation_id),
  ]);
  return { asks, stretches, holders };
};

/** How far the research is, as far as it decides what can be done. */
export const researchStanding = ({ costs, research, me }: TicketView): ResearchStanding => {
  const running = research.stretches.filter(({ endedAt }) => !endedAt);
  return {
    next: costs.verdict.next,
    agreed: agreedAsk(research.asks) !== null,
    begun: research.stretches.length > 0,
    runs: running.length > 0,
    mine: running.some(({ personId }) => personId === me.id),
  };
};

const factsOf = (db: Db, ticket: TicketRow) =>
  db
    .selectFrom('tickets as ticket')
    .innerJoin('sites as site', 'site.id', 'ticket.site_id')
    .innerJoin('people as reporter', 'reporter.id', 'ticket.reporter_id')
    .leftJoin('tickets as earlier', 'earlier.id', 'ticket.follows_id')
    .where('ticket.id', '=', ticket.id)
    .select(['site.kind', 'site.phase', 'site.addresses', 'site.critical_parts'])
    .select(['reporter.email', 'reporter.phone', 'reporter.contact_role', 'reporter.deactivated_at'])
    .select(['earlier.id as follows_id', 'earlier.number as follows_number'])
    .executeTakeFirstOrThrow();

/** Contacts who see the ticket by their role, and neither reported it nor read along: the rule of `canWatch`. */
async function couldWatchOf(db: Db, ticket: TicketRow): Promise<string[]> {
  const rows = await db
    .selectFrom('people as person')
    .where('person.organisation_id', '=', ticket.organisation_id)
    .where('person.deactivated_at', 'is', null)
    .where('person.id', '!=', ticket.reporter_id)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb('person.contact_role', '=', 'coordinator'),
        and([
          eb('person.contact_role', '=', 'colleague'),
          exists(
            selectFrom('person_sites')
              .select(sql`1`.as('one'))
              .whereRef('person_sites.person_id', '=', 'person.id')
              .where('person_sites.site_id', '=', ticket.site_id),
          ),
        ]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('watchers')
            .select(sql`1`.as('one'))
            .whereRef('watchers.person_id', '=', 'person.id')
            .where('watchers.ticket_id', '=', ticket.id),
        ),
      ),
    )
    .select('person.email')
    .orderBy('person.name')
    .limit(50)
    .execute();
  return rows.map(({ email }) => email);
}

const mentions = ['to', 'from', 'personId', 'assigneeId'];

async function namesIn(
  db: Db,
  story: readonly StoryEntry[],
  ticket: TicketRow,
): Promise<Map<string, string>> {
  const said = story.flatMap(({ data }) => mentions.map((each) => data[each]));
  const ids = [...said, ticket.tested_by, ticket.solver_id].filter(
    (each): each is string => typeof each === 'string' && /^[0-9a-f-]{36}$/.test(each),
  );
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
