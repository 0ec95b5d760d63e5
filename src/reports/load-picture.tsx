import type { Page } from '#ui/page.ts';
import { sayDate } from '#ui/time.tsx';
import { reportTexts } from './texts.ts';

export interface DayLoad {
  readonly day: string;
  readonly reported: number;
  readonly solved: number;
}

interface LoadProps {
  readonly page: Page;
  /** The month in words: «november 2026». */
  readonly month: string;
  readonly days: readonly DayLoad[];
}

const height = 96;

/** The month's load as two columns a day, reported and solved, with its numbers in a table behind it. */
export const LoadPicture = ({ page, month, days }: LoadProps) => {
  const say = reportTexts(page.language);
  const most = Math.max(1, ...days.flatMap(({ reported, solved }) => [reported, solved]));
  const wide = 100 / days.length;
  const round = (value: number) => Math.round(value * 100) / 100;
  const column = (at: number, shift: number, count: number, look: string) => (
    <rect
      x={`${round((at + shift) * wide)}%`}
      y={round(height - (count / most) * height)}
      width={`${round(wide * 0.38)}%`}
      height={round((count / most) * height)}
      class={look}
    />
  );
  return (
    <>
      <p class="mb-2 flex flex-wrap gap-x-5 text-sm">
        <Key look="bg-secondary">{say('load.reported')}</Key>
        <Key look="bg-success">{say('load.solved')}</Key>
      </p>
      <svg
        role="img"
        aria-label={say('load.picture', { month })}
        width="100%"
        height={height + 20}
        class="block"
      >
        <line x1="0" x2="100%" y1={height} y2={height} class="stroke-base-300" />
        {days.map(({ day, reported, solved }, at) => (
          <>
            {reported > 0 && column(at, 0.1, reported, 'fill-secondary')}
            {solved > 0 && column(at, 0.52, solved, 'fill-success')}
            {at % 7 === 0 && (
              <text
                x={`${round((at + 0.1) * wide)}%`}
                y={height + 15}
                class="fill-secondary text-xs tabular-nums"
              >
                {Number(day.slice(8))}
              </text>
            )}
          </>
        ))}
      </svg>
      <details class="mt-3">
        <summary class="w-fit cursor-pointer py-1">{say('load.table')}</summary>
        <LoadTable page={page} days={days} />
      </details>
    </>
  );
};

const Key = ({ look, children }: { look: string; children?: string }) => (
  <span class="flex items-center gap-2">
    <span aria-hidden="true" class={`inline-block size-3 ${look}`} />
    {children}
  </span>
);

const LoadTable = ({ page, days }: Pick<LoadProps, 'page' | 'days'>) => {
  const say = reportTexts(page.language);
  const sum = (of: 'reported' | 'solved') => days.reduce((total, each) => total + each[of], 0);
  return (
    <table class="table table-sm w-auto tabular-nums">
      <thead>
        <tr>
          <th scope="col">{say('load.day')}</th>
          <th scope="col" class="text-right">
            {say('load.reported')}
          </th>
          <th scope="col" class="text-right">
            {say('load.solved')}
          </th>
        </tr>
      </thead>
      <tbody>
        {days
          .filter(({ reported, solved }) => reported + solved > 0)
          .map(({ day, reported, solved }) => (
            <tr>
              <th scope="row" class="font-normal">
                {sayDate(day, page)}
              </th>
              <td class="text-right">{reported}</td>
              <td class="text-right">{solved}</td>
            </tr>
          ))}
      </tbody>
      <tfoot class="text-base-content">
        <tr>
          <th scope="row">{say('load.total')}</th>
          <td class="text-right">{sum('reported')}</td>
          <td class="text-right">{sum('solved')}</td>
        </tr>
      </tfoot>
    </table>
  );
};
