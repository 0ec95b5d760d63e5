import { targetMs } from '#agreement/agreement.ts';
import { explain } from '#agreement/explain.ts';
import { saySpan } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';
import { Ribbon } from '../view/ribbon.tsx';
import type { Shown } from './shown.ts';

/** The ribbon of office time as the client sees it, with every stretch of it in words behind it. */
export const TimeSpent = ({ page, ticket, agreement, clocks, calendar }: Shown) => {
  const say = ticketTexts(page.language);
  const { language } = page;
  const target = targetMs(agreement.targets[ticket.priority].solution, agreement.calendar.workingDayMinutes);
  const { parts } = explain(clocks.stretches, calendar, { language, audience: 'client' });
  return (
    <div class="mt-5 border-t border-base-300 pt-4">
      <Ribbon
        stretches={clocks.stretches}
        targetMs={target}
        met={clocks.solution.met !== null}
        class="w-full rounded-full"
      />
      <p class="mt-2 text-sm">
        {say('portal.time.spent', {
          spent: saySpan(clocks.solution.spentMs, language),
          target: saySpan(target, language),
        })}
      </p>
      {parts.length > 0 && (
        <details class="mt-1 text-sm">
          <summary class="cursor-pointer py-1 text-secondary">{say('portal.time.explain')}</summary>
          <p class="my-1 text-secondary">{say('portal.time.how')}</p>
          <ol class="tabular-nums">
            {parts.map(({ label, kind }) => (
              <li class={kind === 'office' ? '' : 'text-secondary'}>{label}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
};
