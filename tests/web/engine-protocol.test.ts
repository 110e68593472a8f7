import { describe, expect, test } from 'vitest';
import { missingDate, missingText } from '../../web/src/engine/core.ts';
import { tablesOf } from '../../web/src/engine/protocol.ts';
import {
  daysOf,
  longSeriesIn,
  numbersOf,
  plainArrayOf,
  textsOf,
} from '../../web/src/engine/series.ts';

const tablesIn = (request: Record<string, unknown>) => tablesOf({ type: 'run', request });

describe('the tables a request touches', () => {
  test('one, several, and one in a series', () => {
    expect(tablesIn({ op: 'analyze', table: 'a' })).toEqual(['a']);
    expect(tablesIn({ op: 'analyze', tables: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(tablesIn({ op: 'ols', x: { close: { table: 'c', column: 'd' } } })).toEqual(['c']);
    expect(
      tablesIn({
        series: [
          { table: 'a', column: '1' },
          { table: 'b', column: '2' },
        ],
      }),
    ).toEqual(['a', 'b']);
  });

  test('none in a quick check, nor in a column or a word that is called table', () => {
    expect(tablesIn({ op: 'premium', price: 1.804, value: 1.7445 })).toEqual([]);
    expect(tablesIn({ op: 'ols', y: [1, null, 3], words: ['table'], table: null })).toEqual([]);
  });
});

describe('series', () => {
  test('arrays: missing is NaN, missingDate, null', () => {
    expect([...numbersOf([1, null, 0])]).toEqual([1, Number.NaN, 0]);
    expect([...daysOf(['1970-01-02', null, '2020-09-03'])]).toEqual([1, missingDate, 18508]);
    expect(textsOf(['a', null])).toEqual(['a', null]);
  });

  test('columns: the values as they came, seconds with NaN, words by index', () => {
    const values = Float64Array.of(1, Number.NaN);
    expect(numbersOf({ table: '=1', column: 'x', values })).toBe(values);
    const seconds = { table: 't', column: 'time', values: Int32Array.of(34200, -1) };
    expect([...numbersOf(seconds)]).toEqual([34200, Number.NaN]);
    const texts = { values: Uint32Array.of(1, missingText, 0), words: ['a', 'b'] };
    expect(textsOf({ table: 't', column: 'name', ...texts })).toEqual(['b', null, 'a']);
  });

  test('written out: numbers with null, ISO dates, words', () => {
    const written = (values: Float64Array | Int32Array | Uint32Array, words?: string[]) =>
      plainArrayOf({ table: '=1', column: 'x', values, ...(words && { words }) });
    expect(written(Float64Array.of(0.1, Number.NaN))).toEqual([0.1, null]);
    expect(written(Int32Array.of(18508, missingDate))).toEqual(['2020-09-03', null]);
    expect(written(Uint32Array.of(0, missingText), ['开放'])).toEqual(['开放', null]);
  });

  test('long series are found at any depth', () => {
    const price = { table: '=1', column: 'price' };
    const iopv = { table: '=1', column: 'iopv' };
    const result = { price, premiums: { iopv }, rows: 9, list: [{ price }], short: [1, 2] };
    expect(longSeriesIn(result)).toEqual([price, iopv, price]);
  });

  test('what names a column of the user’s own table is no long series', () => {
    const rejection = {
      table: 'input1',
      column: '收盘价',
      row: 3,
      text: 'x',
      code: 'not_a_number',
    };
    expect(longSeriesIn({ rejected: [rejection] })).toEqual([]);
  });
});
