import type { Page } from '#ui/page.ts';
import type { Figures, Kept } from './queries.ts';
import { reportTexts } from './texts.ts';

const promises = ['response', 'solution', 'expected'] as const;
const looks = { kept: 'fill-success', missed: 'fill-error', running: 'fill-base-300' } as const;

/** Whether response, solution and expected moments came in time: a bar each, with its words and numbers. */
export const Promises = ({ page, figures }: { page: Page; figures: Figures }) => {
  const say = reportTexts(page.language);
  return (
    <ul class="grid gap-4">
      {promises.map((promise) => {
        const kept = figures[promise];
        return (
          <li>
            <p class="mb-1 flex flex-wrap justify-between gap-x-4">
              <span class="font-medium">{say(`promises.${promise}`)}</span>
              <span class="tabular-nums">{shareWords(kept, page)}</span>
            </p>
            <Bar kept={kept} />
            <p class="mt-1 text-sm text-secondary tabular-nums">
              {say('promises.counts', { kept: kept.kept, missed: kept.missed, running: kept.running })}
            </p>
          </li>
        );
      })}
    </ul>
  );
};

/** «93 % op tijd», rounded down so that nothing less than all of it is a hundred. */
export function shareWords({ kept, missed }: Kept, page: Page): string {
  const say = reportTexts(page.language);
  if (kept + missed === 0) return say('promises.none');
  return say('promises.share', { percent: Math.floor((kept / (kept + missed)) * 100) });
}

/** A picture of what stands in words beside it, so it is not read aloud. */
const Bar = ({ kept }: { kept: Kept }) => {
  const total = kept.kept + kept.missed + kept.running || 1;
  let reached = 0;
  return (
    <svg aria-hidden="true" viewBox="0 0 200 8" preserveAspectRatio="none" class="block h-3 w-full">
      {(['kept', 'missed', 'running'] as const).map((outcome) => {
        const from = reached;
        reached += (kept[outcome] / total) * 200;
        return <rect x={from} y="0" width={reached - from} height="8" class={looks[outcome]} />;
      })}
    </svg>
  );
};
