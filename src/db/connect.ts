import { type KeeperLog, startEmbedded } from '#db/embedded.ts';
import { type Database, openDatabase } from '#db/open.ts';

/** An open database, and the address under which others of this program reach it. */
export type Connected = Database & { readonly url: string };

/**
 * Opens the database that the configuration names: one's own, or the embedded one, which it starts unless it
 * runs already. `close` lets go of both.
 * @throws {DatabaseError} with a sentence that says what to do
 */
export async function connectDatabase(options: {
  dataDir: string;
  databaseUrl?: string;
  log: KeeperLog;
  max?: number;
  prepares?: boolean;
}): Promise<Connected> {
  const { dataDir, databaseUrl, log, max = 10, prepares = true } = options;
  if (databaseUrl) return { ...(await openDatabase(databaseUrl, { max, prepares, log })), url: databaseUrl };
  const server = await startEmbedded({ dataDir, log });
  try {
    const database = await openDatabase(server.url, { max, log });
    const close = () => database.close().then(server.stop);
    return { ...database, url: server.url, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
