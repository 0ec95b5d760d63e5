import { expect, test } from 'vitest';
import { raw } from '#ui/jsx/runtime.ts';
import { KeptMarkup } from './kept-markup.ts';

test('makes a piece anew when anything that it was made of is another', () => {
  const kept = new KeptMarkup(2);
  let made = 0;
  const show = (place: string, ...of: unknown[]) =>
    String(kept.of(place, of, () => raw(`${place}${++made}`)));
  const agreement = {};
  expect([show('a', 1, agreement), show('a', 1, agreement)]).toEqual(['a1', 'a1']);
  expect([show('a', 2, agreement), show('a', 2, {})]).toEqual(['a2', 'a3']);
  expect(show('b', 2)).toBe('b4');
  expect(show('c', 2)).toBe('c5'); // and the first is let go
  expect([show('b', 2), show('c', 2), show('a', 2, agreement)]).toEqual(['b4', 'c5', 'a6']);
});
