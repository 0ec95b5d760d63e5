export default {
  now: 'U logt in met {{email}}. Daarheen gaan ook alle e-mails.',
  change: 'E-mailadres wijzigen',
  how: 'Wij sturen een link naar het nieuwe adres. Pas als u die opent, is uw adres gewijzigd. Op uw oude adres krijgt u bericht.',
  ask_manager: 'Wijzigen? Vraag het aan een beheerder van {{agency}}.',
  new: 'Nieuw e-mailadres',
  password: 'Uw wachtwoord',
  code: 'Code uit de app of herstelcode',
  recovery_code: 'Een van uw herstelcodes',
  send: 'Link sturen',
  asked: 'Wij hebben een link gestuurd naar {{address}}.',
  waiting:
    'Er is een link gestuurd naar {{address}} ({{day}}). Open die vóór {{until}}. Tot dan blijft uw huidige adres gelden.',
  withdraw: 'Toch niet wijzigen',
  withdrawn: 'Uw e-mailadres blijft zoals het was.',
  confirm_title: 'Nieuw e-mailadres bevestigen',
  confirm:
    'U logt voortaan in met {{address}}, en alle e-mails gaan daarheen. Op andere apparaten moet u opnieuw inloggen.',
  confirm_do: 'Dit is mijn nieuwe adres',
  confirmed: 'Uw e-mailadres is gewijzigd.',
  ended_title: 'Deze link werkt niet meer',
  ended:
    'De link is al gebruikt, te oud, of vervangen door een nieuwere. Uw e-mailadres kunt u bij uw profiel opnieuw wijzigen.',
  to_profile: 'Naar uw profiel',
  taken_title: 'Dit e-mailadres is al in gebruik',
  taken: 'Er is al een account met {{address}}. Uw adres is niet gewijzigd.',
  stop_title: 'Wijziging van uw e-mailadres stoppen',
  stop: 'Hebt u niet zelf om een ander e-mailadres gevraagd? Dan kent iemand anders uw wachtwoord, of was iemand op uw apparaat ingelogd.',
  stop_effect:
    'Als u stopt, blijft {{email}} uw adres, of wordt het dat weer. U wordt overal uitgelogd en uw wachtwoord werkt niet meer.',
  stop_do: 'Stoppen en overal uitloggen',
  stopped_title: 'De wijziging is gestopt',
  stopped:
    'U logt weer in met {{email}}. Overal is uitgelogd en het oude wachtwoord werkt niet meer. Log in met een link per e-mail, en kies bij uw profiel een nieuw wachtwoord.',
  stopped_link: 'Link aanvragen',
  stop_ended:
    'De wijziging is al gestopt, of te lang geleden. Klopt uw e-mailadres niet? Laat het {{agency}} meteen weten.',
  stop_taken:
    'Uw oude adres hoort nu bij een ander account, en kan niet terug. Overal is uitgelogd en het oude wachtwoord werkt niet meer. Laat {{agency}} meteen weten wat er gebeurd is.',
  mail: {
    confirm: {
      subject: 'Bevestig uw nieuwe e-mailadres bij {{agency}}',
      intro:
        'U wilt voortaan inloggen met {{address}}. Open de link om te bevestigen dat dit adres van u is.',
      action: 'Adres bevestigen',
      until: 'De link werkt één keer, tot {{until}}, en alleen als u ingelogd bent.',
      not_you: 'Hebt u dit niet gevraagd? Dan hoeft u niets te doen.',
    },
    taken: {
      subject: 'Uw e-mailadres is al bekend bij {{agency}}',
      intro:
        'Iemand wilde {{address}} gebruiken voor een ander account. Dat gaat niet: het hoort al bij uw account. Er is niets gewijzigd.',
      not_you: 'Was u het zelf? Log dan in met dit adres. Anders hoeft u niets te doen.',
    },
    notice: {
      subject: 'Uw e-mailadres bij {{agency}} wordt gewijzigd',
      intro: 'Iemand die met uw account is ingelogd, vroeg om {{address}} als nieuw e-mailadres.',
      not_you:
        'Was u dit niet? Stop de wijziging dan meteen. Dat kan tot {{until}}, ook als het adres al gewijzigd is.',
      action: 'Dit was ik niet: stoppen',
      you: 'Was u het zelf, dan hoeft u niets te doen.',
    },
  },
} as const;
