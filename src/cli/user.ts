import { type Command, Option } from 'commander';
import { withScope } from '#cli/scope.ts';
import { Invalid } from '#lib/errors.ts';
import type { Language } from '#lib/language.ts';

interface Options {
  readonly email: string;
  readonly name: string;
  readonly role: 'supporter' | 'developer' | 'manager';
  readonly language?: Language;
  readonly json?: true;
}

/** What stands in the way, for the person at the command line. */
class CommandError extends Error {
  override name = 'CommandError';
}

const sentences: Record<string, string> = {
  not_set_up: 'Nazorg is not set up yet: open the set-up link that `nazorg start` prints.',
  deactivated: 'Somebody with this address was deactivated: a manager can activate them again at the desk.',
  not_an_address: 'The address does not make sense: give one such as name@example.nl.',
};

/** `nazorg user invite`: a way in for a colleague, also when every manager is locked out. */
export default function register(program: Command): void {
  const user = program.command('user').description('people at the agency');
  user
    .command('invite')
    .description('invite a colleague, or invite them anew; prints the link, which works once')
    .requiredOption('--email <address>', 'where the invitation goes')
    .requiredOption('--name <name>', 'as others read it')
    .addOption(
      new Option('--role <role>', 'at the agency')
        .choices(['supporter', 'developer', 'manager'])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--language <language>', "of pages and mails; the agency's own when left out").choices([
        'nl',
        'en',
      ]),
    )
    .option('--json', 'print the link and its end as JSON')
    .action(async ({ json, ...input }: Options) => {
      const { inviteFromCommandLine } = await import('#people/command-line.ts');
      const invitation = await withScope((scope) => inviteFromCommandLine(scope, input)).catch(
        (error: unknown) => {
          if (!(error instanceof Invalid)) throw error;
          const [key = ''] = Object.values(error.fields);
          throw new CommandError(
            sentences[key] ?? `This cannot be taken: ${Object.keys(error.fields).join(', ')}.`,
          );
        },
      );
      console.log(json ? JSON.stringify(invitation) : invitation.link);
    });
}
