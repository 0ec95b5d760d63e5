import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '#lib/root.ts';
import { inSource } from '#lib/stack.ts';

// What was compiled once stands beside the program, where only whoever may change the program can write; where that is
// nobody, it is compiled at each start.
enableCompileCache(join(packageRoot, 'dist', '.compiled'));

type Register = (program: Command) => void;

/** Every command, loaded only when it is called for: `replay` shall not wait for a database driver. */
const commands: Record<string, () => Promise<{ default: Register }>> = {
  start: () => import('#cli/start.ts'),
  migrate: () => import('#cli/migrate.ts'),
  backup: () => import('#cli/backup.ts'),
  restore: () => import('#cli/restore.ts'),
  due: () => import('#cli/due.ts'),
  replay: () => import('#cli/replay.ts'),
  coverage: () => import('#cli/coverage.ts'),
  user: () => import('#cli/user.ts'),
  token: () => import('#cli/token.ts'),
  demo: () => import('#cli/demo.ts'),
};

/** Errors whose message is a sentence for the person at the command line. */
const expected = new Set(['ConfigError', 'DatabaseError', 'BackupError', 'CalendarError', 'CommandError']);

const program = new Command('nazorg')
  .description('The aftercare desk for web agencies.')
  .enablePositionalOptions()
  .showHelpAfterError('(add --help to see what there is)');

try {
  const asked = commands[process.argv[2] ?? ''];
  const needed = asked ? [asked] : Object.values(commands);
  for (const load of needed) (await load()).default(program);
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  if (!expected.has(error.name)) {
    error.stack = inSource(error.stack ?? error.message);
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
