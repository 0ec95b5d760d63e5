import { fileTypeFromBuffer } from 'file-type';
import { sql } from 'kysely';
import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import type { Actor, Person } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import { canSee, canSeeInternal } from './policy.ts';

/** The largest file, in bytes, and the most files of one form. */
export const largestFile = 25 * 1024 * 1024;
export const mostFiles = 10;

/** The kinds of picture that browsers show without running anything. */
const shownImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

export interface HandedIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a form as bytes; throws `Invalid` on `files` when they are too large or too many. */
export async function readFiles(files: readonly File[]): Promise<HandedIn[]> {
  if (files.length > mostFiles) throw new Invalid({ files: 'too_many_files' });
  if (files.some((file) => file.size > largestFile)) throw new Invalid({ files: 'file_too_large' });
  return Promise.all(
    files.map(async (file) => ({
      name: tidyName(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** A file's name without path, control characters or anything that is more than a name. */
export function tidyName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"]/gu, '').trim();
  return clean.slice(-150) || 'bestand';
}

/**
 * Keeps files for a person before they belong to anything, so that a form that was not taken loses none.
 * Answers their ids; `attachTo` gives them their place.
 */
export async function keepFiles(
  scope: Scope,
  store: FileStore,
  person: Person,
  files: readonly HandedIn[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, bytes } of files) {
    const hash = await store.put(bytes);
    const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
    await scope.db
      .insertInto('files')
      .values({
        hash,
        size: bytes.length,
        image_type: shownImages.has(type) ? type : null,
        created_at: scope.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const id = scope.newId();
    await scope.db
      .insertInto('attachments')
      .values({ id, file_hash: hash, name, person_id: person.id, created_at: scope.now() })
      .execute();
    ids.push(id);
  }
  return ids;
}

/** The most files that wait for their form, for one person: forms are sent, or left for a day. */
const mostUnsent = 100;

/** Throws `Invalid` on `files` when a person has more files waiting than anybody sends by hand. */
export async function refuseTooMany(scope: Scope, person: Person): Promise<void> {
  const { waiting } = await scope.db
    .selectFrom('attachments')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('person_id', '=', person.id)
    .where('ticket_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(waiting) >= mostUnsent) throw new Invalid({ files: 'too_many_unsent' });
}

/** The names of files that a person handed in and that have no place yet; others' are left out. */
export async function keptFiles(scope: Scope, person: Person, ids: readonly string[]) {
  const known = ids.filter((id) => isId(id)).slice(0, mostFiles);
  if (known.length === 0) return [];
  return scope.db
    .selectFrom('attachments')
    .select(['id', 'name'])
    .where('id', 'in', known)
    .where('person_id', '=', person.id)
    .where('ticket_id', 'is', null)
    .orderBy('created_at')
    .execute();
}

/** Makes files that a program handed in those of the person in whose name it acts. */
export async function giveFiles(
  scope: Scope,
  ids: readonly string[],
  { from, to }: { from: Person; to: Person },
): Promise<void> {
  if (ids.length === 0 || from.id === to.id) return;
  await scope.db
    .updateTable('attachments')
    .set({ person_id: to.id })
    .where('id', 'in', [...ids])
    .where('person_id', '=', from.id)
    .where('ticket_id', 'is', null)
    .execute();
}

type Place = { ticket_id: string; message_id?: string; note_id?: string };

/** Gives files that `personId` handed in their place. Somebody else's, or placed ones, are left alone. */
export async function attachTo(
  scope: Scope,
  personId: string,
  ids: readonly string[],
  place: Place,
): Promise<void> {
  if (ids.length === 0) return;
  await scope.db
    .updateTable('attachments')
    .set(place)
    .where('id', 'in', [...ids])
    .where('person_id', '=', personId)
    .where('ticket_id', 'is', null)
    .execute();
}

/** An attachment that this actor may read, asked for anew every time; throws `NotFound` otherwise. */
export async function readAttachment(scope: Scope, actor: Actor, id: string) {
  const row = await scope.db
    .selectFrom('attachments as attachment')
    .innerJoin('files as file', 'file.hash', 'attachment.file_hash')
    .innerJoin('tickets as ticket', 'ticket.id', 'attachment.ticket_id')
    .where('attachment.id', '=', id)
    .select([
      'attachment.name',
      'attachment.note_id',
      'file.hash',
      'file.size',
      'file.image_type',
      'ticket.organisation_id',
      'ticket.site_id',
      'ticket.reporter_id',
    ])
    .executeTakeFirst();
  if (!row || !canSee(actor, row) || (row.note_id && !canSeeInternal(actor))) throw new NotFound();
  return {
    name: row.name,
    hash: row.hash,
    size: row.size,
    imageType: row.image_type,
    internal: row.note_id !== null,
  };
}

/** Every column that keeps a file from being forgotten. */
export const filePlaces = [
  ['attachments', 'file_hash'],
  ['acceptances', 'document_hash'],
  ['mail_attachments', 'file_hash'],
  ['invoices', 'pdf_hash'],
  ['invoices', 'nlcius_hash'],
  ['invoices', 'peppol_hash'],
] as const;

/** Forgets files that were handed in over a day ago with forms that were never taken. */
export async function forgetUnsentFiles(scope: Scope, store: FileStore): Promise<void> {
  const dayAgo = new Date(scope.now().getTime() - 24 * 60 * 60 * 1000);
  await scope.db
    .deleteFrom('attachments')
    .where('ticket_id', 'is', null)
    .where('created_at', '<', dayAgo)
    .execute();
  const unused = await scope.db
    .deleteFrom('files')
    .where('created_at', '<', dayAgo)
    .where(({ and, not, exists }) =>
      and(
        filePlaces.map(([table, column]) =>
          not(exists(sql`(select from ${sql.table(table)} where ${sql.ref(column)} = files.hash)`)),
        ),
      ),
    )
    .returning('hash')
    .execute();
  for (const { hash } of unused) await store.remove(hash);
}
