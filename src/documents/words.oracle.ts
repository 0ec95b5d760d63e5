/**
 * The words of a PDF that was written without compression, read back through the tables in which its fonts say
 * what their letters are, with one space between them.
 */
export function wordsOf(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]),
  );
  const letters = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1];
      return [name!, lettersOf(objects.get(table ?? '') ?? '')];
    }),
  );
  const words: string[] = [];
  let font = '';
  for (const [, name, shown] of source.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)) {
    if (name) font = name;
    else {
      const codes = [...shown!.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, run]) => run!.match(/.{4}/g) ?? []);
      words.push(codes.map((code) => letters.get(font)?.[Number.parseInt(code, 16)] ?? '').join(''));
    }
  }
  return words.join(' ').replaceAll(/\s+/g, ' ');
}

/** The letters of a font by their number, from the ranges that follow each other from nought. */
function lettersOf(table: string): string[] {
  const ranges = [...table.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)];
  const written = ranges.flatMap(([, list]) => [...list!.matchAll(/<([0-9a-f ]*)>/g)]);
  return written.map(([, code]) =>
    Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
  );
}
