import type { Db } from '#db/open.ts';
import { type Scope, together } from '#db/scope.ts';
import { statement } from '#db/statement.ts';
import type { Language } from '#lib/language.ts';
import { type Addressee, post } from '#mail/outbox.ts';
import { inOwnWords } from '#mail/own-texts.ts';
import type { Block } from '#mail/render.tsx';
import { loadOffice } from '#settings/office.ts';
import { sayFully } from '#ui/time.tsx';
import { clientSide } from './recipients.ts';
import { ticketTexts } from './texts.ts';
import { type Ticket, threadOf } from './ticket.ts';

/** How a ticket's mails are made. None that a client reads takes a note: what is internal has no way in. */

type Say = ReturnType<typeof ticketTexts>;

/** What a mail is written with: its reader's language, and moments said in full in the office's zone. */
export interface Writing {
  readonly say: Say;
  readonly to: Addressee;
  readonly moment: (at: Date) => string;
  readonly language: Language;
}

/** What a mail says between its greeting and the facts. */
export type Blocks = (writing: Writing) => readonly Block[];

/** What may still have to be read when the rest is: it is read along with it. */
type Soon<T> = T | Promise<T>;

/** The names of a ticket's site and of its organisation. */
export interface About {
  readonly site: string;
  readonly organisation: string;
}

interface Draft {
  readonly kind: string;
  /** Left out, it is read. */
  readonly about?: About;
  /** Where the mail leads, other than to the ticket, and what is to be done there. */
  readonly leads?: { readonly path: string; readonly text: (writing: Writing) => string };
  readonly audience: 'client' | 'staff';
  readonly people: Soon<readonly Addressee[]>;
  readonly subject?: (writing: Writing) => string;
  readonly blocks: Soon<Blocks>;
}

/** Writes a mail to each of these people, with the facts of the ticket and the way to it beneath. */
export async function send(scope: Scope, ticket: Ticket, draft: Draft): Promise<void> {
  const [people, blocks, { timeZone }, about, texts] = await together([
    Promise.resolve(draft.people),
    Promise.resolve(draft.blocks),
    loadOffice(scope.db),
    Promise.resolve(draft.about ?? readAbout(scope.db, ticket.site_id)),
    inOwnWords(scope.db, ticketTexts),
  ]);
  const letters = people.map((to) => {
    const say = texts(to.language);
    const moment = (at: Date) => sayFully(at, { language: to.language, timeZone, now: scope.now() });
    const writing = { say, to, moment, language: to.language };
    const fill = { number: ticket.number, subject: ticket.subject };
    return post(scope, {
      kind: draft.kind,
      to,
      ticketId: ticket.id,
      thread: threadOf(ticket.id),
      subject: draft.subject?.(writing) ?? say('mail.subject', fill),
      blocks: [
        ...blocks(writing),
        {
          facts: [
            [say('mail.fact.ticket'), `${ticket.number} – ${ticket.subject}`],
            [say('mail.fact.site'), about.site],
            ...(draft.audience === 'staff'
              ? [[say('mail.fact.organisation'), about.organisation] as const]
              : []),
            [say('mail.fact.priority'), say(`priority.${ticket.priority}`)],
          ],
        },
        {
          action: draft.leads?.text(writing) ?? say('mail.open'),
          href: `${scope.baseUrl}${draft.audience === 'staff' ? '/desk' : ''}/tickets/${ticket.id}${draft.leads?.path ?? ''}`,
        },
      ],
    });
  });
  await together(letters);
}

const readAbout = async (db: Db, siteId: string): Promise<About> => (await siteNames(db, siteId))[0]!;

const siteNames = statement((db, siteId: string) =>
  db
    .selectFrom('sites as site')
    .innerJoin('organisations as organisation', 'organisation.id', 'site.organisation_id')
    .select(['site.name as site', 'organisation.name as organisation'])
    .where('site.id', '=', siteId),
);

/** To the reporter and those who read along. */
export const toClient = (scope: Scope, ticket: Ticket, kind: string, blocks: Draft['blocks']) =>
  send(scope, ticket, { kind, audience: 'client', people: clientSide(scope, ticket), blocks });

/** To colleagues at the agency. */
export const toStaff = async (
  scope: Scope,
  ticket: Ticket,
  people: readonly Addressee[],
  kind: string,
  blocks: Draft['blocks'],
) => send(scope, ticket, { kind, audience: 'staff', people, blocks });
