import type { Command } from 'commander';
import { readConfig, variables } from '#config.ts';

/** `nazorg start`: the program itself. */
export default function register(program: Command): void {
  const width = Math.max(...variables.map(({ name }) => name.length));
  const lines = variables.map(
    ({ name, explain, otherwise }) => `  ${name.padEnd(width)}  ${explain} (otherwise: ${otherwise})`,
  );
  program
    .command('start')
    .description('run the program until it is told to stop')
    .addHelpText(
      'after',
      `\nEnvironment, each also as NAME_FILE with the path of a file that holds the value:\n${lines.join('\n')}`,
    )
    .action(async () => {
      const config = readConfig();
      const { run } = await import('#main.ts');
      await run(config);
    });
}
