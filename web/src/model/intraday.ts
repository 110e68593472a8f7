// One day's minutes in few numbers: how far price and premium went and when, and for how long the
// value stood still. Of several days the last is meant.

import { at } from './brand.ts';
import type { HistorySeries } from './history-series.ts';

export interface Extreme {
  value: number;
  /** Seconds of the day. */
  time: number;
}

export interface Extent {
  first: Extreme;
  low: Extreme;
  high: Extreme;
  last: Extreme;
}

/** Rows from `from` to `to`, both included, in which the value did not move. */
export interface Stretch {
  from: number;
  to: number;
}

export interface IntradaySummary {
  price: Extent | undefined;
  premium: Extent | undefined;
  flat: Stretch[];
  flatMinutes: number;
}

/** The bar of the rule iopv_flat. */
export const flatBarMinutes = 30;

export function summarise(series: HistorySeries): IntradaySummary {
  const from = lastDayFrom(series);
  const flat = flatStretches(series, from);
  const seconds = flat.reduce((sum, { from: a, to: b }) => sum + secondsBetween(series, a, b), 0);
  return {
    price: extentOf(series, series.price, from),
    premium: extentOf(series, series.premium, from),
    flat,
    flatMinutes: Math.round(seconds / 60),
  };
}

/** The stretches of at least the bar's length. Rows without a value end none and begin none. */
export function flatStretches(series: HistorySeries, begin = 0): Stretch[] {
  const found: Stretch[] = [];
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0 && secondsBetween(series, from, to) >= flatBarMinutes * 60) {
      found.push({ from, to });
    }
  };
  for (let row = begin; row < series.length; row++) {
    const value = at(series.value, row);
    if (Number.isNaN(value)) continue;
    const isNew = from < 0 || value !== at(series.value, from) || isOtherDay(series, from, row);
    if (isNew) {
      close();
      from = row;
    }
    to = row;
  }
  close();
  return found;
}

/** The trading hours between two rows of one day: the noon break is none. */
function secondsBetween({ times }: HistorySeries, from: number, to: number): number {
  if (!times) return 0;
  const [start, end] = [at(times, from), at(times, to)];
  const spansNoon = start <= noonBegins && end >= noonEnds;
  return end - start - (spansNoon ? noonEnds - noonBegins : 0);
}

const noonBegins = 11.5 * 3600;
const noonEnds = 13 * 3600;

const isOtherDay = ({ dates }: HistorySeries, one: number, other: number): boolean =>
  dates !== undefined && dates[one] !== dates[other];

function lastDayFrom({ dates, length }: HistorySeries): number {
  const day = dates?.[length - 1];
  return dates && day !== undefined ? dates.indexOf(day) : 0;
}

function extentOf(
  { times, length }: HistorySeries,
  values: Float64Array,
  begin: number,
): Extent | undefined {
  let extent: Extent | undefined;
  for (let row = begin; row < length; row++) {
    const value = at(values, row);
    if (Number.isNaN(value)) continue;
    const here = { value, time: times ? at(times, row) : Number.NaN };
    extent ??= { first: here, low: here, high: here, last: here };
    if (value < extent.low.value) extent.low = here;
    if (value > extent.high.value) extent.high = here;
    extent.last = here;
  }
  return extent;
}
