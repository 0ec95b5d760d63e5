/** What stands in the way of a step of research. */
export default {
  waits_already: 'Deze melding ligt al bij de klant. Er kan niets bij gevraagd worden.',
  research_agreed_already: 'De klant ging al akkoord met onderzoek. U kunt beginnen.',
  no_research_to_ask:
    'Voor deze melding valt niets te vragen: leg eerst vast dat zij niet direct is op te lossen en door niets is gedekt.',
  not_deciding: 'Er valt nu niets te kiezen: de vraag is ingetrokken of al beantwoord.',
  decision_changed:
    'De vraag is intussen veranderd. Lees wat er nu staat en kies opnieuw; er is nog niets afgesproken.',
  may_not_agree: 'U kunt niet akkoord gaan met kosten. Er is niets afgesproken.',
  research_by_people: 'Alleen een mens onderzoekt: een programma heeft geen uren.',
  research_concluded: 'Het onderzoek van deze melding is al afgerond.',
  judge_first: 'Beoordeel eerst of dit direct op te lossen is.',
  research_not_agreed: 'De klant ging nog niet akkoord met onderzoek. Vraag dat eerst.',
  research_runs: 'U bent al aan het onderzoeken.',
  research_elsewhere: 'U onderzoekt nu melding {{number}}. Pauzeer die eerst.',
  research_rests: 'Uw onderzoek van deze melding loopt niet.',
  research_not_begun: 'Er is nog niet onderzocht. Begin eerst.',
  nothing_to_credit: 'Voor deze melding is geen bedrag afgesproken dat teruggegeven kan worden.',
} as const;
