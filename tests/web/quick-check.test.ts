// The quick check keeps what was typed and the last good result, whatever is typed in between.
import { describe, expect, test } from 'vitest';
import type { Ops } from '../../web/src/generated/ops.ts';
import type { Calculator } from '../../web/src/model/engine.ts';
import { QuickCheck } from '../../web/src/model/quick-check.ts';

type Request = Ops['premium']['request'];

/** Answers when told to, so that replies can overtake each other. */
class SlowEngine {
  readonly requests: Request[] = [];
  readonly #answers: { resolve(result: unknown): void; reject(error: unknown): void }[] = [];

  run(_: string, request: Request): Promise<unknown> {
    this.requests.push(request);
    return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
  }

  async answer(index: number, result: unknown): Promise<void> {
    this.#answers[index]?.resolve(result);
    await Promise.resolve();
    await Promise.resolve();
  }

  async refuse(index: number, error: object): Promise<void> {
    this.#answers[index]?.reject(error);
    await new Promise((done) => setTimeout(done));
  }
}

function setUp() {
  const engine = new SlowEngine();
  const quick = new QuickCheck(engine as unknown as Calculator);
  return { engine, quick };
}

describe('the quick check', () => {
  test('asks nothing before both numbers are there', () => {
    const { engine, quick } = setUp();
    quick.set({ price: '1.804' });
    expect(engine.requests).toEqual([]);
    quick.set({ value: '１.7445元' });
    expect(engine.requests).toEqual([
      { price: 1.804, value: 1.7445, kind: 'cross_border', denominator: 'iopv' },
    ]);
  });

  test('sends what else is known', () => {
    const { engine, quick } = setUp();
    quick.set({
      price: '2',
      value: '1',
      amount: '8000万',
      float: '15亿',
      purchase: 'limited',
      kind: 'bond',
    });
    expect(engine.requests.at(-1)).toMatchObject({
      amount_cny: 8e7,
      float_cny: 1.5e9,
      purchase_status: 'limited',
      kind: 'bond',
    });
  });

  test('shows the answer to the last question only', async () => {
    const { engine, quick } = setUp();
    quick.set({ price: '1', value: '1' });
    quick.set({ price: '2' });
    await engine.answer(1, 'second');
    await engine.answer(0, 'first');
    expect(quick.result).toBe('second');
  });

  test('keeps the last result and what was typed while a field is no number', async () => {
    const { engine, quick } = setUp();
    quick.set({ price: '1', value: '1' });
    await engine.answer(0, 'good');
    quick.set({ price: '1.8o4' });
    expect(quick.result).toBe('good');
    expect(quick.isStale).toBe(true);
    expect(quick.input.price).toBe('1.8o4');
    expect(quick.troubles.price).toEqual({ code: 'not_a_number', text: '1.8o4' });
    quick.set({ price: '1.804' });
    await engine.answer(1, 'better');
    expect(quick.result).toBe('better');
    expect(quick.isStale).toBe(false);
    expect(quick.troubles).toEqual({});
  });

  test.each(['price', 'value'] as const)(
    'puts the core’s refusal at the field %s',
    async (field) => {
      const { engine, quick } = setUp();
      quick.set({ price: '1', value: '1' });
      await engine.answer(0, 'good');
      quick.set({ [field]: '0' });
      await engine.refuse(1, { code: `${field}_not_positive`, column: field, text: '0' });
      expect(quick.troubles[field]).toMatchObject({ code: `${field}_not_positive`, text: '0' });
      expect(quick.result).toBe('good');
      expect(quick.isStale).toBe(true);
    },
  );
});
