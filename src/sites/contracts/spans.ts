import { warrantyEnd } from '#agreement/coverage.ts';
import type { Page } from '#ui/page.ts';
import { sayDate } from '#ui/time.tsx';
import type { Known } from './known.ts';
import { contractTexts } from './texts.ts';

export const spanKinds = ['warranty', 'hosting', 'care_plan'] as const;

/** A warranty, hosting or care plan as people look at it. */
export interface Span {
  readonly id: string;
  readonly kind: (typeof spanKinds)[number];
  readonly label: string;
  readonly from: string;
  readonly to: string | null;
  readonly state: 'past' | 'now' | 'future';
  /** The address at which it is changed, below that of the site. */
  readonly path: string;
  readonly priceCents: number | null;
}

type Where = Pick<Page, 'language' | 'timeZone' | 'now'>;

/** All that is known of a site as spans of days; a warranty lasts so many months from its delivery. */
export function spansOf(known: Known, months: number, today: string, { language }: Where): Span[] {
  const say = contractTexts(language);
  const stateOn = (from: string, to: string | null) =>
    today < from ? 'future' : to !== null && to < today ? 'past' : 'now';
  const warranties = known.deliveries.map(({ id, name, on }): Span => {
    const to = warrantyEnd(on, months);
    const label = say('warranty_of', { name });
    const path = `deliveries/${id}`;
    return { id, kind: 'warranty', label, from: on, to, state: stateOn(on, to), path, priceCents: null };
  });
  const agreed = known.contracts.map(({ id, kind, plan, priceCents, from, to }): Span => {
    const label = plan ? say('plan', { plan }) : say(kind);
    return { id, kind, label, from, to, state: stateOn(from, to), path: `contracts/${id}`, priceCents };
  });
  return [...warranties, ...agreed];
}

/** «1 januari 2026 tot en met 31 december 2026», «sinds 1 januari 2026». */
export function spanWords({ from, to }: Pick<Span, 'from' | 'to'>, where: Where, today: string): string {
  const say = contractTexts(where.language);
  const first = sayDate(from, where);
  if (to !== null) return say('span', { from: first, to: sayDate(to, where) });
  return say(from > today ? 'open_future' : 'open', { from: first });
}
