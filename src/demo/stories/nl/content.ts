import type { Story } from '../story.ts';

/** Wat bezoekers zien en lezen. */
export default [
  {
    key: 'nl-phone-layout',
    early: true,
    urgency: 'medium',
    impact: 'medium',
    subject: ['Site ziet er raar uit op telefoon', 'Tekst valt over elkaar heen op mobiel'],
    did: 'De site op mijn nieuwe telefoon bekeken.',
    happened: 'Op «{page}» staat de tekst over de foto heen en kun je de knop niet aanklikken. Zie plaatje.',
    file: 'picture',
    note: 'Breekt tussen 360 en 390 px breed, door een vaste breedte in een blok dat de klant zelf heeft toegevoegd.',
    asked: 'Welke telefoon is het? En houdt u hem rechtop of op zijn kant?',
    answered: 'Rechtop. Een Samsung, ik weet niet welke precies. Op zijn kant gaat het goed.',
    solution: {
      changed:
        'Blok «Foto met tekst» schikt zich onder 400 px onder elkaar; knop is overal minstens 44 px hoog.',
      test: 'Bekijk «{page}» op 360, 390 en 768 px breed, rechtop en op zijn kant. De knop moet te raken zijn.',
      release: 'De pagina past zich nu goed aan op kleine telefoons. De knop staat onder de tekst.',
    },
    failed: 'Op 360 px loopt de kop nog uit beeld bij lange woorden.',
    refused: 'De knop doet het, maar op mijn telefoon is de foto nu heel klein geworden.',
  },
  {
    key: 'nl-font',
    early: true,
    urgency: 'low',
    impact: 'small',
    subject: ['Lettertype is ineens anders', 'Letters zien er anders uit dan in de huisstijl'],
    did: 'Niets, het viel ons vanmorgen op.',
    happened: 'Alle koppen zijn in een soort Times New Roman. Dat is niet onze huisstijl.',
    note: 'Licentie van het lettertype bij de leverancier verlopen; bestand lokaal neerzetten mag volgens de nieuwe licentie.',
    asked: 'Hebt u zelf een licentie voor het lettertype, via uw vormgever?',
    answered: 'Onze vormgever heeft dat geregeld, ik stuur hem even een appje.',
    solution: {
      changed: 'Lettertype staat nu op de eigen server, in de licentie van de klant.',
      test: 'Open drie pagina’s in een privévenster: koppen in het huisstijl-lettertype, geen verzoek naar een andere server.',
      release:
        'De koppen staan weer in uw eigen lettertype. Het wordt nu vanaf uw eigen site geladen, wat ook sneller is.',
    },
    refused: 'Koppen goed, maar het menu heeft nog het verkeerde lettertype.',
    dropped:
      'U liet weten dat de huisstijl volgende maand verandert. Wij nemen het nieuwe lettertype daarin mee en sluiten deze melding.',
  },
  {
    key: 'nl-pdf',
    urgency: 'low',
    impact: 'medium',
    subject: ['Bezoekers krijgen oude pdf', 'Downloadknop geeft oude versie'],
    did: 'De nieuwe versie van de pdf op «{page}» geplaatst, met dezelfde naam.',
    happened:
      'Als ik erop klik komt nog steeds de oude. In het beheer staat de nieuwe. Ik heb het nu al 4x gedaan.',
    note: 'Bestanden worden een jaar in de browser bewaard. Adres moet veranderen met de inhoud.',
    asked: 'Ziet u in een privévenster ook de oude versie?',
    answered: 'Daar zie ik de nieuwe. Maar onze bezoekers gebruiken dat niet hè.',
    solution: {
      changed:
        'De link naar een bestand verandert mee als het bestand wordt vervangen; oude links blijven werken.',
      test: 'Vervang een pdf twee keer en open hem telkens in een gewoon venster. U ziet steeds de laatste.',
      release: 'Wie de pdf opent, krijgt nu altijd de laatste versie.',
    },
    added: 'Het gaat ook om het inschrijfformulier, dat is nog veel ouder.',
  },
  {
    key: 'nl-map',
    on: 'website',
    urgency: 'low',
    impact: 'small',
    subject: ['Kaartje op contactpagina doet het niet', 'Routekaart toont grijs vlak'],
    did: 'Contactpagina geopend om de route te bekijken.',
    happened: 'Grijs vlak met «er is iets misgegaan». Mensen staan nu bij de oude ingang voor de deur.',
    file: 'picture',
    note: 'Sleutel van de kaartendienst verlopen. Voorstel: plaatje met link, geen externe dienst meer.',
    asked:
      'Wilt u een kaart waarin bezoekers kunnen schuiven, of is een plaatje met een link naar de route genoeg?',
    answered: 'Plaatje is prima. Als de nieuwe ingang er maar duidelijk op staat.',
    solution: {
      changed:
        'Vaste kaart met de nieuwe ingang en een link die de route in de kaartenapp van de bezoeker opent.',
      test: 'Klik op de kaart op een telefoon en op een computer; de route eindigt bij de nieuwe ingang.',
      release: 'Op de contactpagina staat een nieuwe kaart met uw nieuwe ingang. Een klik opent de route.',
    },
    refused: 'Mooie kaart, maar de ingang staat aan de verkeerde kant van de straat.',
  },
  {
    key: 'nl-hours',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Openingstijden kloppen niet op de site', 'Site zegt gesloten terwijl we open zijn'],
    did: 'Gisteren naar onze eigen site gekeken terwijl de deur gewoon open stond.',
    happened: '«Nu gesloten» bovenaan. Er kwam iemand binnen die zei dat ze bijna niet was gekomen.',
    note: 'Feestdagenlijst van vorig jaar. Lijst vervangen en jaarlijks vanzelf vernieuwen.',
    asked: 'Op welke feestdagen bent u dit jaar open, en van hoe laat tot hoe laat?',
    answered: 'Alleen eerste kerstdag, nieuwjaarsdag en koningsdag dicht. De rest gewoon open.',
    solution: {
      changed:
        'Feestdagen komen uit een lijst die zich vernieuwt; afwijkingen staan onder Openingstijden › Bijzondere dagen.',
      test: 'Zet de proefdatum op vier dagen uit de lijst van de klant; de balk bovenaan klopt telkens.',
      release: 'De openingstijden kloppen weer, ook op feestdagen. U kunt afwijkende dagen nu zelf invoeren.',
    },
    failed: 'Op een dag met aangepaste tijden staat er «gesloten tot 00:00».',
    added: 'In Google staan ze ook verkeerd, komt dat door jullie of moeten we dat zelf doen?',
  },
  {
    key: 'nl-google',
    urgency: 'low',
    impact: 'small',
    subject: ['Google toont oude titel', 'Onze naam staat verkeerd in Google'],
    did: 'Ons zelf opgezocht in Google.',
    happened: 'Er staat nog de oude naam en «Zomaar een WordPress-site». Klinkt niet erg professioneel.',
    note: 'Titel in de instellingen nooit aangepast bij de oplevering. Daarna opnieuw laten ophalen.',
    asked: 'Hoe wilt u dat het er staat? Een titel van hoogstens 60 tekens werkt het best.',
    answered: 'Onze naam, streepje, en dan waar we goed in zijn. Verzin maar iets, ik kijk wel of het past.',
    solution: {
      changed: 'Titel en omschrijving van alle pagina’s ingevuld; nieuwe sitemap aangemeld.',
      test: 'Bekijk de bron van vijf pagina’s: eigen titel, eigen omschrijving, geen dubbele.',
      release:
        'De titels en omschrijvingen zijn aangepast. Google neemt ze in de komende dagen over; dat moment bepaalt Google zelf.',
    },
    dropped:
      'De titel is inmiddels goed; dat Google hem nog niet overal toont, kunnen wij niet versnellen. In overleg met u sluiten wij deze melding.',
  },
  {
    key: 'nl-stats',
    urgency: 'low',
    impact: 'small',
    subject: ['Vraag over bezoekersaantallen', 'Statistieken staan al een tijd op nul'],
    did: 'De statistieken bekeken voor ons jaarverslag.',
    happened: 'Sinds vorige maand overal 0 bezoekers. Dat lijkt me sterk.',
    note: 'Meetcode wacht op toestemming die sinds de nieuwe banner nooit gegeven wordt. Overstap op meten zonder cookies voorstellen.',
    asked:
      'Wilt u blijven meten met toestemming, of liever zonder cookies en zonder toestemming? Het tweede geeft minder details.',
    answered: 'Zonder, hoe minder gedoe hoe beter.',
    solution: {
      reply:
        'De teller wachtte op een toestemming die de nieuwe cookiemelding niet meer vraagt. Wij meten nu zonder cookies; vanaf vandaag ziet u weer cijfers. De ontbrekende weken hebben wij geschat uit de logbestanden van de server; het overzicht staat bij Statistieken › Jaar.',
    },
    reopened: 'De cijfers zijn er weer, maar april staat er twee keer in.',
  },
] as const satisfies readonly Story[];
