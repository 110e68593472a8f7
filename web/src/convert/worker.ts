/**
 * The converter's worker: one file, then it is done with. Built into one classic script and started
 * from a blob URL like the engine's (engine/policy.ts), so that it inherits the page's policy and
 * cannot reach another origin.
 */
import { EngineError, type ErrorBody, errorBody } from '../engine/error.ts';
import { convert } from './convert.ts';
import type { Order, Told } from './protocol.ts';

const tell = (told: Told): void => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  let last = 0;
  const onProgress = (progress: number) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    tell({ progress });
  };
  convert(data.source, data.kind, onProgress).then(
    (tables) => tell({ tables }),
    (error) => tell({ error: bodyOf(error) }),
  );
});

function bodyOf(error: unknown): ErrorBody {
  return error instanceof EngineError ? error.body : errorBody('engine_failed', String(error));
}
