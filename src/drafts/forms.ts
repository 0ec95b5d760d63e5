/** The forms of a ticket at the desk that keep drafts, and what colleagues see of each while somebody writes in it. */
export const deskForms: Record<string, 'answer' | 'note' | null> = {
  replies: 'answer',
  questions: 'answer',
  answer: 'answer',
  release: 'answer',
  notes: 'note',
  answers: null,
  reopening: null,
  'hand-over': null,
  'test-results': null,
  drop: null,
  'expected-moment': null,
  priority: null,
  findings: null,
  overruling: null,
};

/** Those of a ticket in the portal. */
export const portalForms: readonly string[] = ['message', 'judgement', 'withdrawal', 'reopening', 'report'];
