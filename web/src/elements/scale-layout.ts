// Where things stand on the scale of premiums, in percent of its width.

export interface ScaleLayout {
  /** 0 to 100. */
  at: (premium: number) => number;
  needle: number;
  labels: { premium: number; at: number }[];
}

const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
/** Labels nearer than this would run into each other on a phone. */
const labelRoom = 13;

/** The next round number that is at least `size`. */
export function roundUp(size: number): number {
  if (!(size > 0)) return 0.01;
  const power = 10 ** Math.floor(Math.log10(size));
  const step = steps.find((one) => one * power >= size * (1 - 1e-9)) ?? 10;
  return step * power;
}

export function layoutScale(
  premium: number,
  inner: number | null,
  outer: number | null,
): ScaleLayout {
  const band = outer ?? inner ?? 0.02;
  const least = band * 1.5;
  const low = -roundUp(premium < 0 ? Math.max(least, -premium * 1.12) : least);
  const high = roundUp(premium > 0 ? Math.max(least, premium * 1.12) : least);
  const at = (value: number) => ((Math.min(Math.max(value, low), high) - low) / (high - low)) * 100;
  const sides = [outer, inner].flatMap((size) => (size === null ? [] : [size, -size]));
  return { at, needle: at(premium), labels: placeLabels([0, ...sides, high, low], at) };
}

/** The most wanted first; those for which there is no room are left out. */
function placeLabels(wanted: number[], at: ScaleLayout['at']): ScaleLayout['labels'] {
  const labels: ScaleLayout['labels'] = [];
  for (const value of wanted) {
    const place = at(value);
    const isEnd = place === 0 || place === 100;
    const isInside = isEnd || Math.min(place, 100 - place) >= labelRoom / 2;
    // A label at an end stands beside its place instead of around it.
    const room = isEnd ? labelRoom * 1.5 : labelRoom;
    const isFree = labels.every((label) => Math.abs(label.at - place) >= room);
    if (isFree && isInside) labels.push({ premium: value, at: place });
  }
  return labels;
}
