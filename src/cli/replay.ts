import type { Command } from 'commander';
import { replay } from '#agreement/replay.ts';

/** `nazorg replay`: clocks from events, by the very code the program uses. */
export default function register(program: Command): void {
  program
    .command('replay')
    .description('read JSON documents, one a line, from standard input; print the clocks of each')
    .action(async () => {
      await replay(process.stdin, (text) => process.stdout.write(text));
    });
}
