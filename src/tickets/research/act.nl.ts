/** Research at the desk: what can be done. */
export default {
  ask: {
    title: 'Akkoord voor onderzoek vragen',
    again_title: 'De vraag veranderen',
    intro:
      'De klant kiest: onderzoeken voor dit bedrag, of laten vervallen. De oplostermijn staat zolang stil.',
    explanation: 'Uitleg voor de klant',
    explanation_hint: 'Waarom is dit niet direct op te lossen, en wat gaat u onderzoeken?',
    fee: 'Bedrag in euro, exclusief btw',
    fee_hint: 'In de afspraken: {{fee}}. Minder mag, meer niet.',
    do: 'Vraag akkoord voor onderzoek',
    again_do: 'Stel de vraag opnieuw',
    done: 'De klant kan nu kiezen. De oplostermijn wacht.',
  },
  retract: {
    title: 'De vraag intrekken',
    do: 'Trek de vraag in',
    done: 'De vraag is ingetrokken. De oplostermijn loopt weer.',
  },
  start: {
    title: 'Onderzoeken',
    again_title: 'Verder onderzoeken',
    intro_paid: 'De klant ging akkoord met {{fee}}. De tijd loopt mee zodra u begint.',
    intro_free: 'Dit kost de klant niets. De tijd loopt mee zodra u begint.',
    do: 'Start onderzoek',
    again_do: 'Ga verder met onderzoeken',
    done: 'Het onderzoek loopt.',
  },
  pause: {
    title: 'Onderzoek pauzeren',
    do: 'Pauzeer onderzoek',
    done: 'Het onderzoek rust. De minuten zijn bewaard.',
  },
  conclude: {
    title: 'Onderzoek afronden',
    found: 'Wat vond u?',
    found_hint: 'De klant leest dit.',
    at_hand: 'Oplossing ligt voor de hand',
    at_hand_hint: 'Zij wordt uitgevoerd zonder verdere kosten.',
    not_at_hand: 'Meer werk nodig: begroting',
    done: 'Het onderzoek is afgerond. De klant krijgt uw bevinding per mail.',
  },
  correct: {
    title: 'Minuten verbeteren',
    stretch: 'Welk stuk werk?',
    minutes: 'Minuten',
    reason_hint: 'Alleen collega’s lezen deze reden.',
    do: 'Verbeter de minuten',
    done: 'De minuten zijn verbeterd.',
  },
  credit: {
    title: 'Wij waren de oorzaak',
    intro:
      'Het bedrag van {{fee}} voor het onderzoek wordt teruggegeven, en de melding kost de klant verder niets.',
    do: 'Wij waren de oorzaak: geef terug',
    done: 'Het bedrag is teruggegeven. De klant krijgt de reden per mail.',
  },
} as const;
