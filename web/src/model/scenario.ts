// What a holding would return if the premium and the value moved as typed. Two percentages in, an
// exact product out; the core does the arithmetic.

import type { Ops } from '../generated/ops.ts';
import type { Calculator, Trouble } from './engine.ts';
import { troubleOf } from './engine.ts';
import { parseField } from './number-field.ts';
import { Observable } from './observable.ts';

export type ScenarioField = 'later' | 'growth';
export type ScenarioResult = Ops['convergence']['result'];

export class Scenario extends Observable {
  later = '0';
  growth = '0';
  from: number | undefined;
  result: ScenarioResult | undefined;
  /** What the result was computed from. */
  request: Required<Ops['convergence']['request']> | undefined;
  troubles: Partial<Record<ScenarioField, Trouble>> = {};

  readonly #engine: Calculator;
  #asked = 0;

  constructor(engine: Calculator) {
    super();
    this.#engine = engine;
  }

  set(change: Partial<Pick<Scenario, 'later' | 'growth' | 'from'>>): void {
    Object.assign(this, change);
    void this.#update();
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const request = this.#readRequest();
    this.changed();
    if (!request) return;
    try {
      const result = await this.#engine.run('convergence', request);
      if (asked !== this.#asked) return;
      this.result = result;
      this.request = request;
    } catch (error) {
      if (asked !== this.#asked) return;
      const trouble = troubleOf(error);
      this.troubles = trouble.column === 'value_growth' ? { growth: trouble } : { later: trouble };
    }
    this.changed();
  }

  #readRequest(): Required<Ops['convergence']['request']> | undefined {
    this.troubles = {};
    const read = {
      later: parseField(this.later, 'percent'),
      growth: parseField(this.growth, 'percent'),
    };
    for (const field of ['later', 'growth'] as const) {
      const one = read[field];
      if (one.kind === 'problem') this.troubles[field] = { code: one.problem, text: one.text };
    }
    if (this.from === undefined || read.later.kind !== 'number' || read.growth.kind !== 'number')
      return undefined;
    return {
      premium_from: this.from,
      premium_to: read.later.value,
      value_growth: read.growth.value,
    };
  }
}
