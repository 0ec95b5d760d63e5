import { expect, test } from 'vitest';
import { numbered } from './numbered.ts';

test('what is beyond Latin-1 stands as its number, the rest as it is, and nothing of it as markup', () => {
  expect(String(numbered('Café’s “één” … 💥 ▲'))).toBe(
    'Café&#8217;s &#8220;één&#8221; &#8230; &#128165; &#9650;',
  );
  expect(String(numbered('<b>&#9650; "…"'))).toBe('&lt;b&gt;&amp;#9650; &quot;&#8230;&quot;');
  expect(String(numbered(''))).toBe('');
});
