import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedParts } from './linked.tsx';

const links = (text: string) => linkedParts(text).flatMap(({ href }) => (href ? [href] : []));

test.each([
  ['Zie https://shop.test/mand.', ['https://shop.test/mand']],
  ['(https://shop.test/mand)', ['https://shop.test/mand']],
  ['https://nl.wikipedia.org/wiki/Roos_(plant), en meer', ['https://nl.wikipedia.org/wiki/Roos_(plant)']],
  ['http://a.test en HTTPS://b.test/x?y=1&z=2#w', ['http://a.test/', 'https://b.test/x?y=1&z=2#w']],
  ['javascript:alert(1) data:text/html,x ftp://a.test www.a.test', []],
  ['https:// https://" http://<script>', []],
])('%s', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test('any text stays as it was, and every link is http or https', () => {
  const texts = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('https://', 'http://a.b/', 'javascript:', ' ', '\n')),
  );
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      expect(
        linkedParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
      expect(links(text).every((href) => /^https?:\/\//.test(href))).toBe(true);
    }),
  );
});
