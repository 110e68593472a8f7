// The day's range, and where the value stands still.
import { describe, expect, test } from 'vitest';
import type { HistorySeries } from '../../web/src/model/history-series.ts';
import { flatStretches, summarise } from '../../web/src/model/intraday.ts';

const minute = 60;
const at = (hours: number, minutes: number) => hours * 3600 + minutes * minute;

/** Rows of a time, a price and a value, of one day. */
function day(rows: [number, number, number][], dates?: number[]): HistorySeries {
  const column = (index: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[index]);
  const price = column(1);
  const value = column(2);
  return {
    length: rows.length,
    dates: dates && Int32Array.from(dates),
    times: column(0),
    price,
    value,
    premium: price.map((one, index) => one / (value[index] ?? Number.NaN) - 1),
    premiums: new Map(),
  };
}

/** A row a minute from 9:30 on; the value moves where `moves` says so. */
const minutes = (count: number, moves: (index: number) => boolean): HistorySeries => {
  let value = 1;
  return day(
    Array.from({ length: count }, (_, index) => {
      if (moves(index)) value += 0.001;
      return [at(9, 30 + index), 1.1, value];
    }),
  );
};

test('the extremes come with their times', () => {
  const { price, premium } = summarise(
    day([
      [at(9, 30), 1.1, 1],
      [at(10, 0), 1.3, 1.1],
      [at(11, 0), 1.05, 1.05],
      [at(14, 0), 1.2, 1.1],
    ]),
  );
  expect(price?.high).toEqual({ value: 1.3, time: at(10, 0) });
  expect(price?.low).toEqual({ value: 1.05, time: at(11, 0) });
  expect(premium?.first.value).toBeCloseTo(0.1, 12);
  expect(premium?.low).toEqual({ value: 0, time: at(11, 0) });
  expect(premium?.last.time).toBe(at(14, 0));
});

test('of several days the last counts', () => {
  const { price } = summarise(
    day(
      [
        [at(14, 0), 9, 1],
        [at(9, 30), 1, 1],
        [at(9, 31), 2, 1],
      ],
      [1, 2, 2],
    ),
  );
  expect(price?.high.value).toBe(2);
});

describe('a value that stands still', () => {
  test('for half an hour is a stretch', () => {
    expect(flatStretches(minutes(31, () => false))).toEqual([{ from: 0, to: 30 }]);
    expect(flatStretches(minutes(30, () => false))).toEqual([]);
  });

  test('is told apart from one that moves', () => {
    const series = minutes(120, (index) => index < 40 || index === 80);
    expect(flatStretches(series)).toEqual([
      { from: 39, to: 79 },
      { from: 80, to: 119 },
    ]);
    expect(summarise(series).flatMinutes).toBe(40 + 39);
  });

  test('over the noon break only counts while there is trading', () => {
    const row = (time: number): [number, number, number] => [time, 1, 1];
    expect(flatStretches(day([row(at(11, 20)), row(at(13, 10))]))).toEqual([]);
    expect(flatStretches(day([row(at(11, 10)), row(at(13, 10))]))).toHaveLength(1);
  });

  test('does not reach from one day into the next, nor end at a gap', () => {
    const rows: [number, number, number][] = [
      [at(9, 30), 1, 1],
      [at(9, 50), 1, Number.NaN],
      [at(10, 0), 1, 1],
      [at(9, 30), 1, 1],
    ];
    expect(flatStretches(day(rows, [1, 1, 1, 2]))).toEqual([{ from: 0, to: 2 }]);
  });
});
