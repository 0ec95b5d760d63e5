import { recordAcceptance } from '#costs/acceptances.ts';
import { addCharge, creditCharge, finishCharge } from '#costs/charges.ts';
import { canAgreeToCosts } from '#costs/policy.ts';
import type { Scope } from '#db/scope.ts';
import type { FileStore } from '#files/store.ts';
import { changeAgencyBilling, changeOrganisationBilling } from '#invoices/billing.ts';
import { draftCharges, endOfMonth } from '#invoices/drafts.ts';
import { issueCreditNote, issueInvoice } from '#invoices/invoices.ts';
import { euroWords } from '#lib/money.ts';
import { loadOffice } from '#settings/office.ts';
import { todayOf } from '#settings/settings.ts';
import { agencyFacts, clientFacts, research, wishes } from './cast/billing.ts';
import type { Cast, Client } from './cast.ts';

const agreedTo = {
  nl: (what: string, amount: string) => `${what}: ${amount} zonder btw.`,
  en: (what: string, amount: string) => `${what}: ${amount} without VAT.`,
};
const consent = { nl: 'Ik ga akkoord met deze kosten.', en: 'I agree to these costs.' };
const role = { nl: 'eigenaar', en: 'owner' };
const ours = {
  nl: 'Het bleek door onze eigen update te komen. Daarom betaalt u dit onderzoek niet.',
  en: 'It turned out to come from our own update. So you do not pay for this research.',
};

/** Work of the weeks before that is agreed to, done, invoiced and in part given back, one step of it at a time. */
export class Invoicing {
  readonly #scope: Scope;
  readonly #files: FileStore;
  readonly #cast: Cast;
  #charges: { readonly client: Client; readonly id: string; readonly isResearch: boolean }[] = [];
  constructor(scope: Scope, files: FileStore, cast: Cast) {
    [this.#scope, this.#files, this.#cast] = [scope, files, cast];
  }

  /** Fills in what stands on invoices, of the agency and of most clients. */
  async fillIn(): Promise<void> {
    const { manager, clients } = this.#cast;
    await changeAgencyBilling(this.#scope, manager, agencyFacts);
    for (const { id, name, contacts } of clients) {
      const facts = clientFacts[name];
      const domain = contacts[0]?.email.split('@')[1];
      if (!facts || !domain) continue;
      await changeOrganisationBilling(this.#scope, manager, id, {
        ...facts,
        legal_name: name,
        email: `${facts.language === 'nl' ? 'facturen' : 'invoices'}@${domain}`,
        seen: undefined,
      });
    }
  }

  /** Has a budget holder of each client with a ticket agree to research, and of some to more. */
  async agree(): Promise<void> {
    for (const [at, client] of this.#cast.clients.entries()) {
      const ticketId = await this.#ticketOf(client);
      if (!ticketId) continue;
      await this.#charge(client, { ...research, ticketId });
      const wish = wishes[at % 2 === 0 ? (at / 2) % wishes.length : wishes.length];
      if (wish) await this.#charge(client, { ...wish, ticketId });
    }
  }

  /** The work is done. */
  async finish(): Promise<void> {
    for (const { id } of this.#charges) await finishCharge(this.#scope, this.#cast.developers[0]!, id);
  }

  /** Invoices three clients of whom everything is known; the others wait. */
  async issue(): Promise<void> {
    const known = this.#cast.clients.filter(
      ({ id, name }) =>
        clientFacts[name]?.kvk !== null && this.#charges.some(({ client }) => client.id === id),
    );
    const office = await loadOffice(this.#scope.db);
    const month = todayOf(office, this.#scope.now()).slice(0, 7);
    const abroad = this.#cast.clients.filter(({ name }) => clientFacts[name]?.reverse_charge);
    for (const client of [...known.slice(0, 2), ...abroad]) {
      const waiting = await draftCharges(this.#scope.db, client.id, endOfMonth(month, office));
      const charges = waiting.map(({ id }) => id);
      if (charges.length === 0 || !clientFacts[client.name]) continue;
      await issueInvoice(this.#scope, this.#files, this.#cast.manager, {
        organisationId: client.id,
        month,
        charges,
        shown: charges,
        buyerReference: clientFacts[client.name]!.buyer_reference ?? client.contacts[0]!.name,
        orderReference: null,
      });
    }
  }

  /** The agency was the cause after all, at one more of the clients who were invoiced. */
  async credit(): Promise<void> {
    const { db } = this.#scope;
    for (const { id, client, isResearch } of this.#charges) {
      const charge = await db.selectFrom('charges').select('state').where('id', '=', id).executeTakeFirst();
      if (!isResearch || charge?.state !== 'invoiced') continue;
      await creditCharge(this.#scope, this.#cast.supporters[0]!, id, ours[client.language]);
      return;
    }
  }

  /** Gives back on paper what was credited so far. */
  async giveBack(): Promise<void> {
    const rows = await this.#scope.db
      .selectFrom('invoice_lines as line')
      .innerJoin('charges as charge', 'charge.id', 'line.charge_id')
      .where('charge.state', '=', 'credited')
      .select(['line.invoice_id', 'charge.id'])
      .execute();
    for (const { invoice_id, id } of rows)
      await issueCreditNote(this.#scope, this.#files, this.#cast.manager, {
        invoiceId: invoice_id,
        shown: [id],
      });
  }

  async #ticketOf(client: Client): Promise<string | undefined> {
    const row = await this.#scope.db
      .selectFrom('tickets')
      .select('id')
      .where('organisation_id', '=', client.id)
      // one that is ended, so that nothing becomes of it in between
      .orderBy('closed_at', (order) => order.asc().nullsLast())
      .orderBy('number')
      .executeTakeFirst();
    return row?.id;
  }

  async #charge(
    client: Client,
    work: {
      readonly nl: string;
      readonly en: string;
      readonly amountCents: number;
      readonly ticketId: string;
    },
  ): Promise<void> {
    const holder = client.contacts.find((each) => canAgreeToCosts(each, client.id));
    if (!holder) return;
    const { amountCents, ticketId } = work;
    const description = work[client.language];
    const acceptanceId = await recordAcceptance(this.#scope, holder, {
      kind: 'research',
      organisationId: client.id,
      ticketId,
      amountCents,
      name: holder.name,
      role: role[client.language],
      language: client.language,
      shown: agreedTo[client.language](description, euroWords(amountCents, client.language)),
      consent: consent[client.language],
    });
    const charge = { acceptanceId, ticketId, description, amountCents, vat: 'standard' as const };
    const id = await addCharge(this.#scope, holder, charge);
    this.#charges.push({ client, id, isResearch: work.nl === research.nl });
  }
}
