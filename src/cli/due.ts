import { type Command, Option } from 'commander';
import { defaultAgreement } from '#agreement/agreement.ts';
import { dueOf } from '#agreement/due.ts';
import { isInstalled } from '#config.ts';

interface Options {
  readonly priority: 'high' | 'medium' | 'low';
  readonly at?: string;
  readonly language: 'nl' | 'en';
  readonly json?: true;
}

/** `nazorg due`: when a ticket of a priority, reported at a moment, would be due, and how that came about. */
export default function register(program: Command): void {
  program
    .command('due')
    .description('say when response and solution are due, by the agreement in force')
    .addOption(
      new Option('--priority <priority>', 'of the ticket')
        .choices(['high', 'medium', 'low'])
        .makeOptionMandatory(),
    )
    .option(
      '--at <moment>',
      "the report, as 2026-10-23T16:30 in the office's zone or with one of its own; now when left out",
    )
    .addOption(new Option('--language <language>', 'of the words').choices(['nl', 'en']).default('nl'))
    .option('--json', 'print the same as `replay` does')
    .action(async ({ priority, at = new Date().toISOString(), language, json }: Options) => {
      const { json: clocks, text } = dueOf(await agreements(), { priority, at, language });
      console.log(json ? JSON.stringify(clocks) : text);
    });
}

/** The installation's agreement in all versions; the default one where nothing is installed. */
async function agreements() {
  if (!isInstalled()) return [{ validFrom: null, agreement: defaultAgreement }];
  const [{ withDatabase }, { loadOffice }] = await Promise.all([
    import('#cli/database.ts'),
    import('#settings/office.ts'),
  ]);
  const { versions } = await withDatabase(({ db }) => loadOffice(db));
  return versions;
}
