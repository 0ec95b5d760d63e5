import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { defaultAgreement } from './agreement.ts';
import { dueOf } from './due.ts';
import { tickets } from './random.oracle.ts';
import { replayLine } from './replay.ts';

/** Run as a program: a fixed corpus, and a fingerprint of all that it comes to; the same in every process time zone. */
const hash = createHash('sha256');
let answered = 0;
for (const { calendar, minutes, events, now } of fc.sample(tickets, { numRuns: 2000, seed: 20_261_023 })) {
  const text = (second: number) => new Date(second * 1000).toISOString();
  const targets = Object.fromEntries(
    Object.entries(minutes).map(([priority, { response, solution }]) => [
      priority,
      { response: { minutes: response }, solution: { minutes: solution } },
    ]),
  );
  const answer = replayLine(
    JSON.stringify({
      calendar: { ...calendar, holidays: 'NL' },
      targets,
      events: events.map((event) => ({ ...event, at: text(event.at) })),
      now: text(now),
    }),
  );
  if (!answer.includes('"error"')) answered++;
  hash.update(answer);
}
for (let day = 1; day <= 31; day++) {
  const at = `2026-03-${String(day).padStart(2, '0')}T16:30`;
  const question = { priority: 'low', at, language: 'nl' } as const;
  hash.update(dueOf([{ validFrom: null, agreement: defaultAgreement }], question).text);
}
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const offset = new Date(2026, 0, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ zone, offset, answered, hash: hash.digest('hex') }));
