import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '#db/scope.ts';
import { createWorld, type World } from '../../test/world.ts';
import { deliverMail } from './deliver.ts';
import { sweepOutbox } from './jobs.ts';
import { deliverQueue, type Letter, post } from './outbox.ts';
import { openWire, type Wire } from './wire.ts';

let world: World;
let scope: Scope;
let wire: Wire;
let server: SMTPServer;
/** What the server has taken: the mail as it reads, and whom it was for. */
let taken: { mail: Email; raw: string; recipients: string[] }[];
/** What the server says to the next mails instead of taking them. */
let refusal: { at: 'recipient' | 'data'; code: number } | null;
let jobs: { name: string; data: object; startAfter: Date | undefined }[];
let slow: Promise<void> | null;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (refusal?.at === 'recipient')
        done(Object.assign(new Error('no such user'), { responseCode: refusal.code }));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (refusal) return done(Object.assign(new Error('not now'), { responseCode: refusal.code }));
        await slow;
        const raw = Buffer.concat(chunks).toString();
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ raw, recipients, mail: await PostalMime.parse(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  wire = openWire(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  wire.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

beforeEach(async () => {
  world = await createWorld({ delivers: true });
  [taken, refusal, jobs, slow] = [[], null, [], null];
  scope = {
    ...world.scope,
    enqueue: async (_db, name, data, options) => {
      jobs.push({ name, data, startAfter: options?.startAfter });
    },
  };
});
afterEach(() => world.close());

const letter = (more: Partial<Letter> = {}): Letter => ({
  kind: 'reply',
  to: { id: null, name: 'Roos Melder', email: 'roos@example.test', language: 'nl' },
  subject: 'Antwoord op uw melding',
  blocks: [{ paragraph: 'Het is opgelost.' }],
  ...more,
});
const from = 'Hulp <hulp@bureau.test>';
const deliver = (mailId: string) => deliverMail(scope, wire, { mailId }, { from, files: world.files });
const rowOf = (id: string) =>
  world.scope.db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a mail', () => {
  test('brings its files, byte by byte, and waits while one of them cannot be read', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 factuur');
    const hash = await world.files.put(bytes);
    const row = { hash, size: bytes.length, image_type: null, created_at: world.scope.now() };
    await scope.db.insertInto('files').values(row).execute();
    const attachments = [{ name: 'Factuur 2026-0001.pdf', mediaType: 'application/pdf', hash }];
    const id = await post(scope, letter({ attachments }));
    await world.files.remove(hash);
    await deliver(id);
    expect(taken).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
    await world.files.put(bytes);
    world.at('2026-10-16T10:00:00Z');
    await deliver(id);
    const [{ mail } = { mail: null }] = taken;
    const [attached, ...more] = mail!.attachments;
    expect(more).toEqual([]);
    expect(attached).toMatchObject({ filename: 'Factuur 2026-0001.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(attached!.content as ArrayBuffer)).toEqual(Buffer.from(bytes));
  });

  test('goes out as text and HTML, threaded, and marked as sent by a machine', async () => {
    const first = await post(scope, letter({ thread: 'ticket-1' }));
    const second = await post(scope, letter({ thread: 'ticket-1' }));
    expect(jobs.map(({ name, data }) => [name, data])).toEqual([
      [deliverQueue, { mailId: first }],
      [deliverQueue, { mailId: second }],
    ]);
    await deliver(first);
    await deliver(second);
    const [one, two] = taken.map(({ mail }) => mail);
    expect(one?.messageId).toBe(`<${first}@nazorg.test>`);
    expect(two?.messageId).toBe(`<${second}@nazorg.test>`);
    expect([one?.inReplyTo, one?.references]).toEqual(['<ticket-1@nazorg.test>', '<ticket-1@nazorg.test>']);
    expect(two?.references).toBe('<ticket-1@nazorg.test>');
    expect(one?.from).toMatchObject({ name: 'Hulp', address: 'hulp@bureau.test' });
    expect(one?.to).toMatchObject([{ name: 'Roos Melder', address: 'roos@example.test' }]);
    expect(one?.text).toContain('Het is opgelost.');
    expect(one?.html).toContain('Het is opgelost.');
    const headers = new Map(one?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
    expect(await rowOf(first)).toMatchObject({ state: 'sent', attempts: 1, sent_at: scope.now() });
  });

  test('comes from the sender that the agency chose', async () => {
    await scope.db.updateTable('agency').set({ sender: 'zorg@anders.test' }).execute();
    await deliver(await post(scope, letter()));
    expect(taken[0]?.mail.from).toMatchObject({ name: 'Bureau Voorbeeld', address: 'zorg@anders.test' });
  });

  test('is sent once, however many workers try', async () => {
    const id = await post(scope, letter());
    let go = () => {};
    slow = new Promise((resolve) => {
      go = resolve;
    });
    const all = [1, 2, 3, 4].map(() => deliver(id));
    await Promise.race(all);
    go();
    await Promise.all(all);
    await deliver(id);
    expect(taken).toHaveLength(1);
  });

  test('is not sent again when the database goes away after the server took it', async () => {
    const id = await post(scope, letter());
    const losing: Wire = {
      ...wire,
      async send(mail) {
        await wire.send(mail);
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and state = 'idle in transaction'`.execute(scope.db);
      },
    };
    await expect(deliverMail(scope, losing, { mailId: id }, { from, files: world.files })).rejects.toThrow();
    expect((await rowOf(id)).state).toBe('queued');
    await deliver(id);
    expect((await rowOf(id)).state).toBe('sent');
    expect(taken).toHaveLength(1);
  });

  test('with a link that signs in is emptied once it is gone', async () => {
    const id = await post(
      scope,
      letter({ secret: true, blocks: [{ action: 'In', href: 'https://x.test/TOKEN' }] }),
    );
    await deliver(id);
    expect(taken[0]?.mail.text).toContain('TOKEN');
    expect(await rowOf(id)).toMatchObject({ state: 'sent', text: '', html: '' });
  });

  test.each([
    ['Roos\r\nBcc: evil@evil.test', 'Melding'],
    ['"Roos" <evil@evil.test>, x', 'Melding'],
    ['Roos', 'Melding\r\nBcc: evil@evil.test\r\n\r\nHoi'],
    ['Röös 🥐 مخبز', 'Onderwerp 🥐 مخبز'],
    [`${'lang '.repeat(60)}`, 'x'.repeat(3000)],
  ])('to «%s» about «%s» reaches its addressee and nobody else', async (name, subject) => {
    const to = { id: null, name, email: 'roos@example.test', language: 'nl' as const };
    await deliver(await post(scope, letter({ to, subject })));
    expect(taken).toHaveLength(1);
    expect(taken[0]?.recipients).toEqual(['roos@example.test']);
    expect(taken[0]?.mail.to?.map((each) => each.address)).toEqual(['roos@example.test']);
    expect(taken[0]?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
  });
});

describe('a server that does not take it', () => {
  test('is tried again after 1, 2, 4 … minutes and at most four hours, for three days', async () => {
    refusal = { at: 'data', code: 451 };
    const start = scope.now().getTime();
    const id = await post(scope, letter());
    const pauses: number[] = [];
    while ((await rowOf(id)).state === 'queued') {
      jobs = [];
      const now = scope.now().getTime();
      await deliver(id);
      const [next] = jobs;
      if (!next?.startAfter) break;
      expect(next).toMatchObject({ name: deliverQueue, data: { mailId: id } });
      expect((await rowOf(id)).next_at).toEqual(next.startAfter);
      pauses.push((next.startAfter.getTime() - now) / 60_000);
      // A job too early does nothing.
      world.at(new Date(next.startAfter.getTime() - 60_000).toISOString());
      const { attempts } = await rowOf(id);
      if (pauses.length > 1) await deliver(id);
      expect((await rowOf(id)).attempts).toBe(attempts);
      world.at(next.startAfter.toISOString());
    }
    expect(pauses.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'failed', last_error: expect.stringContaining('not now') });
    expect(scope.now().getTime() - start).toBe(3 * 24 * 60 * 60_000);

    const browser = world.as(world.staff.sam);
    expect(await (await browser.get('/desk/mail')).text()).toContain('1 e-mail kon niet worden bezorgd');
    expect(await (await browser.get(`/desk/mail/${id}`)).text()).toContain('not now');
    refusal = null;
    const once = world.scope.newId();
    for (let press = 0; press < 2; press++)
      expect((await browser.post(`/desk/mail/${id}/delivery`, { once })).status).toBe(303);
    expect((await rowOf(id)).state).toBe('queued');
    await deliver(id);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', last_error: null });
    expect(taken.map(({ mail }) => mail.messageId)).toEqual([`<${id}@nazorg.test>`]);
  });

  test('and knows no such addressee, is not asked again', async () => {
    refusal = { at: 'recipient', code: 550 };
    const id = await post(scope, letter());
    await deliver(id);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  test('or is not there at all, is tried again; a secret stays readable for that', async () => {
    const nobody = openWire('smtp://127.0.0.1:1');
    const id = await post(scope, letter({ secret: true }));
    await deliverMail(scope, nobody, { mailId: id }, { from, files: world.files });
    nobody.close();
    expect(await rowOf(id)).toMatchObject({
      state: 'queued',
      attempts: 1,
      text: expect.stringContaining('opgelost'),
    });
  });
});

test('mails whose job was lost get one again', async () => {
  const lost = await post(scope, letter());
  await deliver(await post(scope, letter()));
  jobs = [];
  await sweepOutbox(scope, 600_000);
  expect(jobs).toEqual([]);
  await sweepOutbox(scope);
  expect(jobs.map(({ data }) => data)).toEqual([{ mailId: lost }]);
  world.at('2026-10-16T10:30:00+02:00');
  await sweepOutbox(scope, 600_000);
  expect(jobs).toHaveLength(2);
});
