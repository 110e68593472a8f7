import * as Comlink from 'comlink';
import { type ErrorBody, errorBody } from './error.ts';
import type { Outcome, Task, WorkerApi } from './protocol.ts';

/** How often a worker that has something to do is asked whether it lives. */
const beatMs = 1000;

/**
 * So many beats in a row without a sign, and it does not. Generous, because a slow machine may
 * need seconds for one slice of work and a wrong guess does the work again.
 */
const beatsOfPatience = 6;

export type Death = { error: ErrorBody; culprit?: number };

/**
 * One worker from start to end. It ends by `dispose`, or by dying: it crashed, or it gives no sign
 * of life any more, which is all that is seen of a worker the browser has killed.
 */
export class Link {
  readonly #worker: Worker;
  readonly #api: Comlink.Remote<WorkerApi>;
  readonly #onDeath: (death: Death) => void;
  readonly #patience: number;
  #over = false;
  #awaited = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker, onDeath: (death: Death) => void, patience = 1) {
    this.#worker = worker;
    this.#api = Comlink.wrap<WorkerApi>(worker);
    this.#onDeath = onDeath;
    this.#patience = patience * beatsOfPatience;
    // The start of a broken script and anything unhandled inside.
    worker.addEventListener('error', (event) => {
      event.preventDefault?.();
      this.#die({ error: errorBody('engine_failed', event.message) });
    });
  }

  async start(module: WebAssembly.Module): Promise<void> {
    await this.#await(this.#api.start(module));
  }

  /** Never resolves once the link is over: the owner has taken the task back by then. */
  async call(id: number, task: Task, onProgress?: (fraction: number) => void): Promise<Outcome> {
    const tell = onProgress && Comlink.proxy(onProgress);
    const outcome = await this.#await<Outcome>(this.#api.call(id, task, tell));
    if (outcome.kind === 'crashed') this.#die({ error: outcome.error, culprit: id });
    if (this.#over) return new Promise(() => {});
    return outcome;
  }

  /** Of a load that is done: the new table may take its name. */
  confirm(id: number): void {
    if (!this.#over) void this.#api.confirm(id);
  }

  cancel(id: number): void {
    if (!this.#over) void this.#api.cancel(id);
  }

  dispose(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  #die(death: Death): void {
    if (this.#over) return;
    this.dispose();
    this.#onDeath(death);
  }

  /** The heart is listened to as long as something is awaited, and no longer. */
  async #await<T>(answer: PromiseLike<T>): Promise<T> {
    if (this.#awaited++ === 0) this.#listen();
    try {
      return await answer;
    } catch (error) {
      this.#die({ error: errorBody('engine_failed', String(error)) });
      return await new Promise(() => {});
    } finally {
      if (--this.#awaited === 0) clearTimeout(this.#timer);
    }
  }

  /**
   * Counts beats, not seconds: a page that was frozen, throttled or busy gets its timer late, and
   * a late beat proves nothing about the worker, whose answer may be waiting behind it.
   */
  #listen(): void {
    let silent = 0;
    let answered = true;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      const punctual = now - last < 2 * beatMs;
      last = now;
      silent = answered || !punctual ? 0 : silent + 1;
      if (silent >= this.#patience) {
        this.#die({ error: errorBody('engine_failed', 'the worker gives no sign of life') });
        return;
      }
      if (answered) {
        answered = false;
        void this.#api.ping().then(() => {
          answered = true;
        });
      }
      this.#timer = setTimeout(beat, beatMs);
    };
    this.#timer = setTimeout(beat, beatMs);
  }
}
