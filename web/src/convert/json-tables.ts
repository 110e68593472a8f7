/**
 * Finds the tables in a value: lists of records, lists of rows beside a list of their names, lists
 * of texts with separators, columns side by side, and records keyed by day, code or number, however
 * deep they lie and whatever the service calls them.
 */
import { fieldNames, fundTrends, places } from './json-names.ts';
import type { NamedValue } from './json-text.ts';

export interface JsonTable {
  name: string;
  columns: string[];
  rows: unknown[][];
}

type Fields = Record<string, unknown>;
type Found = Omit<JsonTable, 'name'>;

const deepest = 32;

/** Names come from outside: "constructor" is a name like any other. */
const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

export function tablesIn(values: readonly NamedValue[]): { tables: JsonTable[]; pages: string[] } {
  const known = values.filter(({ name }) => own(fundTrends, name));
  const finder = new Finder();
  for (const { name, value } of known.length > 0 ? known : values) finder.look(value, name, {}, 0);
  const code = values.find(({ name }) => name === 'fS_code')?.value;
  const tables = alike(finder.tables.map((table) => withNames(table)));
  return {
    tables: tables.map((table) => (known.length > 0 ? withConstant(table, '代码', code) : table)),
    pages: finder.pages,
  };
}

/** Pages of one list, and the same list of several funds, are one table. */
function alike(tables: readonly JsonTable[]): JsonTable[] {
  const merged = new Map<string, JsonTable>();
  for (const table of tables) {
    const coded = table.columns.includes('代码') ? '' : table.name;
    const key = JSON.stringify([coded, table.columns]);
    const before = merged.get(key);
    if (before) for (const row of table.rows) before.rows.push(row);
    else merged.set(key, { ...table, rows: [...table.rows] });
  }
  return [...merged.values()];
}

/** Which fund a list is about often stands beside the list. */
interface Around {
  code?: unknown;
  name?: unknown;
}

class Finder {
  readonly tables: JsonTable[] = [];
  /** Texts that hold a table as a page would. */
  readonly pages: string[] = [];

  look(value: unknown, name: string, around: Around, depth: number): void {
    if (depth > deepest) return;
    if (typeof value === 'string' && /<table[\s>]/i.test(value)) this.pages.push(value);
    if (isScalar(value)) return;
    const table = Array.isArray(value) ? listTable(value, name) : fieldsTable(value as Fields);
    if (table && table.rows.length > 0) {
      const here = { ...around, code: codeIn(name) ?? around.code };
      this.#add(withAround({ ...table, name }, here), value, depth);
      return;
    }
    if (Array.isArray(value)) for (const item of value) this.look(item, name, around, depth + 1);
    else this.#lookInside(value as Fields, name, around, depth);
  }

  /** Records may be frames around the lists that matter: pages of a list, funds with their bars. */
  #add(table: JsonTable, value: unknown, depth: number): void {
    const inner = new Finder();
    for (const item of Array.isArray(value) ? value.filter(isFields) : [])
      inner.look(item, table.name, {}, depth + 1);
    const rows = inner.tables.reduce((sum, one) => sum + one.rows.length, 0);
    if (rows > table.rows.length) this.tables.push(...inner.tables);
    else this.tables.push(table);
  }

  #lookInside(fields: Fields, name: string, around: Around, depth: number): void {
    const { code = fields.ts_code ?? fields.symbol ?? around.code, name: label = around.name } =
      fields;
    const here = { code: codeIn(code) ?? codeIn(name) ?? around.code, name: label };
    for (const [key, item] of Object.entries(fields)) this.look(item, key, here, depth + 1);
  }
}

function codeIn(value: unknown): string | undefined {
  return /^(?:sh|sz|\d\.)?(\d{6})(?:\.\w{2})?$/i.exec(String(value ?? ''))?.[1];
}

/** A list as a table, if it is one. */
function listTable(list: readonly unknown[], name: string): Found | undefined {
  const items = list.filter((item) => item !== null);
  if (items.length === 0) return undefined;
  if (items.every(isFields)) return recordsTable(list as (Fields | null)[]);
  if (items.every(Array.isArray)) return rowsTable(list as (unknown[] | null)[], name);
  if (items.every((item) => typeof item === 'string')) return linesTable(list as string[], name);
  return undefined;
}

/** Records, those inside a record (集思录's `cell`) spread out. Lists inside are not cells. */
function recordsTable(list: readonly (Fields | null)[]): Found | undefined {
  const columns = new Map<string, number>();
  const rows = list.map((item) => {
    const row: unknown[] = [];
    for (const [key, value] of flat(item ?? {})) {
      const at = columns.get(key) ?? columns.size;
      columns.set(key, at);
      row[at] = value;
    }
    return row;
  });
  // A frame around the lists in it, not a row of a table.
  const lists = list
    .flatMap((item) => Object.values(item ?? {}))
    .filter((value) => Array.isArray(value) && value.length > 1);
  if (columns.size < 2 || (rows.length < 2 && lists.length > 0)) return undefined;
  return { columns: [...columns.keys()], rows };
}

function flat(item: Fields): [string, unknown][] {
  const inner = Object.entries(item).filter((entry): entry is [string, Fields] =>
    isFields(entry[1]),
  );
  // 集思录 repeats the code as the row's id.
  const own = Object.entries(item).filter(
    ([key, value]) => isScalar(value) && !(key === 'id' && inner.length === 1),
  );
  const parts = inner.flatMap(([key, fields]) =>
    Object.entries(fields)
      .filter(([, value]) => isScalar(value))
      .map(([sub, value]): [string, unknown] => [
        inner.length === 1 ? sub : `${key}.${sub}`,
        value,
      ]),
  );
  return [...own, ...parts];
}

/** Rows of cells. The first names them, if it is all text and the others are not; or the place does. */
function rowsTable(list: readonly (unknown[] | null)[], name: string): Found | undefined {
  const rows = list.map((row) => (row ?? []).map((cell) => (isScalar(cell) ? cell : null)));
  const width = Math.max(...rows.slice(0, 1000).map((row) => row.length));
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

function namesFor(name: string, width: number, rows: readonly unknown[][]): string[] {
  const known = own(places, name);
  const isMoment = rows
    .slice(0, 20)
    .every(([first]) => looksLikeDay(String(first)) || Number(first) > 1e8);
  return Array.from({ length: width }, (_, index) => {
    if (known?.[index]) return known[index];
    if (index === 0 && isMoment) return '日期';
    return width === 2 && index === 1 ? name || 'value' : `#${index + 1}`;
  });
}

/** Texts of several cells each, as 东方财富 packs its bars. */
function linesTable(list: readonly string[], name: string): Found | undefined {
  const separator = [',', '\t', ';', '|', '~'].find((one) => list[0]?.includes(one));
  if (!separator) return undefined;
  return rowsTable(
    list.map((line) => String(line ?? '').split(separator)),
    name,
  );
}

const nameKeys = ['fields', 'columns', 'header', 'headers', 'titles', 'thead', 'head', 'cols'];
const rowKeys = ['items', 'data', 'rows', 'values', 'list', 'tbody', 'body'];

function fieldsTable(fields: Fields): Found | undefined {
  return (
    namedRows(fields) ??
    yahooChart(fields) ??
    sideBySide(fields) ??
    keyedRecords(fields) ??
    keyedValues(fields)
  );
}

/** {columns, data}, {fields, items}, {columns, index, data}, {schema: {fields}, data}. */
function namedRows(fields: Fields): Found | undefined {
  const schema = isFields(fields.schema) ? fields.schema : fields;
  const names = nameKeys
    .map((key) => schema[key] ?? fields[key])
    .find((value) => Array.isArray(value));
  const rows = rowKeys
    .map((key) => fields[key])
    .find((value) => Array.isArray(value) && value.length > 0);
  if (!Array.isArray(names) || !Array.isArray(rows)) return undefined;
  const columns = names.map(columnName);
  if (rows.every(isFields)) return recordsTable(rows);
  if (!rows.every(Array.isArray)) return undefined;
  const { index } = fields;
  if (!Array.isArray(index) || index.length !== rows.length || isCount(index.map(String)))
    return { columns, rows };
  const indexed = rows.map((row, at) => [index[at], ...row]);
  return {
    columns: [indexName(index.map(String)), ...columns],
    rows: indexed,
  };
}

function columnName(value: unknown): string {
  if (Array.isArray(value))
    return value
      .filter((part) => part !== '')
      .map(String)
      .join(' / ');
  if (isFields(value))
    return String(value.title ?? value.label ?? value.name ?? value.prop ?? value.key ?? '');
  return tupleName(String(value ?? ''));
}

/** pandas writes a name of two parts as "('Close', 'SPY')". */
function tupleName(name: string): string {
  const parts = /^\((['"].*)\)$/.exec(name)?.[1]?.match(/'[^']*'|"[^"]*"/g);
  if (!parts) return name;
  return parts
    .map((part) => part.slice(1, -1))
    .filter((part) => part !== '')
    .join(' / ');
}

/** {timestamp, indicators: {quote: [{open, …}], adjclose: [{adjclose}]}}, moments of an exchange. */
function yahooChart(fields: Fields): Found | undefined {
  const { timestamp, indicators, meta } = fields;
  if (!Array.isArray(timestamp) || !isFields(indicators)) return undefined;
  const series = Object.values(indicators).flatMap((group) =>
    Array.isArray(group) && isFields(group[0]) ? Object.entries(group[0]) : [],
  );
  const offset = isFields(meta) ? Number(meta.gmtoffset ?? 0) : 0;
  const days = timestamp.map((seconds) =>
    typeof seconds === 'number'
      ? new Date(1000 * (seconds + offset)).toISOString().slice(0, 19).replace('T', ' ')
      : null,
  );
  const daily = new Set(days.map((day) => day?.slice(0, 10))).size === days.length;
  const symbol = isFields(meta) ? meta.symbol : undefined;
  const table = columnsTable([
    ['date', daily ? days.map((day) => day?.slice(0, 10) ?? null) : days],
    ...series.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1])),
  ]);
  return withConstant(table, 'symbol', symbol);
}

/** {date: […], close: […]}, all as long. */
function sideBySide(fields: Fields): Found | undefined {
  const lists = Object.entries(fields).filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].every(isScalar),
  );
  const length = lists[0]?.[1].length ?? 0;
  if (length < 1 || lists.length < 2 || lists.some(([, list]) => list.length !== length))
    return undefined;
  // Packed lines beside each other are lists of their own.
  if (lists.some(([, list]) => /,.*,/.test(String(list[0])))) return undefined;
  return columnsTable(lists);
}

function columnsTable(lists: readonly [string, unknown[]][]): Found {
  const length = Math.max(...lists.map(([, list]) => list.length));
  const rows = Array.from({ length }, (_, at) => lists.map(([, list]) => list[at]));
  return { columns: lists.map(([name]) => tupleName(name)), rows };
}

/** Records keyed by row (a day, a code, a number) or, the other way round, by column. */
function keyedRecords(fields: Fields): Found | undefined {
  const entries = Object.entries(fields);
  const records = entries.filter((entry): entry is [string, Fields] => isFields(entry[1]));
  if (records.length === 0 || records.length < entries.length) return undefined;
  if (records.some(([, record]) => !Object.values(record).every(isScalar))) return undefined;
  const outer = records.map(([key]) => key);
  const inner = Object.keys(records[0]?.[1] ?? {});
  // Days below codes are rows: each code is a column.
  if (isIndex(outer) && (isDays(outer) || !isDays(inner))) {
    const table = recordsTable(records.map(([, record]) => record));
    return table && (isCount(outer) ? table : withIndex(table, outer));
  }
  if (!isIndex(inner)) return undefined;
  const keys = [...new Set(records.flatMap(([, record]) => Object.keys(record)))];
  const columns: [string, unknown[]][] = records.map(([name, record]) => [
    name,
    keys.map((key) => record[key]),
  ]);
  const table = columnsTable(columns);
  return isCount(inner) ? table : withIndex(table, keys);
}

/** {day: value} or {code: value}. */
function keyedValues(fields: Fields): Found | undefined {
  const keys = Object.keys(fields);
  if (keys.length < 2 || !isIndex(keys) || isCount(keys)) return undefined;
  const values = Object.values(fields);
  if (!values.every(isScalar)) return undefined;
  const rows = values.map((value) => [value]);
  return withIndex({ columns: ['value'], rows }, keys);
}

function withIndex<T extends Found>(table: T, keys: readonly string[]): T {
  const columns = [indexName(keys), ...table.columns];
  return { ...table, columns, rows: table.rows.map((row, at) => [keys[at], ...row]) };
}

const looksLikeDay = (key: string): boolean =>
  /^(19|20)\d\d[-/.年]?[01]?\d[-/.月]?[0-3]?\d/.test(key);
const looksLikeCode = (key: string): boolean => codeIn(key) !== undefined && !looksLikeDay(key);
const isMomentKey = (key: string): boolean => /^\d{12,13}$/.test(key);
const isNumberKey = (key: string): boolean => /^\d{1,9}$/.test(key);

const isDays = (keys: readonly string[]): boolean =>
  keys.length > 0 && (keys.every(looksLikeDay) || keys.every(isMomentKey));

/** Keys of rows, not names of columns. */
function isIndex(keys: readonly string[]): boolean {
  if (keys.length === 0) return false;
  return [looksLikeDay, looksLikeCode, isMomentKey, isNumberKey].some((test) => keys.every(test));
}

/** 0, 1, 2 …: says nothing. */
const isCount = (keys: readonly string[]): boolean =>
  keys.every((key, index) => Number(key) === index || Number(key) === index + 1);

function indexName(keys: readonly string[]): string {
  if (isDays(keys)) return '日期';
  return keys.every(looksLikeCode) ? '代码' : 'index';
}

/** With the names that a reader would know, none twice. */
function withNames(table: JsonTable): JsonTable {
  const names = { ...fieldNames(table.columns), ...own(fundTrends, table.name) };
  return { ...table, columns: table.columns.map((column) => own(names, column) ?? column) };
}

function withAround(table: JsonTable, { code, name }: Around): JsonTable {
  const hasCode = table.columns.some((column) => /code|symbol|代码|f12$|fund_id/i.test(column));
  if (hasCode) return table;
  const coded = withConstant(table, '代码', code);
  return code === undefined || isFields(name) ? coded : withConstant(coded, '名称', name);
}

function withConstant<T extends Found>(table: T, column: string, value: unknown): T {
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
