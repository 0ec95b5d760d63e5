import type { Agreement, Impact, Urgency } from '#agreement/agreement.ts';
import type { SpecialDay } from '#agreement/special-days.ts';
import { targetWords } from '#agreement/words.ts';
import type { Language } from '#lib/language.ts';
import { hoursSection } from './hours.ts';
import type { Published, PublishedBlock, PublishedSection } from './model.ts';
import { paysSection } from './pays.ts';
import { publishedTexts } from './texts.ts';

export interface Publishing {
  readonly agreement: Agreement;
  /** The agency's name. */
  readonly agency: string;
  /** Days ahead on which other hours hold than on others of their weekday. */
  readonly ahead: readonly SpecialDay[];
}

const levels = ['high', 'medium', 'low'] as const satisfies Urgency[];
const sizes = ['large', 'medium', 'small'] as const satisfies Impact[];

/**
 * The whole agreement in words for clients (agreement §1 to §4). Every number, hour and text in it comes from the
 * agreement that the program reckons with; what is switched off there is not promised here.
 */
export function publishedOf(publishing: Publishing, language: Language): Published {
  const say = publishedTexts(language);
  const { agreement, agency, ahead } = publishing;
  return {
    title: say('title'),
    intro: say('intro', { agency }),
    sections: [
      phasesSection(agreement, language),
      stepsSection(language),
      hoursSection(agreement.calendar, ahead, language),
      targetsSection(agreement, language),
      prioritySection(agreement, language),
      paysSection(agreement, language),
      silenceSection(agreement, language),
    ],
  };
}

function phasesSection({ coverage }: Agreement, language: Language): PublishedSection {
  const say = publishedTexts(language);
  const on = (rule: string) => coverage.rules.some((each) => each.rule === rule && each.on);
  const row = (name: string, agency: string, client: string) => ({ name, texts: [agency, client] as const });
  const rows = [
    row(say('phases.development'), say('phases.development_agency'), say('phases.development_client')),
    row(say('phases.delivery'), say('phases.delivery_agency'), say('phases.delivery_client')),
    ...(on('warranty')
      ? [
          row(
            say('phases.warranty', { count: coverage.warrantyMonths }),
            say('phases.warranty_agency'),
            say('phases.warranty_client'),
          ),
        ]
      : []),
    row(
      say('phases.later'),
      say('phases.later_agency'),
      say(on('care_plan_research') ? 'phases.later_client' : 'phases.later_client_plain'),
    ),
  ];
  return {
    id: 'expectations',
    title: say('phases.title'),
    blocks: [{ sides: [say('phases.agency'), say('phases.client')], rows }],
  };
}

function stepsSection(language: Language): PublishedSection {
  const say = publishedTexts(language);
  const names = ['report', 'pick_up', 'solve', 'sign_off'] as const;
  const steps = names.map((each) => ({ name: say(`steps.${each}`), text: say(`steps.${each}_text`) }));
  return { id: 'steps', title: say('steps.title'), blocks: [{ paragraph: say('steps.intro') }, { steps }] };
}

function targetsSection({ targets }: Agreement, language: Language): PublishedSection {
  const say = publishedTexts(language);
  return {
    id: 'targets',
    title: say('targets.title'),
    blocks: [
      {
        caption: say('targets.caption'),
        head: [say('targets.priority'), say('targets.response'), say('targets.solution')],
        body: levels.map((level) => [
          say(`priority.${level}`),
          targetWords(targets[level].response, language),
          targetWords(targets[level].solution, language),
        ]),
      },
      { paragraph: say('targets.clock') },
      { paragraph: say('targets.waiting') },
      { paragraph: say('targets.response_is') },
    ],
  };
}

function prioritySection({ urgencies, impacts, matrix }: Agreement, language: Language): PublishedSection {
  const say = publishedTexts(language);
  return {
    id: 'priority',
    title: say('priority.title'),
    blocks: [
      { paragraph: say('priority.intro') },
      {
        caption: say('priority.urgency'),
        head: [say('priority.urgency'), say('priority.means')],
        body: levels.map((level) => [say(`priority.${level}`), urgencies[level][language]]),
      },
      {
        caption: say('priority.impact'),
        head: [say('priority.impact'), say('priority.means')],
        body: sizes.map((size) => [say(`priority.${size}`), impacts[size][language]]),
      },
      {
        caption: say('priority.matrix'),
        head: [
          say('priority.matrix_corner'),
          ...sizes.map((size) => say('priority.impact_column', { level: say(`priority.${size}`) })),
        ],
        body: levels.map((level) => [
          say('priority.urgency_row', { level: say(`priority.${level}`) }),
          ...sizes.map((size) => say(`priority.${matrix[level][size]}`)),
        ]),
      },
    ],
  };
}

function silenceSection({ silence, costs }: Agreement, language: Language): PublishedSection {
  const say = publishedTexts(language);
  const together = new Intl.ListFormat(language, { type: 'conjunction' });
  const days = (numbers: readonly number[]) => together.format([...numbers].map(String));
  const reminders = (
    key: 'silence.remind' | 'silence.decide_remind' | 'silence.quote_remind',
    all: number[],
  ) => (all.length > 0 ? [say(key, { days: days(all) })] : []);
  const list = [
    ...reminders('silence.remind', silence.remindAfterWorkingDays),
    say('silence.sign_off', { count: silence.signOffAfterWorkingDays }),
    say('silence.reopen', { count: silence.reopenWithinDays }),
    ...reminders('silence.decide_remind', costs.remindAfterWorkingDays),
    say('silence.drop', { count: costs.dropAfterWorkingDays }),
    ...reminders('silence.quote_remind', costs.quoteRemindDaysBefore),
  ];
  const blocks: PublishedBlock[] = [{ list }];
  return { id: 'silence', title: say('silence.title'), blocks };
}
