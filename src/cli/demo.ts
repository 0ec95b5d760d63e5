import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Config, ConfigError, readConfig } from '#config.ts';

/** `nazorg demo`: the program on a throw-away data folder with an agency at work. */
export default function register(program: Command): void {
  program
    .command('demo')
    .description('run the program on a throw-away data folder filled with a demo agency')
    .addHelpText(
      'after',
      '\nOf the environment it takes PORT (otherwise 3000, or the next free one), HOST, BASE_URL and LOG_LEVEL.',
    )
    .action(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'nazorg-demo-'));
      // Whatever ends the process, nothing stays behind.
      const remove = () => rmSync(folder, { recursive: true, force: true });
      process.once('exit', remove);
      try {
        // The embedded server of a program started by root runs as another user, who must get through.
        if (process.getuid?.() === 0) await chmod(folder, 0o711);
        await runDemo(demoConfig(folder));
        await rm(folder, { recursive: true, force: true });
      } catch (error) {
        if (error instanceof ConfigError) throw error;
        console.error(error);
        // What was opened half-way would keep the process alive.
        process.exit(1);
      }
    });
}

const taken = ['PORT', 'HOST', 'BASE_URL', 'LOG_LEVEL'].flatMap((name) => [name, `${name}_FILE`]);

/** The environment without a database, a mail server or a secret of one's own: a demo touches none of them. */
function demoConfig(folder: string): Config {
  const env = Object.fromEntries(taken.map((name) => [name, process.env[name]]));
  return readConfig({ ...env, LOG_LEVEL: logLevel(env), DATA_DIR: folder });
}

const logLevel = (env: NodeJS.ProcessEnv) => (env.LOG_LEVEL_FILE ? undefined : env.LOG_LEVEL || 'warn');

async function runDemo(asked: Config): Promise<void> {
  const told = untilTold();
  const [
    { startProgram },
    { seedDemo },
    { demoPassword, welcome },
    { holdPort },
    { createAuth },
    { hashOf },
  ] = await Promise.all([
    import('#main.ts'),
    import('#demo/demo.ts'),
    import('#demo/sign-ins.ts'),
    import('#demo/port.ts'),
    import('#auth/auth.ts'),
    import('#auth/passwords.ts'),
  ]);
  const held = await holdPort(asked.port, asked.host);
  const isOwnAddress = asked.baseUrl === `http://localhost:${asked.port}`;
  const baseUrl = isOwnAddress ? `http://localhost:${held.port}` : asked.baseUrl;
  const config = { ...asked, port: held.port, baseUrl };
  console.error('Filling the demo, which takes some seconds …');
  const program = await startProgram(config, {
    async prepare(scope, files) {
      const auth = createAuth({ db: scope.db, baseUrl, secret: config.secret, sendLink: async () => {} });
      const passwordHash = await hashOf(auth, demoPassword);
      await seedDemo(scope, files, { passwordHash, signal: told.signal });
      await held.release();
    },
  });
  if (!told.signal.aborted) process.stdout.write(welcome(program.url));
  await told.done;
  await program.stop();
}

/** Ends when the process is told to; the second time it leaves at once. */
function untilTold(): { readonly signal: AbortSignal; readonly done: Promise<void> } {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = () => {
    if (signal.aborted) process.exit(1);
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  const done = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  return { signal, done };
}
