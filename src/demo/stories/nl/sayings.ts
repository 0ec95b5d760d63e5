import type { Sayings } from '../story.ts';

export default {
  added: [
    'Nog een aanvulling: het gebeurt niet altijd, ik denk zo’n twee van de drie keer.',
    'Ik heb het net nog een keer geprobeerd en het is nog steeds zo.',
    'Mijn collega {colleague} weet er meer van, die kunt u ook bellen.',
  ],
  replied: [
    'Dank u voor de duidelijke omschrijving. Wij kunnen het hier nadoen en gaan ermee verder.',
    'Wij hebben het gevonden en zijn bezig met de oplossing.',
    'Goed dat u het meldt. Wij kijken meteen of het ook op andere pagina’s voorkomt.',
  ],
  failed: [
    'Werkt in Chrome, in Safari zie ik nog het oude gedrag.',
    'Eerste geval goed, maar met twee tegelijk gaat het nog mis.',
    'Op een smal scherm valt de tekst buiten het vak.',
  ],
  refused: [
    'Bij mij is het nog niet goed. Ik heb alles afgesloten en opnieuw geprobeerd, en ik zie hetzelfde als eerst.',
    'Het werkt nu soms wel en soms niet. Bij {colleague} werkt het helemaal niet.',
    'Het eerste deel is goed, maar wat ik onderaan schreef nog niet.',
  ],
  refusedAgain: [
    'Het is beter dan de vorige keer maar nog niet goed: na opslaan komt het weer terug.',
    'Helaas, weer niet. Zal ik even bellen zodat u kunt meekijken?',
  ],
  moved: [
    'De oplossing raakt ook andere pagina’s en wij willen die eerst testen. Dat kost een dag extra.',
    'De collega die uw site het best kent is vandaag ziek. Wij doen het liever een dag later en goed.',
    'Wij wachten op antwoord van een leverancier en verwachten dat morgen.',
  ],
  dropped: [
    'Deze melding gaat over hetzelfde als een eerdere melding van u. Wij handelen beide daar af.',
    'Zoals telefonisch besproken: dit doet u toch liever zelf, en daarvoor hebt u alles in handen.',
    'Wij konden dit met de gegevens die er zijn niet nadoen, en u ziet het ook niet meer. Komt het terug, heropen deze melding dan gerust.',
  ],
  withdrawn: [
    'Het is vanzelf weer goed gegaan, u hoeft niets meer te doen.',
    'Dit was al gemeld door {colleague} zie ik net.',
    'We hebben het zelf kunnen oplossen.',
  ],
  reopened: [
    'Helaas, het is weer terug. Precies hetzelfde als de eerste keer.',
    'Ik had te snel afgemeld: bij een andere collega werkt het nog niet.',
  ],
  followed: {
    subject: 'Komt terug: {subject}',
    happened:
      'Dit hadden we eerder gemeld en toen was het opgelost. Sinds deze week is het er weer.\n\n{happened}',
  },
  testRemark: [
    'Getest op computer en telefoon, werkt.',
    'Alle stappen doorlopen, geen bijzonderheden.',
    'Ook met een leeg formulier geprobeerd, goed.',
  ],
} as const satisfies Sayings;
