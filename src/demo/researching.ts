import { canAgreeToCosts } from '#costs/policy.ts';
import type { Scope } from '#db/scope.ts';
import type { Language } from '#lib/language.ts';
import { loadOffice } from '#settings/office.ts';
import { asksOf } from '#tickets/research/facts.ts';
import { shownOf } from '#tickets/research/shown.ts';
import type { Ticket } from '#tickets/ticket.ts';
import {
  acceptResearch,
  askResearch,
  concludeResearch,
  creditResearch,
  recordFindings,
  startResearch,
} from '#tickets/tickets.ts';
import { payerOf } from '#tickets/who-pays.ts';
import type { Cast, CastContact } from './cast.ts';

const words = {
  explanation: {
    nl: 'Dit is niet met een kleine ingreep op te lossen. Wij willen uitzoeken waar het misgaat: in de koppeling of in het thema.',
    en: 'This cannot be solved with a small change. We want to find out where it goes wrong: in the connection or in the theme.',
  },
  found: {
    nl: 'De koppeling gebruikt een versie die niet meer wordt onderhouden. Die moet worden vervangen.',
    en: 'The connection uses a version that is no longer maintained. It has to be replaced.',
  },
  found_ours: {
    nl: 'Een bestand van het thema werd overschreven. Wij zetten het terug.',
    en: 'A file of the theme was overwritten. We put it back.',
  },
  ours: {
    nl: 'Het bleek door onze update van vorige maand te komen. Daarom betaalt u dit onderzoek niet.',
    en: 'It turned out to come from our update of last month. So you do not pay for this research.',
  },
  role: { nl: 'eigenaar', en: 'owner' },
} satisfies Record<string, Record<Language, string>>;

interface Case {
  readonly ticketId: string;
  readonly language: Language;
  readonly holder: CastContact;
}

/** Some tickets on the way from the question about research to what comes of it, one step of it at a time. */
export class Researching {
  readonly #scope: Scope;
  readonly #cast: Cast;
  #cases: readonly Case[] = [];
  constructor(scope: Scope, cast: Cast) {
    this.#scope = scope;
    this.#cast = cast;
  }

  /** Asks the clients of some of these tickets; nothing more happens to them by anybody else. */
  async ask(ticketIds: readonly string[]): Promise<void> {
    this.#cases = await this.#suitable(ticketIds);
    for (const { ticketId, language } of this.#cases) {
      const feeCents = 4500;
      const explanation = words.explanation[language];
      await askResearch(this.#scope, this.#supporter, ticketId, { explanation, feeCents });
    }
  }

  /** All but the first two agree: those choices still wait. */
  async agree(): Promise<void> {
    for (const { ticketId, language, holder } of this.#cases.slice(2)) {
      const ask = (await asksOf(this.#scope.db, ticketId))[0]!;
      const ticket = await ticketOf(this.#scope, ticketId);
      const { hash } = await shownOf(this.#scope, ticket, ask, language);
      await acceptResearch(this.#scope, holder, ticketId, {
        askId: ask.id,
        shownHash: hash,
        name: holder.name,
        role: words.role[language],
        language,
      });
    }
  }

  /** One turns out to need a quote, one to be the agency's own doing. */
  async research(): Promise<void> {
    const [, , , quoted, ours] = this.#cases;
    const { developers } = this.#cast;
    if (quoted) await startResearch(this.#scope, developers[0]!, quoted.ticketId);
    if (ours) await startResearch(this.#scope, developers[1] ?? this.#supporter, ours.ticketId);
  }

  async conclude(): Promise<void> {
    const [, , , quoted, ours] = this.#cases;
    const [developer] = this.#cast.developers;
    if (quoted)
      await concludeResearch(this.#scope, developer!, quoted.ticketId, {
        atHand: false,
        found: words.found[quoted.language],
      });
    if (!ours) return;
    await concludeResearch(this.#scope, this.#supporter, ours.ticketId, {
      atHand: true,
      found: words.found_ours[ours.language],
    });
    await creditResearch(this.#scope, this.#supporter, ours.ticketId, {
      reason: words.ours[ours.language],
    });
  }

  /** The last one is being researched while the demo is looked at. */
  async run(): Promise<void> {
    const running = this.#cases[2];
    if (running) await startResearch(this.#scope, this.#supporter, running.ticketId);
  }

  get #supporter() {
    return this.#cast.supporters[0]!;
  }

  /** Tickets in hand that nothing covers, of clients where somebody can agree. */
  async #suitable(ticketIds: readonly string[]): Promise<Case[]> {
    const office = await loadOffice(this.#scope.db);
    const cases: Case[] = [];
    const { clients } = this.#cast;
    const rows = await Promise.all(ticketIds.map((id) => ticketOf(this.#scope, id)));
    const rank = (each: Ticket) => clients.findIndex(({ id }) => id === each.organisation_id);
    // the clients who are told how to sign in come first
    for (const ticket of rows.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)) {
      const { id } = ticket;
      const client = clients.find((each) => each.id === ticket.organisation_id);
      const holder = client?.contacts.find((each) => canAgreeToCosts(each, client.id));
      if (ticket.state !== 'picked_up' || ticket.overruled_payer || !client || !holder) continue;
      const judged = { ...ticket, directly_solvable: false, at_hand: null };
      if ((await payerOf(this.#scope.db, office, judged)).next !== 'ask_research') continue;
      await recordFindings(this.#scope, this.#supporter, id, {
        kind: ticket.kind,
        deliveryId: ticket.delivery_id,
        directlySolvable: false,
        atHand: null,
        causeOutside: ticket.cause_outside,
      });
      cases.push({ ticketId: id, language: client.language, holder });
      if (cases.length === 5) break;
    }
    return cases;
  }
}

const ticketOf = async ({ db }: Scope, id: string): Promise<Ticket> =>
  (await db
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as unknown as Ticket;
