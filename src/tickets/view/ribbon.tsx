import type { Stretch } from '#agreement/clocks.ts';

interface RibbonProps {
  readonly stretches: readonly Stretch[];
  /** Office time of the target, in ms. */
  readonly targetMs: number;
  readonly met: boolean;
  readonly class?: string;
}

type Look = 'spent' | 'waiting' | 'left' | 'over' | 'met';

const fills: Record<Exclude<Look, 'waiting'>, string> = {
  spent: 'fill-secondary',
  left: 'fill-base-300',
  over: 'fill-error',
  met: 'fill-success',
};

/**
 * The solution clock as a thin ribbon of office time: spent, waiting on the client (hatched), left, over.
 * A picture of what stands in words beside it, so it is not read aloud.
 */
export const Ribbon = ({ stretches, targetMs, met, class: look = '' }: RibbonProps) => {
  const parts = partsOf({ stretches, targetMs, met });
  const total = parts.reduce((sum, { ms }) => sum + ms, 0) || 1;
  let reached = 0;
  return (
    <svg aria-hidden="true" viewBox="0 0 200 8" preserveAspectRatio="none" class={`h-1.5 ${look}`}>
      {parts.map(({ ms, look }) => {
        const [from, width] = [round((reached / total) * 200), round((ms / total) * 200)];
        reached += ms;
        return look === 'waiting' ? (
          <line
            x1={from}
            x2={from + width}
            y1="4"
            y2="4"
            stroke-width="8"
            stroke-dasharray="2 2"
            class="stroke-secondary"
          />
        ) : (
          <rect x={from} y="0" width={width} height="8" class={fills[look]} />
        );
      })}
    </svg>
  );
};

const round = (value: number) => Math.round(value * 10) / 10;

function partsOf({ stretches, targetMs, met }: Pick<RibbonProps, 'stretches' | 'targetMs' | 'met'>) {
  const parts: { look: Look; ms: number }[] = [];
  const append = (look: Look, ms: number) => {
    const last = parts.at(-1);
    if (last?.look === look) last.ms += ms;
    else if (ms > 0) parts.push({ look, ms });
  };
  let spent = 0;
  for (const { kind, officeMs } of stretches) {
    if (kind === 'waiting') append('waiting', officeMs);
    if (kind !== 'office') continue;
    const within = Math.max(0, Math.min(officeMs, targetMs - spent));
    append(met ? 'met' : 'spent', within);
    append('over', officeMs - within);
    spent += officeMs;
  }
  if (!met) append('left', targetMs - spent);
  return parts;
}
