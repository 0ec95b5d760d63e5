import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Hono } from 'hono';
import { allow, type Env } from '#auth/web.ts';
import type { Scope } from '#db/scope.ts';
import { NotFound } from '#lib/errors.ts';
import { loadOffice } from '#settings/office.ts';
import { accentSheet } from '#ui/accent.ts';
import { publicFolder } from '#ui/assets.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
};

const brotli = promisify(brotliCompress);

const forAYear = 'public, max-age=31536000, immutable';

/** What browsers fetch beside pages. The names carry a hash of the content, so they may be kept. */
export function assetRoutes(app: Hono<Env>, scope: Scope): void {
  const kept = new Map<string, Buffer>();
  app.get('/assets/:name', allow('anyone'), async (c) => {
    const name = c.req.param('name');
    const type = types[extname(name)];
    if (!type || !/^[\w.-]+$/.test(name)) throw new NotFound();
    const packed = type !== types['.woff2'] && /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    const key = packed ? `${name} br` : name;
    let content = kept.get(key);
    if (!content) {
      const plain = await readFile(join(publicFolder, name)).catch(() => {
        throw new NotFound();
      });
      content = packed ? await brotli(plain) : plain;
      kept.set(key, content);
    }
    return c.body(new Uint8Array(content), 200, {
      'Content-Type': type,
      'Cache-Control': forAYear,
      Vary: 'Accept-Encoding',
      ...(packed ? { 'Content-Encoding': 'br' } : {}),
    });
  });
  app.get('/accent.css', allow('anyone'), async (c) => {
    const { agency } = await loadOffice(scope.db);
    return c.body(accentSheet(agency?.accent ?? '#0b6e4f'), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': forAYear,
    });
  });
}
