import type { DateSeries, Ops, Series } from '../generated/ops.ts';
import { EngineError, type ErrorBody, errorBody } from './error.ts';
import { Inputs, type Kept } from './inputs.ts';
import { type Death, Link } from './link.ts';
import { type Outcome, type TableEncoding, type Task, tablesOf } from './protocol.ts';
import { daysOf, type LongSeries, numbersOf, textsOf } from './series.ts';
import { type Spawner, smallSpawner, wholeSpawner } from './spawn.ts';

export { EngineError };

export type TableResult = Ops['table']['result'];
export type LoadResult = TableResult & TableEncoding;

export interface LoadOptions extends RunOptions {
  part?: number;
}

export interface RunOptions {
  signal?: AbortSignal | undefined;
  /** 0 to 1, at most every 50 ms. */
  onProgress?: ((fraction: number) => void) | undefined;
}

export interface EngineOptions {
  /** For tests: where the small module, if any, and the whole one come from. */
  small?: Spawner | undefined;
  whole?: Spawner;
}

/**
 * - `starting`: the module is being fetched; requests wait.
 * - `ready`: requests are answered.
 * - `replaying`: the worker was lost; a new one is being given the inputs, requests wait.
 * - `failed`: no worker could be started; the next request tries again.
 */
export type EngineState = 'starting' | 'ready' | 'replaying' | 'failed';

interface Pending {
  task: Task;
  onProgress: ((fraction: number) => void) | undefined;
  resolve(result: unknown): void;
  reject(error: unknown): void;
  /** How often the worker died while it had this. */
  crashes: number;
  /** The small module cannot answer it. */
  needsWhole: boolean;
}

/** A task that cost two workers is answered with the error instead of costing a third. */
const crashesAllowed = 1;

/**
 * The calculations, as the page sees them. Owns the one worker.
 *
 * A lost worker (crashed, out of memory, killed by the browser) is replaced: the new one gets every
 * input again with its corrections, then the requests that were not answered yet. Callers notice
 * only that it took longer. Results do not depend on the worker that made them.
 *
 * A page starts with a small module. What it cannot answer (a table, an operation it does not know)
 * has the whole one fetched, while the small one goes on answering the rest, and then takes its
 * place in the same way.
 */
export class Engine {
  #spawner: Spawner;
  /** What takes the small module's place; undefined once it has. */
  #whole: Spawner | undefined;
  #growing = false;
  readonly #inputs = new Inputs();
  readonly #pending = new Map<number, Pending>();
  readonly #reloads = new Map<number, Kept>();
  readonly #listeners = new Set<(state: EngineState) => void>();
  #module: Promise<WebAssembly.Module> | undefined;
  /** From the moment the worker is started; `#ready` from the moment it takes tasks. */
  #link: Link | undefined;
  #ready = false;
  #failedStarts = 0;
  #lastId = 0;
  #state: EngineState = 'starting';
  #disposed = false;

  constructor(options: EngineOptions = {}) {
    const whole = options.whole ?? wholeSpawner();
    const small = options.whole ? options.small : smallSpawner();
    this.#spawner = small ?? whole;
    this.#whole = small && whole;
    void this.#connect();
  }

  get state(): EngineState {
    return this.#state;
  }

  /** Returns the function that ends the listening. */
  onState(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Rejects with an EngineError, or with the signal's reason if it was aborted. */
  run<O extends keyof Ops>(
    op: O,
    request: Ops[O]['request'],
    options?: RunOptions,
  ): Promise<Ops[O]['result']> {
    const task: Task = { type: 'run', request: { op, ...request } };
    return this.#call(task, options) as Promise<Ops[O]['result']>;
  }

  /**
   * Reads a pasted text or a file into the table `name`. Only when all of it is parsed does it take
   * the place of a table of that name: an error or an abort leaves the old one as it was. Of tables
   * that stand one below the other it is the first, or the `part`th; `next` says that one follows.
   */
  load(
    name: string,
    source: Blob,
    file: string,
    { part = 1, ...options }: LoadOptions = {},
  ): Promise<LoadResult> {
    const input = { source, file, roles: {}, units: {}, part };
    return this.#call({ type: 'load', name, input }, options) as Promise<LoadResult>;
  }

  /** Says what columns of a loaded table mean, null takes it back; it is not parsed again. */
  correct(
    name: string,
    roles: Record<string, string | null>,
    units: Record<string, string | null>,
    wideRole: string | null = null,
  ): Promise<TableResult> {
    const request = { op: 'table', table: name, roles, units, wide_role: wideRole };
    return this.#call({ type: 'run', request }) as Promise<TableResult>;
  }

  async drop(name: string): Promise<void> {
    this.#inputs.remember({ type: 'drop', name });
    await this.#call({ type: 'drop', name });
  }

  /** A series of a result, or a column of a loaded table; missing is NaN. Not to be written to. */
  async series(series: Series): Promise<Float64Array> {
    return numbersOf(await this.#filled(series));
  }

  /** Days since 1970; missing is `missingDate`. Not to be written to. */
  async dates(series: DateSeries): Promise<Int32Array> {
    return daysOf(await this.#filled(series));
  }

  /** Missing is null. */
  async texts(series: (string | null)[] | LongSeries): Promise<(string | null)[]> {
    return textsOf(await this.#filled(series));
  }

  dispose(): void {
    this.#disposed = true;
    this.#link?.dispose();
    this.#rejectAll(new DOMException('the engine was disposed of', 'AbortError'));
  }

  async #filled<T>(series: T[] | LongSeries): Promise<T[] | LongSeries> {
    if (Array.isArray(series) || series.values) return series;
    const { table, column } = series;
    return (await this.#call({ type: 'column', table, column })) as LongSeries;
  }

  #call(task: Task, { signal, onProgress }: RunOptions = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const broken = task.type === 'load' ? undefined : this.#brokenInput(task);
      if (broken) throw new EngineError(broken);
      if (this.#disposed) throw new DOMException('the engine was disposed of', 'AbortError');
      const id = ++this.#lastId;
      const abort = () => this.#abort(id, signal?.reason);
      // It comes by a channel of its own and may be behind the answer.
      const tell =
        onProgress && ((fraction: number) => this.#pending.has(id) && onProgress(fraction));
      const settled = () => signal?.removeEventListener('abort', abort);
      signal?.addEventListener('abort', abort);
      this.#pending.set(id, {
        task,
        onProgress: tell,
        crashes: 0,
        needsWhole: task.type !== 'run',
        resolve(result) {
          settled();
          resolve(result);
        },
        reject(error) {
          settled();
          reject(error);
        },
      });
      if (this.#ready) this.#send(id);
      else if (!this.#link && this.#state === 'failed') void this.#connect();
    });
  }

  #brokenInput(task: Task): ErrorBody | undefined {
    return tablesOf(task)
      .map((name) => this.#inputs.get(name)?.broken)
      .find((broken) => broken);
  }

  #abort(id: number, reason: unknown): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    this.#link?.cancel(id);
    pending.reject(reason);
  }

  #send(id: number): void {
    const pending = this.#pending.get(id);
    if (!pending || !this.#link) return;
    const { task, onProgress } = pending;
    if (pending.needsWhole && this.#whole) {
      void this.#grow(this.#whole);
      return;
    }
    void this.#link.call(id, task, onProgress).then((outcome) => this.#settle(id, task, outcome));
  }

  #settle(id: number, task: Task, outcome: Outcome): void {
    const pending = this.#pending.get(id);
    // Aborted meanwhile; the worker has been told to cancel.
    if (!pending) return;
    if (this.#whole && outcome.kind === 'error' && outcome.error.code === 'unknown_op') {
      pending.needsWhole = true;
      this.#send(id);
      return;
    }
    this.#pending.delete(id);
    if (outcome.kind === 'done') {
      if (task.type === 'load') this.#link?.confirm(id);
      this.#inputs.remember(task);
      pending.resolve(outcome.result);
    } else if (outcome.kind === 'error') pending.reject(new EngineError(outcome.error));
  }

  /** Requests on that table wait in the worker until this is done. */
  async #reload(name: string, kept: Kept): Promise<void> {
    const id = ++this.#lastId;
    this.#reloads.set(id, kept);
    const outcome = await this.#link?.call(id, { type: 'load', name, input: kept.input });
    this.#link?.confirm(id);
    this.#reloads.delete(id);
    kept.crashes = 0;
    // A file that was moved or changed on the disk since cannot be read again.
    if (outcome?.kind === 'error') kept.broken = outcome.error;
  }

  /** Fetches the whole module; then its worker is given what is not answered yet. */
  async #grow(whole: Spawner): Promise<void> {
    if (this.#growing) return;
    this.#growing = true;
    try {
      const module = await whole.compile();
      if (this.#disposed) return;
      this.#whole = undefined;
      this.#spawner = whole;
      this.#module = Promise.resolve(module);
      this.#ready = false;
      this.#link?.dispose();
      this.#link = undefined;
      void this.#connect('starting');
    } catch (error) {
      const refusal = new EngineError(errorBody('engine_unavailable', String(error)));
      for (const [id, pending] of this.#pending) {
        if (pending.needsWhole && this.#pending.delete(id)) pending.reject(refusal);
      }
    } finally {
      this.#growing = false;
    }
  }

  async #connect(state: EngineState = this.#module ? 'replaying' : 'starting'): Promise<void> {
    this.#setState(state);
    const spawner = this.#spawner;
    try {
      this.#module ??= spawner.compile();
      const module = await this.#module;
      if (this.#disposed || spawner !== this.#spawner) return;
      const retrying = [...this.#pending.values()].some((pending) => pending.crashes > 0);
      const link = new Link(spawner.spawn(), (death) => this.#onDeath(death), retrying ? 3 : 1);
      this.#link = link;
      await link.start(module);
    } catch (error) {
      if (spawner !== this.#spawner) return;
      this.#module = undefined;
      this.#fail(errorBody('engine_unavailable', String(error)));
      return;
    }
    await this.#replay();
  }

  async #replay(): Promise<void> {
    const link = this.#link;
    this.#ready = true;
    this.#failedStarts = 0;
    const reloads = [...this.#inputs.sound()].map(([name, kept]) => this.#reload(name, kept));
    for (const id of this.#pending.keys()) this.#send(id);
    await Promise.all(reloads);
    if (this.#link === link) this.#setState('ready');
  }

  #onDeath(death: Death): void {
    const started = this.#ready;
    this.#ready = false;
    this.#link = undefined;
    if (started) this.#countCrashes(death);
    this.#reloads.clear();
    if (!started && ++this.#failedStarts > crashesAllowed) {
      this.#failedStarts = 0;
      this.#fail(errorBody('engine_unavailable', death.error.text));
    } else void this.#connect();
  }

  /** Only the task that crashed is to blame; where none is known, each one may be. */
  #countCrashes({ error, culprit }: Death): void {
    for (const [id, pending] of this.#pending) {
      if ((culprit ?? id) !== id || pending.crashes++ < crashesAllowed) continue;
      this.#pending.delete(id);
      pending.reject(new EngineError(error));
    }
    for (const [id, kept] of this.#reloads) {
      if ((culprit ?? id) === id && kept.crashes++ >= crashesAllowed) kept.broken = error;
    }
  }

  #fail(error: ErrorBody): void {
    this.#link = undefined;
    this.#setState('failed');
    this.#rejectAll(new EngineError(error));
  }

  #rejectAll(error: unknown): void {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of all) pending.reject(error);
  }

  #setState(state: EngineState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
