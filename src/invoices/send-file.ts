import { idOf, personOf, type Web } from '#auth/web.ts';
import { type InvoiceFile, readInvoiceFile } from './files.ts';

/** Answers with a file of an issued document, to whoever may read it. */
export async function sendFile(c: Web, which: InvoiceFile): Promise<Response> {
  const { scope, files } = c.var;
  const { name, mediaType, hash } = await readInvoiceFile(scope, personOf(c), idOf(c), which);
  return c.body(await files.get(hash), 200, {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  });
}
