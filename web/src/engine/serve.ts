/** The worker's side of the boundary, apart from where the module comes from. */
import * as Comlink from 'comlink';
import type { WorkerApi } from './protocol.ts';
import { type Session, transferablesOf } from './session.ts';

export function serve(
  start: (module: WebAssembly.Module) => Promise<Session>,
  endpoint?: Comlink.Endpoint,
): void {
  let session: Session | undefined;
  const api: WorkerApi = {
    async start(module) {
      session = await start(module);
    },
    async call(id, task, onProgress) {
      if (!session) throw new Error('called before the start');
      const outcome = await session.call(id, task, onProgress);
      (onProgress as Partial<Comlink.ProxyMethods> | undefined)?.[Comlink.releaseProxy]?.();
      return Comlink.transfer(outcome, transferablesOf(outcome));
    },
    confirm(id) {
      session?.confirm(id);
    },
    cancel(id) {
      session?.cancel(id);
    },
    ping() {},
  };
  Comlink.expose(api, endpoint);
}
