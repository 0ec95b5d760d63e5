import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { agreementSchema, defaultAgreement } from '#agreement/agreement.ts';
import { coverage } from '#agreement/coverage-line.ts';
import type { CoverageTerms } from '#agreement/coverage-rules.ts';
import { parseJson, problemWords } from '#agreement/lines.ts';

/** What stands in the way, for the person at the command line. */
class CommandError extends Error {
  override name = 'CommandError';
}

/** `nazorg coverage`: who pays, from facts, by the very code the program uses. */
export default function register(program: Command): void {
  program
    .command('coverage')
    .description('read JSON documents, one a line, from standard input; print who pays for each, and why')
    .option('--agreement <file>', 'an agreement as JSON, or the parts of it that differ from the default one')
    .action(async ({ agreement }: { agreement?: string }) => {
      const terms = agreement ? await termsIn(agreement) : defaultAgreement.coverage;
      await coverage(process.stdin, (text) => process.stdout.write(text), terms);
    });
}

async function termsIn(file: string): Promise<CoverageTerms> {
  try {
    const given = agreementSchema.partial().parse(parseJson(await readFile(file, 'utf8')));
    return given.coverage ?? defaultAgreement.coverage;
  } catch (error) {
    throw new CommandError(`${file}: ${problemWords(error)}`);
  }
}
