// What the first view costs to fetch, compressed as a host would.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inject } from 'vitest';
import { basePath, expect, test } from './harness/test.ts';
import { check } from './page-helpers.ts';

const budget = 150_000;

test('the first view is at most 150 KB in all, charts left for later', async ({ open }) => {
  const { page, log } = await open();
  await check(page, '1.804', '1.7445');
  await page.locator('pl-verdict pl-number').first().waitFor();
  await page.waitForLoadState('networkidle');
  const paths = new Set(
    log.requests
      .map((request) => request.replace(/^GET /, ''))
      .filter((address) => address.startsWith('http'))
      .map((address) => new URL(address).pathname.slice(basePath.length) || 'index.html'),
  );
  expect([...paths].filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  expect([...paths].filter((path) => path.includes('chart'))).toEqual([]);
  const sizes = [...paths].map((path) => gzipSync(readFileSync(join(inject('dist'), path))).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget);
});
