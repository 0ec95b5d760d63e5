import type { Page } from '#ui/page.ts';
import { type Span, spanKinds } from './spans.ts';
import { contractTexts } from './texts.ts';

interface TimelineProps {
  readonly page: Page;
  readonly today: string;
  readonly spans: readonly Span[];
}

const looks: Record<Span['state'], string> = {
  past: 'fill-base-300 stroke-secondary',
  now: 'fill-primary stroke-primary',
  future: 'fill-base-100 stroke-primary',
};
const rowHeight = 44;
const top = 22;
const foot = 18;

/**
 * Warranty, hosting and care plan drawn over the years, with today across them. Places are percentages, so that
 * letters keep their size on a phone. A picture of the list that stands below it.
 */
export const Timeline = ({ page, today, spans }: TimelineProps) => {
  const say = contractTexts(page.language);
  const rows = spanKinds
    .map((kind) => ({ kind, bars: spans.filter((span) => span.kind === kind) }))
    .filter(({ bars }) => bars.length > 0);
  const scale = scaleOf(spans, today);
  const height = top + rows.length * rowHeight;
  return (
    <svg role="img" aria-label={say('picture')} width="100%" height={height + foot} class="mb-4 block">
      {yearsIn(scale).map((year) => (
        <>
          <line
            x1={percent(scale, `${year}-01-01`)}
            x2={percent(scale, `${year}-01-01`)}
            y1="16"
            y2={height}
            class="stroke-base-300"
          />
          <text x={percent(scale, `${year}-01-01`)} y="12" class="fill-secondary text-xs tabular-nums">
            {year}
          </text>
        </>
      ))}
      {rows.map(({ kind, bars }, at) => (
        <>
          <text x="0" y={top + at * rowHeight + 14} class="fill-base-content text-sm">
            {say(kind)}
          </text>
          {bars.map((bar) => (
            <Bar scale={scale} bar={bar} y={top + at * rowHeight + 22} />
          ))}
        </>
      ))}
      <line
        x1={percent(scale, today)}
        x2={percent(scale, today)}
        y1="16"
        y2={height}
        stroke-width="2"
        class="stroke-base-content"
      />
      <text x={percent(scale, today)} y={height + 14} text-anchor="middle" class="fill-base-content text-xs">
        {say('today')}
      </text>
    </svg>
  );
};

const Bar = ({ scale, bar, y }: { scale: Scale; bar: Span; y: number }) => {
  const from = at(scale, bar.from);
  const to = bar.to === null ? 100 : at(scale, nextDay(bar.to));
  return (
    <rect
      x={`${from}%`}
      y={y}
      width={`${Math.max(round(to - from), 0.5)}%`}
      height="12"
      rx="2"
      class={looks[bar.state]}
      stroke-dasharray={bar.state === 'future' ? '4 3' : undefined}
    >
      <title>{bar.label}</title>
    </rect>
  );
};

/** The days at the left and the right edge, as numbers. */
interface Scale {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const round = (value: number) => Math.round(value * 100) / 100;

/** From the first day known, at most five years back, to half a year beyond the last one; today well within. */
function scaleOf(spans: readonly Span[], today: string): Scale {
  const now = dayOf(today);
  const first = Math.min(now - 180, ...spans.map(({ from }) => dayOf(from)));
  const last = Math.max(now + 180, ...spans.map(({ from, to }) => dayOf(to ?? from) + 60));
  return { from: Math.max(first, now - 5 * 365), to: Math.min(last, now + 5 * 365) };
}

const at = ({ from, to }: Scale, day: string) =>
  round(Math.min(100, Math.max(0, ((dayOf(day) - from) / (to - from)) * 100)));
const percent = (scale: Scale, day: string) => `${at(scale, day)}%`;

/** The years that begin within the picture, far enough from its right edge for their numbers. */
function yearsIn(scale: Scale): number[] {
  const year = (day: number) => new Date(day * DAY).getUTCFullYear();
  const all = Array.from({ length: year(scale.to) - year(scale.from) }, (_, n) => year(scale.from) + 1 + n);
  const step = Math.ceil(all.length / 6) || 1;
  return all.filter((each, index) => index % step === 0 && at(scale, `${each}-01-01`) < 92);
}
