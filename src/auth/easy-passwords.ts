import { createHash } from 'node:crypto';
import { Invalid } from '#lib/errors.ts';

/** Words that people put into a password for this very program, in both languages, whoever they are. */
const usual = [
  'nazorg',
  'welkom',
  'wachtwoord',
  'inloggen',
  'geheim',
  'welcome',
  'password',
  'secret',
  'login',
  'admin',
];
/** So few letters beside such words make nothing harder. */
const fewLetters = 4;
const fewCharacters = 4;
const bytes = 5;

let common: Promise<ReadonlySet<string>> | undefined;

/** Read when somebody chooses a password, and not before. */
const commonOnes = () =>
  (common ??= import('./common-passwords.ts').then(({ commonPasswords }) => {
    const all = Buffer.from(commonPasswords, 'base64');
    return new Set(
      Array.from({ length: all.length / bytes }, (_, at) =>
        all.toString('hex', at * bytes, (at + 1) * bytes),
      ),
    );
  }));

/**
 * Refuses a new password that is guessed first: one of those that most people choose, one of a few characters
 * only, or one that is made of usual words and of `about`: the names and addresses of the person and the agency.
 * Throws `Invalid` at the field `password`.
 */
export async function refuseEasy(password: string, about: readonly string[]): Promise<void> {
  const lower = password.toLowerCase();
  const hash = createHash('sha256')
    .update(lower)
    .digest('hex')
    .slice(0, 2 * bytes);
  const easy =
    new Set(lower).size < fewCharacters || isMadeOf(lower, about) || (await commonOnes()).has(hash);
  if (easy) throw new Invalid({ password: 'password_easy' });
}

function isMadeOf(lower: string, about: readonly string[]): boolean {
  const lettersOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = [...usual, ...about.flatMap(lettersOf)].filter((word) => word.length > 2);
  let rest = lettersOf(lower).join('');
  if (rest.length === 0) return false;
  for (const word of known.toSorted((one, other) => other.length - one.length))
    rest = rest.replaceAll(word, '');
  return rest.length < fewLetters && rest.length < lettersOf(lower).join('').length;
}
