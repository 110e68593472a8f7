/** JSON as services, programs and pages give it: each list of rows in it is a table. */
import { decode } from '../engine/decode.ts';
import { dayText, epochMs, epochTexts } from './day-text.ts';
import { convertHtml } from './html.ts';
import { type JsonTable, tablesIn } from './json-tables.ts';
import { readJson } from './json-text.ts';
import { shortest } from './number-text.ts';
import { Budget, type Converted, mainFirst, refuse, TableText } from './tabular.ts';

/** The whole of it is a string and then objects, several times its size. */
export const maxJsonBytes = 256 * 1024 ** 2;

export async function convertJson(
  source: Blob,
  onProgress: (fraction: number) => void = () => {},
): Promise<Converted[]> {
  if (source.size > maxJsonBytes) refuse('input_too_large');
  let pieces: string[] = [];
  let decoder = new TextDecoder();
  await decode(source, {
    start() {
      pieces = [];
      decoder = new TextDecoder();
    },
    append: (utf8) => pieces.push(decoder.decode(utf8, { stream: true })),
    pause: async (fraction) => onProgress(fraction / 3),
  });
  const { tables, pages } = tablesIn(readJson(pieces.join('')));
  const budget = new Budget();
  const converted = relevant(tables).map((table) => written(table, budget));
  for (const page of converted.length === 0 ? pages : [])
    converted.push(...(await convertHtml(new Blob([page]))));
  return converted.length > 0 ? mainFirst(converted) : refuse('json_without_rows');
}

/** Beside a list of many rows, single records are what the service says about it. */
function relevant(tables: JsonTable[]): JsonTable[] {
  const most = Math.max(0, ...tables.map(({ rows }) => rows.length));
  return tables.filter(
    ({ rows, columns }) => columns.length >= 2 && (rows.length > 1 || most <= 1),
  );
}

function written({ name, columns, rows }: JsonTable, budget: Budget): Converted {
  const text = new TableText(budget);
  text.name = name;
  text.add(columns);
  const cells = columns.map((column, at) => cellTexts(column, rows, at));
  for (let row = 0; row < rows.length; row++) text.add(cells.map((column) => column[row] ?? ''));
  const converted = text.finish();
  return { ...converted, rows: rows.length };
}

/** A column's cells; one of nothing but moments in milliseconds or seconds becomes one of days. */
function cellTexts(column: string, rows: readonly unknown[][], at: number): string[] {
  const texts = rows.map((row) => cellText(row[at]));
  // A market value in yuan is as long a number as a moment in milliseconds.
  if (!/date|time|日期|时间|^(x|t|ts|index)$/i.test(column)) return texts;
  const moments = rows.map((row) => epochMs(row[at]));
  const given = rows.filter((row) => row[at] !== null && row[at] !== undefined && row[at] !== '');
  const known = moments.filter((moment) => moment !== undefined).length;
  if (known > 0 && known === given.length) return epochTexts(moments);
  return texts;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  if (typeof value === 'number') return shortest(String(value));
  if (typeof value === 'string') return dayText(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : '';
}
