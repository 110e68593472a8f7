/// <reference path="./modules.d.ts" />
/** How the engine comes to its workers: a module is compiled once, each worker gets it. */
import smallScript from 'virtual:check-worker-script';
import wholeUrl from '../../../build/wasm/premiumlens.wasm?url';
import smallUrl from '../../../build/wasm/premiumlens-check.wasm?url';
import { startWorker } from './policy.ts';

export interface Spawner {
  /** Compiles while the file is still arriving. Rejects if it cannot be fetched or compiled. */
  compile(): Promise<WebAssembly.Module>;
  /** Only once compile() has resolved. */
  spawn(): Worker;
}

/** What answers the first questions: it comes with the page and knows nothing of tables. */
export function smallSpawner(): Spawner {
  return { compile: () => compile(smallUrl), spawn: () => startWorker(smallScript) };
}

/** Everything; fetched when it is first needed. */
export function wholeSpawner(): Spawner {
  let script = '';
  return {
    async compile() {
      const [module, worker] = await Promise.all([
        compile(wholeUrl),
        import('virtual:worker-script'),
      ]);
      script = worker.default;
      return module;
    },
    spawn: () => startWorker(script),
  };
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Compiling a stream demands a MIME type that not every server sends.
  const type = response.headers.get('Content-Type')?.split(';')[0]?.trim();
  if (type === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
