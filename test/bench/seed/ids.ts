import type { Chance } from '#demo/chance.ts';

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** An id that chance decides. A ticket has 24 of them: with a table they take an eighth of the time of `toString`. */
export function uuid(chance: Chance): string {
  const [a, b, c, d] = [hex(chance), hex(chance), hex(chance), hex(chance)];
  const variant = '89ab'[Number.parseInt(c[0]!, 16) % 4];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

function hex(chance: Chance): string {
  const number = Math.floor(chance.next() * 2 ** 32);
  return (
    bytes[number >>> 24]! +
    bytes[(number >>> 16) & 255]! +
    bytes[(number >>> 8) & 255]! +
    bytes[number & 255]!
  );
}
