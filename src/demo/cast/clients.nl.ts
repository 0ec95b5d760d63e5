import { type ClientData, pays, siteOf } from './client-data.ts';

export default [
  {
    name: 'Bakkerij De Gouden Korenaar',
    domain: 'goudenkorenaar.example',
    language: 'nl',
    sites: [
      siteOf('webshop', 'Webshop De Gouden Korenaar', 'https://bestellen.goudenkorenaar.example', [
        'taarten bestellen en afrekenen',
        'de lijst voor de bakkers om 4 uur ’s nachts',
      ]),
      siteOf('website', 'Website De Gouden Korenaar', 'https://www.goudenkorenaar.example'),
      siteOf(
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
      siteOf('webshop', 'Webshop Van den Trapper', 'https://www.vandentrapper.example', [
        'fietsen bestellen',
        'betalen met iDEAL',
        'voorraad van de drie winkels',
      ]),
      siteOf('website', 'Werkplaatsplanner', 'https://werkplaats.vandentrapper.example', ['afspraak maken']),
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
      siteOf('website', 'Website De Vlieger', 'https://www.bsdevlieger.example', ['nieuws bij calamiteiten']),
      siteOf('website', 'Ouderportaal De Vlieger', 'https://ouders.bsdevlieger.example', [
        'ziek melden voor half negen',
        'inloggen voor ouders',
      ]),
      siteOf('website', 'Oude schoolsite', 'https://archief.bsdevlieger.example', [], 'ended'),
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
      siteOf('website', 'Website Lachebek', 'https://www.lachebek.example', [
        'afspraak maken',
        'spoednummer',
      ]),
      siteOf('website', 'Lachebek Kids', 'https://kids.lachebek.example', [
        'inschrijven van nieuwe kinderen',
      ]),
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
      siteOf('website', 'Website Cijfer & Zoon', 'https://www.cijferenzoon.example', ['stukken aanleveren']),
      siteOf(
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
      siteOf('website', 'Website De Groene Buurt', 'https://www.degroenebuurt.example', ['doneren']),
      siteOf('webshop', 'Winkel Zaad & Zo', 'https://winkel.degroenebuurt.example', [
        'afrekenen',
        'verzendlijst voor vrijwilligers',
      ]),
      siteOf('website', 'Buurtagenda', 'https://agenda.degroenebuurt.example'),
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
] as const satisfies readonly ClientData[];
