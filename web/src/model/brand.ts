// Numbers and texts that must not be mistaken for one another.

declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** 0.0341, never 3.41. */
export type Fraction = Branded<number, 'Fraction'>;
/** A day as "2020-09-03". */
export type IsoDate = Branded<string, 'IsoDate'>;

export const asFraction = (value: number): Fraction => value as Fraction;

/** A number of a series; NaN where it is missing, also beyond the ends. */
export const at = (series: Float64Array, index: number): number => series[index] ?? Number.NaN;

/** The core's mark for "no date" in a column of days. */
export const missingDay = -2147483648;

/** Days since 1970 to "2020-09-03"; undefined when the day is missing. */
export function isoDate(days: number | undefined): IsoDate | undefined {
  if (days === undefined || days === missingDay) return undefined;
  return new Date(days * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

/** Seconds of a day to "09:31" or "09:31:15". */
export function timeOfDay(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(Math.floor(part)).padStart(2, '0'));
  return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}
