import { z } from 'zod';

const number = z.number({ error: 'must be a number' });
const whole = number.int({ error: 'must be a whole number' });
const within = (least: number, most: number) =>
  whole.min(least, { error: `must be ${least} or more` }).max(most, { error: `must be ${most} or less` });

/** What the agency asks and how long it waits for an answer, where money is concerned (agreement §3 and §4). */
export const costsSchema = z.strictObject(
  {
    /** What research into a ticket costs, in cents without VAT. */
    researchFeeCents: within(1, 100_000_000).default(4500),
    /** The minutes of work that the fee pays for. */
    researchMinutes: within(1, 10_000).default(30),
    /** The part of that time at which the supporter is reminded to decide. */
    remindAtPercent: within(1, 100).default(80),
    /** When a client who has to decide about costs is reminded, in working days. */
    remindAfterWorkingDays: z.array(within(1, 260)).default([3, 10]),
    /** When a ticket is dropped because nobody decided, in working days; announced when it is asked. */
    dropAfterWorkingDays: within(1, 260).default(20),
    /** Calendar days that a quote holds, and those before its end on which the client is reminded. */
    quoteValidDays: within(1, 366).default(30),
    quoteRemindDaysBefore: z.array(within(1, 365)).default([7, 2]),
    /** Tickets about the use of the CMS per trained person in a quarter, beyond which a supporter is told. */
    fairUsePerQuarter: within(1, 10_000).default(10),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be an object' : undefined) },
);

export type CostTerms = z.output<typeof costsSchema>;
