/** A quarter as it is written in an address: `2026-4`. */
export interface Quarter {
  readonly name: string;
  /** Its first and last day. */
  readonly from: string;
  readonly to: string;
}

/** The quarter in which a day lies, with its first and last day. */
export function quarterOf(day: string): Quarter {
  const { year, month } = Temporal.PlainDate.from(day);
  const first = new Temporal.PlainDate(year, month - ((month - 1) % 3), 1);
  return {
    name: `${year}-${(first.month + 2) / 3}`,
    from: first.toString(),
    to: first.add({ months: 3 }).subtract({ days: 1 }).toString(),
  };
}

/** The quarter of a name like `2026-4`; undefined for anything else. */
export function quarterNamed(name: string): Quarter | undefined {
  const [, year, quarter] = /^(20\d\d)-([1-4])$/.exec(name) ?? [];
  if (!year) return undefined;
  return quarterOf(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`);
}

export const quarterBefore = ({ from }: Quarter): Quarter =>
  quarterOf(Temporal.PlainDate.from(from).subtract({ days: 1 }).toString());

export const quarterAfter = ({ to }: Quarter): Quarter =>
  quarterOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
