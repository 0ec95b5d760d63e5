import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Targets } from './agreement.ts';
import { officeCalendar } from './calendar.ts';
import { type ClockEvent, type ClockInputs, clocksOf } from './clocks.ts';
import { CalendarError } from './errors.ts';
import { calendars, seconds, tickets } from './random.oracle.ts';
import { addOracle, betweenOracle, clocksOracle, type OracleDocument } from './seconds.oracle.ts';

describe('against the walk second by second', () => {
  test('office time to add', () => {
    fc.assert(
      fc.property(calendars, seconds, fc.integer({ min: 0, max: 2 * 86_400 }), (calendar, start, amount) => {
        const expected = addOracle(calendar, start, amount);
        fc.pre(expected !== undefined);
        const add = officeCalendar([{ validFrom: null, calendar }]).add(start * 1000, amount * 1000);
        expect(add).toBe(expected! * 1000);
      }),
      { numRuns: 250 },
    );
  });

  test('office time between', () => {
    fc.assert(
      fc.property(calendars, seconds, fc.integer({ min: 0, max: 12 * 86_400 }), (calendar, start, length) => {
        const spent = officeCalendar([{ validFrom: null, calendar }]).between(
          start * 1000,
          (start + length) * 1000,
        );
        expect(spent).toBe(betweenOracle(calendar, start, start + length) * 1000);
      }),
      { numRuns: 400 },
    );
  });

  test('both clocks and every second of the stretches', () => {
    fc.assert(
      fc.property(tickets, (ticket) => {
        const expected = clocksOracle(ticket);
        fc.pre(expected !== undefined);
        const { response, solution, stretches } = clocksOf(inputsOf(ticket));
        const ms = (second: number | null) => (second === null ? null : second * 1000);
        const { response: first, solution: second } = expected!;
        expect(response).toEqual({ ...first, due: ms(first.due), met: ms(first.met) });
        const { spent, ...rest } = second;
        expect(solution).toEqual({
          ...rest,
          due: ms(second.due),
          met: ms(second.met),
          spentMs: spent * 1000,
        });
        const walked = stretches.flatMap(({ from, to, kind }) => Array((to - from) / 1000).fill(kind));
        expect(walked.join()).toBe(expected!.seconds.join());
      }),
      { numRuns: 400 },
    );
  });
});

describe('clocks', () => {
  test('are the same whatever the order of the events', () => {
    const shuffled = tickets
      .map((ticket) => distinct(ticket))
      .chain((ticket) =>
        fc.tuple(
          fc.constant(ticket),
          fc.shuffledSubarray([...ticket.events], { minLength: ticket.events.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([ticket, events]) => {
        expect(outcome({ ...ticket, events })).toEqual(outcome(ticket));
      }),
      { numRuns: 500 },
    );
  });

  test('take no notice of a pause inside closed time', () => {
    fc.assert(
      fc.property(tickets, fc.nat(), fc.nat(), (ticket, one, other) => {
        const inputs = inputsOf({
          ...ticket,
          events: ticket.events.filter(({ type }) => type === 'priority_changed' || type === 'reported'),
        });
        const answered = { at: inputs.events[0]!.at, type: 'responded' } as const;
        const events = [...inputs.events, answered];
        const before = clocksOf({ ...inputs, events });
        const closed = before.stretches.find(({ kind }) => kind === 'closed');
        fc.pre(closed !== undefined);
        const length = closed!.to - closed!.from;
        const [from, to] = [one % length, other % length].toSorted((a, b) => a - b) as [number, number];
        const pause: ClockEvent[] = [
          { at: closed!.from + from, type: 'wait_started' },
          { at: closed!.from + to, type: 'wait_ended' },
        ];
        expect(clocksOf({ ...inputs, events: [...events, ...pause] })).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  test('take no notice of a pause being split', () => {
    fc.assert(
      fc.property(
        tickets,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        (ticket, cuts) => {
          const inputs = inputsOf({ ...ticket, events: ticket.events.slice(0, 1) });
          const start = inputs.events[0]!.at;
          const pause = { from: start + 3_600_000, to: start + 90_000_000 };
          const whole: ClockEvent[] = [
            ...inputs.events,
            { at: pause.from, type: 'wait_started' },
            { at: pause.to, type: 'wait_ended' },
          ];
          const split = cuts
            .map((cut) => pause.from + Math.floor(cut * (pause.to - pause.from)))
            .flatMap((at): ClockEvent[] => [
              { at, type: 'wait_ended' },
              { at, type: 'wait_started' },
            ]);
          const events = [...whole.slice(0, 2), ...split, ...whole.slice(2)];
          expect(clocksOf({ ...inputs, events })).toEqual(clocksOf({ ...inputs, events: whole }));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('have stretches without gaps that hold the office time between report and end', () => {
    fc.assert(
      fc.property(tickets, (ticket) => {
        const inputs = inputsOf(ticket);
        const clocks = attempt(() => clocksOf(inputs));
        fc.pre(clocks !== undefined);
        const { stretches, solution } = clocks!;
        const end = solution.met ?? inputs.now;
        const edges = stretches.flatMap(({ from, to }) => [from, to]);
        const start = inputs.events[0]!.at;
        expect([start, ...edges, end].filter((at, n, all) => n % 2 === 1 && at !== all[n - 1])).toEqual([]);
        expect(stretches.some(({ kind }, n) => kind === stretches[n + 1]?.kind)).toBe(false);
        const total = stretches.reduce((sum, { officeMs }) => sum + officeMs, 0);
        expect(total).toBe(inputs.calendar.between(start, end));
      }),
      { numRuns: 500 },
    );
  });
});

function inputsOf({ calendar, minutes, events, now }: OracleDocument): ClockInputs {
  const targets = Object.fromEntries(
    Object.entries(minutes).map(([priority, { response, solution }]) => [
      priority,
      { response: { minutes: response }, solution: { minutes: solution } },
    ]),
  ) as Targets;
  return {
    calendar: officeCalendar([{ validFrom: null, calendar }]),
    targets,
    workingDayMinutes: calendar.workingDayMinutes,
    events: events.map((event) => ({ ...event, at: event.at * 1000 }) as ClockEvent),
    now: now * 1000,
  };
}

/** Ties are taken in the order given, so only events at moments of their own may be shuffled. */
function distinct(ticket: OracleDocument): OracleDocument {
  const taken = new Set<number>();
  const events = ticket.events.filter(({ at }) => !taken.has(at) && taken.add(at));
  return { ...ticket, events };
}

function outcome(ticket: OracleDocument) {
  return attempt(() => clocksOf(inputsOf(ticket)));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'no_office_time_ahead') return undefined;
    throw error;
  }
}
