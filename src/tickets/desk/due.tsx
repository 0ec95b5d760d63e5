import { targetMs } from '#agreement/agreement.ts';
import type { Office } from '#settings/office.ts';
import { numbered } from '#ui/numbered.ts';
import type { Page } from '#ui/page.ts';
import { Moment, sayFully, sayMoment, saySpan } from '#ui/time.tsx';
import { uiTexts } from '#ui/ui.ts';
import { clocksAt } from '../clock.ts';
import type { QueueTicket } from '../queue.ts';
import { ticketTexts } from '../texts.ts';
import { isWithClient, waitingSince } from '../ticket.ts';
import { Ribbon } from '../view/ribbon.tsx';

interface DueProps {
  readonly ticket: Pick<
    QueueTicket,
    | ('agreement_version' | 'clock_events' | 'priority' | 'state')
    | ('closed_at' | 'delivered_at' | 'expected_at' | 'next_due_at' | 'updated_at')
    | ('response_due' | 'response_met_at')
  >;
  readonly page: Page;
  readonly office: Office;
}

const minute = 60_000;
const lateMark = numbered('▲ ');

/** How much office time is left until a moment, or passed since, in words. */
export function sayOfficeTime(due: Date, { page, office }: Pick<DueProps, 'page' | 'office'>): string {
  const [now, then] = [page.now.getTime(), due.getTime()];
  if (then >= now)
    return uiTexts(page.language)('time.office_left', {
      span: saySpan(office.calendar.between(now, then), page.language),
    });
  const late = office.calendar.between(then, now);
  if (late < minute) return ticketTexts(page.language)('desk.due.just_late');
  return uiTexts(page.language)('time.office_late', { span: saySpan(late, page.language) });
}

/** Since when the client is the one to act: the question, or the delivery. */
export const withClientSince = (ticket: DueProps['ticket']): Date => {
  const since = ticket.state === 'sign_off' ? ticket.delivered_at : waitingSince(ticket);
  return since ?? ticket.updated_at;
};

/** What is due next, in words with the moment on hover, and the ribbon of the solution clock. */
export const Due = ({ ticket, page, office }: DueProps) => {
  const say = ticketTexts(page.language);
  if (ticket.closed_at)
    return (
      <span class="text-secondary">
        {say('desk.due.ended_at', { moment: sayMoment(ticket.closed_at, page) })}
      </span>
    );
  const agreement = office.agreement(ticket.agreement_version);
  const clocks = clocksAt(ticket, { calendar: office.calendar, agreement, now: page.now });
  const target = targetMs(agreement.targets[ticket.priority].solution, agreement.calendar.workingDayMinutes);
  return (
    <>
      <Ribbon
        stretches={clocks.stretches}
        targetMs={target}
        met={clocks.solution.met !== null}
        class="queue-ribbon"
      />
      <DueWords ticket={ticket} page={page} office={office} />
    </>
  );
};

const DueWords = ({ ticket, page, office }: DueProps) => {
  const say = ticketTexts(page.language);
  const due = ticket.next_due_at;
  if (isWithClient(ticket) || !due) {
    const since = withClientSince(ticket);
    return (
      <time class="truncate text-secondary" datetime={since.toISOString()} title={sayFully(since, page)}>
        {say('desk.due.since', { moment: sayMoment(since, page) })}
      </time>
    );
  }
  const clock =
    !ticket.response_met_at && due.getTime() === ticket.response_due.getTime() ? 'response' : 'solution';
  const late = due < page.now;
  return (
    <time
      class={`truncate tabular-nums ${late ? 'font-medium text-error' : ''}`}
      datetime={due.toISOString()}
      title={`${say(`desk.due.${clock}`)}: ${sayFully(due, page)}`}
    >
      {late && <span aria-hidden="true">{lateMark}</span>}
      {sayOfficeTime(due, { page, office })}
      <span class="queue-label"> · {say(`desk.due.${clock}`)}</span>
    </time>
  );
};

/** The moment that was promised, marked when it has passed. */
export const Promised = ({ ticket, page }: Pick<DueProps, 'ticket' | 'page'>) => {
  if (!ticket.expected_at)
    return <span class="text-secondary">{ticketTexts(page.language)('desk.due.not_promised')}</span>;
  const passed = ticket.expected_at < page.now && !ticket.closed_at && !isWithClient(ticket);
  return (
    <span class={passed ? 'font-medium text-error' : ''}>
      {passed && <span aria-hidden="true">{lateMark}</span>}
      <Moment at={ticket.expected_at} page={page} />
    </span>
  );
};
