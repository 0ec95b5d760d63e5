import type { Hono } from 'hono';
import { allow, type Env, idOf, personOf } from '#auth/web.ts';
import { readAttachment } from '../attachments.ts';

/**
 * `/attachments/:id`: a file, for whoever may see it at this moment. Everything is a download, except what by
 * its own bytes is a picture and is asked for with `?show`; nothing that came from outside ever runs.
 */
export function attachmentRoutes(app: Hono<Env>): void {
  app.get('/attachments/:id', allow('person'), async (c) => {
    const { scope, files } = c.var;
    const { name, hash, size, imageType } = await readAttachment(scope, personOf(c), idOf(c));
    const shown = imageType !== null && c.req.query('show') !== undefined;
    return c.body(await files.get(hash), 200, {
      'Content-Type': shown ? imageType : 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; ${fileNames(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
  });
}

/** A file's name for old clients in plain ASCII, and for all others as RFC 5987 writes it. */
function fileNames(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
