import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The system's Chromium: Playwright's own is a download that this project does not need. */
export function chromiumPath(): string {
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('no Chromium: install Debian’s chromium or set CHROMIUM');
  return found;
}

export function launchChromium(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      // Root has no sandbox of Chromium's; the pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      // Quiet: no look-ups and downloads of the browser's own.
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  });
}
