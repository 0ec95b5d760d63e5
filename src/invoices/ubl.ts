import type { Invoice } from '@e-invoice-eu/core';
import { vatPercent } from '#costs/vat.ts';
import type { Vat } from '#db/types.ts';
import type { Language } from '#lib/language.ts';
import { deliveredIn, type InvoiceDocument, type InvoiceLine, totalsOfDocument } from './document.ts';
import { buyerAddress, partyAddress } from './endpoints.ts';
import { invoicesTexts } from './texts.ts';
import { euros, plain } from './ubl-text.ts';

/** NLCIUS is what Dutch public bodies and bookkeeping take (SI-UBL 2.0); Peppol BIS Billing 3.0 goes everywhere. */
export type UblProfile = 'nlcius' | 'peppol';

const customisation: Record<UblProfile, string> = {
  nlcius: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0',
  peppol: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
};

/** SEPA credit transfer, UNCL 4461. */
const creditTransfer = '58';

/** VAT categories, UNCL 5305. */
const categories: Record<Vat, 'S' | 'Z' | 'E' | 'AE'> = {
  standard: 'S',
  reduced: 'S',
  zero: 'Z',
  exempt: 'E',
  reverse_charge: 'AE',
};

type Ubl = Invoice['ubl:Invoice'];

/**
 * An invoice (380) or credit note (381) in the words of EN 16931. Amounts on a credit note are more than nothing, as
 * the document itself says which way they go.
 */
export function ublOf(document: InvoiceDocument, profile: UblProfile): Invoice {
  const { from, to } = deliveredIn(document);
  const { buyerReference, orderReference, credits, dueOn, language } = document;
  const say = invoicesTexts(language);
  const ubl: Ubl = {
    'cbc:CustomizationID': customisation[profile],
    'cbc:ProfileID': 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    'cbc:ID': document.number,
    'cbc:IssueDate': document.issuedOn,
    ...(dueOn && { 'cbc:DueDate': dueOn }),
    'cbc:InvoiceTypeCode': document.kind === 'invoice' ? '380' : '381',
    'cbc:DocumentCurrencyCode': 'EUR',
    ...(buyerReference && { 'cbc:BuyerReference': plain(buyerReference) }),
    'cac:InvoicePeriod': { 'cbc:StartDate': from, 'cbc:EndDate': to },
    ...(orderReference && { 'cac:OrderReference': { 'cbc:ID': plain(orderReference) } }),
    ...(credits && {
      'cac:BillingReference': [{ 'cac:InvoiceDocumentReference': { 'cbc:ID': credits.number } }],
    }),
    'cac:AccountingSupplierParty': { 'cac:Party': supplier(document) },
    'cac:AccountingCustomerParty': { 'cac:Party': customer(document) },
    'cac:Delivery': { 'cbc:ActualDeliveryDate': to },
    'cac:PaymentMeans': [
      {
        'cbc:PaymentMeansCode': creditTransfer,
        'cbc:PaymentID': document.number,
        'cac:PayeeFinancialAccount': { 'cbc:ID': document.seller.iban },
      },
    ],
    ...(credits && {
      'cac:PaymentTerms': { 'cbc:Note': say('ubl.pay_back', { number: credits.number }) },
    }),
    ...totals(document),
    'cac:InvoiceLine': lines(document),
  };
  return { 'ubl:Invoice': ubl };
}

/** The document as XML with the PDF inside, checked against the library's schema; throws where it does not hold. */
export async function renderUbl(
  document: InvoiceDocument,
  profile: UblProfile,
  pdf: Uint8Array,
): Promise<Uint8Array> {
  const { InvoiceService } = await import('@e-invoice-eu/core');
  const service = new InvoiceService({ log: () => {}, warn: () => {}, error: () => {} });
  const xml = await service.generate(ublOf(document, profile), {
    format: 'UBL',
    lang: document.language,
    embedPDF: true,
    pdf: { buffer: pdf, filename: `${document.number}.pdf`, mimetype: 'application/pdf' },
  });
  return new TextEncoder().encode(String(xml));
}

function supplier({ seller }: InvoiceDocument): Ubl['cac:AccountingSupplierParty']['cac:Party'] {
  return {
    'cbc:EndpointID': seller.kvk,
    'cbc:EndpointID@schemeID': '0106',
    'cac:PartyName': { 'cbc:Name': plain(seller.name) },
    'cac:PostalAddress': partyAddress(seller),
    'cac:PartyTaxScheme': [{ 'cbc:CompanyID': seller.vatNumber, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } }],
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': plain(seller.name),
      'cbc:CompanyID': seller.kvk,
      'cbc:CompanyID@schemeID': '0106',
    },
    'cac:Contact': {
      'cbc:Name': plain(seller.name),
      ...(seller.phone && { 'cbc:Telephone': plain(seller.phone) }),
      'cbc:ElectronicMail': seller.email,
    },
  };
}

function customer({ buyer }: InvoiceDocument): Ubl['cac:AccountingCustomerParty']['cac:Party'] {
  const address = buyerAddress(buyer);
  return {
    'cbc:EndpointID': address.id,
    'cbc:EndpointID@schemeID': address.scheme,
    'cac:PartyName': { 'cbc:Name': plain(buyer.name) },
    'cac:PostalAddress': partyAddress(buyer),
    ...(buyer.vatNumber && {
      'cac:PartyTaxScheme': { 'cbc:CompanyID': buyer.vatNumber, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } },
    }),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': plain(buyer.name),
      ...(buyer.oin
        ? { 'cbc:CompanyID': buyer.oin, 'cbc:CompanyID@schemeID': '0190' as const }
        : buyer.kvk && { 'cbc:CompanyID': buyer.kvk, 'cbc:CompanyID@schemeID': '0106' as const }),
    },
    'cac:Contact': { 'cbc:ElectronicMail': buyer.email },
  };
}

function totals(document: InvoiceDocument): Pick<Ubl, 'cac:TaxTotal' | 'cac:LegalMonetaryTotal'> {
  const { netCents, vatCents, grossCents, perRate } = totalsOfDocument(document);
  return {
    'cac:TaxTotal': [
      {
        'cbc:TaxAmount': euros(vatCents),
        'cbc:TaxAmount@currencyID': 'EUR',
        'cac:TaxSubtotal': perRate.map((each) => ({
          'cbc:TaxableAmount': euros(each.netCents),
          'cbc:TaxableAmount@currencyID': 'EUR',
          'cbc:TaxAmount': euros(each.vatCents),
          'cbc:TaxAmount@currencyID': 'EUR',
          'cac:TaxCategory': { ...category(each.vat), ...exemption(each.vat, document.language), ...scheme },
        })),
      },
    ],
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': euros(netCents),
      'cbc:LineExtensionAmount@currencyID': 'EUR',
      'cbc:TaxExclusiveAmount': euros(netCents),
      'cbc:TaxExclusiveAmount@currencyID': 'EUR',
      'cbc:TaxInclusiveAmount': euros(grossCents),
      'cbc:TaxInclusiveAmount@currencyID': 'EUR',
      'cbc:PayableAmount': euros(grossCents),
      'cbc:PayableAmount@currencyID': 'EUR',
    },
  };
}

function lines({ lines }: InvoiceDocument): Ubl['cac:InvoiceLine'] {
  return lines.map((line, at) => lineOf(line, at + 1)) as Ubl['cac:InvoiceLine'];
}

const lineOf = (line: InvoiceLine, position: number): Ubl['cac:InvoiceLine'][number] => ({
  'cbc:ID': String(position),
  'cbc:InvoicedQuantity': '1',
  // one of it: UN/ECE recommendation 20
  'cbc:InvoicedQuantity@unitCode': 'C62',
  'cbc:LineExtensionAmount': euros(line.amountCents),
  'cbc:LineExtensionAmount@currencyID': 'EUR',
  'cac:InvoicePeriod': { 'cbc:StartDate': line.deliveredOn, 'cbc:EndDate': line.deliveredOn },
  'cac:Item': {
    'cbc:Name': plain(line.description),
    'cac:ClassifiedTaxCategory': { ...category(line.vat), ...scheme },
  },
  'cac:Price': { 'cbc:PriceAmount': euros(line.amountCents), 'cbc:PriceAmount@currencyID': 'EUR' },
});

const scheme = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } as const;

const category = (vat: Vat) =>
  ({ 'cbc:ID': categories[vat], 'cbc:Percent': String(vatPercent[vat]) }) as const;

/** Why no VAT is charged, in words: NLCIUS advises against the code (BR-NL-35). */
const exemption = (vat: Vat, language: Language) =>
  vat === 'exempt' || vat === 'reverse_charge'
    ? { 'cbc:TaxExemptionReason': invoicesTexts(language)(`ubl.reason.${vat}`) }
    : {};
