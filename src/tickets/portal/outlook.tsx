import { type Impact, type Priority, priorityOf, targetMs, type Urgency } from '#agreement/agreement.ts';
import { targetWords } from '#agreement/words.ts';
import type { Office } from '#settings/office.ts';
import type { Page } from '#ui/page.ts';
import { reportSchema } from '../schema.ts';
import { ticketTexts } from '../texts.ts';
import { PriorityBadge } from '../view/priority-badge.tsx';
import { Said } from '../view/said.tsx';

/** What somebody may expect who reports at this moment. */
export interface Outlook {
  readonly priority: Priority;
  readonly respondBy: Date;
  readonly solveBy: Date;
  /** The next opening, when the office is closed now. */
  readonly opens: Date | null;
  readonly targets: Readonly<Record<'response' | 'solution', string>>;
}

const asked = reportSchema.pick({ urgency: true, impact: true });

/** The outlook for an urgency and an impact as a form or an address gives them; null when they are none. */
export function outlookOf(office: Office, input: unknown, { now, language }: Page): Outlook | null {
  const { success, data } = asked.safeParse(input);
  return success ? computed(office, data, { now, language }) : null;
}

interface Answers {
  readonly urgency: Urgency;
  readonly impact: Impact;
}

function computed(
  office: Office,
  { urgency, impact }: Answers,
  { now, language }: Pick<Page, 'now' | 'language'>,
): Outlook {
  const { agreement } = office.inForce(now);
  const { calendar } = office;
  const priority = priorityOf(agreement, urgency, impact);
  const targets = agreement.targets[priority];
  const due = (which: 'response' | 'solution') =>
    new Date(calendar.add(now.getTime(), targetMs(targets[which], agreement.calendar.workingDayMinutes)));
  return {
    priority,
    respondBy: due('response'),
    solveBy: due('solution'),
    opens: calendar.isOpen(now.getTime()) ? null : new Date(calendar.nextOpening(now.getTime())),
    targets: {
      response: targetWords(targets.response, language),
      solution: targetWords(targets.solution, language),
    },
  };
}

interface OutlookProps {
  readonly page: Page;
  readonly outlook: Outlook | null;
  /** What it would cost, in one sentence; null until site and kind are known. */
  readonly cost: string | null;
  /** It was asked for before both questions were answered. */
  readonly missing?: boolean;
}

/** The outlook in words, inside the panel of the report form. */
export const OutlookWords = (props: OutlookProps) => (
  <>
    <Times {...props} />
    {props.cost && (
      <p class="mt-3 border-t border-base-300 pt-3">
        <span class="font-medium">{ticketTexts(props.page.language)('costs.title')}</span> {props.cost}
      </p>
    )}
  </>
);

const Times = ({ page, outlook, missing = false }: OutlookProps) => {
  const say = ticketTexts(page.language);
  if (!outlook)
    return (
      <p class={missing ? 'font-medium' : 'text-secondary'}>
        {say(`portal.outlook.${missing ? 'missing' : 'empty'}`)}
      </p>
    );
  const { priority, respondBy, solveBy, opens, targets } = outlook;
  return (
    <>
      <p class="mb-2 flex flex-wrap items-center gap-2">
        {say('portal.outlook.priority')} <PriorityBadge priority={priority} language={page.language} />
      </p>
      <p class="mb-2 text-lg font-medium">
        <Said page={page} text="portal.outlook.respond" fill={{ moment: respondBy }} />{' '}
        <Said page={page} text="portal.outlook.solve" fill={{ moment: solveBy }} />
      </p>
      <p class="text-sm text-secondary">
        {opens && (
          <>
            <Said page={page} text="portal.outlook.closed" fill={{ moment: opens }} />{' '}
          </>
        )}
        {opens && priority === 'high' && `${say('portal.outlook.alert')} `}
        {say('portal.outlook.targets', targets)}
      </p>
    </>
  );
};
