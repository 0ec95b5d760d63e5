export default {
  title: 'Onze afspraken',
  intro:
    'Dit mag u van {{agency}} verwachten als er iets is met uw website of webshop, en dit verwachten wij van u. Ons programma rekent met precies deze afspraken.',
  phases: {
    title: 'Wat u en wij van elkaar verwachten',
    agency: 'Dit doen wij',
    client: 'Dit doet u',
    development: 'Tijdens de ontwikkeling',
    development_agency:
      'Wij spreken een planning met u af en zetten mensen in om op tijd te leveren. Afspraak is afspraak.',
    development_client:
      'In de planning staan ook acties van u, met een uiterste dag. Maak daar tijd voor, dan gaat uw site snel live.',
    delivery: 'Rond de oplevering',
    delivery_agency: 'Wij testen uw site grondig, en testen opnieuw als er nieuwe functionaliteit bij komt.',
    delivery_client: 'Test ook zelf goed. Twee zien meer dan één.',
    warranty_one: 'Binnen de garantie van {{count}} maand',
    warranty_other: 'Binnen de garantie van {{count}} maanden',
    warranty_agency: 'Wij lossen fouten zo snel mogelijk op, zonder kosten voor u.',
    warranty_client: 'Meld fouten zo snel en zo concreet mogelijk.',
    later: 'Buiten de garantie',
    later_agency:
      'Wij lossen fouten nog steeds zo snel mogelijk op. Dat kan geld kosten, en dat hoort u altijd vooraf.',
    later_client: 'Wilt u meer zekerheid? Neem dan Website Zorg.',
    later_client_plain: 'Meld fouten ook dan zo snel en zo concreet mogelijk.',
  },
  steps: {
    title: 'Zo helpen wij u',
    intro: 'U meldt wat er mis is of stelt een vraag, en schrijft wat u deed en wat er vervolgens gebeurde.',
    report: 'Aanmelden',
    report_text:
      'U meldt via het klantportaal, dag en nacht, en geeft aan hoe dringend het is. In kantoortijd kunt u ook bellen. U krijgt een e-mail die uw melding bevestigt.',
    pick_up: 'Oppakken',
    pick_up_text:
      'Wij kijken of uw melding duidelijk is en of de juiste collega haar krijgt. U krijgt een e-mail met het moment waarop wij verwachten dat uw melding is behandeld. Aan een melding met hoge prioriteit beginnen wij meteen.',
    solve: 'Oplossen',
    solve_text:
      'Is het opgelost, dan testen wij het. U krijgt een e-mail zodra een nieuwe versie online staat, en kunt nagaan of het ook voor u is opgelost.',
    sign_off: 'Afmelden',
    sign_off_text: 'Werkt het? Dan meldt u uw melding af in het portaal.',
  },
  hours: {
    title: 'Kantoortijden',
    intro: 'Onze klokken lopen alleen in kantoortijd. Alle tijden zijn {{zone}}.',
    caption: 'Kantoortijden per dag',
    day: 'Dag',
    time: 'Open',
    range: '{{first}} tot en met {{last}}',
    closed: 'gesloten',
    holidays: 'Op officiële feestdagen ({{country}}) zijn wij gesloten.',
    working_day: 'Een werkdag is voor een termijn {{length}} kantoortijd.',
    length: {
      hours: '{{hours}} uur',
      both: '{{hours}} uur en {{minutes}} minuten',
      minutes: '{{minutes}} minuten',
    },
    coming: 'Feestdagen die komen en dagen met andere tijden',
    coming_caption: 'Dagen waarop andere tijden gelden',
    why: 'Waarom',
    exception: 'andere tijden',
  },
  targets: {
    title: 'Hoe snel wij reageren en oplossen',
    caption: 'Termijnen per prioriteit',
    priority: 'Prioriteit',
    response: 'Reactie uiterlijk binnen',
    solution: 'Oplossing, ons streven',
    clock:
      'Beide tellen alleen in kantoortijd. Meldt u iets buiten kantoortijd, dan lopen de klokken vanaf het moment dat wij weer open zijn.',
    waiting:
      'Hebben wij meer van u nodig, dan zeggen wij dat zo snel mogelijk. Zolang wij op u wachten, staat de klok van de oplossing stil.',
    response_is:
      'Een reactie is het eerste wat een mens bij ons voor u doet: het moment waarop u de oplossing mag verwachten, een antwoord of een vraag. Een automatische bevestiging telt niet.',
  },
  priority: {
    title: 'Hoe de prioriteit ontstaat',
    intro:
      'U geeft aan hoe dringend het is en hoe groot de impact is. Samen bepalen die de prioriteit. Wij kunnen haar aanpassen op dezelfde gronden, en zeggen dan waarom.',
    urgency: 'Urgentie',
    impact: 'Impact',
    means: 'Dat betekent',
    matrix: 'Prioriteit',
    matrix_corner: 'Urgentie en impact',
    urgency_row: 'urgentie {{level}}',
    impact_column: 'impact {{level}}',
    high: 'hoog',
    medium: 'middel',
    low: 'laag',
    large: 'groot',
    small: 'klein',
  },
  pays: {
    rule: 'Regel',
    you: 'Voor u',
    title: 'Wie betaalt',
    intro:
      'Van deze regels geldt de eerste die op uw melding past. Wij kijken daarvoor naar de situatie op de dag van uw melding.',
    free: 'kost u niets',
    asked: 'u beslist eerst',
    never: 'U betaalt nooit iets dat u niet vooraf hebt goedgekeurd.',
    budget_holder:
      'Akkoord geven kan alleen wie namens uw organisatie over kosten mag beslissen, ingelogd in het portaal; nooit per e-mail.',
    vat: 'Bedragen zijn zonder btw, tenzij erbij staat dat zij met btw zijn.',
  },
  rule: {
    new_wish_one:
      'Een nieuwe wens. U krijgt eerst een begroting, die {{count}} dag geldig is, en beslist dan.',
    new_wish_other:
      'Een nieuwe wens. U krijgt eerst een begroting, die {{count}} dagen geldig is, en beslist dan.',
    hosting_availability: 'Bewaken dat uw site bereikbaar is, zolang wij uw site hosten.',
    hosting_updates: 'Serverupdates, zolang wij uw site hosten.',
    warranty_one:
      'Vragen en technische punten binnen de garantie: tot en met {{count}} maand na de dag van de oplevering. Nieuwe functionaliteit die later wordt opgeleverd, heeft haar eigen garantie. Een oorzaak buiten ons werk valt niet onder de garantie; dan leggen wij uit waarom.',
    warranty_other:
      'Vragen en technische punten binnen de garantie: tot en met {{count}} maanden na de dag van de oplevering. Nieuwe functionaliteit die later wordt opgeleverd, heeft haar eigen garantie. Een oorzaak buiten ons werk valt niet onder de garantie; dan leggen wij uit waarom.',
    cms_training:
      'Hulp bij het gebruik van het CMS voor wie de CMS-training heeft gevolgd, bij redelijk gebruik: ongeveer {{count}} meldingen per persoon per kwartaal.',
    direct: 'Elke melding die wij direct kunnen oplossen.',
    to_be_judged: 'Een melding die wij nog niet hebben bekeken. Wij kijken er eerst naar; dat kost u niets.',
    at_hand:
      'Blijkt bij het onderzoek dat de oplossing voor de hand ligt, dan voeren wij die meteen uit, zonder verdere kosten.',
    beyond_research_one:
      'Blijkt bij het onderzoek dat er meer werk nodig is, dan krijgt u een begroting, die {{count}} dag geldig is, en beslist u.',
    beyond_research_other:
      'Blijkt bij het onderzoek dat er meer werk nodig is, dan krijgt u een begroting, die {{count}} dagen geldig is, en beslist u.',
    care_plan_research: 'Verder onderzoek als u Website Zorg hebt.',
    research_fee:
      'In alle andere gevallen kiest u: verder onderzoek voor {{fee}} ({{gross}} met {{vat}}% btw), of de melding laten vervallen.',
  },
  silence: {
    title: 'Als u niet reageert',
    remind: 'Staat uw melding klaar om af te melden, dan herinneren wij u eraan na {{days}} werkdagen.',
    sign_off_one: 'Na {{count}} werkdag zonder antwoord melden wij haar vanzelf af.',
    sign_off_other: 'Na {{count}} werkdagen zonder antwoord melden wij haar vanzelf af.',
    reopen_one:
      'Werkt het toch niet? Dan kunt u haar binnen {{count}} dag heropenen. Daarna wordt het een nieuwe melding die naar de oude verwijst.',
    reopen_other:
      'Werkt het toch niet? Dan kunt u haar binnen {{count}} dagen heropenen. Daarna wordt het een nieuwe melding die naar de oude verwijst.',
    decide_remind: 'Vragen wij u te kiezen over kosten, dan herinneren wij u na {{days}} werkdagen.',
    drop_one: 'Kiest u na {{count}} werkdag nog niet, dan vervalt de melding. Dat kost u niets.',
    drop_other: 'Kiest u na {{count}} werkdagen nog niet, dan vervalt de melding. Dat kost u niets.',
    quote_remind: 'Aan een begroting herinneren wij u {{days}} dagen voordat zij verloopt.',
  },
  version: {
    name: 'Versie {{version}}',
    now: 'Versie {{version}}, geldt sinds {{day}}',
    now_ever: 'Versie {{version}}, geldt vanaf het begin',
    planned: 'Versie {{version}}, gaat gelden op {{day}}',
    past: 'Versie {{version}}, gold van {{from}} tot en met {{to}}',
    past_ever: 'Versie {{version}}, gold tot en met {{to}}',
    replaced: 'Versie {{version}} is op haar eerste dag door een andere vervangen',
    yours:
      'Voor meldingen die u nu doet, geldt versie {{version}}. Een melding houdt de versie van de dag waarop u haar deed.',
    not_now: 'Dit is niet de versie die nu geldt.',
    to_now: 'Bekijk wat nu geldt',
    list: 'Alle versies',
    list_intro: 'Eerdere versies blijven hier te lezen.',
    since: 'vanaf {{day}}',
    since_ever: 'vanaf het begin',
    mark_now: 'geldt nu',
    mark_planned: 'komt eraan',
    changed: 'Gewijzigd: {{parts}}',
    pdf: 'Downloaden als PDF',
    pdf_nl: 'Nederlands',
    pdf_en: 'Engels',
    file: 'afspraken-versie-{{version}}.pdf',
    contents: 'Op deze pagina',
  },
  announce: {
    back: 'Terug naar de instellingen',
    title: 'Aankondigen',
    intro_one: 'Iedereen bij uw klanten krijgt een e-mail over versie {{version}}: dat is {{count}} mens.',
    intro_other:
      'Iedereen bij uw klanten krijgt een e-mail over versie {{version}}: dat zijn {{count}} mensen.',
    nobody: 'Er zijn nog geen klanten met toegang, dus er is niemand om het aan te vertellen.',
    once: 'Een versie kan één keer worden aangekondigd. De e-mails gaan meteen weg en zijn niet terug te halen.',
    kept: 'Er is nog geen mailserver ingesteld. De e-mails worden bewaard bij Verzonden mail en gaan niet weg.',
    preview: 'Zo ziet de e-mail eruit',
    subject_label: 'Onderwerp',
    submit_one: '{{count}} e-mail versturen',
    submit_other: '{{count}} e-mails versturen',
    done: 'De afspraken zijn aangekondigd. De e-mails staan klaar.',
    was_one: 'Aangekondigd op {{day}} door {{name}}, aan {{count}} mens.',
    was_other: 'Aangekondigd op {{day}} door {{name}}, aan {{count}} mensen.',
    past: 'Deze versie geldt niet meer. Alleen de versie die nu geldt of nog komt, kan worden aangekondigd.',
    read: 'Versie {{version}} lezen',
  },
  mail: {
    subject_ever: 'Onze afspraken met u',
    subject_now: 'Onze afspraken zijn vernieuwd',
    subject_later: 'Vanaf {{day}} gelden nieuwe afspraken',
    intro_now: '{{agency}} heeft de afspraken over hulp bij uw site vernieuwd. Zij gelden vanaf {{day}}.',
    intro_ever: 'Dit zijn de afspraken van {{agency}} over hulp bij uw site.',
    changed: 'Dit is gewijzigd: {{parts}}.',
    tickets: 'Een melding die u al hebt gedaan, houdt de afspraken van de dag waarop u haar deed.',
    action: 'De afspraken lezen',
  },
} as const;
