import type { Scope } from '#db/scope.ts';
import { insertion } from '#db/statement.ts';
import { type Actor, actorId } from '#lib/actor.ts';

export type SubjectType =
  | 'ticket'
  | 'person'
  /** How somebody comes in; apart from the person, whose form it does not make stale. The id is the person's. */
  | 'sign_in'
  | 'organisation'
  | 'site'
  | 'agency'
  | 'mail'
  | 'quote'
  | 'charge'
  | 'invoice'
  | 'token'
  | 'view';

export interface Happening {
  readonly type: string;
  readonly subject: { readonly type: SubjectType; readonly id: string };
  /** For staff only: no client-facing query reads it. */
  readonly internal?: boolean;
  readonly messageId?: string;
  readonly noteId?: string;
  readonly data?: Record<string, unknown>;
}

/** The subject of what happens to the agency itself and its settings. */
export const agencySubject = { type: 'agency', id: '00000000-0000-0000-0000-000000000001' } as const;

/** Writes one event into the history, as part of the transaction in `scope`. Answers its id. */
export async function record(scope: Scope, actor: Actor, happening: Happening): Promise<number> {
  const [row] = await insertEvent(scope.db, {
    at: scope.now(),
    type: happening.type,
    actor_id: actorId(actor),
    subject_type: happening.subject.type,
    subject_id: happening.subject.id,
    internal: happening.internal ?? false,
    message_id: happening.messageId ?? null,
    note_id: happening.noteId ?? null,
    data: JSON.stringify({ ...happening.data, ...(scope.via ? { via: scope.via } : {}) }),
  });
  return row!.id;
}

const insertEvent = insertion(
  'events',
  [
    ...(['at', 'type', 'actor_id', 'subject_type', 'subject_id'] as const),
    ...(['internal', 'message_id', 'note_id', 'data'] as const),
  ],
  (written) => written.returning('id'),
);
