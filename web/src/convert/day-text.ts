/** Moments as services write them, as the days and times a table has. */

const midnight = /^(\d{4}-\d\d-\d\d)[T ]00:00:00(?:\.0+)?(?:Z|[+-]\d\d:?\d\d)?$/;
const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** An ISO moment as it is written, without its zone; at midnight the day alone. */
export function dayText(text: string): string {
  return text.replace(midnight, '$1').replace(moment, '$1 $2');
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** A moment given in (milli-, micro-, nano-)seconds since 1970; undefined if it can be none. */
export function epochMs(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{9,19}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  for (const unit of [1, 1000, 1e-3, 1e-6]) {
    const ms = Math.round(unit * number);
    if (ms >= earliest && ms < latest) return ms;
  }
  return undefined;
}

/**
 * Moments as texts. Where all stand at one time of day (or at two, an hour apart, as in summer and
 * winter), they are days: midnights of the place the data are of, or its opening times. East of
 * Greenwich a midnight falls on the evening before. Others are moments of Beijing.
 */
export function epochTexts(moments: readonly (number | undefined)[]): string[] {
  const known = moments.filter((ms) => ms !== undefined);
  const times = [...new Set(known.map((ms) => ms % dayMs))].sort((a, b) => a - b);
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const days = new Set(known.map((ms) => Math.floor(ms / dayMs))).size;
  // Many funds share their days; one moment in all rows is when the list was made.
  const isDaily =
    times.length <= 2 &&
    last - first <= hourMs &&
    days === new Set(known).size &&
    (days > 1 || known.length === 1);
  const shift = isDaily ? (first >= 15 * hourMs ? dayMs - first : 0) : undefined;
  return moments.map((ms) => {
    if (ms === undefined) return '';
    if (shift !== undefined) return iso(ms + shift).slice(0, 10);
    return iso(ms + 8 * hourMs)
      .slice(0, 19)
      .replace('T', ' ');
  });
}

const iso = (ms: number): string => new Date(ms).toISOString();
