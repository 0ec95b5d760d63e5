import type { Page } from '#ui/page.ts';
import { sayDate } from '#ui/time.tsx';
import type { Absence } from './queries.ts';
import { dutyTexts } from './texts.ts';

interface Props {
  readonly page: Page;
  readonly today: string;
  readonly absences: readonly Absence[];
  readonly personId: string;
}

/** Beside a name: until when they are away, and who takes over; nothing while they are there. */
export const Absent = ({ page, today, absences, personId }: Props) => {
  const away = absences.find((each) => each.personId === personId && each.firstDay <= today);
  return away ? <span class="block text-sm font-normal text-secondary">{sayAway(away, page)}</span> : null;
};

/** «afwezig t/m 27 november 2026, Dani neemt waar». */
export function sayAway(away: Pick<Absence, 'lastDay' | 'substitute'>, page: Page): string {
  const say = dutyTexts(page.language);
  const to = sayDate(away.lastDay, page);
  return away.substitute ? say('until_with', { to, name: away.substitute }) : say('until', { to });
}
