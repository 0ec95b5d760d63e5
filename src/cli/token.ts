import { type Command, InvalidArgumentError, Option } from 'commander';
import { scopeNames, scopes, type TokenRole, type TokenScope, tokenRoles } from '#api/scopes.ts';
import { withScope } from '#cli/scope.ts';

interface Create {
  readonly name: string;
  readonly role: TokenRole;
  readonly scope?: TokenScope[];
  readonly expires: number | 'never';
  readonly rate?: number;
  readonly json?: true;
}

/** What stands in the way, for the person at the command line. */
class CommandError extends Error {
  override name = 'CommandError';
}

const sentences: Record<string, string> = {
  scopes: 'A token of this role cannot have one of these scopes: people:write is for the role manager.',
  name: 'The name does not make sense: one line of at most 100 characters.',
};

const days = (value: string): number | 'never' => {
  if (value === 'never') return value;
  if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 36_500) return Number(value);
  throw new InvalidArgumentError('It is a number of days, or never.');
};
const perMinute = (value: string): number => {
  if (/^\d{1,7}$/.test(value) && Number(value) >= 1) return Number(value);
  throw new InvalidArgumentError('It is a whole number, 1 or more.');
};

/** `nazorg token`: tokens for programs that use the API. */
export default function register(program: Command): void {
  const token = program.command('token').description('tokens for programs that use the API');
  token
    .command('create')
    .description('make a token and print it, this once')
    .requiredOption('--name <name>', 'of the program, as the history shows it')
    .addOption(new Option('--role <role>', 'at the agency').choices(tokenRoles).makeOptionMandatory())
    .addOption(
      new Option('--scope <scope...>', 'what it may do; all that its role may when left out').choices(
        scopeNames,
      ),
    )
    .addOption(new Option('--expires <days>', 'when it ends, or never').argParser(days).default(365))
    .addOption(new Option('--rate <number>', 'of requests that it may make in a minute').argParser(perMinute))
    .option('--json', 'print it with its id and its end as JSON')
    .addHelpText('after', `\nScopes:\n${listed(scopes)}`)
    .action((input: Create) => create(input));
  token
    .command('list')
    .description('show every token that there is or was')
    .option('--json', 'print them as JSON')
    .action(({ json }: { json?: true }) => list(json));
  token
    .command('revoke')
    .description('end a token at once')
    .argument('<id>', 'its id, as `token list` shows it')
    .action((id: string) => revoke(id));
}

const listed = (scopes: Record<string, string>): string =>
  Object.entries(scopes)
    .map(([name, meaning]) => `  ${name.padEnd(18)} ${meaning}`)
    .join('\n');

async function create({ name, role, scope: scopes, expires, rate, json }: Create): Promise<void> {
  const [{ createToken }, { tokenSchema }, { program }, { Invalid }] = await Promise.all([
    import('#api/tokens.ts'),
    import('#api/schema.ts'),
    import('#lib/actor.ts'),
    import('#lib/errors.ts'),
  ]);
  const named = tokenSchema.shape.name.safeParse(name);
  if (!named.success) throw new CommandError(sentences.name);
  const made = await withScope((scope) =>
    createToken(scope, program, {
      name: named.data,
      role,
      expiresInDays: expires === 'never' ? null : expires,
      ...(scopes ? { scopes } : {}),
      ...(rate === undefined ? {} : { requestsPerMinute: rate }),
    }),
  ).catch((error: unknown) => {
    if (!(error instanceof Invalid)) throw error;
    throw new CommandError(sentences[Object.keys(error.fields)[0] ?? ''] ?? error.message);
  });
  console.log(json ? JSON.stringify({ ...made, name: named.data, role }) : made.token);
}

async function list(json: true | undefined): Promise<void> {
  const { isValid, listTokens } = await import('#api/queries.ts');
  const [tokens, now] = [await withScope(({ db }) => listTokens(db)), new Date()];
  if (json) return console.log(JSON.stringify(tokens));
  for (const each of tokens) {
    const standing = each.revokedAt ? 'revoked' : isValid(each, now) ? 'works' : 'expired';
    const used = each.lastUsedAt ? `last used ${each.lastUsedAt.toISOString()}` : 'never used';
    console.log([each.id, each.name, each.role, standing, used, each.scopes.join(' ')].join('  '));
  }
  if (tokens.length === 0) console.log('There are no tokens.');
}

async function revoke(id: string): Promise<void> {
  const [{ revokeToken }, { program }, { NotFound }, { isId }] = await Promise.all([
    import('#api/tokens.ts'),
    import('#lib/actor.ts'),
    import('#lib/errors.ts'),
    import('#lib/id.ts'),
  ]);
  const unknown = new CommandError('There is no such token: `nazorg token list` shows them with their ids.');
  if (!isId(id)) throw unknown;
  await withScope((scope) => revokeToken(scope, program, id)).catch((error: unknown) => {
    throw error instanceof NotFound ? unknown : error;
  });
  console.log('Revoked.');
}
