// The `test` of the browser tests: Vitest's, with the built page served and Chromium at hand.
//
//   import { expect, test } from './harness/test.ts';
//   test('…', async ({ open, site }) => {
//     const { page, log } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });
//     …
//     expect(log.problems).toEqual([]);
//   });
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { test as base, inject } from 'vitest';
import { type Site, type SiteRequest, startSite } from '../../../scripts/serve.ts';

export { expect } from 'vitest';

/** A site, the requests it answered, and pages of the test's own that it serves by path. */
export interface TestSite extends Site {
  requests: SiteRequest[];
  pages: Map<string, string>;
}

export interface PageLog {
  /** Console errors and warnings, uncaught errors, violations of the policy. */
  problems: string[];
  /** Every request the page, its frames and its workers sent: "GET http://…". */
  requests: string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** Address, relative to the page's base unless it is whole. */
  path?: string;
  /** Runs in every page before its own scripts. */
  before?: string;
}

export interface Opened {
  page: Page;
  context: BrowserContext;
  log: PageLog;
}

interface Fixtures {
  browser: Browser;
  /** web/dist under a sub-path, as a project page is hosted. */
  site: TestSite;
  /** A second origin, for articles that embed the page and for what must never be asked. */
  other: TestSite;
  /** Opens the page in a fresh context (storage, language, viewport … of its own). */
  open: (options?: OpenOptions) => Promise<Opened>;
}

export const basePath = '/some/where/';

async function startTestSite(base: string): Promise<TestSite> {
  const requests: SiteRequest[] = [];
  const pages = new Map<string, string>();
  const onRequest = (request: SiteRequest) => requests.push(request);
  const site = await startSite({ folder: inject('dist'), base, pages, onRequest });
  return { ...site, requests, pages };
}

// Runs in the page: the browser reports a violation as an event of the document it happened in.
const reportViolations = `addEventListener('securitypolicyviolation', (event) => console.error(
  'policy violation: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));`;

function watch(context: BrowserContext): PageLog {
  const log: PageLog = { problems: [], requests: [] };
  context.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') log.problems.push(`${type}: ${message.text()}`);
  });
  context.on('weberror', (error) => log.problems.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => log.requests.push(`${request.method()} ${request.url()}`));
  return log;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures wanted from the pattern
  browser: async ({}, use) => {
    const browser = await chromium.connect(inject('browserEndpoint'));
    await use(browser);
    await browser.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures wanted from the pattern
  site: async ({}, use) => {
    const site = await startTestSite(basePath);
    await use(site);
    await site.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures wanted from the pattern
  other: async ({}, use) => {
    const site = await startTestSite('/');
    await use(site);
    await site.close();
  },
  open: async ({ browser, site }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ path = '', before, ...options } = {}) => {
      const context = await browser.newContext({ locale: 'en-US', ...options });
      contexts.push(context);
      const log = watch(context);
      await context.addInitScript(reportViolations);
      if (before) await context.addInitScript(before);
      const page = await context.newPage();
      await page.goto(new URL(path, site.url).href);
      return { page, context, log };
    });
    for (const context of contexts) await context.close();
  },
});
