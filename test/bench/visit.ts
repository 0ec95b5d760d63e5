import { request } from 'node:http';
import { password } from './seed/people.ts';

/** Signs somebody in by their password, as a browser does. Answers the cookies that it keeps. */
export async function signIn(url: string, email: string): Promise<string> {
  const page = await fetch(`${url}/sign-in`);
  const kept = cookiesOf(page);
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie: kept.join('; ') },
    body: new URLSearchParams({ email, password }),
  });
  const given = cookiesOf(answer);
  if (answer.status !== 303 || !given.some((each) => each.includes('session_token=')))
    throw new Error(`Nobody could sign in: ${answer.status}.`);
  return [...kept, ...given].join('; ');
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((each) => each.split(';')[0]!);

/** An answer as it comes over the wire. */
export interface Fetched {
  readonly status: number;
  readonly type: string;
  readonly encoding: string;
  readonly body: Buffer;
}

export function fetchRaw(url: string, headers: Record<string, string>): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const sent = request(url.replace('//localhost', '//127.0.0.1'), { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          encoding: answer.headers['content-encoding'] ?? '',
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
