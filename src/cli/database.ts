import { type Config, readConfig } from '#config.ts';
import { type Connected, connectDatabase } from '#db/connect.ts';

const log = { info() {}, warn: console.error, error: console.error };

/** Runs a command's work on the installation's database, beside a running program or alone. */
export async function withDatabase<T>(
  work: (database: Connected, config: Config) => Promise<T>,
  config = readConfig(),
): Promise<T> {
  const database = await connectDatabase({ ...config, log, max: 2, prepares: config.databasePrepares });
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}
