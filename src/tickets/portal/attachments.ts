import type { Hono } from 'hono';
import { allow, type Env, idOf, personOf } from '#auth/web.ts';
import { downloadHeaders, fileNames } from '#files/download.ts';
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
      ...downloadHeaders(name),
      ...(shown ? { 'Content-Type': imageType, 'Content-Disposition': `inline; ${fileNames(name)}` } : {}),
      'Content-Length': String(size),
    });
  });
}
