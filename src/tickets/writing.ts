import type { Scope } from '#db/scope.ts';
import { actorId } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { attachTo } from './attachments.ts';
import type { Step } from './step.ts';

/** What somebody writes: the text, and files handed in before under these ids. */
export interface Written {
  readonly body: string;
  readonly attachmentIds?: readonly string[];
}

/** Writes a message that both sides read. Answers its id. */
export async function writeMessage(step: Step, { body, attachmentIds = [] }: Written): Promise<string> {
  const { scope, ticket } = step;
  const id = scope.newId();
  await scope.db
    .insertInto('messages')
    .values({ id, ticket_id: ticket.id, author_id: author(step), at: scope.now(), body })
    .execute();
  await attachTo(scope, author(step), attachmentIds, { ticket_id: ticket.id, message_id: id });
  return id;
}

/** Writes a note that only colleagues at the agency read. Answers its id. */
export async function writeNote(step: Step, { body, attachmentIds = [] }: Written): Promise<string> {
  const { scope, ticket } = step;
  const id = scope.newId();
  await scope.db
    .insertInto('notes')
    .values({ id, ticket_id: ticket.id, author_id: author(step), at: scope.now(), body })
    .execute();
  await attachTo(scope, author(step), attachmentIds, { ticket_id: ticket.id, note_id: id });
  return id;
}

function author({ actor }: Pick<Step, 'actor'> & { scope: Scope }): string {
  const id = actorId(actor);
  if (!id) throw new NotFound();
  return id;
}
