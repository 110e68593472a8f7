import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { launchChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserEndpoint: string;
    dist: string;
  }
}

/** One browser for all files; each test has a context and sites of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = fileURLToPath(new URL('../../../web/dist', import.meta.url));
  if (!existsSync(`${dist}/index.html`)) {
    throw new Error('the page is not built: run scripts/build first');
  }
  const server = await launchChromium();
  project.provide('browserEndpoint', server.wsEndpoint());
  project.provide('dist', dist);
  return () => server.close();
}
