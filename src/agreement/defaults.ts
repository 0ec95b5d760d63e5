import type { Agreement } from './agreement.ts';
import { costsSchema } from './costs.ts';
import { defaultRules } from './coverage-rules.ts';

const officeDay: [string, string][] = [['08:30', '17:00']];

/** What a new installation starts with: office hours, targets and words of the published agreement. */
export const defaultAgreement: Agreement = {
  calendar: {
    timeZone: 'Europe/Amsterdam',
    hours: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
    holidays: 'NL',
    exceptions: [],
    workingDayMinutes: 510,
  },
  targets: {
    high: { response: { minutes: 120 }, solution: { workingDays: 1 } },
    medium: { response: { workingDays: 1 }, solution: { workingDays: 3 } },
    low: { response: { workingDays: 2 }, solution: { workingDays: 7 } },
  },
  matrix: {
    high: { large: 'high', medium: 'high', small: 'medium' },
    medium: { large: 'high', medium: 'medium', small: 'low' },
    low: { large: 'medium', medium: 'low', small: 'low' },
  },
  urgencies: {
    high: {
      nl: 'De dienst moet meteen worden hersteld: een bedrijfskritisch onderdeel ligt helemaal stil en u kunt er niet omheen werken.',
      en: 'The service must be restored at once: a business-critical part is completely down and there is no way around it.',
    },
    medium: {
      nl: 'Herstel hoeft niet meteen, wel zo snel mogelijk: een deel werkt niet en u kunt er niet omheen werken, maar het werk kan vrij gemakkelijk even wachten.',
      en: 'It need not be restored at once, but as soon as possible: part of it is down and there is no way around it, yet the work can fairly easily be postponed.',
    },
    low: {
      nl: 'De oplossing kan wachten: het is hinderlijk, maar met een omweg of aanpassing kunt u verder werken.',
      en: 'The solution can wait: it is a hindrance, but with a workaround or adjustment the work can go on.',
    },
  },
  impacts: {
    large: {
      nl: 'Ernstig productieverlies in het hele bedrijf, of de dreiging daarvan: bedrijfskritische processen of grote delen van het bedrijf zijn geraakt.',
      en: 'Serious, company-wide loss of production, or the threat of it: business-critical processes or large parts of the company are hit.',
    },
    medium: {
      nl: 'Productieverlies, of de dreiging daarvan: processen die niet bedrijfskritisch zijn, of een klein deel van de gebruikers is geraakt.',
      en: 'Loss of production, or the threat of it: processes that are not business-critical, or a small part of the users, are hit.',
    },
    small: {
      nl: 'Geen productieverlies, bijvoorbeeld omdat de site nog niet live is; een of enkele gebruikers hebben er last van.',
      en: 'No loss of production, for instance because the site is not yet live; one or a few users are affected.',
    },
  },
  silence: { remindAfterWorkingDays: [3, 8], signOffAfterWorkingDays: 10, reopenWithinDays: 14 },
  warnAtPercent: [75, 100],
  solverMayTest: false,
  coverage: { warrantyMonths: 3, rules: defaultRules },
  costs: costsSchema.parse({}),
};
