import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const params = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
};
const ways = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};

/** Below so many bytes packing gains nothing. */
const smallest = 1_024;

export interface Packed {
  readonly encoding: keyof typeof ways;
  readonly bytes: Buffer<ArrayBuffer>;
}

/** The bytes of a text packed as a request's `Accept-Encoding` allows, outside the thread that answers; null where it is sent as it is. */
export async function pack(bytes: Buffer, accepted = ''): Promise<Packed | null> {
  if (bytes.length < smallest) return null;
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
      .map((each) => each.split(';')[0]!.trim()),
  );
  const encoding = (['br', 'gzip'] as const).find((each) => taken.has(each));
  return encoding ? { encoding, bytes: (await ways[encoding](bytes)) as Buffer<ArrayBuffer> } : null;
}
