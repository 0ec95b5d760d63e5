import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { z } from 'zod';

/** What a backup is of; the first entry of its file. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The applied migrations, in order: the version of the tables. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Manifest = z.output<typeof manifestSchema>;

/** What it held; the last entry, so that a file cut short is noticed. */
export const summarySchema = z.object({ rows: z.record(z.string(), z.number()), files: z.number() });
export type Summary = z.output<typeof summarySchema>;

/** A backup file cannot be written or restored; the message is a sentence for a person. */
export class BackupError extends Error {
  override name = 'BackupError';
}

export interface ArchiveWriter {
  add(name: string, content: string | Buffer): Promise<void>;
  addStream(name: string, size: number, content: Readable): Promise<void>;
}

/** Writes a compressed archive that only we may read; `path` appears when it is complete, or not at all. */
export async function writeArchive(path: string, fill: (archive: ArchiveWriter) => Promise<void>) {
  const draft = `${path}.${process.pid}.part`;
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
  // Awaited below; until then a full disk must not end the program.
  written.catch(() => {});
  try {
    await Promise.race([fill(writerOf(pack)), written]);
    pack.finalize();
    await written;
    await rename(draft, path);
  } catch (error) {
    pack.destroy();
    await written.catch(() => {});
    await rm(draft, { force: true });
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new BackupError(`The backup could not be written (${error.message}).`, { cause: error });
  }
}

function writerOf(pack: tar.Pack): ArchiveWriter {
  const settle = (resolve: () => void, reject: (error: Error) => void) => (error?: Error | null) =>
    error ? reject(error) : resolve();
  return {
    add: (name, content) =>
      new Promise((resolve, reject) => {
        pack.entry({ name, mode: 0o600 }, content, settle(resolve, reject));
      }),
    addStream: (name, size, content) =>
      new Promise((resolve, reject) => {
        const entry = pack.entry({ name, size, mode: 0o600 }, settle(resolve, reject));
        pipeline(content, entry as unknown as NodeJS.WritableStream).catch(reject);
      }),
  };
}

export interface ArchiveEntry {
  name: string;
  content: Readable;
}

/**
 * The entries of an archive, in order; each must be read to its end before the next. What is wrong with the
 * file can show while reading an entry, too: `explainDamage` tells.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const extract = tar.extract();
  const target = extract as unknown as NodeJS.WritableStream;
  const unpacked = pipeline(createReadStream(path), createGunzip(), target);
  unpacked.catch((error) => extract.destroy(error));
  for await (const entry of extract) {
    yield { name: entry.header.name, content: entry as unknown as Readable };
  }
  await unpacked;
}

/** The same error, as a sentence where the file itself is to blame. */
export function explainDamage(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const { code = '', syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === 'open' && message.includes(`'${path}'`)) {
    return new BackupError(`The backup cannot be opened (${message}).`);
  }
  if (!code.startsWith('Z_') && !/^(Unexpected end of data|Invalid tar header)/.test(message)) return error;
  return new BackupError(`${path} is damaged or no backup (${message}): take another one.`);
}
