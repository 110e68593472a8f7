import type { ErrorBody } from './error.ts';
import type { Input, Task } from './protocol.ts';

/** An input the page keeps. The worker's table of it is only a cache. */
export interface Kept {
  input: Input;
  /** How often in a row the worker died while reading it again. */
  crashes: number;
  /** Set when it was given up; requests on it are answered with this. */
  broken?: ErrorBody;
}

/** Every input that was loaded, with the user's corrections: what a new worker is filled from. */
export class Inputs {
  readonly #kept = new Map<string, Kept>();

  get(name: string): Kept | undefined {
    return this.#kept.get(name);
  }

  *sound(): Iterable<[string, Kept]> {
    for (const entry of this.#kept) if (!entry[1].broken) yield entry;
  }

  /** Keeps what a task that succeeded means for the inputs. */
  remember(task: Task): void {
    if (task.type === 'load') this.#kept.set(task.name, { input: task.input, crashes: 0 });
    else if (task.type === 'drop') this.#kept.delete(task.name);
    else if (task.type === 'run' && task.request.op === 'table') this.#correct(task.request);
  }

  #correct(request: Record<string, unknown>): void {
    const kept = this.#kept.get(request.table as string);
    if (!kept) return;
    Object.assign(kept.input.roles, request.roles);
    Object.assign(kept.input.units, request.units);
    if ('wide_role' in request) kept.input.wideRole = request.wide_role as string | null;
  }
}
