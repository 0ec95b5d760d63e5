import type { Db } from '#db/open.ts';
import { statement } from '#db/statement.ts';
import type { Actor } from '#lib/actor.ts';
import { canSeeInternal } from './policy.ts';

/** A file as a page lists it. */
export interface StoryFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** The kind of picture that it truly is, or null for a file that is only downloaded. */
  readonly imageType: string | null;
}

interface EntryBase {
  readonly id: number;
  readonly at: Date;
  readonly type: string;
  /** Who did it; null for the program itself. */
  readonly by: { readonly id: string; readonly name: string; readonly kind: 'staff' | 'contact' } | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly files: readonly StoryFile[];
}

/** What both sides may read. Nothing internal fits into it. */
export interface PublicEntry extends EntryBase {
  readonly internal: false;
  /** The message that belongs to it, if one does. */
  readonly body: string | null;
}

/** What only colleagues at the agency read: notes, tests, assignments, warnings. */
export interface InternalEntry extends EntryBase {
  readonly internal: true;
  readonly note: string | null;
}

export type StoryEntry = PublicEntry | InternalEntry;

/** The story of a ticket as its client reads it, oldest first. The ticket itself was asked for before. */
export async function publicStory(db: Db, ticketId: string): Promise<PublicEntry[]> {
  const [rows, files] = await Promise.all([publicEvents(db, ticketId), publicFiles(db, ticketId)]);
  return rows.map((row) => open(row, files));
}

/** The whole story of a ticket for staff, oldest first; whoever is no staff gets the public one. */
export async function wholeStory(db: Db, actor: Actor, ticketId: string): Promise<StoryEntry[]> {
  if (!canSeeInternal(actor)) return publicStory(db, ticketId);
  const [rows, files] = await Promise.all([allEvents(db, ticketId), allFiles(db, ticketId)]);
  return storyOf(rows, files);
}

/** The whole story, of all that happened and all files of a ticket: for those who may read what is internal. */
export function storyOf(
  rows: Awaited<ReturnType<typeof allEvents>>,
  files: readonly FileRow[],
): StoryEntry[] {
  const onNotes = files.filter(({ note_id }) => note_id);
  const onTheRest = files.filter(({ note_id }) => !note_id);
  return rows.map((row) => (row.internal ? closed(row, onNotes) : open(row, onTheRest)));
}

const events = (db: Db, ticketId: string) =>
  db
    .selectFrom('events as event')
    .leftJoin('people as person', 'person.id', 'event.actor_id')
    .leftJoin('messages as message', 'message.id', 'event.message_id')
    .where('event.subject_id', '=', ticketId)
    .select(['event.id', 'event.at', 'event.type', 'event.data', 'message.body'])
    .select(['person.id as person_id', 'person.name', 'person.kind'])
    .orderBy('event.id');

const publicEvents = statement((db, ticketId: string) =>
  events(db, ticketId).where('event.internal', '=', false).select('message.id as text_id'),
);

/** Everything that happened with a ticket, what is internal as well, oldest first. */
export const allEvents = statement((db, ticketId: string) =>
  events(db, ticketId)
    .leftJoin('notes as note', 'note.id', 'event.note_id')
    .select(['event.internal', 'note.body as note'])
    .select((eb) => eb.fn.coalesce('message.id', 'note.id').as('text_id')),
);

const attached = (db: Db, ticketId: string) =>
  db
    .selectFrom('attachments as attachment')
    .innerJoin('files as file', 'file.hash', 'attachment.file_hash')
    .where('attachment.ticket_id', '=', ticketId)
    .select(['attachment.id', 'attachment.name', 'attachment.message_id', 'attachment.note_id'])
    .select(['file.size', 'file.image_type as imageType'])
    .orderBy('attachment.created_at');

/** All files of a ticket, those of notes as well. */
export const allFiles = statement(attached);
const publicFiles = statement((db, ticketId: string) =>
  attached(db, ticketId).where('attachment.note_id', 'is', null),
);

type FileRow = Awaited<ReturnType<typeof allFiles>>[number];

const open = (row: EventRow & { body: string | null }, files: readonly FileRow[]): PublicEntry => ({
  ...baseOf(row),
  internal: false,
  body: row.body,
  // what was reported with the ticket stands with no message
  files: files.filter((file) => file.message_id === (row.type === 'reported' ? null : (row.text_id ?? ''))),
});

const closed = (row: EventRow & { note: string | null }, files: readonly FileRow[]): InternalEntry => ({
  ...baseOf(row),
  internal: true,
  note: row.note,
  files: files.filter((file) => file.note_id === row.text_id),
});

interface EventRow {
  id: number;
  at: Date;
  type: string;
  data: unknown;
  person_id: string | null;
  name: string | null;
  kind: 'staff' | 'contact' | null;
  /** The message or note that belongs to it. */
  text_id: string | null;
}

const baseOf = (row: EventRow) => ({
  id: row.id,
  at: row.at,
  type: row.type,
  by: row.person_id ? { id: row.person_id, name: row.name!, kind: row.kind! } : null,
  data: row.data as Record<string, unknown>,
});
