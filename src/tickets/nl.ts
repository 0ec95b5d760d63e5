import costs from './costs.nl.ts';
import desk from './desk.nl.ts';
import mail from './mail.nl.ts';
import portal from './portal.nl.ts';
import researchConflict from './research/conflict.nl.ts';
import research from './research/nl.ts';
import view from './view/nl.ts';

export default {
  ticket: 'Melding {{number}}',
  state: {
    reported: 'Aangemeld',
    picked_up: 'Opgepakt',
    testing: 'Wordt getest',
    waiting: 'Wacht op antwoord',
    waiting_decision: 'Klant beslist over onderzoek',
    waiting_quote: 'Klant beslist over begroting',
    sign_off: 'Ter controle',
    signed_off: 'Afgemeld',
    dropped: 'Vervallen',
  },
  step: {
    reported: 'Aangemeld',
    picked_up: 'Opgepakt',
    testing: 'Getest',
    sign_off: 'Ter controle',
    signed_off: 'Afgemeld',
  },
  priority: { high: 'Hoog', medium: 'Middel', low: 'Laag' },
  urgency: { high: 'Hoog', medium: 'Middel', low: 'Laag' },
  impact: { large: 'Groot', medium: 'Middel', small: 'Klein' },
  promise: {
    waited: 'De klok stond stil zolang de melding bij u was. Het moment is evenveel kantoortijd opgeschoven.',
  },
  conflict: {
    ...researchConflict,
    other: 'Deze stap kan nu niet.',
    crossed:
      'Intussen is er iets geschreven dat u nog niet had gezien. Uw tekst is nog niet verstuurd: lees eerst wat er boven staat.',
    crossed_title: 'Dit kwam er intussen bij',
    crossed_again: 'Klopt uw tekst nog? Verstuur hem dan alsnog.',
    charge_moved_on:
      'Dit kan niet meer: de kosten zijn intussen gefactureerd, teruggegeven of kwijtgescholden. Er is niets veranderd.',
    moved_on:
      'Intussen is er iets veranderd: {{who}} werkte aan deze melding ({{moment}}), en de stand is nu «{{state}}». Uw stap is niet uitgevoerd.',
    moved_on_by_itself:
      'Intussen is er iets veranderd ({{moment}}): de stand is nu «{{state}}». Uw stap is niet uitgevoerd.',
    picked_up_already: 'Deze melding is al opgepakt.',
    not_picked_up: 'Deze melding is nog niet opgepakt; er is dus nog geen moment toegezegd.',
    same_priority: 'Urgentie en impact zijn al zo. Kies iets anders, of laat het zoals het is.',
    same_payer: 'Zo staat het er al. Kies iets anders, of laat het zo.',
    not_waiting: 'Deze melding wacht niet op een antwoord.',
    tested_already: 'Deze oplossing is al getest.',
    solver_may_not_test: 'U hebt dit zelf opgelost. Laat een collega testen.',
    not_tested: 'Deze oplossing is nog niet door een collega getest.',
    too_late_to_reopen:
      'De termijn om deze melding te heropenen is voorbij. Maak een nieuwe melding; die wordt aan deze gekoppeld.',
    newer_delivery:
      'Intussen is er iets nieuws geleverd. Controleer eerst of dat bij u werkt; er is nog niets afgemeld.',
    no_longer_a_client: 'Voor deze site kunnen geen meldingen meer worden gedaan.',
  },
  mail,
  portal,
  costs,
  desk,
  research,
  view,
} as const;
