import { defineConfig } from 'vitest/config';

// Run apart by scripts/test: `web` are the page's modules and the wasm module in Node; `e2e` is the
// built page in a real browser, and `e2e-timed` those of its tests that measure how fast the page
// answers, one file at a time.
const timed = ['engine', 'page-bad-input', 'page-convert', 'page-overview'].map(
  (name) => `e2e/${name}.test.ts`,
);
const inBrowser = {
  globalSetup: ['e2e/harness/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  server: { fs: { allow: ['..'] } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'web', include: ['web/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: timed,
          maxWorkers: 2,
          ...inBrowser,
        },
      },
      {
        extends: true,
        test: { name: 'e2e-timed', include: timed, fileParallelism: false, ...inBrowser },
      },
    ],
  },
});
