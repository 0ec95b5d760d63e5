import { defineConfig } from 'vitest/config';
import { compileMarkup } from './bin/markup.js';

export default defineConfig({
  plugins: [
    {
      name: 'markup',
      enforce: 'pre',
      transform: {
        filter: { id: /\.tsx$/ },
        handler: (source, path) => ({ code: compileMarkup(path, source), map: null }),
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // no measure of speed: a busy machine may take its time, a test that hangs may not hang for ever
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
