/** Each mail: its name, and when it goes out. */
export default {
  every_mail: {
    title: 'Aanhef en groet',
    what: 'Waarmee elke e-mail begint en eindigt.',
  },
  about_tickets: {
    title: 'E-mails over meldingen',
    what: 'Het onderwerp, de knop en de gegevens onder e-mails over een melding.',
  },
  about_quotes: {
    title: 'E-mails over begrotingen',
    what: 'De knop en de gegevens onder e-mails over een begroting.',
  },
  confirmation: {
    title: 'Melding ontvangen',
    what: 'Meteen nadat een klant iets meldt.',
  },
  picked_up: {
    title: 'Melding opgepakt',
    what: 'Als een collega de melding oppakt, met het verwachte moment.',
  },
  expected_moved: {
    title: 'Verwacht moment veranderd',
    what: 'Als een collega een ander moment toezegt.',
  },
  priority_adjusted: {
    title: 'Prioriteit aangepast',
    what: 'Als een collega urgentie of impact wijzigt.',
  },
  question: {
    title: 'Vraag aan de klant',
    what: 'Als u meer moet weten; de klok staat stil.',
  },
  reply: {
    title: 'Bericht bij een melding',
    what: 'Als een collega iets schrijft dat de klant leest.',
  },
  released: {
    title: 'Nieuwe versie online',
    what: 'Als het is opgelost en de klant kan testen.',
  },
  answer_given: {
    title: 'Antwoord gegeven',
    what: 'Als een vraag is beantwoord en de klant kan afmelden.',
  },
  reminder: {
    title: 'Herinnering aan afmelden',
    what: 'Als de klant nog niet heeft gecontroleerd.',
  },
  signed_off: {
    title: 'Melding afgemeld',
    what: 'Als de klant de melding afmeldt.',
  },
  signed_off_by_silence: {
    title: 'Vanzelf afgemeld',
    what: 'Als de klant ook na herinneringen niets liet horen.',
  },
  dropped: {
    title: 'Melding vervallen',
    what: 'Als u een melding niet verder behandelt.',
  },
  reopened: {
    title: 'Melding heropend',
    what: 'Als een melding opnieuw wordt geopend.',
  },
  research_asked: {
    title: 'Keuze over onderzoek',
    what: 'Als de klant kiest tussen onderzoek en laten vervallen.',
  },
  research_reminder: {
    title: 'Herinnering aan de keuze',
    what: 'Als de klant nog niet heeft gekozen.',
  },
  research_forwarded: {
    title: 'Keuze doorgestuurd',
    what: 'Als iemand de keuze doorstuurt aan wie akkoord mag geven.',
  },
  research_accepted: {
    title: 'Akkoord met onderzoek',
    what: 'Bevestigt wat is afgesproken.',
  },
  research_declined: {
    title: 'Geen onderzoek',
    what: 'Als de klant de melding laat vervallen.',
  },
  research_lapsed: {
    title: 'Keuze verlopen',
    what: 'Als de klant niet op tijd koos.',
  },
  research_retracted: {
    title: 'Keuze ingetrokken',
    what: 'Als u de vraag over onderzoek intrekt.',
  },
  research_concluded: {
    title: 'Onderzoek klaar',
    what: 'Wat er is gevonden, en wat er nu gebeurt.',
  },
  research_credited: {
    title: 'Onderzoek teruggegeven',
    what: 'Als uw bureau zelf de oorzaak was.',
  },
  quote: {
    title: 'Nieuwe begroting',
    what: 'Als u een begroting verstuurt, of een nieuwe versie.',
  },
  quote_reminder: {
    title: 'Herinnering aan een begroting',
    what: 'Als de begroting bijna verloopt.',
  },
  quote_expired: {
    title: 'Begroting verlopen',
    what: 'Als er niet op tijd is beslist.',
  },
  quote_withdrawn: {
    title: 'Begroting ingetrokken',
    what: 'Als u een begroting intrekt.',
  },
  quote_accepted: {
    title: 'Begroting akkoord',
    what: 'Bevestigt waarmee is ingestemd.',
  },
  quote_forwarded: {
    title: 'Begroting doorgestuurd',
    what: 'Als iemand vraagt om te beslissen.',
  },
  quote_code: {
    title: 'Code voor akkoord',
    what: 'De code waarmee iemand een begroting bevestigt.',
  },
  invoice_invoice: {
    title: 'Factuur',
    what: 'Gaat mee met een factuur.',
  },
  invoice_credit_note: {
    title: 'Creditnota',
    what: 'Gaat mee met een creditnota.',
  },
  sign_in_link: {
    title: 'Inloglink',
    what: 'Als iemand een link vraagt om in te loggen.',
  },
  invitation: {
    title: 'Uitnodiging',
    what: 'Als u een contactpersoon of collega uitnodigt.',
  },
  address_changed: {
    title: 'E-mailadres gewijzigd',
    what: 'Een beheerder wijzigde het. Gaat naar het oude adres.',
  },
  address_confirm: {
    title: 'Nieuw e-mailadres bevestigen',
    what: 'Met de link. Gaat naar het nieuwe adres.',
  },
  address_notice: {
    title: 'Ander e-mailadres gevraagd',
    what: 'Met de weg om het te stoppen. Gaat naar het oude adres.',
  },
  address_taken: {
    title: 'E-mailadres al in gebruik',
    what: 'Als iemand anders het ook wil gebruiken.',
  },
  security: {
    title: 'Inloggen gewijzigd',
    what: 'Als iemand een tweede stap of passkey wijzigt.',
  },
  agreement_announced: {
    title: 'Nieuwe afspraken',
    what: 'Als u een versie van de afspraken aankondigt.',
  },
  alert: {
    title: 'Hoge prioriteit',
    what: 'Aan wie dienst heeft.',
  },
  warning_response: {
    title: 'Reactietermijn loopt af',
    what: 'Aan de behandelaar, en daarna aan de beheerders.',
  },
  warning_solution: {
    title: 'Oplostermijn loopt af',
    what: 'Aan de behandelaar, en daarna aan de beheerders.',
  },
  mentioned: {
    title: 'Genoemd in een notitie',
    what: 'Aan een collega die in een interne notitie met @ wordt genoemd.',
  },
  answered: {
    title: 'De klant antwoordde',
    what: 'Als de klant iets schrijft bij een melding.',
  },
  refused: {
    title: 'Werkt nog niet',
    what: 'Als de klant heeft getest en het nog niet werkt.',
  },
  staff_reopened: {
    title: 'Melding heropend',
    what: 'Als een melding opnieuw wordt geopend.',
  },
  withdrawn: {
    title: 'Melding ingetrokken',
    what: 'Als de klant de melding intrekt.',
  },
  staff_research_accepted: {
    title: 'Akkoord met onderzoek',
    what: 'Het onderzoek kan beginnen.',
  },
  staff_research_declined: {
    title: 'Geen onderzoek',
    what: 'De klant laat de melding vervallen.',
  },
  staff_research_lapsed: {
    title: 'Keuze verlopen',
    what: 'De klant koos niet op tijd.',
  },
  research_time: {
    title: 'Onderzoek duurt lang',
    what: 'Als de betaalde tijd voor onderzoek opraakt.',
  },
  staff_quote_expired: {
    title: 'Begroting verlopen',
    what: 'Als er niet op tijd is beslist.',
  },
  staff_quote_accepted: {
    title: 'Begroting akkoord',
    what: 'Het werk kan beginnen.',
  },
  quote_declined: {
    title: 'Begroting afgewezen',
    what: 'Als de klant een begroting afwijst.',
  },
  quote_question: {
    title: 'Vraag over een begroting',
    what: 'Als de klant iets wil weten.',
  },
} as const;
