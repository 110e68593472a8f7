// Which rows of a long series to draw: of every stretch its lowest and its highest, so that no
// peak is lost, and its first and last. At most about `most` of them.

import { at } from '../model/brand.ts';

export function decimate(series: Float64Array, from: number, to: number, most: number): number[] {
  const count = to - from;
  if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, index) => from + index);
  const stretches = Math.max(1, Math.floor(most / 2));
  const chosen: number[] = [from];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const begin = from + Math.floor((stretch * count) / stretches);
    const end = from + Math.floor(((stretch + 1) * count) / stretches);
    for (const index of extremes(series, begin, end)) {
      if (index > (chosen.at(-1) ?? from)) chosen.push(index);
    }
  }
  if (chosen.at(-1) !== to - 1) chosen.push(to - 1);
  return chosen;
}

/** The rows of the lowest and the highest value, in order; none if all are missing. */
export function extremes(series: Float64Array, begin: number, end: number): number[] {
  let low = -1;
  let high = -1;
  for (let index = begin; index < end; index++) {
    const value = at(series, index);
    if (Number.isNaN(value)) continue;
    if (low < 0 || value < at(series, low)) low = index;
    if (high < 0 || value > at(series, high)) high = index;
  }
  if (low < 0) return [];
  return low === high ? [low] : low < high ? [low, high] : [high, low];
}
