/** Series of a result as typed arrays, whether they came as arrays or as columns. */
import { type ColumnView, missingDate, missingText } from './core.ts';
import { objectsIn } from './walk.ts';

/** A column of a result that was too long for an array, with its values once it left the worker. */
export interface LongSeries {
  table: string;
  column: string;
  values?: ColumnView;
  words?: string[];
}

const dayMs = 86_400_000;
const missingTime = -1;

/** Every long series in a result, however deep. */
export function longSeriesIn(result: unknown): LongSeries[] {
  const objects = [...objectsIn(result)] as Partial<LongSeries>[];
  return objects.filter(isLongSeries) as LongSeries[];
}

/** Other parts of a result name a column too, but of one of the user's tables. */
function isLongSeries({ table, column }: Partial<LongSeries>): boolean {
  return typeof table === 'string' && table.startsWith('=') && typeof column === 'string';
}

/** Missing is NaN. */
export function numbersOf(series: readonly (number | null)[] | LongSeries): Float64Array {
  if (isArray(series)) return Float64Array.from(series, (value) => value ?? Number.NaN);
  const values = series.values ?? [];
  if (values instanceof Float64Array) return values;
  return Float64Array.from(values, (value) =>
    value === missingTime || value === missingDate ? Number.NaN : value,
  );
}

/** Days since 1970; missing is `missingDate`. */
export function daysOf(series: readonly (string | null)[] | LongSeries): Int32Array {
  if (isArray(series)) {
    return Int32Array.from(series, (iso) => (iso ? Date.parse(iso) / dayMs : missingDate));
  }
  const values = series.values ?? [];
  return values instanceof Int32Array ? values : Int32Array.from(values);
}

/** Missing is null. */
export function textsOf(series: readonly (string | null)[] | LongSeries): (string | null)[] {
  if (isArray(series)) return [...series];
  const words = series.words ?? [];
  return Array.from(series.values ?? [], (index) =>
    index === missingText ? null : (words[index] ?? null),
  );
}

/** What a long series would have been as an array, for replies that leave the program. */
export function plainArrayOf(series: LongSeries): (number | string | null)[] {
  if (series.words) return textsOf(series);
  if (series.values instanceof Int32Array) {
    return Array.from(series.values, (day) => (day === missingDate ? null : isoDate(day)));
  }
  return Array.from(series.values ?? [], (value) => (Number.isFinite(value) ? value : null));
}

export function isoDate(daysSince1970: number): string {
  return new Date(daysSince1970 * dayMs).toISOString().slice(0, 10);
}

function isArray<T>(series: readonly T[] | LongSeries): series is readonly T[] {
  return Array.isArray(series);
}
