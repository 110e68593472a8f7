// The built page against its own policy and its own list of files.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import { basePath, expect, test } from './harness/test.ts';

interface Entry {
  file: string;
  css?: string[];
  assets?: string[];
}

/** Everything the build's manifest names, the page itself, and what is linked from its head. */
async function listedFiles(): Promise<Set<string>> {
  const dist = inject('dist');
  const text = await readFile(`${dist}/.vite/manifest.json`, 'utf8');
  const entries = Object.values(JSON.parse(text) as Record<string, Entry>);
  const built = entries.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  const html = await readFile(`${dist}/index.html`, 'utf8');
  const linked = [...html.matchAll(/(?:href|src)="\.\/([^"]+)"/g)].map(([, file]) => file ?? '');
  return new Set(['', 'index.html', ...built, ...linked]);
}

test('the page asks for files of its own build and for nothing else', async ({ open, site }) => {
  const { page, log } = await open();
  await page.waitForLoadState('networkidle');
  const listed = await listedFiles();
  const sent = log.requests.filter((request) => !/^GET (blob|data):/.test(request));
  expect(sent.length).toBeGreaterThan(2);
  for (const request of sent) {
    const [method, address = ''] = request.split(' ');
    expect(method).toBe('GET');
    expect(address.startsWith(site.url), address).toBe(true);
    expect(listed).toContain(new URL(address).pathname.slice(basePath.length));
  }
  for (const { method, status } of site.requests) expect([method, status]).toEqual(['GET', 200]);
  expect(log.problems).toEqual([]);
});

test('it starts its one worker, also in a sandboxed frame', async ({ open, other, site }) => {
  const frame = `<iframe sandbox="allow-scripts" src="${site.url}"></iframe>`;
  other.pages.set('article.html', `<!doctype html><link rel="icon" href="data:,">${frame}`);
  for (const path of [site.url, `${other.url}article.html`]) {
    const { page, log } = await open({ path });
    await expect.poll(() => page.workers().length).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(log.problems).toEqual([]);
  }
});

test('the policy is in the page and holds nothing open', async () => {
  const html = await readFile(`${inject('dist')}/index.html`, 'utf8');
  const written = html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1] ?? '';
  const policy = written.replaceAll('&#39;', "'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/'unsafe-|\*|https?:/);
  // It has to stand before whatever it is to govern.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|link)/));
});

test('no script or style stands in the page itself', async () => {
  const html = await readFile(`${inject('dist')}/index.html`, 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test('the licences go where the page goes', () => {
  const files = readdirSync(inject('dist'));
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE.txt', 'THIRD_PARTY_NOTICES.md', 'licenses.md']),
  );
});
