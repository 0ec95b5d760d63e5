import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { creditCharge, waiveCharge } from '#costs/charges.ts';
import { createWorld, type World } from '../../test/world.ts';
import { agencyFacts, agreedWork, bakeryFacts, fillIn } from './invoices.fixture.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ now: '2026-10-16T09:30:00+02:00' });
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const root = '/desk/money/invoices';
const mila = () => world.as(world.staff.mila);
const textOf = async (answer: Response) =>
  (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
const draft = () => `${root}/drafts/${world.organisations.bakery}`;
const fields = (shown: readonly string[], more: Record<string, string | string[]> = {}) => ({
  month: '2026-10',
  shown: shown.join(' '),
  charges: [...shown],
  buyer_reference: 'Afdeling web',
  ...more,
});
const issue = (shown: readonly string[], more = {}) => mila().post(draft(), fields(shown, more));
const invoices = () =>
  world.scope.db.selectFrom('invoices').selectAll().orderBy('issued_at').orderBy('number').execute();
const stateOf = async (id: string) =>
  (await world.scope.db.selectFrom('charges').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state;

describe('issuing', () => {
  test('puts what is done on one invoice, with its number, files and mail', async () => {
    await fillIn(world);
    const charges = [await agreedWork(world), await agreedWork(world, { amountCents: 12_345 })];
    await agreedWork(world, { done: false, description: 'Nog niet klaar' });
    world.at('2026-11-02T09:00:00Z');
    const overview = await textOf(await mila().get(`${root}?month=2026-10`));
    expect(overview).toContain('Facturen van oktober 2026');
    expect(overview).toContain('Bakkerij De Proef 2 posten € 168,45');
    const page = await textOf(await mila().get(`${draft()}?month=2026-10`));
    expect(page).toContain('akkoord van Cora Coördinator op 16 oktober 2026');
    expect(page).not.toContain('Nog niet klaar');

    const answer = await issue(charges);
    expect(answer.status).toBe(303);
    const [invoice, ...more] = await invoices();
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({
      number: '2026-0001',
      issued_on: '2026-11-02',
      due_on: '2026-11-16',
      net_cents: 16_845,
      vat_cents: 3_537,
      gross_cents: 20_382,
    });
    expect(answer.headers.get('location')).toBe(`${root}/${invoice!.id}`);
    for (const id of charges) expect(await stateOf(id)).toBe('invoiced');
    expect(await textOf(await mila().get(`${root}/${invoice!.id}`))).toContain('€ 203,82');

    const mail = await world.scope.db
      .selectFrom('mails')
      .selectAll()
      .where('id', '=', invoice!.mail_id)
      .executeTakeFirstOrThrow();
    expect(mail).toMatchObject({
      to_address: bakeryFacts.email,
      subject: 'Factuur 2026-0001 van Bureau Voorbeeld B.V.',
    });
    const attached = await world.scope.db
      .selectFrom('mail_attachments')
      .select(['name', 'file_hash'])
      .where('mail_id', '=', mail.id)
      .orderBy('position')
      .execute();
    expect(attached).toEqual([
      { name: '2026-0001.pdf', file_hash: invoice!.pdf_hash },
      { name: '2026-0001-nlcius.xml', file_hash: invoice!.nlcius_hash },
    ]);
    expect(await textOf(await mila().get(`/desk/mail/${mail.id}`))).toContain(
      '2026-0001.pdf, 2026-0001-nlcius.xml',
    );
  });

  test('leaves out what was not ticked, for another time', async () => {
    await fillIn(world);
    const [one, two] = [await agreedWork(world), await agreedWork(world)];
    expect((await issue([one, two], { charges: [one] })).status).toBe(303);
    expect([await stateOf(one), await stateOf(two)]).toEqual(['invoiced', 'done']);
    const nothing = await issue([two], { charges: [] });
    expect(nothing.status).toBe(422);
    expect(await textOf(nothing)).toContain('Kies minstens één post');
    expect((await issue([two])).status).toBe(303);
    expect((await invoices()).map(({ number }) => number)).toEqual(['2026-0001', '2026-0002']);
  });

  test('takes what was done by the last moment of the month in the office, and not a second more', async () => {
    await fillIn(world);
    world.at('2026-10-31T22:59:59Z');
    const last = await agreedWork(world, { description: 'Net op tijd' });
    world.at('2026-10-31T23:00:00Z');
    await agreedWork(world, { description: 'Een dag later' });
    const page = await textOf(await mila().get(`${draft()}?month=2026-10`));
    expect(page).toContain('Net op tijd');
    expect(page).not.toContain('Een dag later');
    expect((await issue([last])).status).toBe(303);
    expect(await textOf(await mila().get(`${draft()}?month=2026-11`))).toContain('Een dag later');
  });

  test('says which facts of whom are missing, and where to fill them in', async () => {
    const id = await agreedWork(world);
    const answer = await issue([id]);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Er is niets verstuurd: er ontbreken nog gegevens.');
    expect(html).toContain('Van uw bureau ontbreekt: de officiële naam, straat en huisnummer,');
    expect(html).toContain('href="/desk/settings/billing"');
    await fillIn(world, { kvk: null });
    const half = await (await mila().get(`${draft()}?month=2026-10`)).text();
    expect(half).toContain('Van Bakkerij De Proef ontbreekt: het KvK-nummer (of OIN).');
    expect(half).not.toContain('Van uw bureau ontbreekt');
    expect(half).not.toContain('Factuur versturen');
    expect(await invoices()).toEqual([]);
    expect(await stateOf(id)).toBe('done');
    await fillIn(world, { oin: '00000001003214345000', kvk: null });
    expect((await issue([id])).status).toBe(303);
  });

  test('asks for a reference of the client', async () => {
    await fillIn(world);
    const id = await agreedWork(world);
    const answer = await issue([id], { buyer_reference: ' ' });
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('Vul een referentie of een ordernummer van de klant in.');
    expect((await issue([id], { buyer_reference: '', order_reference: 'PO 7' })).status).toBe(303);
  });

  test('stops where anything changed since the page was drawn', async () => {
    await fillIn(world);
    const [one, two] = [await agreedWork(world), await agreedWork(world)];
    await creditCharge(world.scope, world.staff.sam, two, 'Wij waren zelf de oorzaak.');
    const credited = await issue([one, two]);
    expect(credited.status).toBe(422);
    expect(await textOf(credited)).toContain('intussen is iets veranderd');
    const three = await agreedWork(world, { description: 'Net klaar' });
    const added = await issue([one]);
    expect(added.status).toBe(422);
    expect(await textOf(added)).toContain('Net klaar');
    await waiveCharge(world.scope, world.staff.mila, three, 'Coulance.');
    expect((await issue([one])).status).toBe(303);
    const again = await issue([one]);
    expect(again.status).toBe(422);
    expect(await textOf(again)).toContain('Hier staat niets meer klaar.');
    expect(await invoices()).toHaveLength(1);
  });

  test('of two managers at once one issues, and the other is told', async () => {
    await fillIn(world);
    const shown = [await agreedWork(world), await agreedWork(world)];
    const both = await Promise.all([issue(shown), issue(shown)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect((await invoices()).map(({ number }) => number)).toEqual(['2026-0001']);
  });

  test('without VAT where it goes to the buyer abroad', async () => {
    const abroad = { country: 'IE', postcode: 'D02 X285', kvk: null, vat_number: 'IE6388047V' };
    await fillIn(world, { ...abroad, reverse_charge: true, language: 'en' });
    expect((await issue([await agreedWork(world)])).status).toBe(303);
    const [invoice] = await invoices();
    expect(invoice).toMatchObject({ net_cents: 4500, vat_cents: 0, gross_cents: 4500 });
    const xml = await (await mila().get(`${root}/${invoice!.id}/peppol`)).text();
    expect(xml).toContain('<cbc:TaxExemptionReason>Reverse charge</cbc:TaxExemptionReason>');
  });

  test('does nothing at all where a file cannot be written', async () => {
    await fillIn(world);
    const id = await agreedWork(world);
    const { put } = world.files;
    Object.assign(world.files, { put: () => Promise.reject(new Error('disk full')) });
    expect((await issue([id])).status).toBe(500);
    expect(world.faults.splice(0)).toHaveLength(1);
    expect(await stateOf(id)).toBe('done');
    Object.assign(world.files, { put });
    expect((await issue([id])).status).toBe(303);
    expect((await invoices()).map(({ number }) => number)).toEqual(['2026-0001']);
  });
});

describe('a credit note', () => {
  test('gives back what was credited after it was invoiced, once, with a number of its own', async () => {
    await fillIn(world);
    const shown = [await agreedWork(world), await agreedWork(world, { amountCents: 10_000 })];
    await issue(shown);
    const [invoice] = await invoices();
    await creditCharge(world.scope, world.staff.sam, shown[0]!, 'Wij waren zelf de oorzaak.');
    world.at('2026-11-20T10:00:00Z');
    expect(await textOf(await mila().get(root))).toContain('Bakkerij De Proef van factuur 2026-0001 € 45,00');
    const at = `${root}/credits/${invoice!.id}`;
    expect(await textOf(await mila().get(at))).toContain('Reden: Wij waren zelf de oorzaak.');
    expect((await mila().post(at, { shown: shown.join(' ') })).status).toBe(422);
    const both = await Promise.all([
      mila().post(at, { shown: shown[0]! }),
      mila().post(at, { shown: shown[0]! }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const [, note, ...more] = await invoices();
    expect(more).toEqual([]);
    expect(note).toMatchObject({
      kind: 'credit_note',
      number: 'C2026-0001',
      credits_id: invoice!.id,
      net_cents: 4500,
      vat_cents: 945,
    });
    const xml = await (await mila().get(`${root}/${note!.id}/nlcius`)).text();
    expect(xml).toContain('<CreditNote ');
    expect(xml).toContain('<cbc:CreditNoteTypeCode>381<');
    expect(xml).toMatch(/<cac:InvoiceDocumentReference>\s*<cbc:ID>2026-0001</);
    expect(await textOf(await mila().get(at))).toContain('Hier staat niets meer klaar.');
    expect(await textOf(await mila().get(`${root}/${invoice!.id}`))).toContain('Creditnota C2026-0001');
  });
});

describe('what was issued', () => {
  test('never changes, in no field and in no file', async () => {
    await fillIn(world);
    await issue([await agreedWork(world)]);
    const [{ id, pdf_hash } = { id: '', pdf_hash: '' }] = await invoices();
    const { db } = world.scope;
    await expect(db.updateTable('invoices').set({ due_on: '2027-01-01' }).execute()).rejects.toThrow(
      'only added',
    );
    await expect(db.deleteFrom('invoice_lines').execute()).rejects.toThrow('only added');
    const before = await (await mila().get(`${root}/${id}/pdf`)).bytes();
    await fillIn(world, { legal_name: 'Heel anders B.V.' });
    const after = await (await mila().get(`${root}/${id}/pdf`)).bytes();
    expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
    expect(Buffer.from(before).toString('latin1').slice(0, 5)).toBe('%PDF-');
    expect(pdf_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is read in the portal by who may see the costs, and by nobody else', async () => {
    await fillIn(world);
    await issue([await agreedWork(world)]);
    const [invoice] = await invoices();
    const { cora, roos, vera } = world.contacts;
    expect(await textOf(await world.as(cora).get('/costs'))).toContain('Factuur 2026-0001');
    expect(await textOf(await world.as(roos).get('/costs'))).not.toContain('2026-0001');
    for (const file of ['pdf', 'nlcius', 'peppol']) {
      const path = `/costs/invoices/${invoice!.id}/${file}`;
      const answer = await world.as(cora).get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain('2026-0001');
      for (const who of [roos, vera]) expect((await world.as(who).get(path)).status).toBe(404);
    }
  });

  test('goes to bookkeeping as a table that adds up', async () => {
    await fillIn(world, { legal_name: '=HYPERLINK("http://x")' });
    const shown = [await agreedWork(world), await agreedWork(world, { amountCents: 10_000, vat: 'reduced' })];
    await issue(shown);
    const [invoice] = await invoices();
    await creditCharge(world.scope, world.staff.sam, shown[0]!, 'x');
    await mila().post(`${root}/credits/${invoice!.id}`, { shown: shown[0]! });
    const csv = await (await mila().get(`${root}/bookkeeping.csv?from=2026-10-01&to=2026-10-31`)).text();
    const rows = csv.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(';').slice(-4))).toEqual([
      ['45,00', '9,45', '54,45', ''],
      ['100,00', '9,00', '109,00', ''],
      ['-45,00', '-9,45', '-54,45', '2026-0001'],
    ]);
    for (const row of rows) expect(row).toContain(`"'=HYPERLINK`);
    const none = await (await mila().get(`${root}/bookkeeping.csv?from=2026-11-01&to=2026-11-30`)).text();
    expect(none.trim().split('\r\n')).toHaveLength(1);
    const wrong = await mila().get(`${root}/bookkeeping.csv?from=2026-11-02&to=2026-11-01`);
    expect(wrong.status).toBe(422);
    expect(await textOf(wrong)).toContain('De laatste dag ligt voor de eerste dag.');
  });
});

describe('a client’s charges', () => {
  test('stand per client, and a manager gives one up with a reason that the client reads', async () => {
    await fillIn(world);
    const id = await agreedWork(world, { description: 'Onderzoek afrekenen' });
    const at = `/desk/organisations/${world.organisations.bakery}/charges`;
    expect(await textOf(await mila().get(at))).toContain('Onderzoek afrekenen');
    expect(await (await world.as(world.staff.sam).get(at)).text()).not.toContain('Kwijtschelden');
    const waiver = `/desk/money/charges/${id}/waiver`;
    expect((await mila().post(waiver, { reason: '' })).status).toBe(422);
    expect((await mila().post(waiver, { reason: 'Uit coulance.' })).status).toBe(303);
    expect(await stateOf(id)).toBe('waived');
    expect(await textOf(await world.as(world.contacts.cora).get('/costs'))).toContain('Uit coulance.');
    const twice = await mila().post(waiver, { reason: 'Nog eens.' });
    expect(twice.status).toBe(409);
    expect(await textOf(twice)).toContain('de kosten zijn intussen gefactureerd');
  });
});

describe('billing details', () => {
  const settings = '/desk/settings/billing';
  const agency = { ...agencyFacts, term_days: '14', phone: '', intro: '' } as Record<string, string>;

  test('are checked at each field, and nothing typed is lost', async () => {
    const wrong = await mila().post(settings, {
      ...agency,
      postcode: '0123 AB',
      kvk: '123',
      vat_number: 'NL123456789B01',
      iban: 'NL92ABNA0417164300',
      bic: 'X',
      email: 'geen adres',
      term_days: '0',
    });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    for (const field of ['postcode', 'kvk', 'vat_number', 'iban', 'bic', 'email', 'term_days'])
      expect(html, field).toContain(`id="${field}-error"`);
    expect(html).toContain('NL92ABNA0417164300');
    expect(await world.scope.db.selectFrom('agency_billing').selectAll().execute()).toEqual([]);
  });

  test('are written as they are meant, and their history says what changed', async () => {
    const typed = { ...agency, iban: 'nl91 abna 0417 1643 00', postcode: '3511ab' };
    expect((await mila().post(settings, typed)).status).toBe(303);
    const row = await world.scope.db.selectFrom('agency_billing').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ iban: 'NL91ABNA0417164300', postcode: '3511 AB' });
    expect((await mila().post(settings, { ...typed, term_days: '30' })).status).toBe(303);
    const page = await (await mila().get(settings)).text();
    expect(page).toContain('gewijzigd: Betaaltermijn in dagen');
    expect(page).toContain('NL91 ABNA 0417 1643 00');
  });

  test('of a client: VAT goes only to a business in another country of the Union, with its number', async () => {
    const at = `/desk/organisations/${world.organisations.bakery}/billing`;
    const typed = { country: 'NL', language: 'nl', reverse_charge: 'on' };
    const home = await mila().post(at, typed);
    expect(await textOf(home)).toContain('alleen naar een klant in een ander land van de EU');
    const unnamed = await mila().post(at, { ...typed, country: 'BE' });
    expect(await textOf(unnamed)).toContain('zonder dat nummer kan de btw niet worden verlegd');
    const foreign = await mila().post(at, { ...typed, country: 'GB', vat_number: 'GB123456789' });
    expect(foreign.status).toBe(422);
    expect((await mila().post(at, { ...typed, country: 'BE', vat_number: 'BE 0403.170.701' })).status).toBe(
      303,
    );
    expect(
      (await mila().post(at, { country: 'NL', language: 'nl', oin: '123', kvk: '12345678' })).status,
    ).toBe(422);
  });

  test('that somebody else changed meanwhile are not overwritten', async () => {
    const page = await (await mila().get(settings)).text();
    const seen = /name="seen" value="(\d+)"/.exec(page)![1]!;
    await mila().post(settings, agency);
    const late = await mila().post(settings, { ...agency, city: 'Elders', seen });
    expect(late.status).toBe(422);
    expect(await textOf(late)).toContain('Iemand anders heeft dit intussen gewijzigd');
  });
});
