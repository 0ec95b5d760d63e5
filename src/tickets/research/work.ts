import { beginChargedWork } from '#costs/charges.ts';
import type { Scope } from '#db/scope.ts';
import { type Actor, actorId, handlerId } from '#lib/actor.ts';
import { Conflict, Invalid } from '#lib/errors.ts';
import { findingsOf, recordFindings } from '../findings.ts';
import { canHandle } from '../policy.ts';
import { advance, type Step, takeStep } from '../step.ts';
import { openStates, type Ticket } from '../ticket.ts';
import { payerOf } from '../who-pays.ts';
import { agreedAsk, asksOf, stretchesOf } from './facts.ts';
import { stopStretches } from './leaving.ts';
import { sendResearchConcluded } from './work-mail.ts';

/**
 * Starts the timer of research by whoever does it, or starts it again. Refused before the client agreed to the fee,
 * unless it costs them nothing (agreement §3); a person researches one ticket at a time.
 */
export function startResearch(scope: Scope, actor: Actor, ticketId: string): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['picked_up'] }, async (step) => {
    const personId = handlerId(actor);
    if (!personId) throw new Conflict('research_by_people');
    const chargeId = await mustBeAllowed(step);
    await mustBeFree(step, personId);
    if (chargeId) await beginChargedWork(step.scope, [chargeId]);
    const first = (await stretchesOf(step.scope.db, ticketId)).length === 0;
    const begun = await step.scope.db
      .insertInto('research_stretches')
      .values({
        id: step.scope.newId(),
        ticket_id: ticketId,
        person_id: personId,
        began_at: step.scope.now(),
      })
      .onConflict((conflict) => conflict.column('person_id').where('ended_at', 'is', null).doNothing())
      .executeTakeFirst();
    if (begun.numInsertedOrUpdatedRows === 0n) throw new Conflict('research_runs');
    return advance(step, {
      type: first ? 'research_started' : 'research_resumed',
      internal: !first,
      set: { assignee_id: step.ticket.assignee_id ?? personId },
    });
  });
}

/** The charge that the work is for; null where it costs the client nothing. */
async function mustBeAllowed({ scope, ticket, office }: Step): Promise<string | null> {
  if (ticket.at_hand !== null) throw new Conflict('research_concluded');
  const { next } = await payerOf(scope.db, office, ticket);
  if (next === 'research' || next === 'work') return null;
  if (next === 'judge') throw new Conflict('judge_first');
  const agreed = agreedAsk(await asksOf(scope.db, ticket.id));
  if (next !== 'ask_research' || !agreed) throw new Conflict('research_not_agreed');
  return agreed.agreed.chargeId;
}

async function mustBeFree({ scope, ticket }: Step, personId: string): Promise<void> {
  const running = await scope.db
    .selectFrom('research_stretches as stretch')
    .innerJoin('tickets as ticket', 'ticket.id', 'stretch.ticket_id')
    .select(['ticket.id', 'ticket.number'])
    .where('stretch.person_id', '=', personId)
    .where('stretch.ended_at', 'is', null)
    .executeTakeFirst();
  if (running?.id === ticket.id) throw new Conflict('research_runs');
  if (running) throw new Conflict('research_elsewhere', { number: String(running.number) });
}

/** Stops one's own timer; the minutes are kept, and it can be started again. */
export function pauseResearch(scope: Scope, actor: Actor, ticketId: string): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    const running = (await stretchesOf(step.scope.db, ticketId)).some(
      ({ endedAt, personId }) => !endedAt && personId === actorId(actor),
    );
    if (!running) throw new Conflict('research_rests');
    const minutes = await stopStretches(step.scope, ticketId, actorId(actor) ?? undefined);
    return advance(step, { type: 'research_paused', internal: true, data: { minutes } });
  });
}

interface Correction {
  readonly stretchId: string;
  readonly minutes: number;
  readonly reason: string;
}

/** Sets right how long a stretch of research took, with a reason that colleagues read; a timer that runs is stopped. */
export function correctResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { stretchId, minutes, reason }: Correction,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: openStates }, async (step) => {
    const { db } = step.scope;
    const stretch = (await stretchesOf(db, ticketId)).find(({ id }) => id === stretchId);
    if (!stretch) throw new Invalid({ stretch: 'unknown_choice' });
    await db
      .updateTable('research_stretches')
      .set({ minutes, ended_at: stretch.endedAt ?? step.scope.now() })
      .where('id', '=', stretchId)
      .execute();
    return advance(step, {
      type: 'research_corrected',
      internal: true,
      data: { was: stretch.minutes, minutes, name: stretch.person, reason },
    });
  });
}

interface Conclusion {
  /** Whether the solution is at hand: then it is carried out at no further cost; if not, a quote follows. */
  readonly atHand: boolean;
  /** What was found, for the client to read. */
  readonly found: string;
}

/** Ends the research with what was found; who pays follows from it, and the fee becomes due (agreement §3). */
export function concludeResearch(
  scope: Scope,
  actor: Actor,
  ticketId: string,
  { atHand, found }: Conclusion,
): Promise<Ticket> {
  return takeStep(scope, actor, ticketId, { may: canHandle, from: ['picked_up'] }, async (step) => {
    if (step.ticket.at_hand !== null) throw new Conflict('research_concluded');
    if ((await stretchesOf(step.scope.db, ticketId)).length === 0) throw new Conflict('research_not_begun');
    const findings = { ...findingsOf(step.ticket), directlySolvable: false, atHand };
    const ticket = await recordFindings(step.scope, actor, ticketId, findings);
    const after = await advance(
      { ...step, ticket },
      { type: 'research_concluded', data: { atHand, reason: found } },
    );
    await sendResearchConcluded(step.scope, after, { atHand, found });
    return after;
  });
}
