export default {
  title: 'Inloggen',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.',
  by_link: 'Stuur mij een inloglink per e-mail',
  by_link_hint: 'Wachtwoord vergeten, of nog geen wachtwoord?',
  too_often_title: 'Te vaak geprobeerd',
  not_set_up_title: 'Nazorg is nog niet ingericht',
  not_set_up:
    'Bij het starten zet het programma een link in zijn uitvoer, op het scherm of in het logboek van de server. Open die link: daar geeft u het bureau een naam en maakt u de eerste beheerder aan.',
  not_set_up_again: 'Vindt u de link niet meer? Start het programma opnieuw; dan verschijnt er een nieuwe.',
  signed_out: 'U bent uitgelogd.',
  passkey: {
    sign_in: 'Inloggen met een passkey',
    unknown: 'Deze passkey kennen wij niet, of het duurde te lang. Log in op een andere manier.',
    failed: 'Dat is niet gelukt. Probeer het opnieuw, of log in op een andere manier.',
  },
  code: {
    title: 'Nog één stap',
    app: 'Code uit uw app',
    recovery: 'Herstelcode',
    intro_app: 'Open de app op uw telefoon en vul de zes cijfers in die daar staan.',
    intro_recovery:
      'Vul een van de herstelcodes in die u bewaarde toen u de tweede stap aanzette. Elke code werkt één keer.',
    lost: 'Hebt u uw telefoon niet bij u?',
    with_recovery: 'Gebruik een herstelcode',
    with_app: 'Gebruik een code uit uw app',
    ended: 'Dit duurde te lang. Log opnieuw in.',
  },
  link: {
    title: 'Inloglink aanvragen',
    intro: 'Vul uw e-mailadres in. U krijgt dan een e-mail met een knop waarmee u inlogt, zonder wachtwoord.',
    send: 'Stuur de link',
    no_mail:
      'Deze site verstuurt nog geen e-mail. Vraag een beheerder van {{agency}} om een nieuwe uitnodiging; daarmee kunt u inloggen en een wachtwoord kiezen.',
    sent_title: 'Kijk in uw e-mail',
    sent: 'Als wij dit adres kennen, is er een e-mail naar u onderweg. De link erin werkt {{minutes}} minuten en één keer.',
    sent_none:
      'Komt er niets? Kijk in de map met ongewenste e-mail, of controleer of u het juiste adres invulde.',
    again: 'Vraag een nieuwe link aan',
    open_title: 'Inloggen bij {{agency}}',
    open: 'Druk op de knop om in te loggen.',
    button: 'Inloggen',
    spent_title: 'Deze link werkt niet meer',
    spent:
      'Een inloglink werkt {{minutes}} minuten en één keer. Deze is al gebruikt, of te oud. Vraag een nieuwe aan; die hebt u zo.',
    back: 'Terug naar inloggen',
  },
  mail: {
    subject: 'Uw inloglink voor {{agency}}',
    intro:
      'U vroeg om een link om in te loggen bij {{agency}}. Druk op de knop en bevestig op de pagina die opent.',
    action: 'Inloggen',
    until: 'De link werkt {{minutes}} minuten en één keer.',
    not_you:
      'Hebt u dit niet gevraagd? Dan hoeft u niets te doen: zonder deze e-mail kan niemand inloggen met de link.',
  },
} as const;
