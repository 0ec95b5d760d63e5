import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Floor } from './ask.ts';

/**
 * What this machine can do at best, in a process of its own: a bare Node server that sends the same bytes, one
 * that sends the same rows of one prepared statement as JSON, and one that does a single insert with its commit.
 */

interface Told {
  readonly url: string;
  readonly floors: Readonly<Record<string, Floor>>;
}

let floors: Told['floors'] = {};
let pool: pg.Pool | undefined;
const turns = new Map<string, number>();
const bodies = new Map<string, Buffer>();

const server = createServer(async (request, response) => {
  for await (const _ of request);
  const [, kind, name = ''] = (request.url ?? '').split('/');
  const floor = floors[name]!;
  try {
    if (kind === 'bytes') {
      const body = bodies.get(name)!;
      response.writeHead(200, { 'Content-Type': floor.type, 'Content-Length': body.length }).end(body);
      return;
    }
    const body = Buffer.from(JSON.stringify(kind === 'rows' ? await rowsOf(name, floor) : await insert()));
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
  } catch (error) {
    response.writeHead(500).end((error as Error).message);
  }
});

async function rowsOf(name: string, { statement }: Floor): Promise<unknown> {
  const turn = turns.get(name) ?? 0;
  turns.set(name, turn + 1);
  const values = statement!.values[turn % statement!.values.length]!;
  return (await pool!.query({ name, text: statement!.sql, values: [...values] })).rows;
}

async function insert(): Promise<unknown> {
  const text = 'insert into bench_floor (id, body) values ($1, $2)';
  const id = randomUUID();
  await pool!.query({ name: 'insert', text, values: [id, 'x'.repeat(200)] });
  return { id };
}

process.on('message', async (told: Told) => {
  floors = told.floors;
  for (const [name, { bytes }] of Object.entries(floors)) bodies.set(name, Buffer.from(bytes));
  pool ??= new pg.Pool({ connectionString: told.url, max: 10 });
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.send?.({ port: (server.address() as AddressInfo).port });
});
