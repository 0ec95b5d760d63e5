import { targetMs } from '#agreement/agreement.ts';
import type { Clock } from '#agreement/clocks.ts';
import { explain } from '#agreement/explain.ts';
import { Moment, sayMoment, saySpan } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import { isEnded } from '../ticket.ts';
import { Ribbon } from '../view/ribbon.tsx';
import type { ActProps } from './act-form.tsx';
import { Panel } from './panel.tsx';

/** Both clocks in words, the solution clock also as a ribbon that opens into its explanation. */
export const ClocksPanel = ({ view }: ActProps) => {
  const say = ticketTexts(view.page.language);
  const { clocks, ticket, agreement, office, page } = view;
  const target = targetMs(agreement.targets[ticket.priority].solution, agreement.calendar.workingDayMinutes);
  const { text, parts } = explain(clocks.stretches, office.calendar, {
    language: page.language,
    audience: 'staff',
  });
  const spent = saySpan(clocks.solution.spentMs, page.language);
  return (
    <Panel title={say('desk.ticket.clocks')}>
      <ClockWords view={view} name="response" clock={clocks.response} />
      <ClockWords view={view} name="solution" clock={clocks.solution} />
      <Ribbon
        stretches={clocks.stretches}
        targetMs={target}
        met={clocks.solution.met !== null}
        class="mt-1 mb-1 w-full"
      />
      <p class="text-sm text-secondary">
        {say('desk.ticket.spent', { spent, target: saySpan(target, page.language) })}
      </p>
      <details class="mt-1">
        <summary class="cursor-pointer rounded-field py-1 text-sm">{say('desk.ticket.explain')}</summary>
        {text ? (
          <ol class="mt-1 text-sm tabular-nums">
            {parts.map(({ label, kind }) => (
              <li class={kind === 'office' ? '' : 'text-secondary'}>{label}</li>
            ))}
          </ol>
        ) : (
          <p class="text-sm">{say('desk.ticket.nothing_spent')}</p>
        )}
      </details>
    </Panel>
  );
};

interface ClockWordsProps extends ActProps {
  readonly name: 'response' | 'solution';
  readonly clock: Clock;
}

const ClockWords = ({ view, name, clock }: ClockWordsProps) => {
  const say = ticketTexts(view.page.language);
  const { page } = view;
  const due = new Date(clock.due);
  return (
    <div class="mb-2">
      <p class="flex flex-wrap justify-between gap-x-3">
        <span class="font-medium">{say(`desk.ticket.${name}`)}</span>
        {!(name === 'solution' && view.clocks.solution.waiting) && (
          <time class="text-sm text-secondary" datetime={due.toISOString()}>
            {say(clock.missed ? 'desk.ticket.due_was' : 'desk.ticket.due', {
              moment: sayMoment(due, page),
            })}
          </time>
        )}
      </p>
      <ClockStanding view={view} name={name} clock={clock} />
      {clock.missedByChange && <p class="text-sm">{say('desk.ticket.missed_by_change')}</p>}
    </div>
  );
};

const ClockStanding = ({ view, name, clock }: ClockWordsProps) => {
  const { page, office } = view;
  const say = ticketTexts(page.language);
  const now = page.now.getTime();
  if (clock.met !== null)
    return (
      <p class={clock.missed ? 'text-error' : 'text-success'}>
        <span aria-hidden="true">{clock.missed ? '▲' : '✓'} </span>
        {say(clock.missed ? 'desk.ticket.met_late' : 'desk.ticket.met', { moment: '' })}
        <Moment at={new Date(clock.met)} page={page} />
      </p>
    );
  if (isEnded(view.ticket)) return null;
  if (name === 'solution' && view.clocks.solution.waiting) return <p>{say('desk.ticket.waiting')}</p>;
  const span = (from: number, to: number) => saySpan(office.calendar.between(from, to), page.language);
  return clock.missed ? (
    <p class="font-medium text-error">
      <span aria-hidden="true">▲ </span>
      {say('desk.ticket.missed', { span: span(clock.due, now) })}
    </p>
  ) : (
    <p>{say('desk.ticket.left', { span: span(now, clock.due) })}</p>
  );
};
