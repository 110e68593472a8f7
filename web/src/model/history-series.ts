// The columns of an analysis as typed arrays; missing is NaN, a missing day is `missingDay`.

import type { Denominator, Ops } from '../generated/ops.ts';
import { missingDay } from './brand.ts';
import type { Calculator } from './engine.ts';

export interface HistorySeries {
  length: number;
  dates: Int32Array | undefined;
  /** Seconds of the day. */
  times: Float64Array | undefined;
  price: Float64Array;
  value: Float64Array;
  premium: Float64Array;
  premiums: Map<Denominator, Float64Array>;
}

export async function readSeries(
  engine: Calculator,
  result: Ops['analyze']['result'],
): Promise<HistorySeries> {
  const premiums = new Map<Denominator, Float64Array>();
  for (const [name, series] of Object.entries(result.premiums)) {
    if (series) premiums.set(name as Denominator, await engine.series(series));
  }
  const price = await engine.series(result.price);
  return {
    length: price.length,
    dates: result.dates ? await engine.dates(result.dates) : undefined,
    times: result.times ? await engine.series(result.times) : undefined,
    price,
    value: await engine.series(result.value),
    premium: await engine.series(result.premium_fraction),
    premiums,
  };
}

/** The last row whose day is not after `day`; -1 if there is none. Days are ascending. */
export function indexOnOrBefore(dates: Int32Array, day: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? missingDay) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1 >= 0 && dates[low - 1] !== missingDay ? low - 1 : -1;
}
