import type { Story } from '../story.ts';

/** Formulieren en mail. */
export default [
  {
    key: 'nl-form-lost',
    urgency: 'medium',
    impact: 'large',
    subject: ['Berichten van het contactformulier komen niet aan', 'Al een week geen aanvragen via de site'],
    did: 'Zelf het formulier op «{page}» ingevuld omdat ik het zo stil vond.',
    happened:
      '«Bedankt voor uw bericht» maar er komt NIKS binnen. Ook niet in de spam. Wij missen hierdoor misschien al dagen aanvragen!',
    expected: 'Een mail op ons algemene adres.',
    note: 'Mailserver van de klant weigert sinds de verhuizing: SPF noemt onze server niet. De inzendingen staan wel in de database: 23 stuks.',
    asked:
      'Is er in de afgelopen twee weken iets veranderd aan uw e-mail, bijvoorbeeld een andere aanbieder?',
    answered: 'Ja, onze IT-man is overgestapt. Moet ik hem bellen?',
    solution: {
      changed:
        'Formulieren worden verstuurd via de nieuwe mailserver van de klant; een inzending die niet bezorgd is, staat rood in het beheer.',
      test: 'Verstuur het formulier drie keer met verschillende adressen; alle drie komen binnen zonder waarschuwing.',
      release:
        'Het formulier komt weer aan. De 23 berichten die waren blijven liggen, hebben wij vandaag alsnog naar u doorgestuurd. Komt er ooit weer een bericht niet aan, dan ziet u dat in het beheer.',
    },
    refused: 'Het algemene formulier werkt, maar dat van de vacatures komt nog steeds niet aan.',
    replied:
      'Er is niets verloren: de berichten staan allemaal nog in de database. U krijgt ze vandaag van ons.',
    reopened: 'Sinds vanochtend komt er weer niets binnen.',
  },
  {
    key: 'nl-spam',
    urgency: 'low',
    impact: 'medium',
    subject: ['Heel veel spam via het formulier', 'Tientallen nep-aanvragen per dag'],
    did: 'Mailbox opengedaan na het weekend.',
    happened:
      '87 berichten in het Russisch of zoiets, allemaal via ons formulier. De echte zie ik zo niet meer.',
    file: 'log',
    note: 'Honeypot staat aan maar bots kennen hem. Tijdslot plus een vraag die per pagina verschilt.',
    asked: 'Mogen wij tijdelijk links in het berichtveld weigeren? Dat houdt het meeste tegen.',
    answered: 'Prima, als er maar geen puzzeltjes met verkeerslichten komen, daar haken mensen op af.',
    solution: {
      changed:
        'Inzendingen binnen drie seconden en met meer dan één link worden apart gezet; geen puzzels voor bezoekers.',
      test: 'Vul het formulier gewoon in (komt aan), binnen twee seconden (apart gezet), met drie links (apart gezet).',
      release:
        'Vrijwel alle spam wordt nu tegengehouden, zonder puzzels. Wat apart is gezet, kunt u een maand lang nakijken onder Formulieren › Verdacht.',
    },
    failed: 'Bij mij wordt een gewoon bericht met twee links ook apart gezet, dat leek me niet de bedoeling.',
    refused: 'Het is minder geworden maar er kwamen er vannacht toch weer 11 doorheen.',
  },
  {
    key: 'nl-junk',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Onze mails belanden in de spam', 'Bevestigingen komen bij klanten in ongewenste mail'],
    did: 'Klanten gevraagd of ze onze bevestiging hadden gekregen.',
    happened: 'Bij iedereen met een outlook of hotmail adres zat hij in de ongewenste mail.',
    note: 'DKIM ontbreekt op het domein. Sleutel maken en laten plaatsen door wie het DNS beheert.',
    asked: 'Wie beheert uw domeinnaam? Wij hebben een wijziging nodig die alleen daar kan.',
    answered: 'Volgens mij doen jullie dat. Of anders onze provider, ik zoek het contract op.',
    solution: {
      changed: 'DKIM-sleutel geplaatst en DMARC op alleen-melden; afzender is nu het eigen domein.',
      test: 'Verstuur een bevestiging naar een Outlook- en een Gmail-adres; in de kopregels staat dkim=pass en spf=pass.',
      release:
        'Uw mails zijn nu ondertekend met uw eigen domein. Bij onze proef met vier aanbieders kwamen ze allemaal in de gewone postbus. Het kan enkele dagen duren voordat Outlook dat bij iedereen zo ziet.',
    },
    moved:
      'De beheerder van uw domein plaatst de wijziging morgen; daarna heeft het nog enkele uren nodig om door te werken.',
    added: 'Bij gmail komt hij trouwens wel gewoon aan.',
  },
  {
    key: 'nl-datepicker',
    on: 'website',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Kan geen datum kiezen in het formulier', 'Kalender in afspraakformulier blijft leeg'],
    did: 'Op mijn telefoon een afspraak willen maken via de site, om te kijken hoe dat voor anderen is.',
    happened: 'Het kalendertje klapt open maar alle dagen zijn grijs. Op de computer is het goed.',
    file: 'picture',
    note: 'Safari leest «2026-3-1» niet als datum. Voorloopnullen toevoegen.',
    asked: 'Welke telefoon hebt u, en welke browser gebruikt u daarop?',
    answered: 'Een iPhone, met dat blauwe kompasje.',
    solution: {
      changed: 'De kalender gebruikt de datumkeuze van de telefoon zelf; op de computer verandert niets.',
      test: 'Maak een afspraak op een iPhone, een Android-telefoon en een computer; de datum in de mail klopt.',
      release:
        'Op telefoons gebruikt het formulier nu de kalender van de telefoon zelf. Een afspraak maken gaat weer op elk toestel.',
    },
    refused: 'Ik kan nu een datum kiezen, maar ook zondagen en dagen dat we dicht zijn.',
    adjusted: {
      urgency: 'medium',
      impact: 'large',
      reason:
        'Ruim de helft van uw bezoekers gebruikt een telefoon en afspraken maken is een kern van uw site. De impact staat daarom op groot.',
    },
  },
  {
    key: 'nl-upload-field',
    on: 'website',
    urgency: 'low',
    impact: 'medium',
    subject: ['Bijlage meesturen met formulier lukt niet', 'Sollicitanten kunnen cv niet uploaden'],
    did: 'Een sollicitant belde dat ze haar cv niet kon meesturen. Zelf ook geprobeerd met een pdf.',
    happened: '«Bestandstype niet toegestaan». Bij een Word-bestand ook. Wat mag er dan wel??',
    note: 'Lijst met toegestane types staat op alleen jpg en png; zeker te maken met de verscherping van vorige maand.',
    asked: 'Welke soorten bestanden wilt u ontvangen? Wij raden pdf aan, en Word alleen als het nodig is.',
    answered: 'Pdf en word. En foto’s voor het fotoalbum-formulier.',
    solution: {
      changed: 'Elk formulier heeft een eigen lijst van toegestane bestanden; onder het veld staat welke.',
      test: 'Vacatureformulier: pdf en docx gaan, exe en svg niet. Fotoformulier: jpg en png gaan.',
      release:
        'Sollicitanten kunnen weer een pdf of Word-bestand meesturen, en onder het veld staat wat er mag.',
    },
    withdrawn: 'We hebben de vacature inmiddels vervuld, dus het is niet meer nodig.',
    dropped:
      'U gaat vacatures voortaan via een ander systeem doen. Wij laten het formulier daarom zoals het is.',
  },
  {
    key: 'nl-newsletter',
    urgency: 'low',
    impact: 'small',
    subject: [
      'Aanmelden nieuwsbrief geeft geen bevestiging',
      'Nieuwsbrief: mensen melden zich twee keer aan',
    ],
    did: 'Mezelf aangemeld voor de nieuwsbrief onderaan de site.',
    happened:
      'Het vakje wordt leeg en dat is het. Je weet niet of het gelukt is, dus mensen doen het nog een keer.',
    note: 'Bedankt-tekst staat wit op wit sinds de nieuwe voettekst.',
    asked: 'Krijgt u wel een mail om de aanmelding te bevestigen?',
    answered: 'Ja die komt, maar dat duurde bij mij tien minuten.',
    solution: {
      changed:
        'Na het aanmelden staat er op de plek van het formulier dat er een mail is verstuurd; tweede aanmelding geeft geen tweede mail.',
      test: 'Meld hetzelfde adres twee keer aan; er komt één mail en beide keren een duidelijke tekst.',
      release: 'Wie zich aanmeldt, ziet nu meteen dat er een bevestiging per mail onderweg is.',
    },
    replied: 'Wij kijken meteen ook waarom de bevestiging zo lang onderweg was.',
  },
  {
    key: 'nl-autoreply',
    urgency: 'low',
    impact: 'small',
    subject: ['Automatisch antwoord noemt oude openingstijden', 'Oude tekst in bevestiging van formulier'],
    did: 'Formulier ingevuld en de automatische bevestiging gelezen.',
    happened:
      'Daar staan nog de openingstijden van vorig jaar in en de naam van een collega die al weg is. Waar pas ik dat aan?',
    note: 'Tekst is zelf aan te passen, maar de rol van deze persoon ziet het menu niet.',
    asked: 'Mogen wij u het recht geven om formulieren te beheren? Dan kunt u het voortaan zelf.',
    answered: 'Graag, dat scheelt ons allebei tijd.',
    solution: {
      reply:
        'U kunt de tekst nu zelf aanpassen: Formulieren › Contact › Bevestiging. Wij hebben de oude tijden en de naam er alvast uit gehaald. Zet er liever een link naar de pagina met openingstijden in; dan klopt hij altijd.',
    },
    added: 'Ik zie dat er ook nog een oud telefoonnummer onder staat.',
  },
  {
    key: 'nl-registration',
    on: 'website',
    urgency: 'high',
    impact: 'medium',
    subject: ['Aanmelden voor {event} staat op vol', 'Inschrijfformulier zegt vol, maar dat klopt niet'],
    did: 'Vanmorgen is de inschrijving voor {event} opengegaan, met 120 plaatsen.',
    happened:
      'Na 12 inschrijvingen staat er «vol». De mail naar iedereen is net de deur uit dus de telefoon staat roodgloeiend.',
    note: 'Maximum stond op 12 (tikfout bij invoer door ons). Teller zelf werkt.',
    asked: 'Zijn de 120 plaatsen voor alle tijden samen, of per tijdvak?',
    answered: 'Samen!! Graag snel.',
    solution: {
      changed: 'Maximum op 120 gezet; het formulier laat zien hoeveel plaatsen er nog zijn.',
      test: 'Schrijf drie keer in; de teller gaat van 108 naar 105. Een afmelding geeft de plaats terug.',
      release:
        'De inschrijving staat weer open met 120 plaatsen. Het maximum stond door een fout van ons op 12. Onze excuses. Op het formulier staat nu ook hoeveel plaatsen er nog zijn.',
    },
    added: 'Er wordt nog steeds gebeld. Kunt u op de pagina alvast zetten dat het zo weer open gaat?',
    replied: 'Er staat nu bovenaan de pagina dat de inschrijving over enkele minuten weer opengaat.',
  },
] as const satisfies readonly Story[];
