// The wasm module under Node.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CoreModule, CreateCore } from '../web/src/engine/core.ts';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export async function loadCore(): Promise<CoreModule> {
  const glue = join(root, 'build/wasm/premiumlens.mjs');
  // What Emscripten writes for Node is half a CommonJS module still: it looks for these two.
  Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: dirname(glue) });
  const { default: create } = (await import(pathToFileURL(glue).href)) as {
    default: CreateCore<{ wasmBinary: Uint8Array }>;
  };
  return create({ wasmBinary: await readFile(join(root, 'build/wasm/premiumlens.wasm')) });
}
