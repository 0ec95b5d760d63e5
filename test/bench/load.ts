import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import type { Answered, Ask, Attack, Expected } from './ask.ts';

/**
 * The load generator, in a process of its own. It speaks HTTP/1.1 on bare sockets, so that on two cores it
 * takes little from what it measures, and looks into every answer.
 */

process.on('message', (attack: Attack) => {
  run(attack).then(
    (answered) => process.send?.(answered),
    (error: Error) => process.send?.({ error: error.message }),
  );
});

const mostFaults = 5;
const newline = Buffer.from('\r\n\r\n');

async function run({ port, connections, seconds, asks, once }: Attack): Promise<Answered> {
  const latencies: number[] = [];
  const made: string[] = [];
  const faults: string[] = [];
  const prepared = asks.map(prepare);
  let [bytes, faulty, next] = [0, 0, 0];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const work = async () => {
    const connection = new Connection(port);
    await connection.open();
    while (performance.now() < until) {
      if (once && next >= prepared.length) break;
      const request = prepared[next++ % prepared.length]!;
      const sent = performance.now();
      const { head, body } = await connection.send(request.bytes());
      latencies.push(performance.now() - sent);
      bytes += body.length;
      const fault = request.faultOf(head, body, made);
      if (fault && faulty++ < mostFaults) faults.push(`${request.name}: ${fault}`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - begun) / 1000;
  return {
    seconds: took,
    latencies: Float64Array.from(latencies),
    ...{ bytes, made, faults, faulty, spent: Math.min(next, prepared.length) },
  };
}

function prepare({ method, path, headers, body = '', expect }: Ask) {
  const holes = body.split('{once}').length - 1;
  // an id is as long as 36 characters, and `{once}` as 6
  const length = Buffer.byteLength(body) + holes * 30;
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost'];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (method === 'POST') lines.push(`Content-Length: ${length}`);
  const text = `${lines.join('\r\n')}\r\n\r\n${body}`;
  const fixed = Buffer.from(text);
  return {
    name: `${method} ${path}`,
    bytes: () => (holes ? Buffer.from(text.replaceAll('{once}', () => randomUUID())) : fixed),
    faultOf: faultFinder(expect),
  };
}

function faultFinder({ status, contains = [], count, first, made: marker }: Expected) {
  const wanted = contains.map((each) => ({ each, bytes: Buffer.from(each) }));
  const counted = count && { ...count, bytes: Buffer.from(count.of) };
  const [mark, text] = [Buffer.from(first?.mark ?? ''), Buffer.from(first?.text ?? '')];
  return (head: string, body: Buffer, made: string[]): string | null => {
    if (Number(head.slice(9, 12)) !== status)
      return `${head.slice(9, 12)} and not ${status}: ${body.subarray(0, 300)}`;
    for (const { each, bytes } of wanted) if (!body.includes(bytes)) return `“${each}” is missing`;
    if (counted) {
      let times = 0;
      for (let at = body.indexOf(counted.bytes); at >= 0; at = body.indexOf(counted.bytes, at + 1)) times++;
      if (times !== counted.times) return `“${counted.of}” stands there ${times} times, not ${counted.times}`;
    }
    if (first) {
      const at = body.indexOf(mark) + mark.length;
      if (at < mark.length || !body.subarray(at, at + text.length).equals(text))
        return `“${first.text}” does not come first, but ${body.subarray(at, at + text.length)}`;
    }
    if (marker) {
      const whole = head.includes(marker) ? head : body.subarray(0, 20_000).toString('latin1');
      const at = whole.indexOf(marker);
      if (at < 0) return `no id after “${marker}”`;
      made.push(whole.slice(at + marker.length, at + marker.length + 36));
    }
    return null;
  };
}

interface Answer {
  readonly head: string;
  readonly body: Buffer;
}

/** One connection, kept alive, with one request on its way at a time. */
class Connection {
  readonly #socket = new Socket();
  readonly #port: number;
  #received: Buffer[] = [];
  #size = 0;
  /** How many bytes the answer has, once its head is there; -1 where only its last chunk will tell. */
  #wanted: number | null = null;
  #headEnd = 0;
  #resolve: (answer: Answer) => void = () => {};
  #reject: (error: Error) => void = () => {};

  constructor(port: number) {
    this.#port = port;
  }

  open(): Promise<void> {
    this.#socket.setNoDelay(true);
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    const end = (error?: Error) => this.#reject(error ?? new Error('The connection was closed.'));
    this.#socket.on('error', end);
    this.#socket.on('close', () => end());
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      this.#socket.connect(this.#port, '127.0.0.1', resolve);
    });
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      [this.#resolve, this.#reject] = [resolve, reject];
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#reject = () => {};
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#size += chunk.length;
    if (this.#wanted === null) this.#readHead();
    if (this.#wanted === null || this.#size < this.#wanted) return;
    const whole = this.#received.length === 1 ? this.#received[0]! : Buffer.concat(this.#received);
    if (this.#wanted === -1 && !whole.subarray(-7).toString('latin1').endsWith('\r\n0\r\n\r\n')) return;
    const head = whole.toString('latin1', 0, this.#headEnd);
    const rest = whole.subarray(this.#headEnd + newline.length);
    const body = this.#wanted === -1 ? withoutChunks(rest) : rest;
    [this.#received, this.#size, this.#wanted] = [[], 0, null];
    this.#resolve({ head, body });
  }

  #readHead(): void {
    const whole = this.#received.length === 1 ? this.#received[0]! : Buffer.concat(this.#received);
    this.#received = [whole];
    const end = whole.indexOf(newline);
    if (end < 0) return;
    this.#headEnd = end;
    const head = whole.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    const isEmpty = /^HTTP\/1\.1 (204|304)/.test(head);
    if (length !== undefined) this.#wanted = end + newline.length + Number(length);
    else this.#wanted = isEmpty ? end + newline.length : -1;
  }
}

function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (!size) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
