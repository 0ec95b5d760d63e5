import type { Hono } from 'hono';
import { readForm } from '#auth/form.ts';
import { allow, type Env, idOf, personOf } from '#auth/web.ts';
import { downloadHeaders, fileNames } from '#files/download.ts';
import { Invalid } from '#lib/errors.ts';
import { fieldError } from '#ui/form.tsx';
import { keepFiles, readAttachment, readFiles, refuseTooMany } from '../attachments.ts';

/**
 * `/attachments/:id`: a file, for whoever may see it at this moment. Everything is a download, except what by
 * its own bytes is a picture and is asked for with `?show`; nothing that came from outside ever runs.
 */
export function attachmentRoutes(app: Hono<Env>): void {
  /** A file ahead of its form, which then names it in `kept`: it is sent while the rest is still being typed. */
  app.post('/attachments', allow('person'), async (c) => {
    const { scope, files, page } = c.var;
    const { files: sent } = await readForm(c);
    try {
      await refuseTooMany(scope, personOf(c));
      const [id] = await keepFiles(scope, files, personOf(c), await readFiles(sent.slice(0, 1)));
      return c.json({ id }, id ? 201 : 422);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return c.json({ error: fieldError(error.fields.files ?? '', page.language) }, 422);
    }
  });

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
