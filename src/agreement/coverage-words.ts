import type { Period, Standing } from './coverage.ts';
import type { CoverageRule } from './coverage-rules.ts';
import type { Language } from './holidays.ts';

const dates = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

type Sentence = (standing: Standing, say: (day: string) => string) => string;

const periodNl = ({ from, to }: Period, say: (day: string) => string) =>
  to ? `tot en met ${say(to)}` : `sinds ${say(from)}`;
const periodEn = ({ from, to }: Period, say: (day: string) => string) =>
  to ? `up to and including ${say(to)}` : `since ${say(from)}`;

/** Why neither warranty nor care plan bears the cost. */
const uncoveredNl: Sentence = ({ findings, warrantyUntil, reportedOn }, say) => {
  if (warrantyUntil === null) return `Op ${say(reportedOn)} gold er geen garantie of Website Zorg`;
  if (warrantyUntil < reportedOn) return `De garantie liep tot en met ${say(warrantyUntil)}`;
  return findings.causeOutside
    ? 'De oorzaak ligt buiten ons werk, daarom geldt de garantie hier niet'
    : `Op ${say(reportedOn)} gold er geen Website Zorg`;
};
const uncoveredEn: Sentence = ({ findings, warrantyUntil, reportedOn }, say) => {
  if (warrantyUntil === null) return `On ${say(reportedOn)} no warranty or care plan applied`;
  if (warrantyUntil < reportedOn) return `The warranty ran up to and including ${say(warrantyUntil)}`;
  return findings.causeOutside
    ? 'The cause lies outside our work, so the warranty does not apply here'
    : `On ${say(reportedOn)} no care plan applied`;
};

const sentences: Record<Language, Record<CoverageRule, Sentence>> = {
  nl: {
    new_wish: () =>
      'Een nieuwe wens – u krijgt eerst een begroting en betaalt alleen wat u vooraf hebt goedgekeurd.',
    hosting_availability: ({ hosting }, say) =>
      `Wij hosten uw site ${periodNl(hosting!, say)} – deze melding over de bereikbaarheid kost u niets.`,
    hosting_updates: ({ hosting }, say) =>
      `Wij hosten uw site ${periodNl(hosting!, say)} – serverupdates kosten u niets.`,
    warranty: ({ warrantyUntil }, say) =>
      `Garantie tot en met ${say(warrantyUntil!)} – deze melding kost u niets.`,
    cms_training: ({ trainedOn }, say) =>
      `CMS-training gevolgd op ${say(trainedOn!)} – hulp bij het gebruik van het CMS kost u niets.`,
    direct: () => 'Wij kunnen dit direct oplossen – deze melding kost u niets.',
    to_be_judged: ({ carePlan }, say) =>
      carePlan
        ? `Kunnen wij dit direct oplossen, dan kost het u niets; zo niet, dan onderzoeken wij het zonder kosten voor u (Website Zorg ${periodNl(carePlan, say)}).`
        : 'Kunnen wij dit direct oplossen, dan kost het u niets; zo niet, dan vragen wij u eerst of u verder wilt. U betaalt nooit iets dat u niet vooraf hebt goedgekeurd.',
    at_hand: () =>
      'De oplossing bleek bij het onderzoek voor de hand te liggen – oplossen kost u verder niets.',
    beyond_research: () =>
      'Uit het onderzoek blijkt dat er meer werk nodig is – u krijgt eerst een begroting en betaalt alleen wat u vooraf hebt goedgekeurd.',
    care_plan_research: ({ carePlan }, say) =>
      `Website Zorg ${periodNl(carePlan!, say)} – het onderzoek kost u niets.`,
    research_fee: (standing, say) =>
      `${uncoveredNl(standing, say)} – verder onderzoek kost geld; u kiest eerst of wij dat doen of de melding laten vervallen.`,
  },
  en: {
    new_wish: () => 'A new wish – you receive a quote first and pay only what you approved beforehand.',
    hosting_availability: ({ hosting }, say) =>
      `We host your site ${periodEn(hosting!, say)} – this ticket about its availability costs you nothing.`,
    hosting_updates: ({ hosting }, say) =>
      `We host your site ${periodEn(hosting!, say)} – server updates cost you nothing.`,
    warranty: ({ warrantyUntil }, say) =>
      `Warranty up to and including ${say(warrantyUntil!)} – this ticket costs you nothing.`,
    cms_training: ({ trainedOn }, say) =>
      `CMS training followed on ${say(trainedOn!)} – help in using the CMS costs you nothing.`,
    direct: () => 'We can solve this directly – this ticket costs you nothing.',
    to_be_judged: ({ carePlan }, say) =>
      carePlan
        ? `If we can solve this directly, it costs you nothing; if not, we research it at no cost to you (care plan ${periodEn(carePlan, say)}).`
        : 'If we can solve this directly, it costs you nothing; if not, we first ask you whether to go on. You never pay for anything that you did not approve beforehand.',
    at_hand: () =>
      'In the research the solution turned out to be at hand – solving it costs you nothing further.',
    beyond_research: () =>
      'The research shows that more work is needed – you receive a quote first and pay only what you approved beforehand.',
    care_plan_research: ({ carePlan }, say) =>
      `Care plan ${periodEn(carePlan!, say)} – the research costs you nothing.`,
    research_fee: (standing, say) =>
      `${uncoveredEn(standing, say)} – further research costs money; you first choose whether we do it or drop the ticket.`,
  },
};

/** One sentence that says who pays, on which ground and until when. */
export function sentenceOf(rule: CoverageRule, standing: Standing, language: Language): string {
  const say = (day: string) => dates[language].format(new Date(`${day}T12:00:00Z`));
  return sentences[language][rule](standing, say);
}

const decided = {
  nl: {
    agency: 'Wij nemen deze melding voor onze rekening – zij kost u niets.',
    client:
      'Deze melding valt niet onder wat gratis is – u kiest eerst of wij haar betaald onderzoeken of laten vervallen.',
  },
  en: {
    agency: 'We bear the cost of this ticket – it costs you nothing.',
    client:
      'This ticket is not among what is free – you first choose whether we research it for money or drop it.',
  },
};

/** The sentence where a person decided who pays. */
export const overruledSentence = (payer: 'agency' | 'client', language: Language): string =>
  decided[language][payer];
