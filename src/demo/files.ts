import { crc32, deflateSync } from 'node:zlib';
import type { HandedIn } from '#tickets/attachments.ts';
import type { Sample } from './stories/story.ts';

/** The files that clients send along, made here; a number makes each differ from the others. */
export const sampleFile: Record<Sample, (number: number) => HandedIn> = {
  picture: (number) => ({ name: `schermafbeelding-${number}.png`, bytes: screenshot(number) }),
  table: (number) => ({ name: `overzicht-${number}.csv`, bytes: table(number) }),
  log: (number) => ({ name: `meldingen-${number}.txt`, bytes: log(number) }),
};

function table(number: number): Uint8Array {
  const rows = Array.from({ length: 14 }, (_, at) => {
    const order = 10_400 + number * 17 + at;
    const cents = 1_295 + ((number * 7919 + at * 613) % 9_000);
    return `${order};${(at % 5) + 1};${(cents / 100).toFixed(2).replace('.', ',')};${at % 3 ? 'NL' : 'BE'}`;
  });
  return new TextEncoder().encode(`\uFEFFbestelling;aantal;bedrag;land\r\n${rows.join('\r\n')}\r\n`);
}

function log(number: number): Uint8Array {
  const lines = Array.from({ length: 20 }, (_, at) => {
    const time = `${String(7 + Math.floor(at / 6)).padStart(2, '0')}:${String((at * 9 + number) % 60).padStart(2, '0')}`;
    return `${time}  POST /contact  ${at % 4 ? '200' : '503'}  ${120 + ((number * 31 + at * 97) % 4_000)} ms`;
  });
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const width = 480;
const height = 300;

/** A page in a browser with a red bar where something went wrong, as a PNG. */
function screenshot(number: number): Uint8Array {
  const pixels = Buffer.alloc(height * (1 + width * 3), 0xff);
  const fill = (x: number, y: number, w: number, h: number, [r, g, b]: readonly [number, number, number]) => {
    for (let row = y; row < y + h; row++) {
      for (let column = x; column < x + w; column++)
        pixels.set([r, g, b], row * (1 + width * 3) + 1 + column * 3);
    }
  };
  fill(0, 0, width, 26, [226, 229, 234]);
  for (const [at, colour] of (
    [
      [237, 106, 94],
      [245, 191, 79],
      [98, 197, 84],
    ] as const
  ).entries())
    fill(10 + at * 16, 9, 9, 9, colour);
  fill(70, 6, 340, 14, [255, 255, 255]);
  fill(0, 26, width, 40, [(number * 53) % 160, 90, (number * 97) % 190]);
  fill(24, 84, 432, 34, [200, 40, 40]);
  fill(38, 98, 150 + (number % 7) * 30, 6, [255, 255, 255]);
  for (let line = 0; line < 7; line++)
    fill(24, 140 + line * 20, 260 + ((number * 37 + line * 71) % 160), 7, [196, 201, 208]);
  for (let row = 0; row < height; row++) pixels[row * (1 + width * 3)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // eight bits a channel, red, green and blue
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
