import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const period = 30_000;
const digits = 6;
/** A code of the half minute before or after is taken too: clocks differ, and people type. */
const around = [0, -1, 1];
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The half minute in which a moment lies. */
export const stepOf = (at: Date): number => Math.floor(at.getTime() / period);

/** A new secret for an app: 160 bits, in base32 as apps take it. */
export const newSecret = (): string => [...randomBytes(32)].map((byte) => alphabet[byte % 32]).join('');

/** The code that an app shows in a half minute (RFC 6238, SHA-1, six digits). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = mac.at(-1)! & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The half minute of which this is the code, at about the moment `at`; null when it is no such code. */
export function matchingStep(secret: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const steps = around.map((each) => stepOf(at) + each);
  const same = (step: number) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code));
  return steps.filter(same)[0] ?? null;
}

/** What the picture for an app holds: the secret, and the name under which the app shows it. */
export function appAddress(secret: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer.replaceAll(':', ' '))}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
