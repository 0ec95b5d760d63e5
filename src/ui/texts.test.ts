import { expect, test } from 'vitest';
import { catalogue } from './texts.ts';

const nl = {
  plain: 'Naar de inhoud',
  nested: { deep: 'Met {{who}} om {{time}}, {{who}}' },
  days_one: 'nog {{count}} dag voor {{what}}',
  days_other: 'nog {{count}} dagen voor {{what}}',
};
const en = {
  plain: 'To the content',
  nested: { deep: '{{time}} with {{who}}' },
  days_one: '{{count}} day left for {{what}}',
  days_other: '{{count}} days left for {{what}}',
};
const texts = catalogue(nl, en);

test('says a sentence in each language, with its gaps filled in as they are', () => {
  expect(texts('nl')('plain')).toBe('Naar de inhoud');
  const fill = { who: '{{time}} <b>', time: 9 };
  expect(texts('nl')('nested.deep', fill)).toBe('Met {{time}} <b> om 9, {{time}} <b>');
  expect(texts('en')('nested.deep', fill)).toBe('9 with {{time}} <b>');
  expect(texts('en')('nested.deep', { time: 9 })).toBe('9 with ');
});

test.each([
  [0, 'nog 0 dagen voor u', '0 days left for u'],
  [1, 'nog 1 dag voor u', '1 day left for u'],
  [2, 'nog 2 dagen voor u', '2 days left for u'],
])('says %i with the form that belongs to it', (count, dutch, english) => {
  expect(texts('nl')('days', { count, what: 'u' })).toBe(dutch);
  expect(texts('en')('days', { count, what: 'u' })).toBe(english);
});

test('says what has a name of its own as such while nothing is counted', () => {
  const both = { sites_one: '{{count}} site', sites_other: '{{count}} sites', sites: 'Sites' };
  const say = catalogue(both, both)('nl') as (key: string, fill?: object) => string;
  expect([say('sites'), say('sites', { count: 1 }), say('sites', { count: 3 })]).toEqual([
    'Sites',
    '1 site',
    '3 sites',
  ]);
});

test('says the key where there is no such sentence', () => {
  const say = texts('nl') as (key: string) => string;
  expect(say('nested.none')).toBe('nested.none');
  expect(say('toString')).toBe('toString');
});
