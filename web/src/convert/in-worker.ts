/// <reference path="../engine/modules.d.ts" />
/** Converts beside the page's thread. Brought only when there is something to convert. */
import convertScript from 'virtual:convert-script';
import { EngineError, errorBody } from '../engine/error.ts';
import { startWorker } from '../engine/policy.ts';
import type { Order, Told } from './protocol.ts';
import type { Kind } from './sniff.ts';
import type { Converted } from './tabular.ts';

export interface ConvertOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((fraction: number) => void) | undefined;
}

/** Rejects with an EngineError, or with the signal's reason; the worker ends either way. */
export function convertInWorker(
  source: Blob,
  kind: Kind,
  { signal, onProgress }: ConvertOptions = {},
): Promise<Converted[]> {
  signal?.throwIfAborted();
  const worker = startWorker(convertScript);
  const converting = new Promise<Converted[]>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new EngineError(errorBody('engine_failed', event.message)));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if ('progress' in data) onProgress?.(data.progress);
      else if ('tables' in data) resolve(data.tables);
      else reject(new EngineError(data.error));
    });
    const order: Order = { source, kind };
    worker.postMessage(order);
  });
  return converting.finally(() => worker.terminate());
}
