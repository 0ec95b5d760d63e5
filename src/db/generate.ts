import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import { startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { packageRoot } from '#lib/root.ts';

const path = join(packageRoot, 'src', 'db', 'types.ts');

/** The types of the tables, from a throw-away database with every migration; the same for the same migrations. */
export async function generateTypes(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nazorg-types-'));
  const log = { info() {}, warn() {}, error: console.error };
  const server = await startEmbedded({ dataDir, log, durable: false });
  const { db, pool, close } = await openDatabase(server.url, { max: 1 });
  try {
    await migrate(pool);
    return await generate({
      db,
      dialect: new PostgresDialect({ dateParser: 'string' }),
      // What the parsers in open.ts make of them.
      typeMapping: { int8: 'number' },
      excludePattern: 'schema_migrations',
      outFile: null,
    });
  } finally {
    await close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const types = await generateTypes();
  if (!process.argv.includes('--check')) await writeFile(path, types);
  else if ((await readFile(path, 'utf8')) !== types) {
    console.error(
      'src/db/types.ts does not fit the migrations: run `node src/db/generate.ts` and commit it.',
    );
    process.exitCode = 1;
  }
}
