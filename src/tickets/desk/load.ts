import type { Agreement } from '#agreement/agreement.ts';
import { type Clocks, silenceMoments } from '#agreement/clocks.ts';
import { staffOf, type Web } from '#auth/web.ts';
import type { Db } from '#db/open.ts';
import { type Draft, draftsOf } from '#drafts/drafts.ts';
import type { Staff } from '#lib/actor.ts';
import type { Conflict } from '#lib/errors.ts';
import { type Present, presentOn } from '#live/presence.ts';
import type { Addressee } from '#mail/outbox.ts';
import { type QuoteListed, quotesOfTicket } from '#quotes/queries.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import type { KeptFile, Typed } from '#ui/form.tsx';
import type { Page } from '#ui/page.ts';
import { clocksAt } from '../clock.ts';
import { reopenableUntil } from '../closing.ts';
import { beyondFairUse } from '../fair-use.ts';
import type { TicketRow } from '../queries.ts';
import { type Ask, agreedAsk, asksOf, type Stretch, stretchesOf } from '../research/facts.ts';
import { allEvents, allFiles, type StoryEntry, storyOf } from '../story.ts';
import { watchersOf } from '../watchers.ts';
import { type Grounds, groundsOf, judgingBy } from '../who-pays.ts';
import type { ActName } from './acts.ts';
import { type DeskTicket, deskTicket, followersOf, namesIn, peopleAround } from './around.ts';
import { type HistoryPart, historyPart } from './history.tsx';
import { type Colleague, colleaguesOn, todayIn } from './options.ts';
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
  readonly ticket: DeskTicket;
  readonly clocks: Clocks;
  readonly story: readonly StoryEntry[];
  readonly colleagues: readonly Colleague[];
  readonly watchers: Awaited<ReturnType<typeof watchersOf>>;
  /** Who pays, the deliveries of the site that the ticket can be about, and fair use where it is exceeded. */
  readonly costs: Awaited<ReturnType<typeof costsOf>>;
  /** What the client was asked about research and what came of it. */
  readonly research: Research;
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

/**
 * Reads all of it: what hangs on the ticket by its id, and then, where there is any, what most tickets lack.
 * Throws `NotFound` where there is no such ticket.
 */
export async function loadView(c: Web, id: string, attempt: Attempt | null = null): Promise<TicketView> {
  const { scope, page } = c.var;
  const { db } = scope;
  const me = staffOf(c);
  const [ticket, office, events, staff, people, grounds] = await Promise.all([
    deskTicket(db, id, me.id),
    loadOffice(db),
    allEvents(db, id),
    colleaguesOn(db, todayIn(page)),
    peopleAround(db, id),
    groundsOf(db, id),
  ]);
  const [costs, files, names, watchers, quotes, asks, stretches, present, drafts, followedBy] =
    await Promise.all([
      costsOf(db, { office, ticket, grounds }),
      ticket.has_files ? allFiles(db, id) : [],
      namesIn(db, { events, ticket, staff }),
      ticket.has_watchers ? watchersOf(db, id) : [],
      ticket.has_quotes ? quotesOfTicket(db, id, { drafts: true }) : [],
      ticket.has_asks ? asksOf(db, id) : [],
      ticket.has_stretches ? stretchesOf(db, id) : [],
      ticket.has_others ? presentOn(scope, id, me.id) : [],
      ticket.has_drafts ? draftsOf(scope, me, id) : noDrafts,
      ticket.has_followers ? followersOf(db, id) : [],
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
    story: storyOf(events, files),
    colleagues: staff,
    watchers,
    couldWatch: people.couldWatch,
    followedBy,
    quotes,
    costs,
    research: { asks, stretches, holders: people.holders },
    names,
    silence: delivered ? silenceMoments(agreement, calendar, delivered.getTime()) : null,
    reopenableUntil: reopenableUntil(ticket, office),
    present,
    part: historyPart(c.req.query('show')),
    drafts,
    newId: scope.newId,
    attempt,
  };
}

const noDrafts: ReadonlyMap<string, Draft> = new Map();

interface Weighed {
  readonly office: Office;
  readonly ticket: TicketRow;
  readonly grounds: Grounds;
}

const costsOf = async (db: Db, { office, ticket, grounds }: Weighed) => {
  const { decide, known } = judgingBy(office, grounds);
  const verdict = decide(ticket);
  const { deliveries } = known(ticket.site_id);
  return { verdict, deliveries, fairUse: await beyondFairUse(db, office, ticket, verdict) };
};

interface Research {
  readonly asks: readonly Ask[];
  readonly stretches: readonly Stretch[];
  /** Who of the client may agree to costs. */
  readonly holders: readonly Addressee[];
}

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
