import { parseArgs } from 'node:util';

export interface Options {
  readonly tickets: number;
  readonly seconds: number;
  readonly json: string | undefined;
  readonly against: string | undefined;
  readonly only: readonly string[] | undefined;
  readonly data: string | undefined;
  readonly profile: string | undefined;
}

export const help = `Usage: npm run bench [-- options]

Fills a database with a desk, runs the program on it, and measures every job beside the floor of this machine.
Uses a PostgreSQL of its own in a temporary folder, or with DATABASE_URL the empty database that it names.

  --tickets N     how many tickets; a fifth of them is open (50000)
  --seconds S     how long each job is measured at each concurrency (6)
  --only a,b      these jobs: queue, ticket, portal, search, queue-json, ticket-json, messages-json, search-json,
                  report-form, report-api, pick-up, start, browser, deadlines
  --json FILE     writes every figure
  --against FILE  says beside each job how many times slower it is than in the run that wrote this file by --json
  --data FOLDER   keeps the embedded database there, and uses what is in it the next time
  --profile FOLDER  runs the program with node --cpu-prof and leaves the profile there
`;

/** Reads the command line; ends the process with a sentence when it makes no sense. */
export function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        tickets: { type: 'string', default: '50000' },
        seconds: { type: 'string', default: '6' },
        json: { type: 'string' },
        against: { type: 'string' },
        only: { type: 'string' },
        data: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(help);
      process.exit(0);
    }
    return {
      tickets: atLeast(values.tickets, 500, 'tickets'),
      seconds: atLeast(values.seconds, 0.3, 'seconds'),
      only: values.only?.split(','),
      ...{ json: values.json, against: values.against, data: values.data, profile: values.profile },
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exit(1);
  }
}

function atLeast(text: string, least: number, name: string): number {
  const value = Number(text);
  if (!(value >= least)) throw new Error(`--${name} takes a number from ${least} on.`);
  return value;
}
