/**
 * What a number of a spreadsheet stands for. The file holds bare numbers; that 45659 is a day and
 * 0.0341 is 3.41% is only in the format they are shown with.
 */
import { percentText, shortest } from './number-text.ts';

export type CellFormat =
  | { shows: 'number' }
  | { shows: 'percent' }
  | { shows: 'day' | 'moment' | 'time' }
  /** As long as this, with zeros in front: a code. */
  | { shows: 'padded'; length: number };

const plain: CellFormat = { shows: 'number' };

/** The formats that a number refers to without the file spelling them out. */
export function builtinFormat(id: number): CellFormat {
  if (id === 9 || id === 10) return { shows: 'percent' };
  if (id === 22) return { shows: 'moment' };
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { shows: 'time' };
  // 27 to 36 and 50 to 58 are days in the Chinese, Japanese and Korean editions; 32 to 35 times.
  if (id >= 32 && id <= 35) return { shows: 'time' };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { shows: 'day' };
  return plain;
}

export function formatOf(code: string): CellFormat {
  // Only the format of positive numbers counts, without what it shows as it stands.
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')[0] as string;
  if (/general/i.test(bare)) return plain;
  const hasTime = /[hs]/i.test(bare);
  const hasDay = /[yd]/i.test(bare) || (/m/i.test(bare) && !hasTime);
  if (hasDay) return { shows: hasTime ? 'moment' : 'day' };
  if (hasTime) return { shows: 'time' };
  if (bare.includes('%')) return { shows: 'percent' };
  if (/^0{2,}$/.test(bare)) return { shows: 'padded', length: bare.length };
  return plain;
}

const secondsOfDay = 86_400;
/** The last day of the year 9999. */
const lastSerial = 2_958_466;

/** A number as the text of the table: unrounded, days as 2025-01-02, times as 09:35:00. */
export function numberText(raw: string, format: CellFormat, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  switch (format.shows) {
    case 'number':
      return shortest(raw);
    case 'percent':
      return percentText(raw);
    case 'padded':
      return Number.isInteger(value) ? String(value).padStart(format.length, '0') : shortest(raw);
    default:
      return dateText(value, format.shows, from1904) ?? shortest(raw);
  }
}

function dateText(serial: number, shows: 'day' | 'moment' | 'time', from1904: boolean) {
  if (serial < 0 || serial >= lastSerial) return undefined;
  const seconds = Math.round(serial * secondsOfDay);
  const timeOnly = shows === 'time' && seconds < secondsOfDay;
  const iso = new Date(1000 * (seconds - epochDay(serial, from1904) * secondsOfDay)).toISOString();
  const time = iso.slice(11, 19);
  if (timeOnly) return time;
  if (shows === 'day' || time === '00:00:00') return iso.slice(0, 10);
  return `${iso.slice(0, 10)} ${time}`;
}

/** The serial of 1970-01-01. The 29th of February 1900, which never was, counts in the serials. */
function epochDay(serial: number, from1904: boolean): number {
  if (from1904) return 24_107;
  return serial < 60 ? 25_568 : 25_569;
}
