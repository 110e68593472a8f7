/// <reference path="./modules.d.ts" />
/** How the engine comes to its worker: the module is compiled once, each worker gets it. */
import workerScript from 'virtual:worker-script';
import wasmUrl from '../../../build/wasm/premiumlens.wasm?url';
import { startWorker } from './policy.ts';

export interface Spawner {
  /** Compiles while the file is still arriving. Rejects if it cannot be fetched or compiled. */
  compile(): Promise<WebAssembly.Module>;
  spawn(): Worker;
}

export function browserSpawner(url: URL | string = wasmUrl): Spawner {
  return { compile: () => compile(url), spawn: () => startWorker(workerScript) };
}

async function compile(url: URL | string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Compiling a stream demands a MIME type that not every server sends.
  const type = response.headers.get('Content-Type')?.split(';')[0]?.trim();
  if (type === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
