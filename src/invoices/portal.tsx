import type { Hono } from 'hono';
import { allow, type Env } from '#auth/web.ts';
import { invoiceFiles } from './files.ts';
import { sendFile } from './send-file.ts';

/** The files of a client's invoices, for those of its people who may see its costs. */
export function invoicesPortal(app: Hono<Env>): void {
  for (const file of invoiceFiles)
    app.get(`/costs/invoices/:id/${file}`, allow('contact'), (c) => sendFile(c, file));
}
