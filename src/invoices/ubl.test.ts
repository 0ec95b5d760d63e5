import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vatKinds } from '#costs/vat.ts';
import type { InvoiceDocument } from './document.ts';
import { agencyFacts, bakeryFacts } from './invoices.fixture.ts';
import { buyerOf, missingFacts, sellerOf } from './missing.ts';
import { brokenRules } from './rules.oracle.ts';
import { renderUbl, type UblProfile } from './ubl.ts';
import { all, one, readXml } from './xml.oracle.ts';

const pdf = new TextEncoder().encode('%PDF-1.7 proef');
const profiles: UblProfile[] = ['nlcius', 'peppol'];
const render = async (document: InvoiceDocument, profile: UblProfile) =>
  new TextDecoder().decode(await renderUbl(document, profile, pdf));

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => `a${text}`);
const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString());
const line = fc.record({
  chargeId: fc.uuid(),
  description: words,
  amountCents: fc.oneof(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 1, max: 1000 })),
  vat: fc.constantFrom(...vatKinds),
  deliveredOn: day,
  ticketNumber: fc.option(fc.integer({ min: 1, max: 99_999 })),
  agreedBy: words,
  agreedOn: day,
});
const buyer = fc.constantFrom(
  bakeryFacts,
  { ...bakeryFacts, kvk: null, oin: '00000001003214345000', vat_number: 'NL123456782B01' },
  { ...bakeryFacts, country: 'BE', postcode: '1000', kvk: null, vat_number: 'BE0403170701' },
  {
    ...bakeryFacts,
    country: 'IE',
    postcode: null,
    kvk: null,
    vat_number: 'IE6388047V',
    language: 'en' as const,
  },
  { ...bakeryFacts, country: 'SE', postcode: '111 22', kvk: null, vat_number: 'SE556703748501' },
  { ...bakeryFacts, country: 'US', postcode: '10001', kvk: null },
);
const invoice: fc.Arbitrary<InvoiceDocument> = fc
  .record({
    credits: fc.boolean(),
    facts: buyer,
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    reference: fc.tuple(fc.option(words), words),
    issuedOn: day,
  })
  .map(({ credits, facts, lines: drawn, reference: [buyerReference, orderReference], issuedOn }) => {
    // whoever has no VAT number is not invoiced what is reversed to them: the draft says so
    const lines = drawn.map((each) =>
      each.vat === 'reverse_charge' && !facts.vat_number ? { ...each, vat: 'zero' as const } : each,
    );
    expect(
      missingFacts(
        agencyFacts,
        facts,
        lines.map(({ vat }) => vat),
      ),
    ).toEqual([]);
    return {
      kind: credits ? 'credit_note' : 'invoice',
      number: credits ? 'C2026-0001' : '2026-0001',
      language: facts.language,
      issuedOn,
      dueOn: credits ? null : Temporal.PlainDate.from(issuedOn).add({ days: 14 }).toString(),
      seller: sellerOf(agencyFacts),
      buyer: buyerOf(facts),
      buyerReference,
      orderReference,
      credits: credits ? { number: '2026-0001', issuedOn } : null,
      intro: null,
      lines,
    } satisfies InvoiceDocument;
  });

describe('every document that can be issued', () => {
  test.each(profiles)(
    'keeps every rule as %s',
    async (profile) => {
      await fc.assert(
        fc.asyncProperty(invoice, async (document) => {
          expect(brokenRules(await render(document, profile))).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});

const [plain] = fc.sample(
  invoice.filter(
    ({ kind, buyer, lines }) =>
      kind === 'credit_note' &&
      buyer.country === 'NL' &&
      vatKinds.slice(0, 3).every((vat) => lines.some((each) => each.vat === vat)),
  ),
  { numRuns: 1, seed: 7 },
);

describe('a document that is wrong', () => {
  const gone = (element: string) => (xml: string) =>
    xml.replaceAll(new RegExp(`\\s*<${element}(?: [^>]*)?>[\\s\\S]*?</${element}>`, 'g'), '');
  const faults: [string, UblProfile, (xml: string) => string][] = [
    ['BR-02', 'peppol', (xml) => xml.replace(/<cbc:ID>C2026-0001</, '<cbc:ID><')],
    ['BR-06', 'peppol', gone('cbc:RegistrationName')],
    ['BR-61', 'nlcius', gone('cac:PayeeFinancialAccount')],
    ['BR-CO-10', 'peppol', (xml) => xml.replace(/(<cbc:LineExtensionAmount[^>]*>)\d/, '$19')],
    ['BR-CO-14', 'peppol', (xml) => xml.replace(/(<cac:TaxTotal>\s*<cbc:TaxAmount[^>]*>)/, '$19')],
    ['BR-CO-17', 'peppol', (xml) => xml.replace(/(<\/cbc:TaxableAmount>\s*<cbc:TaxAmount[^>]*>)/, '$19')],
    ['BR-CO-25', 'peppol', gone('cac:PaymentTerms')],
    ['BR-S-08', 'peppol', (xml) => xml.replace(/(<cbc:TaxableAmount[^>]*>)/, '$19')],
    ['BR-Z-05', 'peppol', (xml) => xml.replaceAll(/(<cbc:ID>Z<\/cbc:ID>\s*<cbc:Percent>)0/g, '$121')],
    ['BR-NL-1', 'nlcius', (xml) => xml.replaceAll('"0106"', '"0088"')],
    ['BR-NL-2', 'nlcius', (xml) => gone('cac:OrderReference')(gone('cbc:BuyerReference')(xml))],
    ['BR-NL-3', 'nlcius', gone('cbc:StreetName')],
    ['BR-NL-10', 'nlcius', gone('cbc:CompanyID')],
    ['BR-NL-11', 'nlcius', gone('cac:PaymentMeans')],
    ['BR-NL-12', 'nlcius', (xml) => xml.replace('>58<', '>10<')],
    ['PEPPOL-EN16931-R003', 'peppol', (xml) => gone('cac:OrderReference')(gone('cbc:BuyerReference')(xml))],
    ['PEPPOL-EN16931-R004', 'peppol', (xml) => xml.replace('billing:3.0', 'billing:2.0')],
    ['PEPPOL-EN16931-R008', 'peppol', (xml) => xml.replace(/(<cbc:ElectronicMail>)[^<]+/, '$1')],
    ['PEPPOL-EN16931-R010', 'peppol', gone('cbc:EndpointID')],
    ['PEPPOL-EN16931-R110', 'peppol', (xml) => xml.replace(/(<cbc:StartDate>)\d{4}/, '$12099')],
    ['PEPPOL-EN16931-R120', 'peppol', (xml) => xml.replace(/(<cbc:PriceAmount[^>]*>)/, '$19')],
    ['NL-R-001', 'peppol', gone('cac:BillingReference')],
    ['NL-R-003', 'peppol', (xml) => xml.replaceAll('"0106"', '"0088"')],
  ];
  test.each(faults)('breaks %s (%s)', async (rule, profile, fault) => {
    const xml = await render(plain!, profile);
    expect(brokenRules(xml)).toEqual([]);
    const wrong = fault(xml);
    expect(wrong).not.toBe(xml);
    expect(brokenRules(wrong)).toContain(rule);
  });
});

test('the PDF is inside, byte by byte', async () => {
  const root = readXml(await render(plain!, 'nlcius'));
  const [inside] = all(
    root,
    'cac:AdditionalDocumentReference/cac:Attachment/cbc:EmbeddedDocumentBinaryObject',
  );
  expect(inside!.attributes).toEqual({ mimeCode: 'application/pdf', filename: 'C2026-0001.pdf' });
  expect(Buffer.from(inside!.text, 'base64').equals(Buffer.from(pdf))).toBe(true);
});

test('a buyer abroad is addressed by its VAT number, a Dutch public body by its OIN', async () => {
  const to = async (facts: typeof bakeryFacts) => {
    const xml = await render({ ...plain!, buyer: buyerOf(facts) }, 'peppol');
    const [endpoint] = all(readXml(xml), 'cac:AccountingCustomerParty/cac:Party/cbc:EndpointID');
    return `${endpoint!.attributes.schemeID}:${endpoint!.text}`;
  };
  expect(await to({ ...bakeryFacts, oin: '00000001003214345000' })).toBe('0190:00000001003214345000');
  expect(await to({ ...bakeryFacts, country: 'BE', kvk: null, vat_number: 'BE0403170701' })).toBe(
    '9925:BE0403170701',
  );
  expect(await to({ ...bakeryFacts, country: 'US', kvk: null })).toBe('EM:facturen@bakkerij.test');
});

test('what XML cannot hold is left out, and the rest stays', async () => {
  const lines = [{ ...plain!.lines[0]!, description: 'Knop \u0007 «<&>» \ud800 €' }];
  const root = readXml(await render({ ...plain!, lines }, 'peppol'));
  expect(one(root, 'cac:CreditNoteLine/cac:Item/cbc:Name')).toBe('Knop  «<&>» \ufffd €');
});
