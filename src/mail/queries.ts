import { sql } from 'kysely';
import { oneMore } from '#db/one-more.ts';
import type { Db } from '#db/open.ts';
import type { MailState } from '#db/types.ts';
import { containing } from '#lib/like.ts';

/** The mails that are shown on one page of the list. */
export const pageSize = 50;

export interface Wanted {
  readonly state: MailState | null;
  /** Letters of the addressee's name or address. */
  readonly to: string;
  /** A ticket's number as people say it. */
  readonly ticket: number | null;
  /** The last mail of the page before. */
  readonly before: string | null;
}

const columns = [
  'mails.id',
  'mails.kind',
  'mails.subject',
  'mails.state',
  'mails.secret',
  'mails.to_name as toName',
  'mails.to_address as toAddress',
  'mails.created_at as createdAt',
  'mails.sent_at as sentAt',
  'mails.attempts',
  'mails.last_error as lastError',
  'mails.ticket_id as ticketId',
  'tickets.number as ticketNumber',
] as const;

/** One page of mails, the newest first; one more than shown when more follow. */
export const listMails = (db: Db, { state, to, ticket, before }: Wanted) =>
  db
    .selectFrom('mails')
    .leftJoin('tickets', 'tickets.id', 'mails.ticket_id')
    .select(columns)
    .$if(state !== null, (query) => query.where('mails.state', '=', state!))
    .$if(to !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('mails.to_address', 'ilike', containing(to)),
          eb('mails.to_name', 'ilike', containing(to)),
        ]),
      ),
    )
    .$if(ticket !== null, (query) => query.where('tickets.number', '=', ticket!))
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(mails.created_at, mails.id) < (select created_at, id from mails where id = ${before})`,
      ),
    )
    .orderBy('mails.created_at', 'desc')
    .orderBy('mails.id', 'desc')
    .limit(oneMore(pageSize))
    .execute();

export type MailListed = Awaited<ReturnType<typeof listMails>>[number];

/** The files that went, or will go, with a mail. */
export const attachedTo = (db: Db, mailId: string) =>
  db
    .selectFrom('mail_attachments as attached')
    .innerJoin('files as file', 'file.hash', 'attached.file_hash')
    .select(['attached.name', 'file.size'])
    .where('attached.mail_id', '=', mailId)
    .orderBy('attached.position')
    .execute();

export type Attachment = Awaited<ReturnType<typeof attachedTo>>[number];

/** One mail with its text. */
export const mailOf = (db: Db, id: string) =>
  db
    .selectFrom('mails')
    .leftJoin('tickets', 'tickets.id', 'mails.ticket_id')
    .select([
      ...columns,
      'mails.text',
      'mails.html',
      'mails.person_id as personId',
      'mails.next_at as nextAt',
    ])
    .where('mails.id', '=', id)
    .executeTakeFirst();

export type MailShown = NonNullable<Awaited<ReturnType<typeof mailOf>>>;

/** How many mails could not be delivered and wait for somebody to look. */
export async function failedMailCount(db: Db): Promise<number> {
  const row = await db
    .selectFrom('mails')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return row.count;
}
