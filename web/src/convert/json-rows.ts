/** Lists as tables: of records, of rows of cells, of texts with separators. */
import { placeNames } from './json-names.ts';

export type Fields = Record<string, unknown>;
export interface Found {
  columns: string[];
  rows: unknown[][];
}

/** Names come from outside: "constructor" is a name like any other. */
export const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

export function codeIn(value: unknown): string | undefined {
  return /^(?:(?:\w+_)?hs_|sh|sz|bj|\d\.)?(\d{6})(?:\.\w{2}|_\w+)?$/i.exec(
    String(value ?? ''),
  )?.[1];
}

export function columnsTable(lists: readonly [string, unknown[]][]): Found {
  const length = Math.max(...lists.map(([, list]) => list.length));
  const rows = Array.from({ length }, (_, at) => lists.map(([, list]) => list[at]));
  return { columns: lists.map(([name]) => tupleName(name)), rows };
}

/** pandas writes a name of two parts as "('Close', 'SPY')". */
export function tupleName(name: string): string {
  const parts = /^\((['"].*)\)$/.exec(name)?.[1]?.match(/'[^']*'|"[^"]*"/g);
  if (!parts) return name;
  return parts
    .map((part) => part.slice(1, -1))
    .filter((part) => part !== '')
    .join(' / ');
}

export function withConstant<T extends Found>(table: T, column: string, value: unknown): T {
  if (value === undefined || value === null || !isScalar(value)) return table;
  return {
    ...table,
    columns: [...table.columns, column],
    rows: table.rows.map((row) => [
      ...Array.from({ length: table.columns.length }, (_, at) => row[at]),
      value,
    ]),
  };
}

/** A list as a table, if it is one. */
export function listTable(list: readonly unknown[], name: string): Found | undefined {
  const items = list.filter((item) => item !== null);
  if (items.length === 0) return undefined;
  if (items.every(isFields)) return recordsTable(list as (Fields | null)[]);
  if (items.every(Array.isArray)) return rowsTable(list as (unknown[] | null)[], name);
  if (items.every((item) => typeof item === 'string')) return linesTable(list as string[], name);
  return undefined;
}

/**
 * Records, those inside a record (集思录's `cell`, 雪球's `quote`) spread out. Lists inside are not
 * cells. `fewest` columns make a table: one, where each record has a day or code of its own.
 */
export function recordsTable(list: readonly (Fields | null)[], fewest = 2): Found | undefined {
  const columns = new Map<string, number>();
  const nameOf = namesInside(list);
  const rows = list.map((item) => {
    const row: unknown[] = [];
    for (const [key, sub, value] of flat(item ?? {})) {
      const name = nameOf(key, sub);
      const at = columns.get(name) ?? columns.size;
      columns.set(name, at);
      row[at] = value;
    }
    return row;
  });
  // A frame around the lists in it, not a row of a table.
  const lists = list
    .flatMap((item) => Object.values(item ?? {}))
    .filter((value) => Array.isArray(value) && value.length > 1);
  if (columns.size < fewest || (rows.length < 2 && lists.length > 0)) return undefined;
  return { columns: [...columns.keys()], rows };
}

/** What only holds the record; elsewhere the outer name says what the inner is of (nav.unit). */
const frames = /^(quote|market|cell|node|_?source|data|item|fund|row|record|info|attributes)$/i;

/** A field inside a frame goes by its own name, where no other field of the records has it. */
function namesInside(list: readonly (Fields | null)[]): (key: string, sub: string) => string {
  const holders = new Map<string, Set<string>>();
  const inner = new Set<string>();
  for (const item of list.slice(0, 1000))
    for (const [key, sub] of flat(item ?? {})) {
      const name = sub || key;
      if (sub) inner.add(key);
      holders.set(name, (holders.get(name) ?? new Set()).add(sub && key));
    }
  return (key, sub) => {
    if (!sub) return key;
    const isPlain = inner.size === 1 || frames.test(key);
    return !isPlain || (holders.get(sub)?.size ?? 2) > 1 ? `${key}.${sub}` : sub;
  };
}

/** Its cells: key, key inside (empty where the value is the record's own) and value. */
function flat(item: Fields): [string, string, unknown][] {
  const entries = Object.entries(item);
  const inner = entries.filter((entry): entry is [string, Fields] => isFields(entry[1]));
  // 集思录 repeats the code as the row's id.
  const own = entries.filter(
    ([key, value]) => isScalar(value) && !(key === 'id' && inner.length === 1),
  );
  const parts = inner.flatMap(([key, fields]) =>
    Object.entries(fields)
      .filter(([, value]) => isScalar(value))
      .map(([sub, value]): [string, string, unknown] => [key, sub, value]),
  );
  return [...own.map(([key, value]): [string, string, unknown] => [key, '', value]), ...parts];
}

/** Rows of cells. The first names them, if it is all text and the others are not; or the place does. */
function rowsTable(list: readonly (unknown[] | null)[], name: string): Found | undefined {
  const rows = list.map((row) => (row ?? []).map((cell) => (isScalar(cell) ? cell : null)));
  // 腾讯 adds to its bars of some days what was paid out then, which is no cell.
  const width = Math.max(...rows.slice(0, 1000).map(filledWidth));
  if (width < 2) return undefined;
  const first = rows[0] ?? [];
  const isHeader =
    rows.length > 1 &&
    first.every(
      (cell) => typeof cell === 'string' && cell !== '' && !/^[-+]?[\d.,]+%?$|^\d{4}\D/.test(cell),
    );
  if (isHeader) return { columns: first.map(String), rows: rows.slice(1) };
  return { columns: namesFor(name, width, rows), rows };
}

function filledWidth(row: readonly unknown[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? null) === null) width--;
  return width;
}

function namesFor(name: string, width: number, rows: readonly unknown[][]): string[] {
  const known = placeNames(name, width, rows[0] ?? []);
  const isMoment = rows
    .slice(0, 20)
    .every(([first]) => looksLikeDay(String(first)) || Number(first) > 1e8);
  return Array.from({ length: width }, (_, index) => {
    if (known?.[index]) return known[index];
    if (index === 0 && isMoment) return '日期';
    return width === 2 && index === 1 && isMoment ? name || 'value' : `#${index + 1}`;
  });
}

export const looksLikeDay = (key: string): boolean =>
  /^(19|20)\d\d[-/.年]?[01]?\d[-/.月]?[0-3]?\d/.test(key);

/** Texts of several cells each, as 东方财富 packs its bars. */
export function linesTable(list: readonly string[], name: string): Found | undefined {
  const separator = [',', '\t', ';', '|', '~', ' '].find((one) => list[0]?.includes(one));
  // Words of a sentence are no cells.
  if (!separator || (separator === ' ' && !/^\d{4} [\d.]+ [\d.]+/.test(String(list[0]))))
    return undefined;
  return rowsTable(
    list.map((line) => String(line ?? '').split(separator)),
    name,
  );
}
