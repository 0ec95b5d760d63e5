import type { Story } from '../story.ts';

/** Producten, voorraad en zoeken. */
export default [
  {
    key: 'nl-stock',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Voorraad loopt onder nul', 'We verkopen meer dan we hebben'],
    did: '«{product}» stond op voorraad 3. Vanmorgen de bestellingen bekeken.',
    happened:
      'Er zijn er 5 verkocht, voorraad staat nu op -2. Ik moet twee mensen teleurstellen en dat vind ik heel vervelend.',
    note: 'Voorraad wordt pas afgeboekt bij «verzonden», niet bij «betaald». Instelling teruggezet bij laatste update?',
    asked: 'Verkoopt u dit product ook in de winkel via dezelfde kassa?',
    answered: 'Ja, maar van de week niet. Alle 5 zijn via internet gegaan.',
    solution: {
      changed:
        'Voorraad wordt afgeboekt zodra de betaling binnen is; een mand houdt een product een kwartier vast.',
      test: 'Product met voorraad 1: in twee browsers tegelijk in de mand leggen en in beide afrekenen. De tweede moet een duidelijke melding krijgen.',
      release:
        'Een product dat op is, kan niet meer twee keer worden verkocht. De voorraad wordt nu bij de betaling afgeboekt in plaats van bij het verzenden.',
    },
    refused:
      'Bij producten met maten gaat het nog mis: daar telt hij de voorraad van alle maten bij elkaar op.',
    moved:
      'De leverancier van de kassakoppeling moet eerst aan zijn kant een update doen; die staat voor morgen gepland.',
  },
  {
    key: 'nl-photo',
    on: 'webshop',
    urgency: 'low',
    impact: 'medium',
    subject: ['Verkeerde foto bij product', 'Foto’s van twee producten omgewisseld'],
    did: 'Nieuwe foto’s geupload bij «{product}» en daarna bij «{other}».',
    happened:
      'Op de productpagina staat alles goed maar in het overzicht zijn de foto’s omgedraait. Ook na verversen.',
    file: 'picture',
    note: 'Miniaturen hebben dezelfde bestandsnaam (IMG_0001.jpg) en overschrijven elkaar.',
    asked: 'Hoe heetten de bestanden die u hebt geüpload? Dat ziet u op uw computer.',
    answered: 'Gewoon zoals ze uit de telefoon kwamen, IMG_0001 en zo.',
    solution: {
      changed:
        'Miniaturen krijgen een naam die uit de inhoud volgt, en zijn voor alle producten opnieuw gemaakt.',
      test: 'Upload twee verschillende foto’s met dezelfde bestandsnaam bij twee producten; beide overzichten moeten kloppen.',
      release:
        'De foto’s staan weer bij het juiste product, ook in het overzicht. Bestanden met dezelfde naam zitten elkaar niet meer in de weg.',
    },
    adjusted: {
      urgency: 'low',
      impact: 'small',
      reason:
        'Op de productpagina zelf staat de juiste foto en bestellen gaat goed. Wij plannen dit daarom met lage prioriteit in.',
    },
  },
  {
    key: 'nl-filter',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Filters geven «geen resultaten»', 'Filteren op merk werkt niet'],
    did: 'In de categorie waar ook «{product}» staat het filter op prijs gezet, daarna een merk aangevinkt.',
    happened: 'Los van elkaar werken ze, samen geeft altijd 0 producten. Dat kan niet want ik zie ze staan.',
    note: 'Filters worden met EN op dezelfde rij gelegd; prijs en merk staan in twee tabellen.',
    asked: 'Welk merk en welke prijs koos u precies?',
    answered: 'Maakt niet uit, ik krijg het met elk merk voor elkaar.',
    solution: {
      changed: 'De filters zoeken elk voor zich en het resultaat is de doorsnede; index opnieuw opgebouwd.',
      test: 'Drie categorieën: prijs en merk samen, daarna een derde filter erbij. Het aantal boven de lijst moet kloppen met wat u telt.',
      release:
        'Filters kunnen weer samen gebruikt worden. Het aantal producten staat nu ook achter elk filter.',
    },
    failed: 'Werkt, maar de knop terug in de browser vergeet de filters weer.',
    refused: 'Op de computer goed. Op mijn tablet klapt het filter dicht bij elke klik.',
  },
  {
    key: 'nl-search',
    on: 'webshop',
    urgency: 'low',
    impact: 'medium',
    subject: ['Zoeken vindt producten niet', 'Zoekfunctie mist woorden'],
    did: 'In de zoekbalk een deel van de naam «{product}» getypt.',
    happened: 'Niks gevonden. Als ik de hele naam precies intyp wel. Klanten typen nooit de hele naam!',
    expected: 'Dat een deel van het woord genoeg is.',
    note: 'Zoekindex kent alleen hele woorden. Trigrammen aanzetten, kijken wat dat met de snelheid doet.',
    asked: 'Kunt u vijf zoekwoorden noemen die uw klanten vaak gebruiken? Dan testen wij daarmee.',
    answered: 'Doe ik: spelt, tas, licht, cadeau, mand.',
    solution: {
      changed: 'Zoeken vindt delen van woorden en kleine tikfouten; het beste resultaat staat bovenaan.',
      test: 'Zoek met de vijf woorden uit de melding, met één letter fout en met één letter te weinig.',
      release:
        'De zoekbalk vindt nu ook delen van woorden en vergeeft een tikfout. Probeer vooral de woorden die uw klanten gebruiken.',
    },
    dropped:
      'U vertelde aan de telefoon dat u de zoekfunctie in het voorjaar toch laat vervangen. Wij stoppen daarom met deze melding en nemen uw vijf zoekwoorden mee in dat plan.',
  },
  {
    key: 'nl-variant',
    on: 'webshop',
    urgency: 'medium',
    impact: 'small',
    subject: ['Kan maat niet kiezen', 'Keuzelijst blijft leeg bij een product'],
    did: 'Nieuw product aangemaakt op dezelfde manier als «{other}», met drie uitvoeringen.',
    happened: 'In de winkel is de keuzelijst leeg, dus je kunt hem niet in de mand leggen.',
    file: 'picture',
    note: 'Uitvoeringen zonder prijs worden verborgen. Het formulier zou dat moeten zeggen.',
    asked: 'Hebt u bij de drie uitvoeringen een eigen prijs ingevuld, of die leeg gelaten?',
    answered: 'Leeg, want de prijs is voor alle drie hetzelfde.',
    solution: {
      changed: 'Een uitvoering zonder eigen prijs neemt de prijs van het product over.',
      test: 'Maak een product met drie uitvoeringen zonder prijs; alle drie moeten te kiezen en te bestellen zijn.',
      release:
        'U kunt de prijs bij uitvoeringen nu leeg laten; dan geldt de prijs van het product. Uw nieuwe product staat goed in de winkel.',
    },
    added: 'Als ik bij eentje wel een prijs invul verschijnt alleen die.',
  },
  {
    key: 'nl-import',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Prijslijst importeren stopt halverwege', 'Import van artikelen blijft hangen op 43 %'],
    did: 'Nieuwe prijslijst (csv, 1.280 regels) ingelezen zoals elk kwartaal.',
    happened:
      'Bij 43 % blijft hij staan. Nu heeft de helft nieuwe prijzen en de helft oude. Ik weet niet welke.',
    sends: 'table',
    note: 'Regel 551 heeft een puntkomma in de omschrijving zonder aanhalingstekens. Import zou moeten weigeren vóór de eerste wijziging.',
    asked: 'Kunt u de lijst zelf meesturen? Wij draaien de import dan eerst op een kopie.',
    answered: 'Bij deze.',
    solution: {
      changed:
        'De import leest eerst alles, noemt fouten met hun regelnummer, en wijzigt pas daarna in één keer.',
      test: 'Lees de lijst uit de bijlage: er komt één fout op regel 551 en geen enkele prijs verandert. Verbeter de regel: alle 1.280 prijzen kloppen.',
      release:
        'De import verandert nu alles of niets, en zegt op welke regel iets niet klopt. Uw lijst is volledig ingelezen; op regel 551 stond een puntkomma in de omschrijving.',
    },
    failed: 'Bij een lijst uit Excel voor de Mac staan er vraagtekens in plaats van é.',
    reopened: 'Nieuw kwartaal, zelfde lijst, en nu slaat hij de laatste regel over.',
  },
  {
    key: 'nl-business-price',
    on: 'webshop',
    urgency: 'medium',
    impact: 'large',
    subject: ['Zakelijke klanten zien particuliere prijzen', 'Staffelprijs verdwenen na inloggen'],
    did: 'Ingelogd als zakelijke klant (testaccount) om een offerte na te kijken.',
    happened:
      'Overal gewone winkelprijzen. Twee vaste afnemers hebben al gebeld of wij de afspraken zomaar hebben opgezegd.',
    note: 'Prijsgroep hangt aan een rol die bij de update hernoemd is (zakelijk → business). Database nakijken.',
    asked: 'Kunt u twee klantnummers noemen bij wie het zeker misgaat?',
    answered: '20014 en 20091.',
    solution: {
      changed: 'Prijsgroepen hangen weer aan de juiste rol; 212 zakelijke klanten nagelopen.',
      test: 'Inloggen als 20014 en 20091 en vijf prijzen vergelijken met de lijst. Een particulier mag geen zakelijke prijs zien.',
      release:
        'Zakelijke klanten zien hun afgesproken prijzen weer. Wij hebben alle 212 klanten nagelopen. Tussen gisteren 18:00 en vandaag zijn er geen zakelijke bestellingen geplaatst.',
    },
    refused: 'Prijzen kloppen, maar bij 20091 staat de betaling op rekening niet meer aan.',
    added: 'Het gaat ook om de staffel: vanaf 12 stuks hoort er 8 % af te gaan.',
  },
  {
    key: 'nl-sort',
    on: 'webshop',
    urgency: 'low',
    impact: 'small',
    subject: ['Sorteren op prijs klopt niet', 'Volgorde in de winkel is vreemd'],
    did: 'Op prijs gesorteerd, laag naar hoog.',
    happened: '€ 100 komt voor € 20. Hij sorteert op het eerste cijfer of zo.',
    note: 'Sorteert als tekst. Kleine wijziging in de query.',
    asked: 'Ziet u dit in alle categorieën, of alleen in één?',
    answered: 'Alleen waar «{other}» in staat volgens mij.',
    solution: {
      changed: 'Prijzen in zelfgemaakte categorieën worden als getal gesorteerd.',
      test: 'Sorteer laag naar hoog en terug, in een gewone en een zelfgemaakte categorie.',
      release: 'Sorteren op prijs klopt nu in alle categorieën.',
    },
    withdrawn: 'Laat maar, we halen die categorie toch weg.',
  },
] as const satisfies readonly Story[];
