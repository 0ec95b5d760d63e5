import type { Page } from '#ui/page.ts';
import { Moment } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import type { Ticket } from '../ticket.ts';
import { type StepOnBar, type StepStanding, stepsOf } from './steps.ts';

const marks: Record<StepStanding, { sign: string; look: string }> = {
  done: { sign: '✓', look: 'border-success bg-success text-success-content' },
  now: { sign: '●', look: 'border-primary bg-base-100 text-primary' },
  next: { sign: '', look: 'border-base-300 bg-base-100' },
  skipped: { sign: '–', look: 'border-base-300 bg-base-100 text-secondary' },
};

interface StepBarProps {
  readonly ticket: Ticket;
  readonly pickedUpAt: Date | null;
  readonly page: Page;
  /** Whose turn it is now, in a few words; shown at the present step. */
  readonly turn?: string | undefined;
}

/** The steps of a ticket with the moment of each: below each other on a phone, beside each other elsewhere. */
export const StepBar = ({ ticket, pickedUpAt, page, turn }: StepBarProps) => (
  <ol aria-label={ticketTexts(page.language)('view.steps')} class="flex flex-col sm:flex-row">
    {stepsOf(ticket, pickedUpAt).map((step, index, all) => (
      <li
        class="relative flex min-w-0 flex-1 gap-3 pb-4 last:pb-0 sm:flex-col sm:gap-1 sm:pb-0"
        aria-current={step.standing === 'now' ? 'step' : undefined}
      >
        {index < all.length - 1 && <Line passed={all[index + 1]!.standing !== 'next'} />}
        <Mark standing={step.standing} />
        <div class="min-w-0 flex-1 sm:pr-2">
          <Label step={step} page={page} />
          {step.standing === 'now' && turn && <p class="text-sm font-medium text-primary">{turn}</p>}
        </div>
      </li>
    ))}
  </ol>
);

const Line = ({ passed }: { passed: boolean }) => (
  <span
    aria-hidden="true"
    class={`absolute top-6 bottom-0 left-3 w-px sm:top-3 sm:right-0 sm:bottom-auto sm:left-6 sm:h-px sm:w-auto ${passed ? 'bg-success' : 'bg-base-300'}`}
  />
);

const Mark = ({ standing }: { standing: StepStanding }) => (
  <span
    aria-hidden="true"
    class={`relative flex size-6 shrink-0 items-center justify-center rounded-full border-2 text-xs font-bold ${marks[standing].look}`}
  >
    {marks[standing].sign}
  </span>
);

const Label = ({ step: { name, at, standing }, page }: { step: StepOnBar; page: Page }) => {
  const say = ticketTexts(page.language);
  const words = name === 'dropped' ? say('state.dropped') : say(`step.${name}`);
  const inTest = name === 'testing' && standing === 'now' && !at;
  return (
    <p class="flex flex-wrap gap-x-2 sm:block">
      <span class={standing === 'now' ? 'font-semibold' : standing === 'done' ? '' : 'text-secondary'}>
        {inTest ? say('view.step_testing') : words}
        <span class="sr-only"> ({say(`view.step_${standing}`)})</span>
      </span>
      <span class="text-sm text-secondary sm:block sm:text-xs">
        {at ? <Moment at={at} page={page} /> : standing === 'skipped' ? say('view.step_skipped') : null}
      </span>
    </p>
  );
};
