/** What the worker does with the tasks it is sent; knows nothing of how they arrive. */
import { appendToTable, type CoreModule, copyColumn } from './core.ts';
import { type Decoded, decode } from './decode.ts';
import { EngineError, type ErrorBody, errorBody } from './error.ts';
import {
  type LoadTask,
  type Outcome,
  type TableEncoding,
  type Task,
  tablesOf,
} from './protocol.ts';
import { longSeriesIn } from './series.ts';
import { Names, Turns } from './turns.ts';

/**
 * The longest a task may keep the thread. A keystroke waits for one slice of another task and has
 * to be answered within a frame (16 ms), its own work and two messages included.
 */
const sliceMs = 6;

/** Reading and decoding is that part of a load; the rest is parsing. */
const readingShare = 0.2;

const progressIntervalMs = 50;

class Cancelled extends Error {}

/** A task under way: its turns, whether it was cancelled, and whom to tell how far it is. */
class Running {
  readonly id: number;
  /** Of a load that is done: whether the page wants the new table. */
  readonly verdict: Promise<boolean>;
  decide: (keep: boolean) => void = () => {};
  cancelled = false;
  readonly #turns: Turns;
  readonly #onProgress: ((fraction: number) => void) | undefined;
  #taken = 0;
  #told = 0;

  constructor(id: number, turns: Turns, onProgress: ((fraction: number) => void) | undefined) {
    this.id = id;
    this.#turns = turns;
    this.#onProgress = onProgress;
    this.verdict = new Promise((decide) => {
      this.decide = decide;
    });
  }

  async turn(): Promise<void> {
    await this.#turns.next(this.#taken++);
    if (this.cancelled) throw new Cancelled();
  }

  progress(fraction: number): void {
    const now = performance.now();
    if (!this.#onProgress || now - this.#told < progressIntervalMs) return;
    this.#told = now;
    this.#onProgress(fraction);
  }
}

export class Session {
  readonly #core: CoreModule;
  readonly #turns: Turns;
  readonly #names = new Names();
  readonly #running = new Map<number, Running>();

  constructor(core: CoreModule, turns = new Turns()) {
    this.#core = core;
    this.#turns = turns;
  }

  async call(id: number, task: Task, onProgress?: (fraction: number) => void): Promise<Outcome> {
    const running = new Running(id, this.#turns, onProgress);
    this.#running.set(id, running);
    const release = await this.#names.acquire(tablesOf(task));
    const end = () => {
      release();
      this.#running.delete(id);
    };
    const outcome = await this.#outcomeOf(task, running);
    if (task.type === 'load' && outcome.kind === 'done') {
      void running.verdict.then((keep) => this.#conclude(task, id, keep)).then(end);
    } else end();
    return outcome;
  }

  confirm(id: number): void {
    this.#running.get(id)?.decide(true);
  }

  cancel(id: number): void {
    const running = this.#running.get(id);
    if (!running) return;
    running.cancelled = true;
    running.decide(false);
  }

  async #outcomeOf(task: Task, running: Running): Promise<Outcome> {
    try {
      await running.turn();
      return await this.#perform(task, running);
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async #perform(task: Task, running: Running): Promise<Outcome> {
    switch (task.type) {
      case 'run':
        return this.#run(task.request, running);
      case 'load':
        return this.#load(task, running);
      case 'column':
        return this.#column(task.table, task.column);
      case 'drop':
        this.#core.tableDrop(task.name);
        return { kind: 'done', result: null };
    }
  }

  async #run(request: Record<string, unknown>, running: Running, from = 0): Promise<Outcome> {
    const core = this.#core;
    const job = core.begin(JSON.stringify(request));
    try {
      while (!core.step(job, sliceMs)) {
        running.progress(from + (1 - from) * core.progress(job));
        await running.turn();
      }
    } catch (error) {
      if (error instanceof Cancelled) core.abandon(job);
      throw error;
    }
    return this.#answerOf(core.finish(job), running);
  }

  async #answerOf(reply: string, running: Running): Promise<Outcome> {
    const answer = JSON.parse(reply) as { ok: boolean; result?: unknown; error?: ErrorBody };
    if (answer.error) {
      // What memory is left after running out of it is in pieces: better begin with a new one.
      const kind = answer.error.code === 'out_of_memory' ? 'crashed' : 'error';
      return { kind, error: answer.error };
    }
    await this.#fillLongSeries(answer.result, running);
    return { kind: 'done', result: answer.result };
  }

  /**
   * A result takes its long series along, as copies that are transferred, and its table here is
   * dropped at once: a result outlives this worker, and nothing has to be given back later.
   */
  async #fillLongSeries(result: unknown, running: Running): Promise<void> {
    const series = longSeriesIn(result);
    const copies = new Map<string, ReturnType<typeof copyColumn>>();
    try {
      for (const one of series) {
        const key = JSON.stringify([one.table, one.column]);
        if (!copies.has(key)) {
          await running.turn();
          copies.set(key, copyColumn(this.#core, one.table, one.column));
        }
        Object.assign(one, copies.get(key));
      }
    } finally {
      for (const table of new Set(series.map((one) => one.table))) this.#core.tableDrop(table);
    }
  }

  /** The new table grows under a name of its own, and takes the asked one when it is confirmed. */
  async #load(task: LoadTask, running: Running): Promise<Outcome> {
    const core = this.#core;
    const { source, file, roles, units, wideRole = null, part = 1 } = task.input;
    const growing = growingName(running.id);
    try {
      const decoded = await decode(source, {
        start(bytesAtMost) {
          core.tableCreate(growing, file);
          core.tableReserve(growing, bytesAtMost);
        },
        append: (utf8) => appendToTable(core, growing, utf8),
        pause: (fraction) => {
          running.progress(readingShare * fraction);
          return running.turn();
        },
      });
      const table = part === 1 ? growing : `${growing}/${part}`;
      const request = { op: 'table', table, roles, units, wide_role: wideRole };
      const outcome = await this.#run(request, running, readingShare);
      // The tables above it are inputs of their own.
      if (outcome.kind === 'done') core.tableRename(table, growing);
      if (outcome.kind !== 'done') core.tableDrop(growing);
      else Object.assign(outcome.result as object, encodingOf(decoded));
      return outcome;
    } catch (error) {
      if (error instanceof Cancelled || error instanceof EngineError) core.tableDrop(growing);
      throw error;
    }
  }

  #conclude(task: LoadTask, id: number, keep: boolean): void {
    if (keep) this.#core.tableRename(growingName(id), task.name);
    else this.#core.tableDrop(growingName(id));
  }

  #column(table: string, column: string): Outcome {
    const copy = copyColumn(this.#core, table, column);
    if (copy) return { kind: 'done', result: { table, column, ...copy } };
    const error = { code: 'unknown_column', message: 'no such column is loaded', column };
    return { kind: 'error', error };
  }
}

/** How the bytes were read, beside what was read in them. */
function encodingOf({ encoding, row }: Decoded): TableEncoding {
  return { encoding, encoding_row: row ?? null };
}

function growingName(id: number): string {
  return `+${id}`;
}

/** Whatever the module throws leaves its memory in an unknown state: the worker is done for. */
function outcomeOf(error: unknown): Outcome {
  if (error instanceof Cancelled) return { kind: 'cancelled' };
  if (error instanceof EngineError) return { kind: 'error', error: error.body };
  // Nothing crosses the door as a C++ exception but a failed allocation, while a text is appended.
  if (error instanceof WebAssembly.Exception) {
    return {
      kind: 'crashed',
      error: { code: 'out_of_memory', message: 'the memory did not suffice' },
    };
  }
  return { kind: 'crashed', error: errorBody('engine_failed', String(error)) };
}

/** The memory of an outcome that is to be handed over instead of copied. */
export function transferablesOf(outcome: Outcome): ArrayBuffer[] {
  if (outcome.kind !== 'done') return [];
  const buffers = longSeriesIn(outcome.result).flatMap((one) => one.values?.buffer ?? []);
  return [...new Set(buffers)] as ArrayBuffer[];
}
