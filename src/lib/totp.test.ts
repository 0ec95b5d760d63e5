import { expect, test } from 'vitest';
import { appAddress, codeAt, matchingStep, newSecret, stepOf } from './totp.ts';

/** «12345678901234567890», the secret of RFC 6238, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('shows the code of RFC 6238 at second %i', (second, code) => {
  const at = new Date(second * 1000);
  expect(codeAt(secret, stepOf(at))).toBe(code);
  expect(matchingStep(secret, code, at)).toBe(stepOf(at));
});

test('takes a code of the half minute before or after, and no other', () => {
  const at = new Date('2026-11-23T12:00:10Z');
  const steps = [-2, -1, 0, 1, 2].map((each) => matchingStep(secret, codeAt(secret, stepOf(at) + each), at));
  expect(steps).toEqual([null, stepOf(at) - 1, stepOf(at), stepOf(at) + 1, null]);
  for (const odd of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦'])
    expect(matchingStep(secret, odd, at)).toBeNull();
});

test('a secret is 160 bits that apps can read', () => {
  const own = newSecret();
  expect(own).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(own);
  expect(appAddress(own, 'Bureau: Vorm & Co', 'a@b.test')).toBe(
    `otpauth://totp/Bureau%20%20Vorm%20%26%20Co:a%40b.test?secret=${own}&issuer=Bureau%3A%20Vorm%20%26%20Co`,
  );
});
