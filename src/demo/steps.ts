import type { Staff } from '#lib/actor.ts';
import {
  addMessage,
  addNote,
  adjustPriority,
  ask,
  assign,
  drop,
  enterAnswer,
  failTest,
  giveAnswer,
  handOver,
  moveExpected,
  passTest,
  pickUp,
  refuse,
  release,
  reopen,
  reply,
  signOff,
  withdraw,
} from '#tickets/tickets.ts';
import { addWatcher } from '#tickets/watchers.ts';
import { type Script, type Stage, told } from './script.ts';
import { sent } from './sending.ts';
import { sayings } from './stories/stories.ts';
import type { Sayings } from './stories/story.ts';

export interface StepRule {
  readonly side: 'staff' | 'client';
  /** How long it takes to come to it: office minutes for staff, any minutes for clients. */
  readonly minutes: readonly [number, number];
  /** The solution clock waits for it. */
  readonly paused?: true;
  readonly take: (stage: Stage, script: Script, ticketId: string) => Promise<unknown>;
}

const textsOf = ({ client }: Script): Sayings => sayings[client.language];

/** The story's own words, or else what people usually say then. */
function say(script: Script, own: string | undefined, usual: readonly string[]): string {
  return told(own ?? usual[script.number % usual.length]!, script);
}

const built = ({ story: { solution, key } }: Script) => {
  if ('reply' in solution) throw new Error(`The story ${key} is answered, not built.`);
  return solution;
};

const staff = (minutes: StepRule['minutes'], take: StepRule['take']): StepRule => ({
  side: 'staff',
  minutes,
  take,
});
const client = (minutes: StepRule['minutes'], take: StepRule['take']): StepRule => ({
  side: 'client',
  minutes,
  take,
});
const awaited = (rule: StepRule): StepRule => ({ ...rule, paused: true });

const pick = (assignee: (script: Script) => Staff) =>
  staff([15, 150], ({ scope }, script, id) =>
    pickUp(scope, script.supporter, id, { assigneeId: assignee(script).id }),
  );

const sign = (minutes: StepRule['minutes']) =>
  awaited(client(minutes, ({ scope }, { reporter }, id) => signOff(scope, reporter, id)));

/** Every step that can follow on a report, with who takes it and how soon. */
export const stepRules = {
  pick: pick(({ solver, supporter, story }) => ('reply' in story.solution ? supporter : solver)),
  pickSelf: pick(({ supporter }) => supporter),
  assign: staff([5, 60], ({ scope }, { supporter, solver }, id) =>
    assign(scope, supporter, id, { assigneeId: solver.id }),
  ),
  unassign: staff([60, 200], ({ scope }, { solver }, id) => assign(scope, solver, id, { assigneeId: null })),
  ask: staff([10, 90], ({ scope }, script, id) =>
    ask(scope, script.supporter, id, { body: told(script.story.asked, script) }),
  ),
  answer: awaited(
    client([60, 900], async (stage, script, id) => {
      const files = await sent(stage, script, script.reporter, script.story.sends);
      return addMessage(stage.scope, script.reporter, id, {
        body: told(script.story.answered, script),
        ...files,
      });
    }),
  ),
  byPhone: awaited(
    staff([60, 300], ({ scope }, script, id) =>
      enterAnswer(scope, script.supporter, id, { body: told(script.story.answered, script) }),
    ),
  ),
  add: client([20, 240], ({ scope }, script, id) =>
    addMessage(scope, script.reporter, id, { body: say(script, script.story.added, textsOf(script).added) }),
  ),
  reply: staff([15, 90], ({ scope }, script, id) =>
    reply(scope, script.supporter, id, { body: say(script, script.story.replied, textsOf(script).replied) }),
  ),
  note: staff([5, 60], ({ scope }, script, id) => {
    const { solver, supporter, story } = script;
    const calls = solver.id === supporter.id ? '' : `@${supporter.name}: `;
    return addNote(scope, solver, id, { body: calls + told(story.note, script) });
  }),
  adjust: staff([5, 30], ({ scope }, { supporter, story }, id) => {
    if (!story.adjusted) throw new Error(`The story ${story.key} has no adjustment.`);
    return adjustPriority(scope, supporter, id, story.adjusted);
  }),
  move: staff([60, 200], async ({ scope, later }, script, id) => {
    const { expected_at } = await scope.db
      .selectFrom('tickets')
      .select('expected_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const from = expected_at && expected_at > scope.now() ? expected_at : scope.now();
    const reason = say(script, script.story.moved, textsOf(script).moved);
    return moveExpected(scope, script.supporter, id, { expectedAt: later(from, 640), reason });
  }),
  hand: staff([120, 500], ({ scope }, script, id) => {
    const { changed, test } = built(script);
    return handOver(scope, script.solver, id, {
      whatChanged: told(changed, script),
      howToTest: told(test, script),
    });
  }),
  fail: staff([20, 150], ({ scope }, script, id) =>
    failTest(scope, script.tester, id, { reason: say(script, script.story.failed, textsOf(script).failed) }),
  ),
  pass: staff([15, 120], ({ scope }, script, id) =>
    passTest(
      scope,
      script.tester,
      id,
      script.number % 2 ? {} : { remark: say(script, undefined, textsOf(script).testRemark) },
    ),
  ),
  release: staff([5, 45], ({ scope }, script, id) =>
    release(scope, script.supporter, id, { body: told(built(script).release, script) }),
  ),
  give: staff([30, 240], ({ scope }, script, id) => {
    const { solution } = script.story;
    const body = 'reply' in solution ? solution.reply : solution.release;
    return giveAnswer(scope, script.supporter, id, { body: told(body, script) });
  }),
  refuse: awaited(
    client([120, 1_500], ({ scope }, script, id) =>
      refuse(scope, script.reporter, id, {
        body: say(script, script.story.refused, textsOf(script).refused),
      }),
    ),
  ),
  refuseAgain: awaited(
    client([120, 1_500], ({ scope }, script, id) =>
      refuse(scope, script.reporter, id, { body: say(script, undefined, textsOf(script).refusedAgain) }),
    ),
  ),
  sign: sign([60, 2_600]),
  /** After the first reminder, before the silence ends it. */
  signLate: sign([9_200, 12_800]),
  drop: staff([60, 300], ({ scope }, script, id) =>
    drop(scope, script.supporter, id, { reason: say(script, script.story.dropped, textsOf(script).dropped) }),
  ),
  withdraw: client([60, 900], ({ scope }, script, id) =>
    withdraw(scope, script.reporter, id, {
      reason: say(script, script.story.withdrawn, textsOf(script).withdrawn),
    }),
  ),
  reopen: awaited(
    client([1_500, 6_000], ({ scope }, script, id) =>
      reopen(scope, script.reporter, id, {
        body: say(script, script.story.reopened, textsOf(script).reopened),
      }),
    ),
  ),
  watch: client([2, 15], async ({ scope }, { reporter, watcher }, id) => {
    if (watcher) await addWatcher(scope, reporter, id, { email: watcher.email });
  }),
} satisfies Record<string, StepRule>;

export type StepName = keyof typeof stepRules;
