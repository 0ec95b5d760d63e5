import type { Page } from '#ui/page.ts';
import { sayDate } from '#ui/time.tsx';
import { spanWords } from './spans.ts';
import { contractTexts } from './texts.ts';

interface Data {
  readonly name?: string;
  readonly on?: string;
  readonly kind?: 'hosting' | 'care_plan';
  readonly plan?: string | null;
  readonly from?: string;
  readonly to?: string | null;
}

const known = [
  'delivery_added',
  'delivery_changed',
  'delivery_removed',
  'contract_added',
  'contract_changed',
  'contract_removed',
] as const;

/** What happened to the deliveries and contracts of a site, in words; nothing for an event of another kind. */
export function contractEvent(type: string, data: Data, page: Page, today: string): string | null {
  const event = known.find((each) => type === `site.${each}`);
  if (!event) return null;
  const say = contractTexts(page.language);
  const { name = '', on, kind = 'hosting', plan, from, to = null } = data;
  const what = plan ? say('plan', { plan }) : say(kind);
  return say(`event.${event}`, {
    name,
    what,
    day: on ? sayDate(on, page) : '',
    span: from ? spanWords({ from, to }, page, today) : '',
  });
}
