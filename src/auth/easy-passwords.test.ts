import { expect, test } from 'vitest';
import { refuseEasy } from './easy-passwords.ts';

const about = ['Bureau Voorbeeld', 'Roos Melder', 'roos@bakkerij.example'];

test.each([
  'qwertyuiop',
  'PASSWORD123',
  '1q2w3e4r5t',
  'aaaaaaaaaaaa',
  '1212121212',
  'Welkom2026!!',
  'Nazorg-12345',
  'bureauvoorbeeld1',
  'RoosMelder2026',
  'bakkerij-2026',
])('%s is guessed first', async (password) => {
  await expect(refuseEasy(password, about)).rejects.toThrow();
});

test.each([
  'een lange zin',
  'bakkerij vol krenten',
  '8264 0937 5510',
  'correct horse battery',
  'Жёлтая подлодка',
])('%s is not', async (password) => {
  await expect(refuseEasy(password, about)).resolves.toBeUndefined();
});
