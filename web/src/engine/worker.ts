/// <reference path="./modules.d.ts" />
/**
 * The worker's script. Built into one classic script and started from a blob URL (policy.ts): so
 * it inherits the page's policy and cannot reach another origin.
 */
import untypedCreate from '#core';
import type { CreateCore } from './core.ts';
import { serve } from './serve.ts';
import { Session } from './session.ts';

const createCore = untypedCreate as CreateCore<{
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}>;

serve(
  (module) =>
    new Promise((resolve, reject) => {
      const core = createCore({
        instantiateWasm(imports, done) {
          // The glue has no way to be told of a failure, so it is told to the page past the glue.
          WebAssembly.instantiate(module, imports)
            .then((instance) => done(instance, module))
            .catch(reject);
          return {};
        },
      });
      core.then((ready) => resolve(new Session(ready)), reject);
    }),
);
