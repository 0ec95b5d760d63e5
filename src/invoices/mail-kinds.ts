import { mailKinds } from '#mail/kinds.ts';
import { invoicesTexts } from './texts.ts';

const facts = (kind: 'invoice' | 'credit_note') =>
  ({
    facts: [
      ['paper.number', 'invoice_number'],
      [`paper.gross.${kind}`, 'amount'],
      ['paper.due', 'due'],
    ],
  }) as const;

/** The mails about invoices, for whoever changes their sentences. */
export const invoiceMails = mailKinds(
  invoicesTexts,
  (['invoice', 'credit_note'] as const).map((kind) => ({
    kind: `invoice_${kind}`,
    group: 'invoices',
    subject: `mail.${kind}.subject`,
    pieces: [`mail.${kind}.attached`, facts(kind), 'mail.question'],
  })),
);
