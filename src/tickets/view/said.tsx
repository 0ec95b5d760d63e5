import type { Page } from '#ui/page.ts';
import { Moment } from '#ui/time.tsx';
import { ticketTexts } from '../texts.ts';

type TicketKey = Parameters<ReturnType<typeof ticketTexts>>[0];

interface SaidProps {
  readonly page: Page;
  readonly text: TicketKey;
  /** What fills the gaps; moments become `<time>` with the full date on hover. */
  readonly fill?: Readonly<Record<string, string | number | Date>>;
  /** Its moments by their dates, for what was said on another day. */
  readonly dated?: boolean;
}

/** Holds a moment's place in a sentence; no text that is stored can contain it. */
const gap = '\u0000';

/** A sentence of the catalogue with its moments in place. */
export const Said = ({ page, text, fill = {}, dated = false }: SaidProps) => {
  const words = Object.fromEntries(
    Object.entries(fill).map(([name, value]) => [
      name,
      value instanceof Date ? `${gap}${name}${gap}` : value,
    ]),
  );
  const parts = ticketTexts(page.language)(text, words).split(gap);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? part : <Moment at={fill[part] as Date} page={page} dated={dated} />,
      )}
    </>
  );
};
