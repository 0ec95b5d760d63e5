import { captureNode } from './run.js';

const checks = [
  {
    name: 'lint and format',
    args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'types of the tables', args: ['src/db/generate.ts', '--check'] },
  { name: 'openapi.json', args: ['bin/openapi.js', '--check'] },
];

/** Runs everything that needs no run of the program; prints what fails and resolves to the counts. */
export async function runChecks() {
  const results = await Promise.all(checks.map(({ args }) => captureNode(args)));
  for (const [index, { code, output }] of results.entries()) {
    const { name } = checks[index];
    console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trimEnd()}`);
  }
  const failed = results.filter(({ code }) => code !== 0).length;
  return { passed: results.length - failed, failed };
}
