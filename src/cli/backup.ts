import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { backup } from '#backup/backup.ts';
import { withDatabase } from '#cli/database.ts';

/** `nazorg backup`: the whole installation in one file, while the program goes on. */
export default function register(program: Command): void {
  program
    .command('backup')
    .description('write the database and the attachments into one file; the program may go on meanwhile')
    .argument('[file]', 'where to; otherwise nazorg-DATE.tar.gz in this folder')
    .option('--json', 'print the name of the file and what it holds as JSON')
    .action(async (file: string | undefined, { json }: { json?: true }) => {
      const now = new Date();
      const path = resolve(file ?? `nazorg-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar.gz`);
      const { rows, files } = await withDatabase(({ pool }, { dataDir }) =>
        backup({ pool, filesDir: join(dataDir, 'files'), path, now }),
      );
      if (json) return console.log(JSON.stringify({ file: path, rows, files }));
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      console.log(`${path}: ${total} rows, ${files} attachments.`);
      console.error(
        'The secret is not in it: keep SECRET, or the file secret of DATA_DIR, in another place.',
      );
    });
}
