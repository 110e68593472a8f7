import { serve } from '../../../web/src/engine/serve.ts';
import { Session } from '../../../web/src/engine/session.ts';
import type { Spawner } from '../../../web/src/engine/spawn.ts';
import { Turns } from '../../../web/src/engine/turns.ts';
import { FakeCore } from './core.ts';

/** A worker in this thread: the real session on a fake module, behind a real message channel. */
export class FakeWorker {
  readonly core: FakeCore;
  dead = false;
  readonly #channel = new MessageChannel();
  readonly #errors: ((event: { message: string }) => void)[] = [];

  constructor(isSmall = false) {
    this.core = new FakeCore(isSmall);
    // A port of Node's hands over all its messages before another's, so hops would never let a
    // message of the page through.
    const turns = new Turns((then) => setImmediate(then));
    serve(async () => new Session(this.core, turns), this.#channel.port2);
  }

  /** What the browser does to a worker it wants to be rid of: nothing is said. */
  kill(): void {
    this.dead = true;
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
  fail(message: string): void {
    for (const listener of this.#errors) listener({ message });
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.dead) this.#channel.port1.postMessage(message, transfer);
  }
  addEventListener(type: string, listener: never): void {
    if (type === 'error') this.#errors.push(listener);
    else {
      this.#channel.port1.addEventListener(type, listener);
      this.#channel.port1.start();
    }
  }
  removeEventListener(type: string, listener: never): void {
    this.#channel.port1.removeEventListener(type, listener);
  }
  terminate(): void {
    this.kill();
  }
}

export class FakeSpawner implements Spawner {
  readonly workers: FakeWorker[] = [];
  compiles = 0;
  readonly isSmall: boolean;
  compileError: Error | undefined;
  spawnError: Error | undefined;

  constructor(isSmall = false) {
    this.isSmall = isSmall;
  }

  async compile(): Promise<WebAssembly.Module> {
    this.compiles++;
    if (this.compileError) throw this.compileError;
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  }
  spawn(): Worker {
    if (this.spawnError) throw this.spawnError;
    const worker = new FakeWorker(this.isSmall);
    this.workers.push(worker);
    return worker as unknown as Worker;
  }
  get last(): FakeWorker {
    const last = this.workers.at(-1);
    if (!last) throw new Error('no worker was started');
    return last;
  }
}
