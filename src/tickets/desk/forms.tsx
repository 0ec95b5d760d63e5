import type { FC } from 'hono/jsx';
import type { ActProps } from './act-form.tsx';
import type { ActName } from './acts.ts';
import { JudgeCosts, Overrule } from './cost-forms.tsx';
import { AdjustPriority, Assign, Drop, GiveAnswer, MoveExpected, Watch } from './others.tsx';
import {
  AskResearch,
  ConcludeResearch,
  CorrectMinutes,
  CreditResearch,
  PauseResearch,
  RetractResearch,
  StartResearch,
} from './research-forms.tsx';
import { EnterAnswer, HandOver, PickUp, Release, Reopen, Test } from './steps.tsx';
import { Write } from './writing.tsx';

/** The form of each act, wherever it stands on the page. */
export const forms: Record<ActName, FC<ActProps>> = {
  'pick-up': PickUp,
  'hand-over': HandOver,
  'test-results': Test,
  release: Release,
  answers: EnterAnswer,
  reopening: Reopen,
  answer: GiveAnswer,
  replies: (props) => <Write {...props} act="replies" />,
  questions: (props) => <Write {...props} act="questions" />,
  notes: (props) => <Write {...props} act="notes" />,
  assignee: Assign,
  'expected-moment': MoveExpected,
  priority: AdjustPriority,
  drop: Drop,
  watchers: Watch,
  findings: JudgeCosts,
  overruling: Overrule,
  'research-question': AskResearch,
  'research-retraction': RetractResearch,
  research: StartResearch,
  'research-pause': PauseResearch,
  'research-conclusion': ConcludeResearch,
  'research-minutes': CorrectMinutes,
  'research-credit': CreditResearch,
};

/** The key under which the texts of an act stand. */
export const textsOf = {
  'pick-up': 'pick_up',
  'hand-over': 'hand_over',
  'test-results': 'test',
  release: 'release',
  answers: 'answers',
  reopening: 'reopen',
  answer: 'answer',
  replies: 'reply',
  questions: 'ask',
  notes: 'note',
  assignee: 'assign',
  'expected-moment': 'moment',
  priority: 'priority',
  drop: 'drop',
  watchers: 'watch',
  findings: 'findings',
  overruling: 'overrule',
  'research-question': 'research.ask',
  'research-retraction': 'research.retract',
  research: 'research.start',
  'research-pause': 'research.pause',
  'research-conclusion': 'research.conclude',
  'research-minutes': 'research.correct',
  'research-credit': 'research.credit',
} as const satisfies Record<ActName, string>;
