// The estimate by hand keeps what was typed, counts a part only when it is whole, and says where
// something is wrong.
import { describe, expect, test } from 'vitest';
import type { Ops } from '../../web/src/generated/ops.ts';
import { CarryOn, carryOnOf } from '../../web/src/model/carry-on.ts';
import type { Calculator } from '../../web/src/model/engine.ts';
import { QuickCheck } from '../../web/src/model/quick-check.ts';

type Request = Ops['iopv_estimate']['request'];

function setUp(answer: () => unknown = () => 'answer') {
  const requests: Request[] = [];
  const engine = {
    run: async (op: string, request: Request) => {
      if (op !== 'iopv_estimate') return 'premium';
      requests.push(request);
      return answer();
    },
  } as unknown as Calculator;
  const quick = new QuickCheck(engine);
  return { requests, quick, engine, carry: new CarryOn(engine, quick) };
}

const settled = () => new Promise((done) => setTimeout(done));

describe('a NAV carried on by hand', () => {
  test('asks nothing without a NAV', () => {
    const { carry, requests } = setUp();
    carry.set({ index_percent: '2' });
    expect(requests).toEqual([]);
  });

  test('sends levels or moves, percent as fractions, however they are written', async () => {
    const { carry, requests } = setUp();
    carry.set({
      nav: '２.0',
      nav_date: '2026-01-08',
      index_from: '20，000',
      index_to: '20400',
      index_to_date: '2026-01-09',
      futures_percent: '1%',
      contract_from: ' NQH26 ',
      fx_percent: '−0.5',
      invested: '95',
    });
    expect(requests).toEqual([
      {
        nav: 2,
        nav_date: '2026-01-08',
        index: { from: 20_000, to: 20_400, to_date: '2026-01-09' },
        futures: { fraction: 0.01, contract_from: 'NQH26', contract_to: null },
        fx: { fraction: -0.005 },
        index_in_cny: false,
        invested_fraction: 0.95,
        price: null,
        kind: 'cross_border',
      },
    ]);
    await settled();
    expect(carry.result).toBe('answer');
  });

  test('leaves out a part of which one end is missing, and says so', () => {
    const { carry, requests } = setUp();
    carry.set({ nav: '2', fx_from: '7.1' });
    expect(carry.halves).toEqual(['fx']);
    expect(requests.at(-1)?.fx).toBeNull();
    carry.set({ fx_to: '7.2' });
    expect(carry.halves).toEqual([]);
    expect(requests.at(-1)?.fx).toEqual({ from: 7.1, to: 7.2 });
  });

  test('keeps the last result while a field says two things or none', async () => {
    const { carry, requests } = setUp();
    carry.set({ nav: '2', index_from: '1', index_to: '2' });
    await settled();
    carry.set({ index_percent: '3' });
    expect(carry.troubles.index_percent?.code).toBe('said_twice');
    expect(carry.isStale).toBe(true);
    expect(carry.result).toBe('answer');
    carry.set({ index_percent: 'abc' });
    expect(carry.troubles.index_percent?.code).toBe('not_a_number');
    expect(requests).toHaveLength(1);
    carry.set({ index_percent: '' });
    expect(carry.troubles).toEqual({});
  });

  test('puts a refusal of the core at its field', async () => {
    const { carry } = setUp(() => {
      throw { code: 'bad_field', column: 'index.from', text: '0' };
    });
    carry.set({ nav: '2', index_from: '0', index_to: '1' });
    await settled();
    expect(carry.troubles.index_from?.code).toBe('bad_field');
    expect(carry.trouble).toBeUndefined();
  });

  test('follows the price and the kind above', async () => {
    const { carry, quick, requests } = setUp();
    carry.set({ nav: '2' });
    quick.set({ price: '2.2' });
    quick.set({ kind: 'sector' });
    quick.set({ value: '2.1' });
    await settled();
    expect(requests.map(({ price, kind }) => [price, kind])).toEqual([
      [null, 'cross_border'],
      [2.2, 'cross_border'],
      [2.2, 'sector'],
    ]);
  });

  test('outlasts the section it is shown in', () => {
    const { engine, quick } = setUp();
    carryOnOf(engine, quick).set({ nav: '2' });
    expect(carryOnOf(engine, quick).input.nav).toBe('2');
  });
});
