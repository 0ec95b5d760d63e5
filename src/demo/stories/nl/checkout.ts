import type { Story } from '../story.ts';

/** Betalen en bestellen. */
export default [
  {
    key: 'nl-ideal',
    on: 'webshop',
    urgency: 'high',
    impact: 'large',
    subject: ['Niemand kan afrekenen met iDEAL', 'iDEAL betaling blijft hangen'],
    did: 'Net zelf een bestelling geprobeerd met «{product}» in de mand. Bij betalen koos ik iDEAL en mijn bank.',
    happened:
      'Na het kiezen van de bank komt er een wit scherm en verder niks. Ik heb het op twee computers en op mijn telefoon geprobeerd. Er zijn vandaag nog GEEN bestellingen binnengekomen, normaal zit ik nu al op twintig!!',
    expected: 'Dat ik in de app van mijn bank terechtkom, zoals altijd.',
    file: 'picture',
    note: 'In de log: «invalid_request» van de betaaldienst sinds hun onderhoud van vannacht. Ligt waarschijnlijk aan de oude adressering van banken.',
    asked:
      'Kunt u in het beheer onder Betalingen zien of er sinds gisteravond helemaal geen betalingen zijn, of alleen geen betalingen met iDEAL?',
    answered: 'Creditcard heeft er 1 vanochtend om kwart over 8. Ideal nul.',
    solution: {
      changed:
        'De koppeling met de betaaldienst vraagt de klant niet meer zelf om een bank, maar laat dat aan de betaaldienst over, zoals die sinds vannacht vereist.',
      test: 'Leg een product in de mand, kies iDEAL en betaal € 0,01 met de testbank. Daarna ook op een telefoon. De bestelling moet op «betaald» komen.',
      release:
        'iDEAL werkt weer. De betaaldienst had vannacht iets veranderd waardoor de keuze van de bank mislukte. De keuze gebeurt nu bij de betaaldienst zelf. Wij hebben met drie banken getest. Wilt u zelf ook een bestelling afrekenen?',
    },
    failed: 'Op de iPhone van de zaak kom ik na de bank op een 404 terecht. Op de computer gaat het goed.',
    refused:
      'Op de computer gaat het nu goed, maar klanten met een Samsung-telefoon komen na het betalen op een lege pagina. De bestelling komt dan wel binnen maar staat op «wacht op betaling».',
    added: 'Er belde net weer een klant. Dit kost ons echt omzet, hoe lang gaat het nog duren?',
    replied: 'Wij zien wat er misgaat en werken er met twee mensen aan. Binnen een uur hoort u meer.',
  },
  {
    key: 'nl-coupon',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Kortingscode wordt niet geaccepteerd', 'Actiecode doet het niet bij iedereen'],
    did: 'We hebben voor {event} een code in de nieuwsbrief gezet: WELKOM10. Klanten vullen die in bij het winkelmandje.',
    happened:
      'Bij een deel van de klanten staat er «deze code is niet geldig». Bij mij zelf werkt hij wel. Ik kan er geen peil op trekken.',
    note: 'Code staat op «één keer per klant», maar telt gasten kennelijk als één en dezelfde klant.',
    asked: 'Hebben de klanten bij wie het misgaat een account, of bestellen zij als gast?',
    answered: 'Ik heb er drie gebeld. Allemaal zonder account.',
    solution: {
      changed: 'Het gebruik van een code door gasten wordt nu per e-mailadres geteld.',
      test: 'Bestel twee keer als gast met WELKOM10 en verschillende e-mailadressen: beide keren korting. Een derde keer met een al gebruikt adres: geen korting, met uitleg.',
      release:
        'De code werkt nu ook voor klanten zonder account. Zij telden tot nu toe allemaal als dezelfde klant, zodat alleen de eerste gast korting kreeg. Wilt u het als gast proberen?',
    },
    refused:
      'Werkt nu voor de code WELKOM10, maar de code voor gratis verzenden (GRATISBEZORGD) heeft hetzelfde probleem nog.',
    adjusted: {
      urgency: 'medium',
      impact: 'large',
      reason:
        'De actie loopt nu en de code staat in een nieuwsbrief aan al uw klanten. Wij behandelen dit daarom met hoge prioriteit.',
    },
  },
  {
    key: 'nl-shipping',
    on: 'webshop',
    urgency: 'medium',
    impact: 'large',
    subject: ['Verzendkosten staan op € 0,00', 'Er worden geen verzendkosten gerekend naar België'],
    did: 'Ik keek de bestellingen van dit weekend na, en heb daarna zelf een bestelling gedaan met een Belgisch adres.',
    happened:
      'Bij Belgische adressen worden geen verzendkosten gerekend. Het gaat al om 14 bestellingen, dat moeten wij nu zelf betalen.',
    expected: '€ 8,95 voor België, boven de € 100 gratis.',
    file: 'table',
    note: 'Tarieftabel België heeft een gat: tot 0 kg en vanaf 2 kg. Alles ertussen valt buiten elke regel.',
    asked:
      'Sinds wanneer gelden de tarieven die u noemt? In de winkel staat voor België nog een tabel van vorig jaar.',
    answered:
      'Sinds 1 september. Dat zou een collega doorgegeven hebben, ik stuur de tabel nog een keer mee.',
    solution: {
      changed:
        'Tarieven voor België volgens de tabel van september; een gewicht buiten de tabel geeft nu een melding in het beheer in plaats van € 0,00.',
      test: 'Bestelling van 1 kg, 2 kg en 6 kg naar 2000 Antwerpen; en één van € 101. Vergelijk met de tabel in de bijlage.',
      release:
        'De verzendkosten voor België kloppen weer met uw tabel van september. Mist er ooit weer een tarief, dan ziet u dat in het beheer en kan de klant niet gratis bestellen. De 14 bestellingen van het weekend zijn niet veranderd.',
    },
    failed: 'Bij € 101 rekent hij nog steeds € 8,95, dat zou gratis moeten zijn.',
    moved:
      'De vervoerder stuurt ons morgenochtend de juiste gewichtsklassen. Wij willen uw tarieven niet twee keer veranderen.',
  },
  {
    key: 'nl-postcode',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Adres wordt niet gevonden bij nieuwbouw', 'Postcode wordt afgekeurd bij bestellen'],
    did: 'Een klant uit een nieuwe wijk belde: zij vult haar postcode en huisnummer in bij het bestellen.',
    happened:
      '«Dit adres bestaat niet» en ze kan niet verder. Ik heb de bestelling nu telefonisch genoteerd, maar dat is natuurlijk niet de bedoeling.',
    note: 'Adressendienst loopt tot drie maanden achter bij nieuwbouw. Invullen met de hand moet altijd kunnen.',
    asked: 'Wat zijn de postcode en het huisnummer waarbij het misging?',
    answered: '3825 XK nummer 12. En volgens haar hebben de buren het ook.',
    solution: {
      changed: 'Onder een adres dat niet wordt gevonden staat nu «Mijn adres klopt, ik vul het zelf in».',
      test: 'Bestel met 3825 XK 12: na de melding zelf straat en plaats invullen en afrekenen. Een bekend adres moet zich nog steeds vanzelf invullen.',
      release:
        'Klanten van wie het adres nog niet bekend is, kunnen het nu zelf invullen en gewoon verder bestellen.',
    },
    refused: 'De klant kan verder, maar op de pakbon ontbreekt nu het huisnummer als ze het zelf invult.',
    withdrawn: 'De klant bleek haar oude postcode te gebruiken. Met de nieuwe gaat het gewoon goed, excuus!',
  },
  {
    key: 'nl-double-mail',
    on: 'webshop',
    urgency: 'low',
    impact: 'medium',
    subject: ['Klanten krijgen bevestiging dubbel', 'Twee keer dezelfde bestelbevestiging'],
    did: 'Niks bijzonders gedaan. Klanten melden het sinds vorige week.',
    happened:
      'Bij elke bestelling gaan er twee dezelfde mails de deur uit. Sommige mensen denken dat ze dubbel besteld hebben en bellen ons op.',
    note: 'Zowel de winkel als de plugin voor verzending verstuurt sinds de update een bevestiging.',
    asked: 'Kunt u een van die dubbele mails naar ons doorsturen, met beide versies?',
    answered: 'Doorgestuurd naar jullie adres. Onderaan de 2e staat een andere voettekst zie ik nu.',
    solution: {
      changed: 'De bevestiging van de verzendplugin staat uit; die van de winkel blijft.',
      test: 'Plaats een bestelling en kijk of er precies één bevestiging komt, met de voettekst van de winkel.',
      release:
        'Uw klanten krijgen weer één bevestiging. De tweede kwam sinds een update van de module voor verzending.',
    },
    adjusted: {
      urgency: 'low',
      impact: 'small',
      reason:
        'De bestellingen zelf komen maar één keer binnen; er gaat niets verloren. Daarom staat de impact op klein.',
    },
  },
  {
    key: 'nl-invoice-vat',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Btw staat verkeerd op de factuur', 'Factuur rekent 21 in plaats van 9 procent'],
    did: 'Factuur van bestelling met «{product}» en «{other}» bekeken, mijn boekhouder wees me erop.',
    happened:
      'Alles staat tegen 21 % terwijl een deel 9 % moet zijn. In de winkel zelf staan de bedragen wel goed. Dus het is alleen de pdf.',
    file: 'table',
    note: 'Sjabloon van de pdf neemt het tarief van de eerste regel voor alle regels.',
    asked: 'Gaat het om alle facturen, of alleen om facturen met twee verschillende tarieven?',
    answered: 'Alleen als er van allebei iets in zit. Met één soort klopt hij.',
    solution: {
      changed: 'De factuur neemt het tarief van elke regel apart en telt onderaan per tarief op.',
      test: 'Maak een bestelling met een product van 9 % en een van 21 %. Controleer de pdf tegen het overzicht in de winkel.',
      release:
        'Facturen met twee tarieven kloppen nu per regel en in het totaal. Oude facturen hebben wij niet veranderd; wilt u dat wel, laat het ons dan weten.',
    },
    failed:
      'Het totaal per tarief klopt, maar bij verzendkosten staat nog 21 % terwijl die het hoogste tarief van de mand moeten volgen.',
    refused:
      'Bijna goed. Bij creditfacturen is het nog de oude manier, mijn boekhouder kan die zo niet verwerken.',
    reopened:
      'Bij zakelijke klanten met een btw-nummer staat er nu op elke regel 0 %, ook binnen Nederland. Dat klopt niet.',
  },
  {
    key: 'nl-basket',
    on: 'webshop',
    urgency: 'medium',
    impact: 'medium',
    subject: ['Winkelmandje is ineens leeg', 'Mandje raakt kwijt na inloggen'],
    did: 'Als gast «{product}» in de mand gelegd. Toen bedacht ik dat ik een account had en ben ingelogd.',
    happened: 'Mandje leeg. Een vaste klant vertelde mij hetzelfde, die is toen ergens anders gaan kopen.',
    expected: 'Dat wat in de mand zit blijft zitten.',
    note: 'Sessie wordt bij het inloggen vernieuwd zonder het mandje mee te nemen. Sinds de beveiligingsupdate.',
    asked: 'Had u in uw account zelf nog een ouder mandje staan?',
    answered: 'Zou kunnen, ik gebruik dat account nooit.',
    solution: {
      changed: 'Bij het inloggen worden het mandje van de gast en dat van het account samengevoegd.',
      test: 'Als gast twee producten kiezen, inloggen met een account dat al een derde product in de mand heeft: alle drie staan er.',
      release:
        'Het mandje blijft nu bewaard bij het inloggen. Stond er nog iets in het mandje van het account, dan komt dat erbij.',
    },
    refused: 'Mandje blijft, maar de aantallen worden verdubbeld als hetzelfde product er al in zat.',
    added: 'Het gebeurt trouwens ook als je een nieuw account aanmaakt tijdens het bestellen.',
  },
  {
    key: 'nl-refund',
    on: 'webshop',
    urgency: 'low',
    impact: 'small',
    subject: ['Hoe betaal ik een klant een deel terug?', 'Vraag over gedeeltelijk terugbetalen'],
    did: 'Een klant stuurt 1 van de 3 artikelen retour. Ik zocht in het beheer naar terugbetalen.',
    happened: 'Ik zie alleen een knop voor het hele bedrag en die durf ik niet aan te klikken.',
    note: 'Staat in de handleiding, hoofdstuk 4, maar de knop heet daar nog anders.',
    asked: 'Om welke bestelling gaat het, en hoe heeft de klant betaald?',
    answered: 'Bestelling 10482, achteraf betaald.',
    solution: {
      reply:
        'Dat kan zo: open de bestelling, kies «Creditfactuur», zet het aantal van de artikelen die de klant houdt op 0 en haal bij verzendkosten het vinkje weg. Onderaan staat dan het bedrag dat terugbetaald wordt; pas bij «Terugbetalen via betaaldienst» gaat het geld echt terug.',
    },
    replied: 'Wij zoeken dit voor u uit; u kunt de klant gerust zeggen dat het geld deze week terugkomt.',
  },
] as const satisfies readonly Story[];
