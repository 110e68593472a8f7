/** JSON as services, programs and pages give it: each list of rows in it is a table. */
import { decode } from '../engine/decode.ts';
import { dayText, epochMs, epochTexts } from './day-text.ts';
import { convertHtml } from './html.ts';
import { ownExport } from './json-own.ts';
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
  const values = readJson(pieces.join(''));
  const own = ownExport(values);
  const { tables, pages } = own ? { ...own, pages: [] } : tablesIn(values);
  const budget = new Budget();
  const converted = relevant(tables).map((table) => written(table, budget));
  for (const page of converted.length === 0 ? pages : [])
    converted.push(...(await convertHtml(new Blob([page]))));
  if (converted.length === 0) refuse('json_without_rows', saidIn(values));
  return own?.known
    ? converted.map((table) => ({ ...table, known: own.known }))
    : mainFirst(converted);
}

/** Beside a list of many rows, single records are what the service says about it. */
function relevant(tables: JsonTable[]): JsonTable[] {
  const most = Math.max(0, ...tables.map(({ rows }) => rows.length));
  const broad = tables.filter(
    ({ rows, columns }) => columns.length >= 2 && (rows.length > 1 || most <= 1),
  );
  const holding = broad.filter(holdsMore);
  return holding.length > 0 ? holding : broad;
}

/** Nothing but days beside a list of values are the hours of trading. */
function holdsMore({ columns, rows }: JsonTable): boolean {
  return columns.some(
    (column, at) =>
      !/^(代码|名称)$/.test(column) &&
      rows.some((row) => row[at] && !/^(19|20)\d\d[-/]?[01]\d/.test(String(row[at]))),
  );
}

function written({ name, columns, rows }: JsonTable, budget: Budget): Converted {
  const text = new TableText(budget);
  text.name = name;
  const cells = columns.map((column, at) => cellTexts(column, rows, at));
  const hasNames = columns.some((column) => !/^#\d+$/.test(column));
  // A list of pairs has no names; the core knows what to do without.
  if (hasNames) text.add(columns.map((column, at) => momentName(column, cells[at] ?? [])));
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

/** What only says "this is the index" is a day or a moment for all who read it. */
function momentName(column: string, cells: readonly string[]): string {
  if (!/^(x|t|ts|index)$/i.test(column)) return column;
  const first = cells.find((cell) => cell !== '') ?? '';
  if (!/^\d{4}-\d\d-\d\d/.test(first)) return column;
  return first.length > 10 ? '时间' : '日期';
}

function cellText(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  if (typeof value === 'number') return shortest(String(value));
  if (typeof value === 'string') return dayText(withoutTags(value));
  return typeof value === 'boolean' ? String(value).toUpperCase() : '';
}

/** Services colour and link what they show. */
const withoutTags = (text: string): string =>
  text.includes('</') ? text.replace(/<\/?[a-z][^>]*>/gi, '') : text;

/** What the service says in the place of rows: a limit, a missing right, an unknown code. */
function saidIn(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > 4) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const isSaying = /^(err(or)?[ _]?)?(msg|message|description|info(rmation)?|note)$/i.test(key);
    if (isSaying && typeof inner === 'string' && inner.trim()) return inner.slice(0, 200);
    const deeper = saidIn(inner, depth + 1);
    if (deeper) return deeper;
  }
  return undefined;
}
