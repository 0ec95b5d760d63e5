import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDesk, type Desk, pathOf } from './desk/desk.fixture.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});
afterAll(() => desk.close());
afterEach(() => expect(desk.faults).toEqual([]));

const mailOf = async (ticketId: string, kind: string) => {
  const mail = (await desk.mails(ticketId)).find((each) => each.kind === kind)!;
  const shown = await desk.sam.get(`/desk/mail/${mail.id}/html`);
  expect(await shown.text()).toBe(mail.html);
  return mail;
};

const typed = [
  'Dit is **vet** en dit `code`.',
  '- een\n- twee',
  '> gezegd',
  'Kijk [hier](https://a.test/x) of op https://b.test/y.',
].join('\n\n');

test('a mail shows in HTML what the page shows, and as text what was typed', async () => {
  const ticket = await desk.report();
  await desk.sam.post(pathOf(ticket, 'replies'), { body: typed });
  const { html, text } = await mailOf(ticket.id, 'reply');
  expect(html).toContain('Dit is <strong>vet</strong> en dit <code ');
  expect(html).toMatch(/<ul style="[^"]*"><li>een<\/li><li>twee<\/li><\/ul>/);
  expect(html).toMatch(/<blockquote style="[^"]*"><p style="[^"]*">gezegd<\/p><\/blockquote>/);
  expect(html).toMatch(/<a href="https:\/\/a\.test\/x"[^>]*>hier<\/a>/);
  expect(html).toMatch(/<a href="https:\/\/b\.test\/y"[^>]*>https:\/\/b\.test\/y<\/a>\./);
  expect(text).toContain(typed.replaceAll(/^/gm, '> '));
});

const ours = /^(html|head|meta|title|body|div|p|a|strong|em|del|ul|ol|li|blockquote|pre|code|table|tr|td)$/;

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![foto](https://spion.test/pixel.png)',
  '[![x](https://spion.test/p.png)](javascript:alert(1))',
  '[klik](javascript:alert(1)) en [klik](data:text/html;base64,PHN2Zz4=)',
  '[erheen](/desk) en [daar](//spion.test)',
  '[a"style="x](https://a.test/"style="background:url(//spion.test))',
  '</blockquote></div><form action=//spion.test>',
])('what a client writes brings nothing along into a mail: %s', async (nasty) => {
  const ticket = await desk.report({ did: nasty, happened: `**${nasty}**` });
  const { html } = await mailOf(ticket.id, 'confirmation');
  for (const [, tag = '', rest = ''] of html.matchAll(/<\/?([a-z]+)((?:\s[^<>]*)?)>/gi)) {
    expect(tag).toMatch(ours);
    expect(rest.replaceAll(/[\w-]+="[^"]*"/g, '').trim(), rest).toMatch(/^\/?$/);
    expect(rest).not.toMatch(/\s(?:src|on\w+|background)=|style="[^"]*url\(/);
    const href = /href="([^"]*)"/.exec(rest)?.[1];
    if (href) expect(href).toMatch(/^https?:\/\/(a\.test\/|nazorg\.test\/|spion\.test\/p)/);
  }
});
