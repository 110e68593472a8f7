/** An export of this page's read again: its rows under the titles it gives them, and what was known. */
import { timeOfDay } from '../model/brand.ts';
import { isFields } from './json-rows.ts';
import type { JsonTable } from './json-tables.ts';
import type { NamedValue } from './json-text.ts';

export interface OwnExport {
  tables: JsonTable[];
  known: unknown;
}

/** Undefined where it is JSON of others. */
export function ownExport([first]: readonly NamedValue[]): OwnExport | undefined {
  const file = first?.value;
  if (!isFields(file) || file.program !== 'PremiumLens') return undefined;
  const { columns, data, settings } = file;
  if (!isFields(columns) || !Array.isArray(data)) return undefined;
  const keys = Object.keys(columns);
  const rows = data.filter(isFields).map((row) => keys.map((key) => cellOf(key, row[key])));
  return {
    tables: [{ name: '', columns: keys.map((key) => String(columns[key])), rows }],
    known: isFields(settings) ? settings.known : undefined,
  };
}

/** A time is seconds of the day. */
const cellOf = (key: string, value: unknown): unknown =>
  key === 'time' && typeof value === 'number' ? timeOfDay(value) : value;
