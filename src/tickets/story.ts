import type { Db } from '#db/open.ts';
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
  const rows = await db
    .selectFrom('events as event')
    .leftJoin('messages as message', 'message.id', 'event.message_id')
    .leftJoin('people as person', 'person.id', 'event.actor_id')
    .where('event.subject_id', '=', ticketId)
    .where('event.internal', '=', false)
    .select(['event.id', 'event.at', 'event.type', 'event.data', 'message.id as message_id', 'message.body'])
    .select(['person.id as person_id', 'person.name', 'person.kind'])
    .orderBy('event.id')
    .execute();
  const files = await filesOf(db, ticketId, false);
  return rows.map((row) => ({
    ...baseOf(row),
    internal: false,
    body: row.body,
    files: files.filter((file) => file.place === (row.type === 'reported' ? null : (row.message_id ?? ''))),
  }));
}

/** The whole story of a ticket for staff, oldest first; whoever is no staff gets the public one. */
export async function wholeStory(db: Db, actor: Actor, ticketId: string): Promise<StoryEntry[]> {
  const open: StoryEntry[] = await publicStory(db, ticketId);
  if (!canSeeInternal(actor)) return open;
  const rows = await db
    .selectFrom('events as event')
    .leftJoin('notes as note', 'note.id', 'event.note_id')
    .leftJoin('people as person', 'person.id', 'event.actor_id')
    .where('event.subject_id', '=', ticketId)
    .where('event.internal', '=', true)
    .select(['event.id', 'event.at', 'event.type', 'event.data', 'note.id as note_id', 'note.body'])
    .select(['person.id as person_id', 'person.name', 'person.kind'])
    .orderBy('event.id')
    .execute();
  const files = rows.some(({ note_id }) => note_id) ? await filesOf(db, ticketId, true) : [];
  const internal: InternalEntry[] = rows.map((row) => ({
    ...baseOf(row),
    internal: true,
    note: row.body,
    files: files.filter((file) => row.note_id && file.place === row.note_id),
  }));
  return [...open, ...internal].sort((a, b) => a.id - b.id);
}

interface EventRow {
  id: number;
  at: Date;
  type: string;
  data: unknown;
  person_id: string | null;
  name: string | null;
  kind: 'staff' | 'contact' | null;
}

const baseOf = (row: EventRow) => ({
  id: row.id,
  at: row.at,
  type: row.type,
  by: row.person_id ? { id: row.person_id, name: row.name!, kind: row.kind! } : null,
  data: row.data as Record<string, unknown>,
});

async function filesOf(
  db: Db,
  ticketId: string,
  internal: boolean,
): Promise<(StoryFile & { place: string | null })[]> {
  const rows = await db
    .selectFrom('attachments as attachment')
    .innerJoin('files as file', 'file.hash', 'attachment.file_hash')
    .where('attachment.ticket_id', '=', ticketId)
    .where('attachment.note_id', internal ? 'is not' : 'is', null)
    .select(['attachment.id', 'attachment.name', 'attachment.message_id', 'attachment.note_id'])
    .select(['file.size', 'file.image_type'])
    .orderBy('attachment.created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    size: row.size,
    imageType: row.image_type,
    place: internal ? row.note_id : row.message_id,
  }));
}
