import type { Scope } from '#db/scope.ts';
import type { Contact, Staff } from '#lib/actor.ts';
import type { QuoteLine } from '#quotes/amounts.ts';
import { requestCode } from '#quotes/codes.ts';
import { acceptQuote, declineQuote, finishQuotedWork } from '#quotes/deciding.ts';
import { createDraft, reviseQuote } from '#quotes/drafts.ts';
import { sendQuote } from '#quotes/sending.ts';
import type { Cast, Client } from './cast.ts';
import { hour, type Moments } from './moments.ts';
import type { Act } from './timeline.ts';

const hours = (description: string, quantity: number, optional = false): QuoteLine => ({
  kind: 'hours',
  description,
  quantity: quantity * 100,
  unitCents: 9_500,
  optional,
  vat: 'standard',
});
const fixed = (description: string, euros: number, optional = false): QuoteLine => ({
  kind: 'fixed',
  description,
  quantity: 100,
  unitCents: euros * 100,
  optional,
  vat: 'standard',
});

interface Plan {
  readonly moments: Moments;
  readonly now: number;
}

/** Quotes in every situation: accepted, declined, expired, replaced, waiting and in the making. */
export class Quoting {
  readonly #scope: Scope;
  readonly #cast: Cast;
  readonly #quotes = new Map<string, string>();

  constructor(scope: Scope, cast: Cast) {
    this.#scope = scope;
    this.#cast = cast;
  }

  acts({ moments, now }: Plan): Act[] {
    const ago = (days: number, take: Act['take']): Act => ({
      at: moments.before(now, days * (5 / 7) * 8.5 * hour),
      take,
    });
    const before = (hours_: number, take: Act['take']): Act => ({
      at: moments.before(now, hours_ * hour),
      take,
    });
    const [dutch, other, english] = this.#clients();
    return [
      ago(44, () =>
        this.#send('expired', other, 'Nieuwsbrief vanuit de site', [
          hours('Inrichten en vormgeven', 9),
          fixed('Licentie voor een jaar', 240),
        ]),
      ),
      ago(31, () =>
        this.#send('done', dutch, 'Pagina met veelgestelde vragen', [
          hours('Ontwerpen en bouwen', 6.5),
          fixed('Teksten nalopen', 180, true),
        ]),
      ),
      ago(29, () => this.#accept('done', dutch, [2])),
      ago(16, () => this.#finish('done')),
      ago(14, () =>
        this.#send('declined', other, 'Film op de voorpagina', [hours('Monteren en plaatsen', 12)]),
      ),
      ago(11, () => this.#decline('declined', other)),
      ago(4, () =>
        this.#send('waiting', dutch, 'Zoekfunctie in de webshop', [
          hours('Zoeken op naam en kenmerk', 7.5),
          hours('Suggesties tijdens het typen', 4, true),
          fixed('Zoekwoorden inrichten met u samen', 285, true),
        ]),
      ),
      ago(3, () =>
        this.#send('replaced', english, 'A page for the new season', [hours('Design and build', 10)]),
      ),
      ago(1, () => this.#replace('replaced')),
      before(2, () => this.#draft(dutch)),
      before(0.4, () => this.#sendForTicket(dutch)),
    ];
  }

  /** Two clients who read Dutch, first the one whose budget holder is told how to sign in, and one who does not. */
  #clients(): [Client, Client, Client] {
    const { clients } = this.#cast;
    const named = clients.find(({ name }) => name === 'Rijwielhuis Van den Trapper')!;
    const other = clients.find((client) => client !== named && client.language === 'nl' && holderOf(client))!;
    return [named, other, clients.find((client) => client.language === 'en' && holderOf(client))!];
  }

  get #supporter(): Staff {
    return this.#cast.supporters[0]!;
  }

  async #send(name: string, { id }: Client, title: string, lines: readonly QuoteLine[]): Promise<void> {
    const draft = await createDraft(this.#scope, this.#supporter, { organisationId: id, title, lines });
    await sendQuote(this.#scope, this.#supporter, draft);
    this.#quotes.set(name, draft);
  }

  /** For a ticket that is with the client already, whose deadlines a quote leaves as they are. */
  async #sendForTicket({ id: organisationId }: Client): Promise<void> {
    const ticket = await this.#scope.db
      .selectFrom('tickets')
      .select(['id', 'subject'])
      .where('organisation_id', '=', organisationId)
      .where('state', 'in', ['sign_off', 'waiting'])
      .where((eb) => eb.or([eb('waiting_for', 'is', null), eb('waiting_for', '=', 'question')]))
      .orderBy('state', 'desc')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!ticket) return;
    const draft = await createDraft(this.#scope, this.#supporter, {
      organisationId,
      ticketId: ticket.id,
      title: `Grondige aanpak: ${ticket.subject}`,
      lines: [hours('Uitzoeken en herstellen', 5), hours('Nalopen op telefoon en tablet', 1.5, true)],
    });
    await sendQuote(this.#scope, this.#supporter, draft);
  }

  async #accept(name: string, client: Client, ticks: readonly number[] = []): Promise<void> {
    const id = this.#quotes.get(name)!;
    const holder = holderOf(client)!;
    const scope = this.#scope;
    await requestCode(scope, holder, id, { ticks, name: holder.name, role: 'eigenaar' });
    const { text } = await scope.db
      .selectFrom('mails')
      .select('text')
      .where('kind', '=', 'quote_code')
      .where('person_id', '=', holder.id)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const code = /\b\d{6}\b/.exec(text)![0];
    await acceptQuote(scope, holder, id, { code, address: '192.0.2.17', userAgent: 'Mozilla/5.0' });
  }

  #decline(name: string, client: Client): Promise<void> {
    const reason = 'Mooi plan, maar dit jaar hebben wij er geen geld voor.';
    return declineQuote(this.#scope, holderOf(client)!, this.#quotes.get(name)!, { reason });
  }

  #finish(name: string): Promise<void> {
    return finishQuotedWork(this.#scope, this.#supporter, this.#quotes.get(name)!);
  }

  async #replace(name: string): Promise<void> {
    const draft = await reviseQuote(this.#scope, this.#supporter, this.#quotes.get(name)!);
    await sendQuote(this.#scope, this.#supporter, draft);
  }

  #draft({ id }: Client): Promise<string> {
    return createDraft(this.#scope, this.#supporter, {
      organisationId: id,
      title: 'Koppeling met de boekhouding',
      lines: [hours('Uitzoeken en bouwen', 16), fixed('Koppeling, eenmalig', 450)],
    });
  }
}

const holderOf = ({ contacts }: Client): Contact | undefined =>
  contacts.find(({ budgetHolder }) => budgetHolder);
