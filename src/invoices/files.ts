import { canManageMoney, canSeeCosts } from '#costs/policy.ts';
import type { Scope } from '#db/scope.ts';
import type { Actor } from '#lib/actor.ts';
import { NotFound } from '#lib/errors.ts';
import { invoiceOf } from './queries.ts';

/** The files of an issued document; the last part of their addresses. */
export const invoiceFiles = ['pdf', 'nlcius', 'peppol'] as const;
export type InvoiceFile = (typeof invoiceFiles)[number];

export const mediaType: Record<InvoiceFile, string> = {
  pdf: 'application/pdf',
  nlcius: 'application/xml',
  peppol: 'application/xml',
};

/** A name under which it is saved: `2026-0012.pdf`, `2026-0012-nlcius.xml`. */
export const fileName = (number: string, file: InvoiceFile): string =>
  file === 'pdf' ? `${number}.pdf` : `${number}-${file}.xml`;

/** Where the bytes of a file lie, for managers and for contacts who may see their own costs; else `NotFound`. */
export async function readInvoiceFile(scope: Scope, actor: Actor, id: string, file: InvoiceFile) {
  const invoice = await invoiceOf(scope.db, id);
  if (!invoice) throw new NotFound();
  const may = actor.kind === 'contact' ? canSeeCosts(actor, invoice.organisationId) : canManageMoney(actor);
  if (!may) throw new NotFound();
  return {
    name: fileName(invoice.number, file),
    mediaType: mediaType[file],
    hash: { pdf: invoice.pdfHash, nlcius: invoice.nlciusHash, peppol: invoice.peppolHash }[file],
  };
}
