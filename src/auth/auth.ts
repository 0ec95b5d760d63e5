import type { Db } from '#db/open.ts';
import type { Engine } from './engine.ts';

export interface AuthOptions {
  readonly db: Db;
  readonly baseUrl: string;
  readonly secret: string;
  /** Mails a link that signs somebody in, and then goes to `next`; called for known addresses only. */
  readonly sendLink: (email: string, token: string, next: string) => Promise<void>;
}

const days = 24 * 60 * 60;

/** How long a link by mail works, in minutes. */
export const linkMinutes = 30;

/** How long somebody stays signed in, in seconds. */
export const sessionSeconds = 30 * days;

/** The code under which better-auth's answer says that it knows who this is. */
export const proven = 'PROVEN';

/** Whom better-auth has found by a password or a link; null when neither belongs to anybody. */
export async function whoIsProven(answer: Response): Promise<string | null> {
  if (answer.status !== 403) return null;
  const { code, message } = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  return code === proven && message ? message : null;
}

/** The shortest password, in characters. */
export const shortestPassword = 10;

/** better-auth as it is set up for us; only signing in needs it, so that it is read when somebody first does. */
export type Auth = () => Promise<Engine>;

export function createAuth(options: AuthOptions): Auth {
  let engine: Promise<Engine> | undefined;
  return () => {
    engine ??= import('./engine.ts').then(({ createEngine }) => createEngine(options));
    return engine;
  };
}
