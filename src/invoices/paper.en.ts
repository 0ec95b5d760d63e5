import type { Translated } from '#ui/texts.ts';
import type nl from './paper.nl.ts';

export default {
  kind: { invoice: 'Invoice', credit_note: 'Credit note' },
  rate: {
    standard: '21%',
    reduced: '9%',
    zero: '0%',
    exempt: 'exempt',
    reverse_charge: 'reverse charge',
  },
  paper: {
    invoice: 'Invoice {{number}}',
    credit_note: 'Credit note {{number}}',
    to: 'To',
    number: 'Number',
    issued: 'Date',
    due: 'Due on',
    delivered: 'Delivered',
    period: '{{from}} to {{to}}',
    credits: 'Belongs to',
    credits_of: 'invoice {{number}} of {{day}}',
    buyer_reference: 'Your reference',
    order_reference: 'Your order number',
    kvk: 'Chamber of Commerce (KvK) {{number}}',
    oin: 'OIN {{number}}',
    vat_number: 'VAT number {{number}}',
    iban: 'IBAN {{number}}',
    bic: 'BIC {{number}}',
    lines: { invoice: 'What you agreed to', credit_note: 'What you get back' },
    description: 'Description',
    done_on: 'Done on',
    vat: 'VAT',
    amount: 'Amount',
    ticket: 'ticket {{number}}',
    agreed: 'agreed by {{name}} on {{day}}',
    net: 'Total without VAT',
    of: {
      standard: '21% VAT on {{amount}}',
      reduced: '9% VAT on {{amount}}',
      zero: '0% VAT on {{amount}}',
      exempt: 'Exempt from VAT: {{amount}}',
      reverse_charge: 'VAT reverse charged on {{amount}}',
    },
    gross: { invoice: 'To pay', credit_note: 'You get back' },
    reverse_charge: 'VAT reverse charged (btw verlegd) to VAT number {{number}}.',
    exempt: 'Part of this invoice is exempt from VAT.',
    pay: 'Please pay {{amount}} by {{day}} to {{iban}} in the name of {{name}}, quoting invoice number {{number}}.',
    pay_bic:
      'Please pay {{amount}} by {{day}} to {{iban}} (BIC {{bic}}) in the name of {{name}}, quoting invoice number {{number}}.',
    pay_back:
      'Have you paid invoice {{number}} already? Then we pay {{amount}} back to you. Not yet? Then you may deduct this amount from it.',
  },
  ubl: {
    pay_back: 'To be set off against invoice {{number}}, or paid back.',
    reason: { exempt: 'Exempt from VAT', reverse_charge: 'Reverse charge' },
  },
  mail: {
    invoice: {
      subject: 'Invoice {{invoice}} of {{agency}}',
      attached:
        'Attached to this e-mail is invoice {{invoice}}, as a PDF and as a UBL file for your bookkeeping.',
    },
    credit_note: {
      subject: 'Credit note {{invoice}} of {{agency}}',
      attached:
        'Attached to this e-mail is credit note {{invoice}} for invoice {{credited_invoice}}, as a PDF and as a UBL file for your bookkeeping.',
    },
    question: 'Do you have a question about this amount? E-mail us at {{email}}.',
  },
  csv: {
    number: 'number',
    kind: 'kind',
    issued: 'date',
    due: 'due date',
    client: 'client',
    vat_number: 'VAT number',
    reference: 'reference',
    vat: 'kind of VAT',
    percent: 'VAT percentage',
    net: 'amount without VAT',
    vat_amount: 'VAT',
    gross: 'amount with VAT',
    credits: 'belongs to invoice',
  },
} satisfies Translated<typeof nl>;
