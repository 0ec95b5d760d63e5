import type { Scope } from '#db/scope.ts';
import { euroWords } from '#lib/money.ts';
import { post } from '#mail/outbox.ts';
import { inOwnWords } from '#mail/own-texts.ts';
import { sayDate } from '#ui/time.tsx';
import { spacedIban } from './checks.ts';
import { type InvoiceDocument, totalsOfDocument } from './document.ts';
import { fileName, mediaType } from './files.ts';
import type { Kept } from './publish.ts';
import { invoicesTexts } from './texts.ts';

/** Mails an issued document to the client's invoice address, with its PDF and the UBL that is usual there. */
export async function sendInvoice(scope: Scope, document: InvoiceDocument, kept: Kept): Promise<string> {
  const { kind, number, language, buyer, seller, dueOn } = document;
  const say = (await inOwnWords(scope.db, invoicesTexts))(language);
  const amount = euroWords(totalsOfDocument(document).grossCents, language);
  const day = (date: string) => sayDate(date, { language, timeZone: 'UTC', now: scope.now() });
  const ubl = buyer.country === 'NL' ? 'nlcius' : 'peppol';
  return post(scope, {
    kind: `invoice_${kind}`,
    to: { id: null, name: buyer.name, email: buyer.email, language },
    subject: say(`mail.${kind}.subject`, { invoice: number, agency: seller.name }),
    blocks: [
      {
        paragraph: say(`mail.${kind}.attached`, {
          invoice: number,
          credited_invoice: document.credits?.number ?? '',
        }),
      },
      {
        facts: [
          [say('paper.number'), number],
          [say(`paper.gross.${kind}`), amount],
          ...(dueOn ? [[say('paper.due'), day(dueOn)] as const] : []),
          ...(dueOn ? [['IBAN', spacedIban(seller.iban)] as const] : []),
        ],
      },
      { paragraph: say('mail.question', { email: seller.email }) },
    ],
    attachments: (['pdf', ubl] as const).map((file) => ({
      name: fileName(number, file),
      mediaType: mediaType[file],
      hash: kept[file],
    })),
  });
}
