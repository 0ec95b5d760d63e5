export default {
  subject: 'Melding {{number}}: {{subject}}',
  open: 'Open de melding',
  reason: 'De reden:',
  fact: { ticket: 'Melding', site: 'Site', organisation: 'Klant', priority: 'Prioriteit' },
  confirmation: {
    received: 'Uw melding is ontvangen en heeft nummer {{number}}.',
    moments:
      'U hoort uiterlijk {{response}} van ons. Wij streven ernaar dat het uiterlijk {{solution}} is opgelost. Die momenten tellen in onze kantoortijd.',
  },
  picked_up: 'Uw melding is opgepakt. Wij verwachten dat zij {{moment}} is afgehandeld.',
  expected_moved:
    'Het verwachte moment voor uw melding is veranderd. Wij verwachten nu dat zij {{moment}} is afgehandeld.',
  priority_adjusted:
    'De urgentie van uw melding is nu «{{urgency}}» en de impact «{{impact}}». De prioriteit is daarmee «{{priority}}».',
  solution_due: 'Ons streven is dat het uiterlijk {{moment}} is opgelost.',
  question: {
    asked: 'Wij hebben een vraag over uw melding:',
    waits: 'Zodra u antwoordt, gaan wij verder. Tot die tijd staat de klok stil.',
  },
  reply: 'Er is een bericht bij uw melding:',
  released: 'Er staat een nieuwe versie online voor uw melding:',
  answer_given: 'Hier is het antwoord op uw melding:',
  please_sign_off:
    'Wilt u controleren of het nu voor u in orde is? Open de melding en kies «Het werkt, afmelden» of «Het werkt nog niet».',
  by_itself:
    'Horen wij niets, dan wordt de melding na {{days}} werkdagen vanzelf afgemeld. U kunt haar daarna nog {{reopen}} dagen heropenen.',
  reminder: {
    waits: 'Uw melding wacht nog op uw controle.',
    by_itself:
      'Horen wij niets, dan wordt de melding {{moment}} vanzelf afgemeld. U kunt haar daarna nog {{reopen}} dagen heropenen.',
  },
  signed_off: 'Uw melding is afgemeld. Dank u wel voor het controleren.',
  signed_off_by_silence:
    'Wij hebben niets meer van u gehoord. Uw melding is daarom vanzelf afgemeld, zoals aangekondigd.',
  reopen_within: 'Is het toch niet in orde? U kunt de melding nog {{reopen}} dagen heropenen.',
  dropped: 'Uw melding wordt niet verder behandeld. De reden:',
  reopened: 'Uw melding is heropend. Ons streven is dat het uiterlijk {{moment}} is opgelost.',
  staff: {
    reopened: 'Deze melding is heropend:',
    refused: 'De melder heeft getest: het werkt nog niet. De oplostermijn loopt weer, tot {{moment}}.',
    answered: 'De klant schreef bij deze melding:',
    withdrawn: 'De klant heeft deze melding ingetrokken:',
    mentioned_subject: '{{name}} noemt u bij melding {{number}}: {{subject}}',
    mentioned: '{{name}} noemt u in een interne notitie. Alleen collega’s lezen die:',
    mentioned_absent_subject: '{{name}} noemt {{absent}} bij melding {{number}}: {{subject}}',
    mentioned_absent:
      '{{name}} noemt {{absent}} in een interne notitie. Die is afwezig, daarom krijgt u dit. Alleen collega’s lezen het:',
    alert_subject: 'HOOG: melding {{number}} – {{subject}}',
    alert: 'Er is een melding met hoge prioriteit. Reageer uiterlijk {{moment}}.',
    warning_subject_response: 'Melding {{number}}: reactietermijn {{percent}} % verstreken',
    warning_subject_solution: 'Melding {{number}}: oplostermijn {{percent}} % verstreken',
    warning_response: 'Van de reactietermijn is {{percent}} % verstreken. Reageer uiterlijk {{moment}}.',
    warning_solution:
      'Van de oplostermijn is {{percent}} % verstreken. De melding moet uiterlijk {{moment}} zijn opgelost.',
    missed_response:
      'De reactietermijn is verstreken ({{moment}}) en de melder heeft nog niets van ons gehoord.',
    missed_solution: 'De oplostermijn is verstreken ({{moment}}) en de melding is nog niet opgelost.',
  },
} as const;
