import { personOf, type Web } from '#auth/web.ts';
import { renderPdf } from '#documents/pdf.ts';
import { agencyBilling, organisationBilling } from '#invoices/billing.ts';
import { quotePaper } from './pdf.ts';
import { acceptanceOf } from './queries.ts';
import { findQuote, numberOf } from './quote.ts';

/** Answers with one version of a quote as a PDF, for whoever may read it. */
export async function answerPdf(c: Web, id: string): Promise<Response> {
  const { scope, page } = c.var;
  const quote = await findQuote(scope.db, personOf(c), id);
  const { brand, timeZone } = page;
  const [acceptance, agency, organisation] = await Promise.all([
    acceptanceOf(scope.db, quote.id),
    agencyBilling(scope.db),
    organisationBilling(scope.db, quote.organisationId),
  ]);
  const pdf = await renderPdf(quotePaper({ quote, acceptance, brand, timeZone, agency, organisation }));
  const name = `${quote.language === 'nl' ? 'begroting' : 'quote'}-${numberOf(quote) ?? 'concept'}-${quote.version}.pdf`;
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  });
}
