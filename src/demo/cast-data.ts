import type { SiteKind, SitePhase } from '#db/types.ts';
import type { ContactRole, StaffRole } from '#lib/actor.ts';
import type { Language } from '#lib/language.ts';

/** Who and what the demo is about. Nobody is meant: the names say what people do. */

export const agencyName = 'Studio Voorbeeld';
const domain = 'studio-voorbeeld.example';

interface StaffMember {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly role: StaffRole;
  readonly onDuty?: true;
}

const member = (
  name: string,
  role: StaffRole,
  more: { language?: Language; onDuty?: true } = {},
): StaffMember => ({
  name,
  email: `${name.split(' ')[0]!.toLowerCase()}@${domain}`,
  language: 'nl',
  role,
  ...more,
});

export const manager = member('Marit Maatwerk', 'manager', { onDuty: true });
export const colleagues: readonly StaffMember[] = [
  member('Sanne Steunpilaar', 'supporter', { onDuty: true }),
  member('Stijn Stekker', 'supporter'),
  member('Suzy Support', 'supporter', { language: 'en' }),
  member('Daan Debugger', 'developer', { onDuty: true }),
  member('Dylan Deploy', 'developer', { language: 'en' }),
];

export interface SiteData {
  readonly name: string;
  readonly kind: SiteKind;
  /** As it stands now. */
  readonly phase: SitePhase;
  readonly address: string;
  readonly criticalParts: readonly string[];
}

export interface ContactData {
  readonly name: string;
  readonly role: ContactRole;
  readonly budgetHolder?: true;
  /** A colleague sees the tickets of these sites, by their place in the list. */
  readonly sites?: readonly number[];
}

export interface ClientData {
  readonly name: string;
  readonly domain: string;
  readonly language: Language;
  readonly sites: readonly SiteData[];
  readonly contacts: readonly ContactData[];
  /** What the stories call things at this client. */
  readonly words: Readonly<Record<'product' | 'other' | 'page' | 'event', string>>;
}

const live = (
  kind: SiteKind,
  name: string,
  address: string,
  criticalParts: readonly string[] = [],
  phase: SitePhase = 'live',
): SiteData => ({ name, kind, phase, address, criticalParts });

const pays = { budgetHolder: true } as const;

export const clients: readonly ClientData[] = [
  {
    name: 'Bakkerij De Gouden Korenaar',
    domain: 'goudenkorenaar.example',
    language: 'nl',
    sites: [
      live('webshop', 'Webshop De Gouden Korenaar', 'https://bestellen.goudenkorenaar.example', [
        'taarten bestellen en afrekenen',
        'de lijst voor de bakkers om 4 uur ’s nachts',
      ]),
      live('website', 'Website De Gouden Korenaar', 'https://www.goudenkorenaar.example'),
      live(
        'webshop',
        'Broodabonnement',
        'https://nieuw.goudenkorenaar.example',
        ['wekelijkse incasso'],
        'development',
      ),
    ],
    contacts: [
      { name: 'Bram Brood', role: 'coordinator', ...pays },
      { name: 'Kaatje Krentenbol', role: 'reporter' },
      { name: 'Pim Poffert', role: 'colleague', sites: [0] },
    ],
    words: {
      product: 'Speltbrood heel',
      other: 'Appeltaart groot',
      page: 'Onze broden',
      event: 'de open bakkerijdag',
    },
  },
  {
    name: 'Rijwielhuis Van den Trapper',
    domain: 'vandentrapper.example',
    language: 'nl',
    sites: [
      live('webshop', 'Webshop Van den Trapper', 'https://www.vandentrapper.example', [
        'fietsen bestellen',
        'betalen met iDEAL',
        'voorraad van de drie winkels',
      ]),
      live('website', 'Werkplaatsplanner', 'https://werkplaats.vandentrapper.example', ['afspraak maken']),
    ],
    contacts: [
      { name: 'Saar Zadel', role: 'coordinator', ...pays },
      { name: 'Tijn Tandwiel', role: 'reporter' },
      { name: 'Fien Fietsbel', role: 'colleague', sites: [1] },
    ],
    words: {
      product: 'Stadsfiets Trapper 7',
      other: 'Fietstas Waterdicht',
      page: 'Onderhoud',
      event: 'de verlichtingsactie',
    },
  },
  {
    name: 'Basisschool De Vlieger',
    domain: 'bsdevlieger.example',
    language: 'nl',
    sites: [
      live('website', 'Website De Vlieger', 'https://www.bsdevlieger.example', ['nieuws bij calamiteiten']),
      live('website', 'Ouderportaal De Vlieger', 'https://ouders.bsdevlieger.example', [
        'ziek melden voor half negen',
        'inloggen voor ouders',
      ]),
      live('website', 'Oude schoolsite', 'https://archief.bsdevlieger.example', [], 'ended'),
    ],
    contacts: [
      { name: 'Kim Krijtje', role: 'coordinator' },
      { name: 'Bas Bordenwisser', role: 'reporter' },
      { name: 'Lot Leesplank', role: 'reporter' },
      { name: 'Mees Meetlat', role: 'colleague', sites: [0, 1], ...pays },
    ],
    words: { product: 'Schoolgids', other: 'Gymtas', page: 'Groepen en leerkrachten', event: 'de open dag' },
  },
  {
    name: 'Tandartspraktijk Lachebek',
    domain: 'lachebek.example',
    language: 'nl',
    sites: [
      live('website', 'Website Lachebek', 'https://www.lachebek.example', ['afspraak maken', 'spoednummer']),
      live('website', 'Lachebek Kids', 'https://kids.lachebek.example', ['inschrijven van nieuwe kinderen']),
    ],
    contacts: [
      { name: 'Tanja Tandjes', role: 'coordinator', ...pays },
      { name: 'Floor Flosdraad', role: 'reporter' },
      { name: 'Kees Kiespijn', role: 'colleague', sites: [1] },
    ],
    words: {
      product: 'Elektrische tandenborstel',
      other: 'Bleekset',
      page: 'Tarieven',
      event: 'de week van het gebit',
    },
  },
  {
    name: 'Boekhoudkantoor Cijfer & Zoon',
    domain: 'cijferenzoon.example',
    language: 'nl',
    sites: [
      live('website', 'Website Cijfer & Zoon', 'https://www.cijferenzoon.example', ['stukken aanleveren']),
      live(
        'website',
        'Klantenportaal Cijfer & Zoon',
        'https://test.cijferenzoon.example',
        ['inloggen', 'aangiften ophalen'],
        'development',
      ),
    ],
    contacts: [
      { name: 'Bert Balans', role: 'coordinator', ...pays },
      { name: 'Debbie Debet', role: 'reporter' },
      { name: 'Cas Credit', role: 'colleague', sites: [0, 1] },
    ],
    words: {
      product: 'Checklist jaarrekening',
      other: 'Belastingkalender',
      page: 'Diensten',
      event: 'het inloopspreekuur',
    },
  },
  {
    name: 'Stichting De Groene Buurt',
    domain: 'degroenebuurt.example',
    language: 'nl',
    sites: [
      live('website', 'Website De Groene Buurt', 'https://www.degroenebuurt.example', ['doneren']),
      live('webshop', 'Winkel Zaad & Zo', 'https://winkel.degroenebuurt.example', [
        'afrekenen',
        'verzendlijst voor vrijwilligers',
      ]),
      live('website', 'Buurtagenda', 'https://agenda.degroenebuurt.example'),
    ],
    contacts: [
      { name: 'Wilma Wilg', role: 'coordinator' },
      { name: 'Gijs Gras', role: 'reporter', ...pays },
      { name: 'Bloem Bosviooltje', role: 'colleague', sites: [0, 2] },
    ],
    words: {
      product: 'Zaadpakket balkon',
      other: 'Vogelhuisje',
      page: 'Projecten',
      event: 'de nationale plantdag',
    },
  },
  {
    name: 'Harbour & Vine Wholesale',
    domain: 'harbourvine.example',
    language: 'en',
    sites: [
      live('webshop', 'Harbour & Vine Trade', 'https://trade.harbourvine.example', [
        'ordering by pallet',
        'price lists of trade accounts',
        'labels for the carrier',
      ]),
      live('website', 'Harbour & Vine', 'https://www.harbourvine.example'),
      live('webshop', 'Vine Outlet', 'https://staging.harbourvine.example', ['card payments'], 'development'),
    ],
    contacts: [
      { name: 'Harriet Harbour', role: 'coordinator', ...pays },
      { name: 'Victor Vine', role: 'reporter' },
      { name: 'Olive Oak', role: 'colleague', sites: [0, 2] },
    ],
    words: {
      product: 'Harbour Red, 12 kg',
      other: 'Glass Crate 24',
      page: 'Trade terms',
      event: 'the autumn tasting',
    },
  },
  {
    name: 'Northfield Outdoor',
    domain: 'northfield.example',
    language: 'en',
    sites: [
      live('webshop', 'Northfield Shop', 'https://shop.northfield.example', ['checkout', 'stock per size']),
      live('website', 'Northfield Journal', 'https://journal.northfield.example'),
      live('website', 'Northfield Rental', 'https://rental.northfield.example', ['booking a tent']),
    ],
    contacts: [
      { name: 'Norman North', role: 'coordinator', ...pays },
      { name: 'Fiona Fell', role: 'reporter' },
      { name: 'Rory Ridge', role: 'colleague', sites: [1, 2] },
    ],
    words: {
      product: 'Ridge 40 rucksack',
      other: 'Fell jacket',
      page: 'Size guide',
      event: 'the gear weekend',
    },
  },
];

/** They have been invited lately and have not come yet. */
export const invitedLately = { client: 'Boekhoudkantoor Cijfer & Zoon', name: 'Jip Jaarrekening' } as const;

export const addressOf = (name: string, domain: string) => `${name.split(' ')[0]!.toLowerCase()}@${domain}`;
