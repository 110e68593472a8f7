// One price against one value. What was typed is never touched; while a field cannot be used the
// last good result stays.

import type { Denominator, Kind, Ops } from '../generated/ops.ts';
import type { Bars } from './bars.ts';
import { ruleBars } from './bars.ts';
import type { Calculator, Trouble } from './engine.ts';
import { isAbort, troubleOf } from './engine.ts';
import { parseField } from './number-field.ts';
import { Observable } from './observable.ts';

export type QuickField = 'price' | 'value' | 'amount' | 'float';
export type PremiumResult = Ops['premium']['result'];
export type PurchaseStatus = 'open' | 'limited' | 'suspended';

export interface QuickInput {
  price: string;
  value: string;
  amount: string;
  float: string;
  kind: Kind;
  denominator: Denominator;
  purchase: PurchaseStatus | '';
}

const fields: QuickField[] = ['price', 'value', 'amount', 'float'];

const emptyInput: QuickInput = {
  price: '',
  value: '',
  amount: '',
  float: '',
  kind: 'cross_border',
  denominator: 'iopv',
  purchase: '',
};

export class QuickCheck extends Observable {
  input: QuickInput = { ...emptyInput };
  result: PremiumResult | undefined;
  /** The fields that cannot be used as they are. */
  troubles: Partial<Record<QuickField, Trouble>> = {};
  /** Trouble of no single field. */
  trouble: Trouble | undefined;
  /** The result belongs to an earlier input. */
  isStale = false;

  readonly #engine: Calculator;
  readonly #bars: Bars | undefined;
  #asked = 0;

  /** Those that the reader has changed. */
  get ruleBars(): Record<string, number> | undefined {
    return this.#bars?.under(ruleBars);
  }

  constructor(engine: Calculator, bars?: Bars) {
    super();
    this.#engine = engine;
    this.#bars = bars;
    bars?.subscribe(() => {
      if (this.result) void this.#update();
    });
  }

  set(change: Partial<QuickInput>): void {
    this.input = { ...this.input, ...change };
    void this.#update();
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const request = this.#readRequest();
    if (!request) {
      this.isStale = this.result !== undefined;
      this.changed();
      return;
    }
    this.changed();
    try {
      const result = await this.#engine.run('premium', request);
      if (asked !== this.#asked) return;
      this.result = result;
      this.isStale = false;
      this.trouble = undefined;
    } catch (error) {
      if (asked !== this.#asked || isAbort(error)) return;
      this.#refuse(troubleOf(error));
    }
    this.changed();
  }

  #refuse(trouble: Trouble): void {
    this.isStale = this.result !== undefined;
    if (trouble.code === 'price_not_positive') this.troubles = { ...this.troubles, price: trouble };
    else if (trouble.code === 'value_not_positive')
      this.troubles = { ...this.troubles, value: trouble };
    else this.trouble = trouble;
  }

  #readRequest(): Ops['premium']['request'] | undefined {
    const numbers: Partial<Record<QuickField, number>> = {};
    this.troubles = {};
    this.trouble = undefined;
    for (const field of fields) {
      const read = parseField(this.input[field]);
      if (read.kind === 'number') numbers[field] = read.value;
      if (read.kind === 'problem') this.troubles[field] = { code: read.problem, text: read.text };
    }
    if (Object.keys(this.troubles).length > 0) return undefined;
    const { price, value, amount, float } = numbers;
    if (price === undefined || value === undefined) return undefined;
    const { kind, denominator, purchase } = this.input;
    const bars = this.ruleBars;
    return {
      price,
      value,
      kind,
      denominator,
      ...(amount !== undefined && { amount_cny: amount }),
      ...(float !== undefined && { float_cny: float }),
      ...(purchase && { purchase_status: purchase }),
      ...(bars && { rule_bars: bars }),
    };
  }
}
