import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Where attachments lie: by the hash of their content, stored once and never changed. */
export interface FileStore {
  /** Keeps the bytes and answers their SHA-256 in hex; the same bytes again cost nothing. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash that `put` answered. */
  get(hash: string): Promise<ReadableStream<Uint8Array>>;
  remove(hash: string): Promise<void>;
}

/**
 * A store in a folder. A file is written beside its place, flushed to the disk and renamed, so that a
 * machine that stops halfway leaves no half file under a hash.
 */
export async function folderStore(folder: string): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (name.startsWith('.half-')) await rm(join(folder, name), { force: true });
  }
  const place = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = place(hash);
      const there = await access(path).then(
        () => true,
        () => false,
      );
      if (there) return hash;
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      const half = join(folder, `.half-${randomUUID()}`);
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
      return hash;
    },
    async get(hash) {
      const path = place(hash);
      await access(path);
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    },
    async remove(hash) {
      await rm(place(hash), { force: true });
    },
  };
}
