import type { Command } from 'commander';
import { withDatabase } from '#cli/database.ts';
import { migrate } from '#db/migrate.ts';

/** `nazorg migrate`: what `start` does by itself, for those who want it apart. */
export default function register(program: Command): void {
  program
    .command('migrate')
    .description('bring the tables of the database up to this version')
    .option('--json', 'print the names of the applied migrations as JSON')
    .action(async ({ json }: { json?: true }) => {
      const { applied } = await withDatabase(({ pool }) => migrate(pool));
      if (json) console.log(JSON.stringify({ applied }));
      else console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to do.');
    });
}
