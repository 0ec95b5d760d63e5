import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Hono } from 'hono';
import { allow, type Env } from '#auth/web.ts';
import { inTransaction, type Scope } from '#db/scope.ts';
import { agencySubject, record } from '#events/events.ts';
import type { Staff } from '#lib/actor.ts';
import { Invalid, NotFound } from '#lib/errors.ts';
import { forgetOffice } from './office.ts';
import { mayChangeSettings } from './policy.ts';

/** The largest logo, in bytes: it comes with the first page that anybody opens. */
export const largestLogo = 200 * 1024;

/** Pictures that run nothing: an SVG could. */
export const logoKinds = ['image/png', 'image/jpeg', 'image/webp'];

/** Shows this picture in place of the agency's name, or none; `Invalid` where it is no such picture, or too large. */
export async function setLogo(scope: Scope, actor: Staff, bytes: Uint8Array | null): Promise<void> {
  if (!mayChangeSettings(actor)) throw new NotFound();
  const logo = bytes && (await pictureIn(bytes));
  await inTransaction(scope, async (scope) => {
    const { db } = scope;
    await db.selectFrom('agency').select('id').forUpdate().executeTakeFirstOrThrow();
    if (logo)
      await db
        .insertInto('logos')
        .values(logo)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    const hash = logo?.hash ?? null;
    await db.updateTable('agency').set({ logo: hash }).execute();
    await db.deleteFrom('logos').where('hash', 'is distinct from', hash).execute();
    forgetOffice(db);
    const type = hash ? 'agency.logo_changed' : 'agency.logo_removed';
    await record(scope, actor, { type, subject: agencySubject, data: hash ? { hash } : {} });
  });
}

async function pictureIn(bytes: Uint8Array) {
  if (bytes.length === 0) throw new Invalid({ logo: 'required' });
  if (bytes.length > largestLogo) throw new Invalid({ logo: 'logo_too_large' });
  const media_type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!logoKinds.includes(media_type)) throw new Invalid({ logo: 'logo_kind' });
  return { hash: createHash('sha256').update(bytes).digest('hex'), media_type, bytes: Buffer.from(bytes) };
}

/** The logo as every page shows it, also to who is not signed in. Its address changes with it, so it may be kept. */
export function logoRoutes(app: Hono<Env>, { db }: Scope): void {
  app.get('/logo/:hash', allow('anyone'), async (c) => {
    const hash = c.req.param('hash');
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new NotFound();
    const logo = await db
      .selectFrom('logos')
      .select(['media_type', 'bytes'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (!logo) throw new NotFound();
    return c.body(new Uint8Array(logo.bytes), 200, {
      'Content-Type': logo.media_type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}
