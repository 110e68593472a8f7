// The bars that the reader has changed, by name; the others stand as they come. Kept on the device.

import type { Keeper } from './format-memory.ts';
import { Observable } from './observable.ts';

const storageKey = 'bars';

/** How the bars of the rules are named among all of them. */
export const ruleBars = 'rule.';

export class Bars extends Observable {
  readonly #keeper: Keeper;
  #changed: Map<string, number>;

  constructor(keeper: Keeper) {
    super();
    this.#keeper = keeper;
    this.#changed = read(keeper.recall(storageKey));
  }

  /** The reader's number, else undefined. */
  get(name: string): number | undefined {
    return this.#changed.get(name);
  }

  /** All whose names begin so, without that beginning; undefined if none is changed. */
  under(beginning: string): Record<string, number> | undefined {
    const found = [...this.#changed].filter(([name]) => name.startsWith(beginning));
    if (found.length === 0) return undefined;
    return Object.fromEntries(found.map(([name, value]) => [name.slice(beginning.length), value]));
  }

  /** Undefined takes the change back. */
  set(name: string, value: number | undefined): void {
    if (this.get(name) === value) return;
    if (value === undefined) this.#changed.delete(name);
    else this.#changed.set(name, value);
    this.#keeper.remember(storageKey, JSON.stringify(Object.fromEntries(this.#changed)));
    this.changed();
  }
}

function read(kept: string | null): Map<string, number> {
  try {
    const entries = Object.entries(JSON.parse(kept ?? '{}') as object);
    return new Map(entries.filter(([, value]) => Number.isFinite(value)));
  } catch {
    return new Map();
  }
}
