// The bands, the rules and the worked cases, as the core has them.

import type { Ops } from '../generated/ops.ts';
import type { Calculator } from './engine.ts';
import { Observable } from './observable.ts';

export type ReferenceTables = Ops['reference']['result'];
export type WorkedCase = Ops['cases']['result']['cases'][number];

export class Reference extends Observable {
  tables: ReferenceTables | undefined;
  cases: WorkedCase[] = [];

  readonly #engine: Calculator;
  #isAsked = false;

  constructor(engine: Calculator) {
    super();
    this.#engine = engine;
  }

  /** Asks once; after a failure the next call asks again. */
  async need(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    try {
      const [tables, cases] = await Promise.all([
        this.#engine.run('reference', {}),
        this.#engine.run('cases', {}),
      ]);
      this.tables = tables;
      this.cases = cases.cases;
      this.changed();
    } catch {
      this.#isAsked = false;
    }
  }
}
