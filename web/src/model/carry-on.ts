// A NAV carried on to now by the reader's own numbers. What was typed is never touched; a part of
// which only one end is there counts as not given yet, and the last good result stays while a field
// cannot be used.

import type { EstimatePart, Ops } from '../generated/ops.ts';
import type { Calculator, Trouble } from './engine.ts';
import { isAbort, troubleOf } from './engine.ts';
import { parseField } from './number-field.ts';
import { Observable } from './observable.ts';
import type { QuickCheck } from './quick-check.ts';

type Request = Ops['iopv_estimate']['request'];
export type CarryResult = Ops['iopv_estimate']['result'];

export const parts: EstimatePart[] = ['index', 'futures', 'fx'];
type End = 'from' | 'to' | 'percent';
export type CarryField = 'nav' | 'invested' | `${EstimatePart}_${End}`;

export interface CarryInput extends Record<CarryField, string> {
  nav_date: string;
  index_to_date: string;
  contract_from: string;
  contract_to: string;
  index_in_cny: boolean;
}

const emptyInput: CarryInput = {
  nav: '',
  nav_date: '',
  invested: '',
  index_from: '',
  index_to: '',
  index_percent: '',
  index_to_date: '',
  futures_from: '',
  futures_to: '',
  futures_percent: '',
  contract_from: '',
  contract_to: '',
  fx_from: '',
  fx_to: '',
  fx_percent: '',
  index_in_cny: false,
};

export class CarryOn extends Observable {
  input: CarryInput = { ...emptyInput };
  result: CarryResult | undefined;
  troubles: Partial<Record<CarryField, Trouble>> = {};
  trouble: Trouble | undefined;
  /** Parts of which one level is there and the other is not. */
  halves: EstimatePart[] = [];
  isStale = false;

  readonly #engine: Calculator;
  readonly #quick: QuickCheck;
  #asked = 0;

  constructor(engine: Calculator, quick: QuickCheck) {
    super();
    this.#engine = engine;
    this.#quick = quick;
    quick.subscribe(() => this.#follow());
  }

  set(change: Partial<CarryInput>): void {
    this.input = { ...this.input, ...change };
    void this.#update();
  }

  #price(): number | undefined {
    const read = parseField(this.#quick.input.price);
    return read.kind === 'number' && read.value > 0 ? read.value : undefined;
  }

  #context = '';

  /** Price, kind and bars are those of the quick check above. */
  #follow(): void {
    const { input, ruleBars } = this.#quick;
    const context = `${this.#price()} ${input.kind} ${JSON.stringify(ruleBars)}`;
    if (context === this.#context) return;
    this.#context = context;
    if (this.input.nav) void this.#update();
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const request = this.#readRequest();
    this.isStale = request === undefined && this.result !== undefined;
    this.changed();
    if (!request) return;
    try {
      const result = await this.#engine.run('iopv_estimate', request);
      if (asked !== this.#asked) return;
      this.result = result;
      this.isStale = false;
    } catch (error) {
      if (asked !== this.#asked || isAbort(error)) return;
      this.isStale = this.result !== undefined;
      this.#refuse(troubleOf(error));
    }
    this.changed();
  }

  #refuse(trouble: Trouble): void {
    const field = fieldOf(trouble.column ?? '');
    if (field) this.troubles = { ...this.troubles, [field]: trouble };
    else this.trouble = trouble;
  }

  #number(field: CarryField): number | undefined {
    const unit = field.endsWith('percent') || field === 'invested' ? 'percent' : 'cny';
    const read = parseField(this.input[field], unit);
    if (read.kind === 'problem') this.troubles[field] = { code: read.problem, text: read.text };
    return read.kind === 'number' ? read.value : undefined;
  }

  #readRequest(): Request | undefined {
    this.troubles = {};
    this.trouble = undefined;
    this.halves = [];
    const { input } = this;
    const nav = this.#number('nav');
    const invested = this.#number('invested');
    const { ruleBars } = this.#quick;
    const moves = Object.fromEntries(parts.map((part) => [part, this.#readMove(part)]));
    const price = this.#price();
    if (nav === undefined || Object.keys(this.troubles).length > 0) return undefined;
    return {
      nav,
      ...moves,
      nav_date: input.nav_date || null,
      index_in_cny: input.index_in_cny,
      invested_fraction: invested ?? null,
      price: price ?? null,
      kind: this.#quick.input.kind,
      ...(ruleBars && { rule_bars: ruleBars }),
    };
  }

  #readMove(part: EstimatePart) {
    const { input } = this;
    const from = this.#number(`${part}_from`);
    const to = this.#number(`${part}_to`);
    const fraction = this.#number(`${part}_percent`);
    const hasLevels = from !== undefined || to !== undefined;
    if (hasLevels && fraction !== undefined) {
      this.troubles[`${part}_percent`] = { code: 'said_twice' };
      return null;
    }
    if ((from === undefined) !== (to === undefined)) this.halves.push(part);
    const isWhole = from !== undefined && to !== undefined;
    if (!isWhole && fraction === undefined) return null;
    return {
      ...(isWhole ? { from, to } : { fraction }),
      ...(part === 'index' && { to_date: input.index_to_date || null }),
      ...(part === 'futures' && {
        contract_from: input.contract_from.trim() || null,
        contract_to: input.contract_to.trim() || null,
      }),
    };
  }
}

/** "index.to" → the field. */
function fieldOf(column: string): CarryField | undefined {
  if (column === 'nav') return 'nav';
  if (column === 'invested_fraction') return 'invested';
  const [part, end] = column.split('.');
  const found = parts.find((one) => one === part);
  if (!found) return undefined;
  if (end === undefined || end === 'fraction') return `${found}_percent`;
  return end === 'from' || end === 'to' ? `${found}_${end}` : undefined;
}

const known = new WeakMap<Calculator, CarryOn>();

/** The one of the page: what was typed outlasts a look at another section. */
export function carryOnOf(engine: Calculator, quick: QuickCheck): CarryOn {
  const found = known.get(engine) ?? new CarryOn(engine, quick);
  known.set(engine, found);
  return found;
}
