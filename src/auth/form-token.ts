import { timingSafeEqual } from 'node:crypto';
import { HTTPException } from 'hono/http-exception';
import { newToken } from '#lib/token.ts';
import { keepCookie, keptCookie } from './cookies.ts';
import { readForm } from './form.ts';
import type { Web } from './web.ts';

const cookie = 'form';
/** The field that every form of ours carries. */
export const tokenField = 'form_token';
const aYear = 365 * 24 * 60 * 60;
const post = 'method="post"';

/**
 * A page as bytes, with the token of this browser in every form, which its cookie holds as well. Another site can have a
 * browser send the cookie along, but read it or set it (`__Host-`) it cannot, and so not fill in the field.
 */
export function withFormTokens(c: Web, text: string): Buffer<ArrayBuffer> {
  const page = encoded(text);
  let at = page.indexOf(post);
  if (at < 0) return Buffer.from(page);
  const kept = keptCookie(c, cookie);
  const token = kept && /^[\w-]{10,100}$/.test(kept) ? kept : newToken();
  if (token !== kept) keepCookie(c, cookie, token, aYear);
  const field = Buffer.from(`<input type="hidden" name="${tokenField}" value="${token}"/>`);
  const parts: Buffer[] = [];
  let done = 0;
  // in a page `>` stands at the end of a tag only, and quotes around attributes only
  for (; at >= 0; at = page.indexOf(post, done)) {
    const end = page.indexOf('>', at) + 1;
    parts.push(page.subarray(done, end), field);
    done = end;
  }
  return Buffer.concat([...parts, page.subarray(done)]);
}

/** Pages are written here first: room for each by itself takes longer to get than to fill. */
let draft = Buffer.allocUnsafeSlow(512 * 1024);
const largestDraft = 4 * 1024 * 1024;

/** A text in UTF-8; the bytes are good until the next is written. */
function encoded(text: string): Buffer {
  const most = text.length * 3;
  if (most > largestDraft) return Buffer.from(text);
  if (most > draft.length) draft = Buffer.allocUnsafeSlow(most * 2);
  return draft.subarray(0, draft.write(text));
}

/**
 * Refuses a form that neither carries the token of its browser nor comes, by what the browser itself says of it
 * (`Sec-Fetch-Site`, which no script can set), from a page of ours. That its `Origin` is ours has been seen to.
 */
export async function refuseForged(c: Web): Promise<void> {
  if (c.req.header('sec-fetch-site') === 'same-origin') return;
  const kept = Buffer.from(keptCookie(c, cookie) ?? '');
  const given = Buffer.from((await readForm(c)).values[tokenField] ?? '');
  const same = kept.length > 0 && kept.length === given.length && timingSafeEqual(kept, given);
  if (!same) throw new HTTPException(403);
}
