export default {
  greeting: 'Beste {{name}},',
  closing: 'Met vriendelijke groet,\n{{agency}}',
  title: 'Verzonden mail',
  none: 'Hier komt elke e-mail die Nazorg verstuurt, met de stand van de bezorging. De eerste gaat uit zodra u iemand uitnodigt of een melding binnenkomt.',
  found_none: 'Geen e-mail gevonden met dit filter.',
  kept_notice:
    'Er is geen mailserver ingesteld: e-mails worden hier bewaard en niet verstuurd. Zet SMTP_URL (en MAIL_FROM) in de omgeving van het programma en start het opnieuw.',
  failed_one: '{{count}} e-mail kon niet worden bezorgd.',
  failed_other: '{{count}} e-mails konden niet worden bezorgd.',
  failed_see: 'Bekijk ze en verstuur ze opnieuw',
  filter: {
    state: 'Stand',
    to: 'Aan',
    ticket: 'Meldingsnummer',
    clear: 'Alle e-mails',
  },
  state: { queued: 'onderweg', sent: 'verstuurd', failed: 'niet bezorgd', kept: 'bewaard' },
  older: 'Oudere e-mails',
  newest: 'Nieuwste e-mails',
  to: 'Aan',
  made: 'Gemaakt',
  sent: 'Verstuurd',
  standing: 'Stand',
  ticket: 'Melding',
  attachments: 'Bijlagen',
  attempts: 'Pogingen',
  next: 'Volgende poging',
  error: 'Wat de mailserver zei',
  look: 'Zo ziet de e-mail eruit',
  plain: 'Als platte tekst',
  again: 'Opnieuw versturen',
  send: 'Alsnog versturen',
  again_done: 'De e-mail gaat opnieuw de deur uit.',
  again_cannot:
    'Versturen kan zodra er een mailserver is: zet SMTP_URL in de omgeving van het programma en start het opnieuw.',
  secret: 'In deze e-mail staat een link waarmee alleen de ontvanger mag inloggen. Die is hier weggelaten.',
  secret_gone:
    'In deze e-mail stond een link waarmee alleen de ontvanger mag inloggen. Daarom is de tekst na het versturen gewist.',
  hand_over:
    'Deze uitnodiging is niet verstuurd. Geef de link zelf door aan {{name}}, op een manier waarbij niemand meeleest.',
  code: {
    secret:
      'In deze e-mail staat een code waarmee alleen de ontvanger akkoord kan gaan. Die is hier weggelaten.',
    secret_gone:
      'In deze e-mail stond een code waarmee alleen de ontvanger akkoord kan gaan. Daarom is de tekst na het versturen gewist.',
    hand_over:
      'Deze code is niet verstuurd. Geef haar alleen aan {{name}} zelf, op een manier waarbij niemand meeleest. Gebruik haar nooit in diens plaats.',
  },
  frame: 'Voorbeeld van de e-mail «{{subject}}»',
} as const;
