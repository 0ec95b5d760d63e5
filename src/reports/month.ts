/** A calendar month of the office's own, with its first and last day. */
export interface Month {
  /** As it is written in an address: `2026-11`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const monthOf = (month: Temporal.PlainYearMonth): Month => ({
  name: month.toString(),
  from: month.toPlainDate({ day: 1 }).toString(),
  to: month.toPlainDate({ day: month.daysInMonth }).toString(),
});

/** The month in which a day lies. */
export const monthWith = (day: string): Month => monthOf(Temporal.PlainDate.from(day).toPlainYearMonth());

/** The month of a name like `2026-11`; undefined for anything else. */
export const monthNamed = (name: string): Month | undefined =>
  /^20\d\d-(0[1-9]|1[0-2])$/.test(name) ? monthOf(Temporal.PlainYearMonth.from(name)) : undefined;

export const monthBefore = ({ name }: Month): Month =>
  monthOf(Temporal.PlainYearMonth.from(name).subtract({ months: 1 }));

export const monthAfter = ({ name }: Month): Month =>
  monthOf(Temporal.PlainYearMonth.from(name).add({ months: 1 }));

/** All its days, in order. */
export function daysOf({ from, to }: Month): string[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(Temporal.PlainDate.from(to)).days + 1;
  return Array.from({ length: count }, (_, n) => first.add({ days: n }).toString());
}
