import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Builds the engine's test page with the page's own configuration; returns its folder. */
export function buildEnginePage(): string {
  const folder = path('../../../build/engine-page');
  const vite = path('../../../web/node_modules/vite/bin/vite.js');
  const config = path('../../../web/vite.config.ts');
  const options = ['--config', config, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, 'build', path('.'), ...options]);
  return folder;
}
