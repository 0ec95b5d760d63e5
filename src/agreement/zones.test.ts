import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the time zone of the process changes nothing', () => {
  const zones = ['UTC', 'America/Los_Angeles', 'Europe/Amsterdam', 'Pacific/Kiritimati'];
  const answers = zones.map((zone) => {
    const env = { ...process.env, TZ: zone };
    const program = new URL('./zones.oracle.ts', import.meta.url);
    return JSON.parse(execFileSync(process.execPath, [program.pathname], { env, encoding: 'utf8' }));
  });
  expect(answers.map(({ zone }) => zone)).toEqual(zones);
  expect(answers.map(({ offset }) => offset)).toEqual([0, 480, -60, -840]);
  expect(answers[0].answered).toBeGreaterThan(1500);
  expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
});
