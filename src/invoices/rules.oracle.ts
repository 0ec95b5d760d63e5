import { all, everywhere, type Node, one, readXml } from './xml.oracle.ts';

/**
 * The business rules of EN 16931 (BR), of NLCIUS (BR-NL) and of Peppol BIS Billing 3.0 (PEPPOL, and NL-R for Dutch
 * sellers) that our documents can touch, each by its own id, read from the XML alone.
 */
type Rule = (document: Read) => boolean;

interface Read {
  readonly root: Node;
  readonly nlcius: boolean;
  readonly credit: boolean;
  readonly lines: readonly Node[];
  readonly rates: readonly Node[];
  readonly seller: Node;
  readonly buyer: Node;
}

/** A decimal as a whole number of cents; NaN where it has three decimals or is none. */
const cents = (text: string | undefined): number => {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text ?? '') ?? [];
  return whole ? (sign ? -1 : 1) * (Number(whole) * 100 + Number(part.padEnd(2, '0'))) : Number.NaN;
};
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const isDay = (text: string | undefined) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
const party = (node: Node | undefined) => (node ? all(node, 'cac:Party')[0]! : { ...none });
const none: Node = { name: '', attributes: {}, children: [], text: '' };
const total = ({ root }: Read, name: string) => cents(one(root, `cac:LegalMonetaryTotal/cbc:${name}`));
const rateOf = (rate: Node) => ({
  id: one(rate, 'cac:TaxCategory/cbc:ID'),
  percent: one(rate, 'cac:TaxCategory/cbc:Percent'),
  base: cents(one(rate, 'cbc:TaxableAmount')),
  tax: cents(one(rate, 'cbc:TaxAmount')),
  reason: one(rate, 'cac:TaxCategory/cbc:TaxExemptionReason'),
});
const lineOf = (line: Node) => ({
  id: one(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID'),
  percent: one(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent'),
  net: cents(one(line, 'cbc:LineExtensionAmount')),
  price: cents(one(line, 'cac:Price/cbc:PriceAmount')),
  quantity: Number(one(line, 'cbc:InvoicedQuantity') ?? one(line, 'cbc:CreditedQuantity')),
});
const has = (document: Read, id: string) => document.lines.some((line) => lineOf(line).id === id);
const legal = (node: Node) => all(node, 'cac:PartyLegalEntity/cbc:CompanyID')[0];
const registered = (node: Node) => ['0106', '0190'].includes(legal(node)?.attributes.schemeID ?? '');
const vat = (node: Node) => one(node, 'cac:PartyTaxScheme/cbc:CompanyID');
const country = (node: Node) => one(node, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode');
const addressed = (node: Node) =>
  ['StreetName', 'CityName', 'PostalZone'].every((part) => one(node, `cac:PostalAddress/cbc:${part}`));
const means = ({ root }: Read) => all(root, 'cac:PaymentMeans');
const dutchMeans = (document: Read) =>
  means(document).every((each) =>
    ['30', '48', '49', '57', '58', '59'].includes(one(each, 'cbc:PaymentMeansCode') ?? ''),
  );
const referenced = ({ root }: Read) =>
  Boolean(one(root, 'cbc:BuyerReference') || one(root, 'cac:OrderReference/cbc:ID'));
/** One breakdown for each category and rate, with exactly the lines of it. */
const breakdown = (document: Read, id: string): boolean => {
  const of = document.rates.map(rateOf).filter((rate) => rate.id === id);
  const lines = document.lines.map(lineOf).filter((line) => line.id === id);
  const percents = new Set(lines.map(({ percent }) => percent));
  return (
    of.length === percents.size &&
    of.every(
      (rate) =>
        rate.base === sum(lines.filter(({ percent }) => percent === rate.percent).map(({ net }) => net)),
    )
  );
};
const zeroTax = (document: Read, id: string) =>
  document.rates
    .map(rateOf)
    .every((rate) => rate.id !== id || (rate.tax === 0 && Number(rate.percent) === 0));
const zeroLines = (document: Read, id: string) =>
  document.lines.map(lineOf).every((line) => line.id !== id || Number(line.percent) === 0);
const reasoned = (document: Read, id: string, expected: boolean) =>
  document.rates.map(rateOf).every((rate) => rate.id !== id || Boolean(rate.reason) === expected);
const onlyNlcius =
  (rule: Rule): Rule =>
  (document) =>
    !document.nlcius || rule(document);
const onlyPeppol =
  (rule: Rule): Rule =>
  (document) =>
    document.nlcius || rule(document);

export const rules: Readonly<Record<string, Rule>> = {
  'BR-01': ({ root }) => Boolean(one(root, 'cbc:CustomizationID')),
  'BR-02': ({ root }) => Boolean(one(root, 'cbc:ID')),
  'BR-03': ({ root }) => isDay(one(root, 'cbc:IssueDate')),
  'BR-04': ({ root, credit }) =>
    one(root, credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode') === (credit ? '381' : '380'),
  'BR-05': ({ root }) => one(root, 'cbc:DocumentCurrencyCode') === 'EUR',
  'BR-06': ({ seller }) => Boolean(one(seller, 'cac:PartyLegalEntity/cbc:RegistrationName')),
  'BR-07': ({ buyer }) => Boolean(one(buyer, 'cac:PartyLegalEntity/cbc:RegistrationName')),
  'BR-09': ({ seller }) => Boolean(country(seller)),
  'BR-11': ({ buyer }) => Boolean(country(buyer)),
  'BR-12': (document) => !Number.isNaN(total(document, 'LineExtensionAmount')),
  'BR-13': (document) => !Number.isNaN(total(document, 'TaxExclusiveAmount')),
  'BR-14': (document) => !Number.isNaN(total(document, 'TaxInclusiveAmount')),
  'BR-15': (document) => !Number.isNaN(total(document, 'PayableAmount')),
  'BR-16': ({ lines }) => lines.length > 0,
  'BR-21': ({ lines }) => new Set(lines.map((line) => one(line, 'cbc:ID'))).size === lines.length,
  'BR-22': ({ lines }) => lines.every((line) => !Number.isNaN(lineOf(line).quantity)),
  'BR-23': ({ lines }) =>
    lines.every(
      (line) =>
        all(line, 'cbc:InvoicedQuantity').concat(all(line, 'cbc:CreditedQuantity'))[0]?.attributes.unitCode,
    ),
  'BR-24': ({ lines }) => lines.every((line) => !Number.isNaN(lineOf(line).net)),
  'BR-25': ({ lines }) => lines.every((line) => one(line, 'cac:Item/cbc:Name')),
  'BR-26': ({ lines }) => lines.every((line) => !Number.isNaN(lineOf(line).price)),
  'BR-27': ({ lines }) => lines.every((line) => lineOf(line).price >= 0),
  'BR-29': ({ root }) =>
    (one(root, 'cac:InvoicePeriod/cbc:EndDate') ?? '') >=
    (one(root, 'cac:InvoicePeriod/cbc:StartDate') ?? ''),
  'BR-30': ({ lines }) =>
    lines.every(
      (line) =>
        (one(line, 'cac:InvoicePeriod/cbc:EndDate') ?? '') >=
        (one(line, 'cac:InvoicePeriod/cbc:StartDate') ?? ''),
    ),
  'BR-45': ({ rates }) => rates.every((rate) => !Number.isNaN(rateOf(rate).base)),
  'BR-46': ({ rates }) => rates.every((rate) => !Number.isNaN(rateOf(rate).tax)),
  'BR-47': ({ rates }) => rates.every((rate) => rateOf(rate).id),
  'BR-48': ({ rates }) => rates.every((rate) => rateOf(rate).percent !== undefined),
  'BR-49': (document) => means(document).every((each) => one(each, 'cbc:PaymentMeansCode')),
  'BR-50': (document) => means(document).every((each) => one(each, 'cac:PayeeFinancialAccount/cbc:ID')),
  'BR-55': ({ root }) =>
    all(root, 'cac:BillingReference').every((each) => one(each, 'cac:InvoiceDocumentReference/cbc:ID')),
  'BR-61': (document) =>
    means(document).every(
      (each) =>
        !['30', '58'].includes(one(each, 'cbc:PaymentMeansCode') ?? '') ||
        one(each, 'cac:PayeeFinancialAccount/cbc:ID'),
    ),
  'BR-62': ({ seller }) => all(seller, 'cbc:EndpointID').every(({ attributes }) => attributes.schemeID),
  'BR-63': ({ buyer }) => all(buyer, 'cbc:EndpointID').every(({ attributes }) => attributes.schemeID),
  'BR-CO-04': ({ lines }) => lines.every((line) => lineOf(line).id),
  'BR-CO-09': ({ seller, buyer }) => [seller, buyer].every((each) => /^([A-Z]{2})/.test(vat(each) ?? 'NL')),
  'BR-CO-10': (document) =>
    total(document, 'LineExtensionAmount') === sum(document.lines.map((line) => lineOf(line).net)),
  'BR-CO-13': (document) => total(document, 'TaxExclusiveAmount') === total(document, 'LineExtensionAmount'),
  'BR-CO-14': ({ root, rates }) =>
    cents(one(root, 'cac:TaxTotal/cbc:TaxAmount')) === sum(rates.map((rate) => rateOf(rate).tax)),
  'BR-CO-15': (document) =>
    total(document, 'TaxInclusiveAmount') ===
    total(document, 'TaxExclusiveAmount') + cents(one(document.root, 'cac:TaxTotal/cbc:TaxAmount')),
  'BR-CO-16': (document) => total(document, 'PayableAmount') === total(document, 'TaxInclusiveAmount'),
  'BR-CO-17': ({ rates }) =>
    rates
      .map(rateOf)
      .every(({ base, percent, tax }) => tax === Number((BigInt(base) * BigInt(percent ?? '') + 50n) / 100n)),
  'BR-CO-18': ({ rates }) => rates.length > 0,
  'BR-CO-25': (document) =>
    total(document, 'PayableAmount') <= 0 ||
    isDay(one(document.root, 'cbc:DueDate')) ||
    Boolean(one(document.root, 'cac:PaymentTerms/cbc:Note')),
  'BR-CO-26': ({ seller }) => Boolean(legal(seller) ?? vat(seller)),
  'BR-S-02': (document) => !has(document, 'S') || Boolean(vat(document.seller)),
  'BR-S-05': ({ lines }) => lines.map(lineOf).every(({ id, percent }) => id !== 'S' || Number(percent) > 0),
  'BR-S-08': (document) => breakdown(document, 'S'),
  'BR-S-10': (document) => reasoned(document, 'S', false),
  'BR-Z-02': (document) => !has(document, 'Z') || Boolean(vat(document.seller)),
  'BR-Z-05': (document) => zeroLines(document, 'Z'),
  'BR-Z-08': (document) => breakdown(document, 'Z'),
  'BR-Z-09': (document) => zeroTax(document, 'Z'),
  'BR-Z-10': (document) => reasoned(document, 'Z', false),
  'BR-E-02': (document) => !has(document, 'E') || Boolean(vat(document.seller)),
  'BR-E-05': (document) => zeroLines(document, 'E'),
  'BR-E-08': (document) => breakdown(document, 'E'),
  'BR-E-09': (document) => zeroTax(document, 'E'),
  'BR-E-10': (document) => reasoned(document, 'E', true),
  'BR-AE-02': (document) =>
    !has(document, 'AE') || Boolean(vat(document.seller) && (vat(document.buyer) ?? legal(document.buyer))),
  'BR-AE-05': (document) => zeroLines(document, 'AE'),
  'BR-AE-08': (document) => breakdown(document, 'AE'),
  'BR-AE-09': (document) => zeroTax(document, 'AE'),
  'BR-AE-10': (document) => reasoned(document, 'AE', true),
  'BR-NL-1': onlyNlcius(({ seller }) => registered(seller)),
  'BR-NL-2': onlyNlcius(referenced),
  'BR-NL-3': onlyNlcius(({ seller }) => addressed(seller)),
  'BR-NL-4': onlyNlcius(({ buyer }) => country(buyer) !== 'NL' || addressed(buyer)),
  'BR-NL-7': onlyNlcius(({ root }) =>
    ['380', '381', '384', '389'].includes(
      one(root, 'cbc:InvoiceTypeCode') ?? one(root, 'cbc:CreditNoteTypeCode') ?? '',
    ),
  ),
  'BR-NL-8': onlyNlcius(
    ({ root }) => root.name === 'CreditNote' || one(root, 'cbc:InvoiceTypeCode') !== '381',
  ),
  'BR-NL-10': onlyNlcius(({ buyer }) => country(buyer) !== 'NL' || registered(buyer)),
  'BR-NL-11': onlyNlcius((document) => total(document, 'PayableAmount') <= 0 || means(document).length > 0),
  'BR-NL-12': onlyNlcius(dutchMeans),
  'BR-NL-19': onlyNlcius(({ root }) => !one(root, 'cbc:TaxCurrencyCode')),
  'BR-NL-20': onlyNlcius(({ root }) => !one(root, 'cbc:TaxPointDate')),
  'BR-NL-21': onlyNlcius(({ root }) => !one(root, 'cac:InvoicePeriod/cbc:DescriptionCode')),
  'BR-NL-24': onlyNlcius(
    ({ root }) => !one(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate'),
  ),
  'BR-NL-25': onlyNlcius(({ seller }) => one(seller, 'cac:PartyTaxScheme/cac:TaxScheme/cbc:ID') === 'VAT'),
  'BR-NL-27': onlyNlcius(({ root }) => everywhere(root).every(({ name }) => name !== 'cac:AddressLine')),
  'BR-NL-28': onlyNlcius(({ root }) => everywhere(root).every(({ name }) => name !== 'cbc:CountrySubentity')),
  'BR-NL-29': onlyNlcius((document) =>
    means(document).every((each) => !all(each, 'cbc:PaymentMeansCode')[0]?.attributes.name),
  ),
  'BR-NL-30': onlyNlcius((document) =>
    means(document).every((each) => !one(each, 'cac:PayeeFinancialAccount/cbc:Name')),
  ),
  'BR-NL-31': onlyNlcius((document) =>
    means(document).every(
      (each) => all(each, 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch').length === 0,
    ),
  ),
  'BR-NL-35': onlyNlcius(({ rates }) =>
    rates.every((rate) => !one(rate, 'cac:TaxCategory/cbc:TaxExemptionReasonCode')),
  ),
  'PEPPOL-EN16931-R001': ({ root }) => Boolean(one(root, 'cbc:ProfileID')),
  'PEPPOL-EN16931-R002': onlyPeppol(({ root }) => all(root, 'cbc:Note').length <= 1),
  'PEPPOL-EN16931-R003': onlyPeppol(referenced),
  'PEPPOL-EN16931-R004': onlyPeppol(
    ({ root }) =>
      one(root, 'cbc:CustomizationID') ===
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
  ),
  'PEPPOL-EN16931-R007': ({ root }) =>
    /^urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0$/.test(one(root, 'cbc:ProfileID') ?? ''),
  'PEPPOL-EN16931-R008': ({ root }) =>
    everywhere(root).every(({ children, text }) => children.length > 0 || text !== ''),
  'PEPPOL-EN16931-R010': ({ buyer }) => Boolean(one(buyer, 'cbc:EndpointID')),
  'PEPPOL-EN16931-R020': ({ seller }) => Boolean(one(seller, 'cbc:EndpointID')),
  'PEPPOL-EN16931-R051': ({ root }) =>
    everywhere(root).every(({ attributes }) => (attributes.currencyID ?? 'EUR') === 'EUR'),
  'PEPPOL-EN16931-R053': ({ root }) => all(root, 'cac:TaxTotal').length === 1,
  'PEPPOL-EN16931-R080': ({ root }) => all(root, 'cac:ProjectReference').length <= 1,
  'PEPPOL-EN16931-R110': ({ root, lines }) =>
    lines.every(
      (line) =>
        (one(line, 'cac:InvoicePeriod/cbc:StartDate') ?? '') >=
        (one(root, 'cac:InvoicePeriod/cbc:StartDate') ?? ''),
    ),
  'PEPPOL-EN16931-R111': ({ root, lines }) =>
    lines.every(
      (line) =>
        (one(line, 'cac:InvoicePeriod/cbc:EndDate') ?? '') <=
        (one(root, 'cac:InvoicePeriod/cbc:EndDate') ?? ''),
    ),
  'PEPPOL-EN16931-R120': ({ lines }) =>
    lines.map(lineOf).every(({ net, price, quantity }) => net === price * quantity),
  'PEPPOL-EN16931-P0100': onlyPeppol(
    ({ root, credit }) => credit || one(root, 'cbc:InvoiceTypeCode') === '380',
  ),
  'PEPPOL-EN16931-P0101': onlyPeppol(
    ({ root, credit }) => !credit || one(root, 'cbc:CreditNoteTypeCode') === '381',
  ),
  'NL-R-001': onlyPeppol(
    ({ root, credit }) =>
      !credit || Boolean(one(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID')),
  ),
  'NL-R-002': onlyPeppol(({ seller }) => addressed(seller)),
  'NL-R-003': onlyPeppol(({ seller }) => registered(seller)),
  'NL-R-004': onlyPeppol(({ buyer }) => country(buyer) !== 'NL' || addressed(buyer)),
  'NL-R-005': onlyPeppol(({ buyer }) => country(buyer) !== 'NL' || registered(buyer)),
  'NL-R-007': onlyPeppol((document) => document.credit || means(document).length > 0),
  'NL-R-008': onlyPeppol(dutchMeans),
};

/** The ids of the rules that a document breaks. */
export function brokenRules(xml: string): string[] {
  const root = readXml(xml);
  const credit = root.name === 'CreditNote';
  const document: Read = {
    root,
    credit,
    nlcius: (one(root, 'cbc:CustomizationID') ?? '').endsWith('nlcius:v1.0'),
    lines: all(root, credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine'),
    rates: all(root, 'cac:TaxTotal/cac:TaxSubtotal'),
    seller: party(all(root, 'cac:AccountingSupplierParty')[0]),
    buyer: party(all(root, 'cac:AccountingCustomerParty')[0]),
  };
  return Object.entries(rules)
    .filter(([, rule]) => {
      try {
        return !rule(document);
      } catch {
        return true;
      }
    })
    .map(([id]) => id);
}
