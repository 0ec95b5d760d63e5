import type { Story } from '../story.ts';

/** Snelheid, bereikbaarheid, domeinen. */
export default [
  {
    key: 'nl-down',
    urgency: 'high',
    impact: 'large',
    subject: ['Site is helemaal uit de lucht', 'Website onbereikbaar, foutmelding 503'],
    did: 'Gewoon naar {address} gegaan.',
    happened:
      'Er staat «503 Service Unavailable». Ook bij mij thuis en bij een collega. Dit is een ramp vlak voor {event}.',
    file: 'picture',
    note: 'Schijf van de webserver vol door logbestanden. Ruimte gemaakt, rotatie instellen, bewaking op 80 %.',
    asked: 'Ziet u de melding op elke pagina, of alleen op de voorpagina?',
    answered: 'Overal. Al sinds ongeveer tien voor.',
    solution: {
      changed:
        'Logbestanden worden dagelijks ingepakt en na 14 dagen verwijderd; bewaking waarschuwt bij 80 % schijfgebruik.',
      test: 'Open vijf pagina’s en het beheer, verstuur een formulier, kijk of de bewaking weer groen is.',
      release:
        'De site is weer bereikbaar. De schijf van de server was volgelopen. Er is niets verloren gegaan, en wij krijgen nu een waarschuwing lang voordat dit opnieuw kan gebeuren.',
    },
    added: 'Voorpagina doet het weer even en dan weer niet.',
    replied:
      'Wij zijn ermee bezig: de server reageert niet. Over een half uur laten wij u weten hoe het staat.',
    refused: 'De site doet het, maar de zoekfunctie geeft nog een fout.',
  },
  {
    key: 'nl-certificate',
    urgency: 'high',
    impact: 'medium',
    subject: ['Waarschuwing «verbinding is niet privé»', 'Browser zegt dat onze site onveilig is'],
    did: 'Site geopend in Chrome en daarna in Edge.',
    happened:
      'Groot rood scherm dat onze site gegevens wil stelen. Dit kan echt niet, klanten vertrouwen dit niet.',
    file: 'picture',
    note: 'Certificaat zonder www verlengd, met www niet. Vernieuwing liep vast op een oude omleiding.',
    asked: 'Typt u het adres met of zonder www ervoor?',
    answered: 'Met. Zonder www doet hij het wel zie ik nu.',
    solution: {
      changed:
        'Certificaat geldt voor beide adressen; vernieuwing gebeurt nu 30 dagen vóór het verlopen en wordt bewaakt.',
      test: 'Open het adres met en zonder www in twee browsers; slotje, geen waarschuwing.',
      release:
        'De waarschuwing is weg, met en zonder www. Het certificaat wordt nu ruim van tevoren vernieuwd en wij krijgen bericht als dat mislukt.',
    },
    adjusted: {
      urgency: 'medium',
      impact: 'medium',
      reason:
        'Zonder www is de site bereikbaar en het adres in uw folders is dat zonder www. Daarom staat de urgentie op middel.',
    },
  },
  {
    key: 'nl-slow',
    urgency: 'low',
    impact: 'medium',
    subject: ['Site is erg traag', 'Pagina’s laden heel langzaam'],
    did: 'De voorpagina en «{page}» geopend, op kantoor en thuis.',
    happened: 'Duurt soms wel 10 seconden. Soms ook ineens niet. Vorige maand was het nog gewoon snel.',
    note: 'Elke nacht en om het kwartier draait een import die de database blokkeert. Query 4,2 s zonder index.',
    asked: 'Valt u op of het op vaste tijden gebeurt? Bijvoorbeeld steeds rond het hele of halve uur?',
    answered: 'Nu je het zegt, het is vaak net na het kwartier.',
    solution: {
      changed: 'Index op de tabel met berichten; de import werkt in kleine stukken.',
      test: 'Open de voorpagina tien keer rond het kwartier: steeds onder 1 seconde (nu 0,4 s op onze meting).',
      release:
        'De site is weer snel: gemiddeld 0,4 seconde, ook rond het kwartier. Een import hield telkens de database bezet.',
    },
    failed: 'Voorpagina 0,5 s, maar «{page}» nog 6 s bij de eerste keer.',
    refused: 'Overdag goed, maar gisteravond rond half negen weer 8 seconden.',
    moved:
      'Wij willen een hele dag meten voordat wij iets veranderen, zodat wij zeker weten waar het aan ligt.',
    reopened: 'Sinds gisteren is het weer net zo traag als eerst.',
  },
  {
    key: 'nl-redirect',
    urgency: 'low',
    impact: 'medium',
    subject: ['Oude links werken niet meer', 'Links in folder komen uit op een fout'],
    did: 'De QR-code op onze folder gescand.',
    happened: '«Pagina niet gevonden». Er liggen nog 2.000 folders.',
    note: 'Pagina is hernoemd; omleiding ontbreekt. Meteen alle 404’s van de laatste maand nalopen.',
    asked: 'Kunt u een foto van de QR-code meesturen, of het adres dat eronder staat?',
    answered: 'Er staat {address}/actie onder.',
    solution: {
      changed:
        'Omleiding van /actie naar de nieuwe pagina; hernoemen van een pagina maakt er voortaan vanzelf een.',
      test: 'Scan de QR-code. Hernoem een proefpagina en open het oude adres.',
      release:
        'De QR-code komt weer op de juiste pagina uit. Als u een pagina een andere naam geeft, blijft het oude adres voortaan werken.',
    },
    added: 'Op Google staat de oude link ook nog bovenaan.',
  },
  {
    key: 'nl-cookie',
    urgency: 'low',
    impact: 'small',
    subject: ['Cookiemelding komt steeds terug', 'Cookiebanner gaat niet weg'],
    did: 'Op akkoord geklikt bij de cookies.',
    happened: 'Op de volgende pagina staat hij er weer. En weer. Best irritant.',
    note: 'Keuze wordt bewaard voor het adres zonder www; bezoeker zit op www.',
    asked: 'Gebeurt dit ook in een andere browser, of in een privévenster?',
    answered: 'In Firefox niet, in Safari wel.',
    solution: {
      changed: 'De keuze geldt voor het hele domein en wordt een half jaar bewaard.',
      test: 'Kies «alleen noodzakelijk», bezoek vijf pagina’s met en zonder www, sluit de browser en kom terug.',
      release: 'De cookiemelding komt nog één keer en blijft daarna weg.',
    },
    withdrawn:
      'Het lag aan een instelling van mijn browser (cookies wissen bij afsluiten). Sorry voor de moeite.',
  },
  {
    key: 'nl-backup',
    urgency: 'low',
    impact: 'small',
    subject: ['Vraag: hoe zit het met back-ups?', 'Worden er back-ups gemaakt van onze site?'],
    did: 'Onze verzekeraar vraagt of er back-ups zijn en hoe lang die bewaard worden.',
    happened: 'Ik kan dat nergens terugvinden, ook niet in het contract.',
    note: 'Standaardtekst over hosting gebruiken, wel de bewaartermijn van dit pakket nakijken.',
    asked: 'Heeft de verzekeraar een formulier dat wij kunnen invullen?',
    answered: 'Ja, het zit erbij. Vraag 7 tot en met 9.',
    solution: {
      reply:
        'Van uw site wordt elke nacht een back-up gemaakt: 14 dagelijkse en 6 maandelijkse blijven bewaard, in een ander gebouw dan de server. Vier keer per jaar zetten wij er een terug als proef; de laatste proef is geslaagd. Het ingevulde formulier krijgt u van ons per post terug.',
    },
    replied: 'Wij vullen het formulier voor u in; u hebt het deze week terug.',
  },
  {
    key: 'nl-domain',
    urgency: 'medium',
    impact: 'small',
    subject: ['Tweede domeinnaam koppelen', 'Nieuwe domeinnaam moet naar onze site wijzen'],
    did: 'Wij hebben een tweede domeinnaam gekocht, die met een streepje ertussen.',
    happened: 'Die laat nu een reclamepagina zien van de aanbieder. Ik dacht dat dat vanzelf ging.',
    note: 'DNS staat bij derde. A- en AAAA-record doorgeven, daarna certificaat.',
    asked: 'Bij welke aanbieder hebt u de naam gekocht, en kunt u daar inloggen?',
    answered: 'Ik kan inloggen maar zie door de bomen het bos niet. Mag ik jullie de gegevens bellen?',
    solution: {
      changed:
        'Tweede naam met certificaat ingericht; stuurt door naar het hoofdadres met behoud van het pad.',
      test: 'Open de tweede naam met en zonder www en met /contact erachter; u komt op dezelfde pagina van de hoofdsite.',
      release:
        'De tweede domeinnaam wijst nu naar uw site. Het kan tot morgen duren voordat dat overal zo is.',
    },
    moved: 'De aanbieder van de domeinnaam heeft een dag nodig om de wijziging door te voeren.',
  },
] as const satisfies readonly Story[];
