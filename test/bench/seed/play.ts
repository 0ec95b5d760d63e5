import type { Scope } from '#db/scope.ts';
import * as tickets from '#tickets/tickets.ts';
import { runTimers } from '#tickets/timers.ts';
import type { Act, Plan } from './plan.ts';

/** Takes a ticket along its way by the program's own operations, each at its moment. Answers its id. */
export async function play(scope: Scope, plan: Plan): Promise<string> {
  const ids = plan.ids.values();
  const bodies = plan.bodies.values();
  const newId = () => ids.next().value ?? raise('A plan has too few ids.');
  let id = '';
  for (const [index, act] of plan.acts.entries()) {
    const at = new Date(plan.moments[index] ?? raise(`There is no moment for «${act}».`));
    const moved = await deeds[act](
      { ...scope, newId, now: () => at },
      plan,
      id,
      () => bodies.next().value ?? '',
    );
    id ||= moved;
  }
  return id;
}

type Deed = (scope: Scope, plan: Plan, id: string, body: () => string) => Promise<string>;

const deeds: Record<Act, Deed> = {
  async report(scope, { channel, handler, reporter, site, ...plan }) {
    const { subject, did, happened, expected, urgency, impact } = plan;
    const input = { siteId: site.id, subject, did, happened, expected, urgency, impact };
    const opened =
      channel === 'portal'
        ? await tickets.reportTicket(scope, reporter.person, input)
        : await tickets.reportFor(scope, handler.person, {
            ...input,
            reporterId: reporter.person.id,
            channel,
          });
    return opened.id;
  },
  pick_up: async (scope, { handler }, id) => (await tickets.pickUp(scope, handler.person, id)).id,
  reply: async (scope, { handler }, id, body) =>
    (await tickets.reply(scope, handler.person, id, { body: body() })).id,
  add: async (scope, { reporter }, id, body) =>
    (await tickets.addMessage(scope, reporter.person, id, { body: body() })).id,
  ask: async (scope, { handler }, id, body) =>
    (await tickets.ask(scope, handler.person, id, { body: body() })).id,
  hand_over: async (scope, { handler, happened, did }, id) =>
    (await tickets.handOver(scope, handler.person, id, { whatChanged: happened, howToTest: did })).id,
  answer: async (scope, { handler }, id, body) =>
    (await tickets.giveAnswer(scope, handler.person, id, { body: body() })).id,
  sign_off: async (scope, { reporter }, id) => (await tickets.signOff(scope, reporter.person, id)).id,
  async timer(scope, _plan, id) {
    if ((await runTimers(scope)) !== 1) raise('There is not exactly one warning to give.');
    return id;
  },
};

function raise(why: string): never {
  throw new Error(why);
}
