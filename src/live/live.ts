import { peopleOfSessions } from '#auth/session.ts';
import type { Scope } from '#db/scope.ts';
import type { Person } from '#lib/actor.ts';
import { canSee, canSeeInternal } from '#tickets/policy.ts';
import { arrive, leave, stay } from './presence.ts';
import { Recent } from './recent.ts';
import type { Signal } from './signal.ts';
import { openStream, type Stream, type Topic } from './stream.ts';

export interface Visit {
  readonly person: Person;
  readonly sessionId: string;
  readonly topic: Topic;
  /** When the page was drawn, in epoch milliseconds. */
  readonly since: number;
}

/** Tells open pages that they are out of date. One for the whole process. */
export interface Live {
  /** A stream of server-sent events for one page; null when the program is about to stop. */
  open(visit: Visit): Promise<ReadableStream | null>;
  /** Takes what a node told, this one among them. */
  tell(signal: Signal): void;
  /** Ends every stream at once; the pages come back to another node, or to this one when it is there again. */
  close(): Promise<void>;
}

/** So many pages of one person hear of changes at once; beyond it the one that was opened first stays still. */
export const streamsPerPerson = 12;
const gather = 40;
const heartbeat = 10_000;
/** A page that is left for another of the same ticket is back by then. */
const leaving = 3_000;

type Told = Extract<Signal, { kind: 'ticket' | 'presence' }>;
type Owned = Parameters<typeof canSee>[1] & { readonly id: string };

export function createLive(scope: Scope, log: { warn(details: object, message: string): void }): Live {
  const streams = new Set<Stream>();
  const now = () => scope.now().getTime();
  const recent = new Recent(now());
  let waiting: Told[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const quietly = (work: Promise<unknown>) =>
    work.catch((error: Error) => log.warn({ reason: error.message }, 'open pages may be out of date'));

  const beat = setInterval(() => {
    if (streams.size > 0) void quietly(lookAfter());
  }, heartbeat);
  beat.unref();

  /** Keeps proxies from taking the silence for an end, and those who signed out from hearing more. */
  async function lookAfter() {
    for (const stream of [...streams]) if (!stream.say(':\n\n')) stream.end();
    await stay(
      scope,
      present().map(({ id }) => id),
    );
    await checkSessions([...streams]);
  }

  const present = () => [...streams].filter(isPresent);

  async function checkSessions(some: readonly Stream[]) {
    if (some.length === 0) return;
    const people = await peopleOfSessions(scope.db, [...new Set(some.map(({ sessionId }) => sessionId))]);
    for (const stream of some) {
      const person = people.get(stream.sessionId);
      if (person) stream.person = person;
      else dismiss(stream);
    }
  }

  async function spread() {
    const signals = waiting;
    waiting = [];
    if (streams.size === 0) return;
    const owned = await ownedTickets(signals);
    for (const stream of [...streams]) {
      const heard = signals.filter((signal) => reaches(stream, signal, owned.get(signal.id)));
      for (const id of new Set(heard.map(({ id }) => id))) refresh(stream, id);
    }
  }

  async function ownedTickets(signals: readonly Told[]): Promise<Map<string, Owned>> {
    const ids = [...new Set(signals.map(({ id }) => id))];
    if (ids.length === 0) return new Map();
    const rows = await scope.db
      .selectFrom('tickets')
      .select(['id', 'organisation_id', 'site_id', 'reporter_id'])
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  }

  return {
    async open({ since, ...visit }) {
      if (closed) return null;
      const own = [...streams].filter(({ person }) => person.id === visit.person.id);
      if (own.length >= streamsPerPerson) dismiss(own[0]!);
      const { stream, body } = openStream({
        ...visit,
        id: scope.newId(),
        onGone(gone) {
          streams.delete(gone);
          if (isPresent(gone) && !closed)
            setTimeout(() => void quietly(leave(scope, gone.id)), leaving).unref();
        },
      });
      streams.add(stream);
      stream.say('retry: 60000\n\n');
      if (isPresent(stream))
        await quietly(
          arrive(scope, { streamId: stream.id, person: stream.person, ticketId: stream.topic.ticket }),
        );
      const missed = recent.since(since);
      const owned = await ownedTickets(missed ?? []);
      if (!missed || missed.some((signal) => reaches(stream, signal, owned.get(signal.id)))) refresh(stream);
      return body;
    },
    tell(signal) {
      if (signal.kind === 'person')
        return void quietly(checkSessions([...streams].filter(({ person }) => person.id === signal.id)));
      if (signal.kind === 'everything') {
        recent.restart(now());
        for (const stream of [...streams]) refresh(stream);
        return void quietly(checkSessions([...streams]));
      }
      recent.add(signal, now());
      if (waiting.push(signal) > 1) return;
      timer = setTimeout(() => void quietly(spread()), gather);
    },
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(timer);
      const left = present().map(({ id }) => id);
      for (const stream of [...streams]) stream.end();
      await quietly(Promise.all(left.map((id) => leave(scope, id))));
    },
  };
}

const isPresent = (stream: Stream): stream is Stream & { topic: { ticket: string } } =>
  stream.person.kind === 'staff' && stream.topic !== 'tickets';

/** Whether a page shows what a signal is about, and its reader may know of it. */
function reaches({ person, topic }: Stream, signal: Told, ticket: Owned | undefined): boolean {
  if (!ticket || !canSee(person, ticket)) return false;
  const isInternal = signal.kind === 'presence' || signal.internal;
  if (isInternal && !canSeeInternal(person)) return false;
  return topic === 'tickets' ? signal.kind === 'ticket' : topic.ticket === signal.id;
}

/** Without a ticket's id where it is not known which one it was. */
function refresh(stream: Stream, ticketId = ''): void {
  if (!stream.say(`event: refresh\ndata: ${ticketId}\n\n`)) stream.end();
}

/** Ends a stream for good: the page does not come back by itself. */
function dismiss(stream: Stream): void {
  stream.say('event: gone\ndata:\n\n');
  stream.end();
}
