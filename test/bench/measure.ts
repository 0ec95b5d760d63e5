import type pg from 'pg';
import type { Answered, Ask } from './ask.ts';
import type { FloorServer, Load, Running } from './children.ts';
import type { Job } from './jobs.ts';
import { fetchRaw } from './visit.ts';

export interface Figures {
  readonly perSecond: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Measured {
  readonly job: string;
  readonly title: string;
  readonly connections: number;
  readonly ours: Figures;
  /** The rows of a prepared statement as JSON, or a single insert. */
  readonly floor: Figures;
  /** A bare server that sends the same bytes. */
  readonly bytesFloor: Figures;
  readonly bytes: Bytes;
  /** What the program itself uses of a processor for each request, in milliseconds. */
  readonly processor: number | null;
  readonly faults: readonly string[];
}

interface Bytes {
  readonly plain: number;
  /** Over the wire to a browser. */
  readonly packed: number;
  readonly packing: string;
}

interface Bench {
  readonly pool: pg.Pool;
  readonly program: Running;
  readonly load: Load;
  readonly floor: FloorServer;
  readonly seconds: number;
  /** Called while it works, to look at the memory. */
  readonly watch: () => Promise<void>;
}

/** Ours and both floors by turns, so that what else this machine does meets all three alike. */
const rounds = 3;

/** Measures one job at one concurrency. */
export async function measure(bench: Bench, job: Job, connections: number): Promise<Measured> {
  const { pool, program, load, floor, seconds, watch } = bench;
  const asks = [...(await job.asks(pool))];
  const sample = await sampleOf(program, asks[0]!);
  const statement = job.floor === 'insert' ? {} : { statement: job.floor! };
  const port = await floor.serve({
    [job.name]: { bytes: sample.text, type: sample.type || 'text/html', ...statement },
  });
  const bare = (kind: string): readonly Ask[] => [
    {
      method: kind === 'insert' ? 'POST' : 'GET',
      path: `/${kind}/${job.name}`,
      headers: {},
      expect: { status: 200 },
    },
  ];
  const floorAsks = bare(job.floor === 'insert' ? 'insert' : 'rows');
  const [ours, rows, bytes]: Answered[][] = [[], [], []];
  const faults: string[] = [];
  let [used, served, sent] = [0, 0, 0];
  const attack = async (into: Answered[], at: number, what: readonly Ask[], once = false) => {
    const each = seconds / rounds;
    const own = { port: at, connections, asks: what, once };
    const warm = await load.attack({ ...own, seconds: Math.min(1, each) });
    if (once) asks.splice(0, warm.spent);
    const answered = await load.attack({ ...own, asks: once ? asks : what, seconds: each });
    if (once) asks.splice(0, answered.spent);
    faults.push(...warm.faults, ...answered.faults);
    into.push(answered);
    sent = warm.latencies.length + answered.latencies.length;
    return [...warm.made, ...answered.made];
  };
  for (let round = 0; round < rounds; round++) {
    await attack(rows!, port, floorAsks);
    const before = await program.processor();
    const made = await attack(ours!, program.port, asks, job.once);
    used += ((await program.processor()) ?? Number.NaN) - (before ?? 0);
    served += sent;
    if (job.whole) {
      const whole = await job.whole(pool, made);
      if (whole !== made.length)
        faults.push(`${made.length - whole} of ${made.length} are not there in full`);
    }
    await watch();
    await attack(bytes!, port, bare('bytes'));
  }
  return {
    job: job.name,
    title: job.title,
    connections,
    ours: figuresOf(ours!),
    floor: figuresOf(rows!),
    bytesFloor: figuresOf(bytes!),
    bytes: sample.bytes,
    processor: Number.isNaN(used) ? null : used / served,
    faults,
  };
}

async function sampleOf({ url }: Running, { method, path, headers }: Ask) {
  // what a form answers is no page: its bytes are counted with the rest of the run
  if (method === 'POST') return { text: '', type: 'text/html', bytes: { plain: 0, packed: 0, packing: '' } };
  const plain = await fetchRaw(url + path, headers);
  const packed = await fetchRaw(url + path, { ...headers, 'Accept-Encoding': 'gzip, deflate, br, zstd' });
  return {
    text: plain.body.toString(),
    type: plain.type,
    bytes: { plain: plain.body.length, packed: packed.body.length, packing: packed.encoding },
  };
}

export function figuresOf(all: readonly Answered[]): Figures {
  const count = all.reduce((sum, { latencies }) => sum + latencies.length, 0);
  const seconds = all.reduce((sum, each) => sum + each.seconds, 0);
  const sorted = new Float64Array(count);
  let at = 0;
  for (const { latencies } of all) {
    sorted.set(latencies, at);
    at += latencies.length;
  }
  sorted.sort();
  const part = (share: number) => sorted[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN;
  return { perSecond: count / seconds, median: part(0.5), p95: part(0.95), p99: part(0.99) };
}
