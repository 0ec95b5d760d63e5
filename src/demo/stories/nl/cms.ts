import type { Story } from '../story.ts';

/** Werken in het beheer van de site. */
export default [
  {
    key: 'nl-upload',
    early: true,
    urgency: 'medium',
    impact: 'small',
    subject: ['Foto uploaden lukt niet', 'Uploaden van afbeeldingen geeft fout'],
    did: 'Ik wilde een foto van {event} op de pagina «{page}» zetten. Op Uploaden geklikt en de foto gekozen.',
    happened:
      'Balkje loopt tot 100 en dan «HTTP-fout». Geen idee wat dat betekend. Met een andere foto hetzelfde.',
    file: 'picture',
    note: 'Foto’s zijn 18 MB uit een nieuwe telefoon; grens staat op 8 MB. Verkleinen bij het uploaden is beter dan de grens verhogen.',
    asked: 'Hoe groot is het bestand? Klik er met de rechtermuisknop op en kies Eigenschappen.',
    answered: '17,9 MB staat er. Is dat veel?',
    solution: {
      changed:
        'Foto’s tot 40 MB worden bij het uploaden verkleind; daarboven zegt het scherm wat u kunt doen.',
      test: 'Upload de foto uit de melding en een van 45 MB. De eerste staat er verkleind, de tweede krijgt een begrijpelijke uitleg.',
      release:
        'U kunt nu foto’s rechtstreeks uit uw telefoon plaatsen; de site maakt ze zelf kleiner. De foto van uw melding hebben wij alvast klaargezet in de bibliotheek.',
    },
    refused: 'Liggende foto’s gaan goed, maar staande foto’s komen op hun kant te staan.',
    added: 'Mijn collega heeft het ook, dus het ligt niet aan mijn computer.',
  },
  {
    key: 'nl-publish',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Wijzigingen worden niet zichtbaar', 'Pagina aangepast maar bezoekers zien de oude'],
    did: 'Op «{page}» de tekst aangepast en op Publiceren geklikt. Dat was gisteren al.',
    happened:
      'Als ik ingelogd ben zie ik de nieuwe tekst. Op mijn telefoon staat nog de oude. Bezoekers bellen nu over verkeerde informatie.',
    note: 'Cache wordt niet geleegd bij pagina’s met een blok erin. Zie ook de melding van vorige maand bij een andere klant.',
    asked: 'Gaat het alleen om deze pagina, of om alles wat u sinds gisteren hebt gewijzigd?',
    answered: 'Nieuwsberichten komen wel door, gewone pagina’s niet.',
    solution: {
      changed: 'Bij publiceren wordt ook de cache geleegd van pagina’s waarin een gewijzigd blok staat.',
      test: 'Wijzig een blok dat op twee pagina’s staat; open beide pagina’s in een privévenster binnen tien seconden.',
      release:
        'Wijzigingen zijn nu binnen enkele seconden voor iedereen zichtbaar. De tekst op «{page}» staat goed.',
    },
    failed: 'De Engelse versie van dezelfde pagina blijft nog wel oud.',
    refused: 'Op de voorpagina staat onderin nog steeds de oude tekst.',
  },
  {
    key: 'nl-login',
    urgency: 'high',
    impact: 'small',
    subject: ['Kan niet meer inloggen in het beheer', 'Wachtwoord wordt niet meer geaccepteerd'],
    did: 'Inloggen met mijn gewone gebruikersnaam en wachtwoord, die staan in mijn browser opgeslagen dus een typfout is het niet.',
    happened: 'Scherm schudt even en dan weer leeg. Nieuw wachtwoord aangevraagd, er komt geen mail.',
    note: 'Account geblokkeerd na tien mislukte pogingen vanaf een vreemd adres. Mail staat in quarantaine bij hun eigen IT.',
    asked: 'Op welk e-mailadres verwacht u de mail met het nieuwe wachtwoord?',
    answered: 'Op mijn adres van het werk. Ik zie net dat IT iets heeft tegengehouden.',
    solution: {
      reply:
        'Uw account was vergrendeld omdat iemand van buiten tien keer een verkeerd wachtwoord had geprobeerd. Wij hebben het ontgrendeld; er is niemand binnengekomen. Kies bij de eerste keer inloggen een nieuw wachtwoord en zet tweestapsverificatie aan via Profiel › Beveiliging.',
    },
    adjusted: {
      urgency: 'medium',
      impact: 'small',
      reason:
        'De site zelf werkt en een collega van u kan intussen inloggen en wijzigingen doen. Wij behandelen het daarom met lage prioriteit, maar kijken er vandaag nog naar.',
    },
    withdrawn: 'Caps lock stond aan... sorry!',
  },
  {
    key: 'nl-word',
    early: true,
    urgency: 'low',
    impact: 'small',
    subject: ['Tekst uit Word krijgt rare opmaak', 'Plakken uit Word geeft ander lettertype'],
    did: 'Tekst uit Word gekopieerd en op «{page}» geplakt.',
    happened: 'Grote witregels en een ander lettertype, en als ik het weghaal komt het terug na opslaan.',
    note: 'Plakken zonder opmaak staat uit voor deze rol. Ook bestaande pagina’s opschonen?',
    asked: 'Hebt u wel eens geplakt met Ctrl+Shift+V? Dan komt alleen de tekst mee.',
    answered: 'Dat kende ik niet. Werkt, maar dan ben ik mijn kopjes en vette woorden kwijt.',
    solution: {
      changed:
        'Geplakte tekst houdt kopjes, vet, lijsten en links; lettertypes, kleuren en lege regels vallen weg.',
      test: 'Plak een tekst uit Word met kopjes, een lijst en een tabel. Opslaan, opnieuw openen, niets mag veranderen.',
      release:
        'U kunt weer gewoon plakken uit Word. Kopjes, vet, lijsten en links blijven, de rest neemt de opmaak van uw site aan.',
    },
    dropped:
      'Met plakken zonder opmaak (Ctrl+Shift+V) kunt u verder, en bij de nieuwe versie van het beheer is dit opgelost. In overleg met u sluiten wij deze melding.',
  },
  {
    key: 'nl-menu',
    early: true,
    urgency: 'low',
    impact: 'medium',
    subject: ['Menu-item verdwenen', 'Pagina staat niet meer in het menu'],
    did: 'In het menu «{page}» een plek naar rechts gesleept.',
    happened: 'Weg. Niet links, niet rechts. De pagina bestaat nog wel als ik het adres intik.',
    note: 'Item is onder een ander item gesleept, dat op de telefoon niet uitklapt.',
    asked: 'Kijkt u op een computer of op een telefoon of tablet?',
    answered: 'Op een ipad. Op de computer zit hij ineens onder Contact zie ik nu!',
    solution: {
      reply:
        'Het item was bij het slepen onder «Contact» terechtgekomen. Wij hebben het teruggezet. Tip: sleep in het beheer aan het greepje links; komt er een blauw streepje met een inspringing, dan wordt het een onderdeel van het item erboven.',
    },
    reopened: 'Op de telefoon staat het item nu dubbel in het menu.',
  },
  {
    key: 'nl-new-user',
    early: true,
    urgency: 'low',
    impact: 'small',
    subject: ['Nieuwe collega toegang geven', 'Graag een account voor onze nieuwe medewerker'],
    did: 'Wij hebben een nieuwe collega, zij gaat de nieuwsberichten doen.',
    happened: 'Ik zie in het beheer niet waar ik iemand kan toevoegen. Vroeger deed mijn voorganger dat.',
    note: 'Contactpersoon is zelf redacteur, geen beheerder. Navragen bij coördinator voordat we rechten geven.',
    asked: 'Mag uw collega alleen nieuws plaatsen, of ook pagina’s wijzigen? En wat is haar e-mailadres?',
    answered: 'Alleen nieuws. Het adres geef ik liever telefonisch door, ik bel zo.',
    solution: {
      reply:
        'Uw collega heeft een account met rechten voor nieuwsberichten en krijgt een uitnodiging per mail. U hebt zelf nu ook het recht om collega’s toe te voegen: Gebruikers › Nieuwe gebruiker.',
    },
    replied: 'Dank u, wij hebben het nodige om verder te gaan. Morgen kan uw collega aan de slag.',
  },
  {
    key: 'nl-deleted',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Per ongeluk een pagina verwijderd', 'Pagina weggegooid, kan die terug?'],
    did: 'Ik was aan het opruimen en heb denk ik «{page}» verwijderd ipv het concept.',
    happened: 'Hij is weg en hij is ook belangrijk want er staan links naar in onze folders.',
    note: 'Prullenbak van het beheer houdt 30 dagen vast. Anders uit de back-up van vannacht.',
    asked: 'Weet u ongeveer wanneer u de pagina hebt verwijderd?',
    answered: 'Vanochtend rond half tien, net voor de vergadering.',
    solution: {
      reply:
        'De pagina staat terug, met alle foto’s en op hetzelfde adres, dus de links in uw folders werken weer. U kunt dit in het vervolg zelf: Pagina’s › Prullenbak › Terugzetten, tot 30 dagen na het verwijderen.',
    },
    added: 'De subpagina’s zijn zo te zien ook mee.',
    withdrawn: 'Gevonden! Hij stond gewoon in de prullenbak. Bedankt.',
  },
  {
    key: 'nl-agenda',
    on: 'website',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Agenda toont verkeerde datum', 'Activiteiten staan een dag te vroeg'],
    did: '{event} in de agenda gezet op zaterdag.',
    happened:
      'Op de site staat vrijdag. In het beheer staat zaterdag. Gelukkig zag een oplettende bezoeker het.',
    note: 'Datum wordt om middernacht in UTC bewaard en als plaatselijke tijd getoond. Alleen bij activiteiten van een hele dag.',
    asked: 'Is de activiteit ingevoerd als «hele dag», of met een begin- en eindtijd?',
    answered: 'Hele dag ja.',
    solution: {
      changed:
        'Activiteiten van een hele dag worden als datum bewaard, zonder tijd en zonder tijdzone; bestaande omgezet.',
      test: 'Voer een hele dag in op de laatste zaterdag van maart en van oktober; site, agendabestand en beheer tonen dezelfde dag.',
      release:
        'Activiteiten van een hele dag staan weer op de juiste dag, ook in het agendabestand dat bezoekers kunnen downloaden. Alle bestaande activiteiten zijn nagelopen.',
    },
    failed: 'In het agendabestand (.ics) eindigt de activiteit nog een dag te vroeg.',
    refused:
      'Nieuwe activiteiten kloppen. De activiteiten die zich elke week herhalen staan nog een dag verkeerd.',
    moved:
      'Wij willen dit zorgvuldig nakijken voor alle activiteiten die al zijn ingevoerd, en hebben daar een dag langer voor nodig.',
  },
] as const satisfies readonly Story[];
