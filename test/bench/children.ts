import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '#lib/root.ts';
import type { Answered, Attack, Floor } from './ask.ts';

/** The benchmark's own processes: who sends, who shows the floor, and the program itself. */

const helper = (name: string): ChildProcess =>
  fork(join(packageRoot, 'test', 'bench', name), { serialization: 'advanced', execArgv: [] });

async function tell<T>(child: ChildProcess, message: object): Promise<T> {
  child.send(message);
  const [answer] = (await once(child, 'message')) as [T & { error?: string }];
  if (answer.error) throw new Error(answer.error);
  return answer;
}

export interface Load {
  attack(attack: Attack): Promise<Answered>;
  stop(): void;
}

export function startLoad(): Load {
  const child = helper('load.ts');
  return { attack: (attack) => tell(child, attack), stop: () => void child.kill() };
}

export interface FloorServer {
  /** Takes what to serve; answers its port. */
  serve(floors: Readonly<Record<string, Floor>>): Promise<number>;
  stop(): void;
}

export function startFloor(url: string): FloorServer {
  const child = helper('floor.ts');
  return {
    serve: async (floors) => (await tell<{ port: number }>(child, { url, floors })).port,
    stop: () => void child.kill(),
  };
}

export interface Running {
  readonly url: string;
  readonly port: number;
  /** From the start of the process to its first answer, in milliseconds. */
  readonly startedIn: number;
  /** Memory of the process, in MiB; null where this machine does not say. */
  memory(): Promise<number | null>;
  /** What it has used of the processor so far, in milliseconds; null where this machine does not say. */
  processor(): Promise<number | null>;
  stop(): Promise<void>;
}

export interface ProgramPlace {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** A folder for profiles of `node --cpu-prof`. */
  readonly profiles?: string | undefined;
}

const patience = 60_000;

/** As `serving` in bin/run.js. */
const serving = ['--max-semi-space-size=16', '--max-old-space-size=512'];

/** Starts the built program as it is delivered, and waits for its first answer. */
export async function startBuilt({ dataDir, databaseUrl, profiles }: ProgramPlace): Promise<Running> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const begun = performance.now();
  const prof = profiles ? ['--cpu-prof', '--cpu-prof-dir', profiles] : [];
  const child = spawn(process.execPath, [...prof, ...serving, 'dist/cli.js', 'start'], {
    cwd: packageRoot,
    env: {
      ...{ PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port), BASE_URL: url, LOG_LEVEL: 'warn' },
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  while (!(await answers(`http://127.0.0.1:${port}/healthz`))) {
    if (child.exitCode !== null) throw new Error('The program ended before it answered.');
    if (performance.now() - begun > patience) throw new Error('The program does not answer.');
    await sleep(5);
  }
  return {
    url,
    port,
    startedIn: performance.now() - begun,
    memory: () => memoryOf(child.pid!),
    processor: () => processorOf(child.pid!),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** The resident memory of a process, where the kernel tells. */
async function memoryOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes ? Number(kibibytes) / 1024 : null;
}

/** The time of a process on the processor, where the kernel tells: it counts hundredths of a second. */
async function processorOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // after the name, which may hold anything
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) * 10 : null;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
