import type { ClockEvent } from '#agreement/clocks.ts';
import { inTransaction, type Scope, together } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import { record } from '#events/events.ts';
import type { Actor } from '#lib/actor.ts';
import { Conflict, NotFound } from '#lib/errors.ts';
import { loadOffice, type Office } from '#settings/office.ts';
import { deriveClocks } from './deriving.ts';
import { canSee, canSeeInternal } from './policy.ts';
import { leaveResearch } from './research/leaving.ts';
import { stateKey, type Ticket, type TicketState } from './ticket.ts';

/** What a step needs: the ticket, locked until the step is done, and the office as it stands. */
export interface Step {
  readonly scope: Scope;
  readonly actor: Actor;
  readonly ticket: Ticket;
  readonly office: Office;
}

interface Rule {
  readonly may: (actor: Actor, ticket: Ticket) => boolean;
  /** Who sees enough of the ticket for this step; left out, whoever sees the ticket. */
  readonly sees?: (actor: Actor, ticket: Ticket) => boolean;
  /** The states in which the step makes sense. */
  readonly from: readonly TicketState[];
}

/**
 * Takes one step with a ticket: locks it, asks who may and whether its state allows it, and does `work` in
 * the same transaction. Throws `NotFound` for whoever may not, `Conflict` where the ticket moved on.
 */
export function takeStep<T>(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  rule: Rule,
  work: (step: Step) => Promise<T>,
): Promise<T> {
  return inTransaction(scope, async (scope) => {
    const [ticket, office] = await together([lockTicket(scope, ticketId), loadOffice(scope.db)]);
    const sees = rule.sees ?? canSee;
    if (!ticket || !sees(actor, ticket) || !rule.may(actor, ticket)) throw new NotFound();
    if (!rule.from.includes(ticket.state)) throw await movedOn(scope, actor, ticket);
    return work({ scope, actor, ticket, office });
  });
}

/** The ticket's row, held until the transaction ends. */
export const lockTicket = async (scope: Scope, ticketId: string): Promise<Ticket | undefined> =>
  (await locked(scope.db, ticketId))[0] as unknown as Ticket | undefined;

const locked = statement((db, ticketId: string) =>
  db.selectFrom('tickets').selectAll().where('id', '=', ticketId).forUpdate(),
);

/** Says what happened meanwhile, as far as this actor may read it, to a ticket in another state than a step needs. */
async function movedOn(scope: Scope, actor: Actor, ticket: Ticket): Promise<Conflict> {
  const last = await scope.db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .where('events.subject_id', '=', ticket.id)
    .where('events.internal', 'in', canSeeInternal(actor) ? [true, false] : [false])
    .select(['people.name', 'events.at', 'events.type'])
    .orderBy('events.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new Conflict('moved_on', {
    state: stateKey(ticket),
    who: last?.name ?? '',
    at: (last?.at ?? ticket.updated_at).toISOString(),
  });
}

export interface Advance {
  readonly type: string;
  readonly set?: Partial<Pick<Ticket, SettableColumn>>;
  readonly clock?: readonly Omit<ClockEvent, 'at'>[];
  /** The clocks begin anew: what went before counts no longer. */
  readonly restart?: boolean;
  readonly internal?: boolean;
  readonly messageId?: string;
  readonly noteId?: string;
  readonly data?: Record<string, unknown>;
}

type SettableColumn =
  | 'state'
  | 'resumes_as'
  | 'waiting_for'
  | 'assignee_id'
  | 'expected_at'
  | 'solver_id'
  | 'what_changed'
  | 'how_to_test'
  | 'tested_at'
  | 'tested_by'
  | 'delivered_at'
  | 'closed_at'
  | 'urgency'
  | 'impact'
  | 'priority'
  | 'kind'
  | 'delivery_id'
  | 'directly_solvable'
  | 'at_hand'
  | 'cause_outside'
  | 'overruled_payer'
  | 'overruled_reason'
  | 'warned';

/**
 * Writes one event into the ticket's history, changes its columns, and derives its clocks and timers anew
 * from all its events. Answers the ticket as it stands afterwards.
 */
export async function advance({ scope, actor, ticket, office }: Step, to: Advance): Promise<Ticket> {
  const now = scope.now();
  const added = (to.clock ?? []).map((event) => ({ at: now.getTime(), ...event }));
  const clock_events = [...(to.restart ? [] : ticket.clock_events), ...added];
  const found = to.set?.state ? await leaveResearch(scope, actor, ticket, to.set.state) : {};
  const set = { ...found, ...to.set, ...(leavesWait(to.set) ? { resumes_as: null, waiting_for: null } : {}) };
  const next: Ticket = { ...ticket, ...set, clock_events: clock_events as ClockEvent[], updated_at: now };
  const subject = { type: 'ticket', id: ticket.id } as const;
  const [after] = await together([
    deriveClocks(scope, next, office, set),
    record(scope, actor, {
      type: to.type,
      subject,
      ...(to.internal === undefined ? {} : { internal: to.internal }),
      ...(to.messageId ? { messageId: to.messageId } : {}),
      ...(to.noteId ? { noteId: to.noteId } : {}),
      ...(to.data ? { data: to.data } : {}),
    }),
  ]);
  if (found.at_hand)
    await record(scope, actor, { type: 'research_concluded', subject, data: { atHand: true } });
  return after;
}

/** In any other state a ticket waits for nothing. */
const leavesWait = (set: Advance['set']) => set?.state !== undefined && set.state !== 'waiting';
