import type pg from 'pg';
import { limits as tries } from '#auth/throttle.ts';
import type { Ask, Floor } from './ask.ts';
import { type Facts, pickUpsAmong, reportedTickets, reportsAmong } from './facts.ts';
import { rareWord } from './seed/words.ts';
import type { Visitor } from './sessions.ts';
import { byDue, found, oneTicket, rows } from './statements.ts';

export interface Job {
  readonly name: string;
  readonly title: string;
  readonly asks: (pool: pg.Pool) => Promise<readonly Ask[]> | readonly Ask[];
  /** Each request can be sent once only. */
  readonly once?: boolean;
  /** How many of what the answers said was made is there in the database, whole. */
  readonly whole?: (pool: pg.Pool, made: readonly string[]) => Promise<number>;
  /** The floor: the rows of a statement, or a single insert with its commit. */
  readonly floor: Floor['statement'] | 'insert';
}

export interface Doors {
  readonly facts: Facts;
  readonly url: string;
  readonly token: string;
  readonly staffCookie: string;
  readonly contactCookie: string;
  /** Signs in every contact. */
  readonly visitors: () => Promise<readonly Visitor[]>;
  /** Where words are looked for, as far as there is such an address. */
  readonly searchPage: string | null;
  readonly searchApi: string | null;
}

const html = { Accept: 'text/html' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Every job, with what its answers must hold. */
export function jobsFor(doors: Doors): Job[] {
  const { facts, url, token } = doors;
  const staff = { ...html, Cookie: doors.staffCookie };
  const contact = { ...html, Cookie: doors.contactCookie };
  const program = { Accept: 'application/json', Authorization: `Bearer ${token}` };
  const get = (path: string, headers: Ask['headers'], expect: Omit<Ask['expect'], 'status'>): Ask => ({
    method: 'GET',
    path,
    headers,
    expect: { status: 200, ...expect },
  });
  const [queueFirst, newestFirst] = [facts.queue[0]!, facts.newest[0]!];
  const jobs: (Job | null)[] = [
    {
      name: 'queue',
      title: 'queue page, 50 rows, HTML',
      asks: () => [
        get('/desk', staff, {
          contains: [queueFirst.subject, facts.queue.at(-1)!.subject, '</html>'],
          count: { of: 'data-row="', times: 50 },
          first: { mark: 'data-row="', text: `/desk/tickets/${queueFirst.id}"` },
        }),
      ],
      floor: { sql: `${rows} where ticket.closed_at is null ${byDue} limit 50`, values: [[]] },
    },
    {
      name: 'ticket',
      title: 'ticket with 3 messages, HTML',
      asks: () =>
        facts.tickets.map(({ id, subject, bodies }) =>
          get(`/desk/tickets/${id}`, staff, { contains: [subject, ...bodies, '</html>'] }),
        ),
      floor: { sql: oneTicket, values: facts.tickets.map(({ id }) => [id]) },
    },
    {
      name: 'portal',
      title: 'list in the portal, HTML',
      asks: () => [
        get('/', contact, {
          contains: [facts.portal.first.subject, '</html>'],
          count: { of: '<h3', times: facts.portal.shown },
          first: { mark: 'href="/tickets/', text: `${facts.portal.first.id}"` },
        }),
      ],
      floor: {
        sql: `${rows} where ticket.closed_at is null and ticket.organisation_id =
              (select organisation_id from people where id = $1) order by ticket.number desc limit 51`,
        values: [[facts.contact.id]],
      },
    },
    doors.searchPage === null
      ? null
      : {
          name: 'search',
          title: 'search for a word in 100 tickets, HTML',
          asks: () => [
            get(`${doors.searchPage}${rareWord}`, staff, { contains: [rareWord, '100', '</html>'] }),
          ],
          floor: found(facts),
        },
    {
      name: 'queue-json',
      title: 'list of 50 open tickets, JSON',
      asks: () => [
        get('/api/v1/tickets?open=true&limit=50', program, {
          contains: [newestFirst.subject],
          count: { of: '"subject":"', times: 50 },
          first: { mark: '"id":"', text: newestFirst.id },
        }),
      ],
      floor: {
        sql: `${rows} where ticket.closed_at is null order by ticket.number desc limit 50`,
        values: [[]],
      },
    },
    {
      name: 'ticket-json',
      title: 'one ticket, JSON',
      asks: () =>
        facts.tickets.map(({ id, subject }) =>
          get(`/api/v1/tickets/${id}`, program, { contains: [`"subject":"${subject}"`] }),
        ),
      floor: { sql: `${rows} where ticket.id = $1`, values: facts.tickets.map(({ id }) => [id]) },
    },
    {
      name: 'messages-json',
      title: 'its 3 messages, JSON',
      asks: () =>
        facts.tickets.map(({ id, bodies }) =>
          get(`/api/v1/tickets/${id}/messages`, program, {
            contains: bodies.map((body) => `"body":"${body}`),
            count: { of: '"body":"', times: 3 },
          }),
        ),
      floor: {
        sql: 'select id, author_id, at, body from messages where ticket_id = $1 order by at',
        values: facts.tickets.map(({ id }) => [id]),
      },
    },
    doors.searchApi === null
      ? null
      : {
          name: 'search-json',
          title: 'search for a word in 100 tickets, JSON',
          asks: () => [get(`${doors.searchApi}${rareWord}`, program, { contains: [rareWord] })],
          floor: found(facts),
        },
    {
      name: 'report-form',
      title: 'report a ticket by the form',
      asks: async () => {
        const all = (await doors.visitors()).map(({ cookie, siteId }) => ({
          method: 'POST' as const,
          path: '/report',
          headers: { ...html, Cookie: cookie, ...form, Origin: url, 'Sec-Fetch-Site': 'same-origin' },
          body: `once={once}&siteId=${siteId}&${reported('+', '&')}`,
          expect: { status: 303, made: '/tickets/' },
        }));
        return Array.from({ length: reportsEach }, () => all).flat();
      },
      once: true,
      whole: reportsAmong,
      floor: 'insert',
    },
    {
      name: 'report-api',
      title: 'report a ticket by the API',
      asks: () => [
        {
          method: 'POST',
          path: '/api/v1/tickets',
          headers: { ...program, 'Content-Type': 'application/json' },
          body: JSON.stringify({
            ...Object.fromEntries(new URLSearchParams(reported('+', '&'))),
            ...facts.report,
            channel: 'phone',
          }),
          expect: { status: 201, contains: ['"state":"reported"'], made: '"id":"' },
        },
      ],
      whole: reportsAmong,
      floor: 'insert',
    },
    {
      name: 'pick-up',
      title: 'pick up a ticket by the form',
      asks: async (pool) =>
        (await reportedTickets(pool, mostPickUps)).map((id) => ({
          method: 'POST' as const,
          path: `/desk/tickets/${id}/pick-up`,
          headers: { ...staff, ...form, Origin: url, 'Sec-Fetch-Site': 'same-origin' },
          body: `once={once}&expectedAt=${tomorrow()}`,
          expect: { status: 303, made: '/desk/tickets/' },
        })),
      once: true,
      whole: pickUpsAmong,
      floor: 'insert',
    },
  ];
  return jobs.filter((job) => job !== null);
}

const mostPickUps = 20_000;
/** At each of the two concurrencies: the form takes no more from one person in a quarter of an hour. */
const reportsEach = tries.report.times / 2;

function reported(space: string, and: string): string {
  const words = (length: number) => Array.from({ length }, (_, at) => `woord${at}`).join(space);
  return [
    `subject=${words(6)}`,
    `did=${words(20)}`,
    `happened=${words(30)}`,
    `expected=${words(12)}`,
    'urgency=medium',
    'impact=medium',
  ].join(and);
}

const tomorrow = () => encodeURIComponent(new Date(Date.now() + 86_400_000).toISOString().slice(0, 16));
