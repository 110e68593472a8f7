import { describe, expect, test } from 'vitest';
import { decimate, extremes } from '../../web/src/charts/decimate.ts';
import { layoutScale, roundUp } from '../../web/src/elements/scale-layout.ts';

describe('the scale', () => {
  test.each([
    [0.0341, 0.01, 0.02],
    [-0.12, 0.01, 0.02],
    [0.5, 0.002, 0.005],
    [0, null, null],
    [0.019, 0.01, null],
  ])('of %d has the needle on it and zero between the ends', (premium, inner, outer) => {
    const { at, needle, labels } = layoutScale(premium, inner, outer);
    expect(needle).toBeGreaterThan(0);
    expect(needle).toBeLessThan(100);
    expect(at(0)).toBeGreaterThan(0);
    expect(Math.sign(needle - at(0))).toBe(Math.sign(premium));
    for (const label of labels) expect(label.at).toBeCloseTo(at(label.premium), 9);
    const places = labels.map((label) => label.at).sort((a, b) => a - b);
    places.slice(1).forEach((place, index) => {
      expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(13);
    });
  });

  test('rounds up to round numbers', () => {
    expect(roundUp(0.0375)).toBeCloseTo(0.04, 12);
    expect(roundUp(0.03)).toBeCloseTo(0.03, 12);
    expect(roundUp(0.31)).toBeCloseTo(0.4, 12);
    expect(roundUp(0)).toBe(0.01);
  });
});

describe('thinning out', () => {
  const wave = Float64Array.from(
    { length: 100_000 },
    (_, index) => Math.sin(index / 900) + (index === 4321 ? 9 : 0),
  );

  test('keeps a single peak, the ends and the order', () => {
    const kept = decimate(wave, 0, wave.length, 1000);
    expect(kept.length).toBeLessThanOrEqual(1002);
    expect(kept).toContain(4321);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(wave.length - 1);
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
  });

  test('keeps all of a short stretch', () => {
    expect(decimate(wave, 10, 15, 1000)).toEqual([10, 11, 12, 13, 14]);
  });

  test('passes over what is missing', () => {
    const gaps = Float64Array.from([Number.NaN, 2, Number.NaN, 1, 3]);
    expect(extremes(gaps, 0, 5)).toEqual([3, 4]);
    expect(extremes(gaps, 0, 1)).toEqual([]);
  });
});
