import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { restore } from '#backup/restore.ts';
import { withDatabase } from '#cli/database.ts';

/** `nazorg restore`: a backup into an empty installation. */
export default function register(program: Command): void {
  program
    .command('restore')
    .description('load a backup into an installation without people; refuses any other')
    .argument('<file>', 'what `nazorg backup` wrote')
    .option('--json', 'print what was loaded as JSON')
    .action(async (file: string, { json }: { json?: true }) => {
      const { rows, files } = await withDatabase(({ pool }, { dataDir }) =>
        restore({ pool, filesDir: join(dataDir, 'files'), path: resolve(file) }),
      );
      if (json) return console.log(JSON.stringify({ rows, files }));
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      console.log(`Restored ${total} rows and ${files} attachments.`);
    });
}
