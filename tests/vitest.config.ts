import { defineConfig } from 'vitest/config';

// Two projects, run apart by scripts/test: `web` are the page's modules and the wasm module in
// Node, `e2e` is the built page in a real browser.
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
          globalSetup: ['e2e/harness/setup.ts'],
          // One file at a time: some of these tests measure how fast the page answers.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
