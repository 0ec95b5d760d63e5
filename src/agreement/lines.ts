import { z } from 'zod';
import { placeOf } from './errors.ts';

/** What comes in; the pieces may break anywhere. */
export type Lines = AsyncIterable<string | Uint8Array>;
export type Write = (text: string) => unknown;

/** Answers a stream line by line with `answer`, which never throws; empty lines are passed over. */
export async function answerLines(
  input: Lines,
  write: Write,
  answer: (line: string) => string,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  const tell = (lines: string[]) => {
    const told = lines.filter((line) => line.trim() !== '').map((line) => `${answer(line)}\n`);
    return told.length > 0 ? write(told.join('')) : undefined;
  };
  for await (const piece of input) {
    const lines = (
      rest + (typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }))
    ).split('\n');
    rest = lines.pop()!;
    await tell(lines);
  }
  await tell([rest + decoder.decode()]);
}

export function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SyntaxError(`this line is not JSON: ${(error as Error).message}`);
  }
}

/** What is wrong with a document and where, in one line. */
export function problemWords(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => placed(path, message)).join('; ');
  return error instanceof Error ? error.message : String(error);
}

export function placed(path: readonly PropertyKey[], message: string): string {
  const place = placeOf(path);
  return place === '' ? message : `${place}: ${message}`;
}
