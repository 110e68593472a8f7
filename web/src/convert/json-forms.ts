/** Objects as tables: names beside rows, columns side by side, records keyed by day, code or number. */
import {
  codeIn,
  columnsTable,
  type Fields,
  type Found,
  isFields,
  isScalar,
  looksLikeDay,
  recordsTable,
  tupleName,
  withConstant,
} from './json-rows.ts';

const nameKeys = [
  'fields',
  'columns',
  'header',
  'headers',
  'titles',
  'thead',
  'head',
  'cols',
  'column',
];
const rowKeys = ['items', 'item', 'data', 'rows', 'values', 'list', 'tbody', 'body'];

export function fieldsTable(fields: Fields): Found | undefined {
  return (
    namedRows(fields) ??
    yahooChart(fields) ??
    chartLines(fields) ??
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

/** What draws charts has the days on an axis and the lines beside it: {xAxis: {data}, series: [{name, data}]}. */
function chartLines(fields: Fields): Found | undefined {
  const axis: unknown = [fields.xAxis].flat()[0];
  const { data, categories } = isFields(axis) ? axis : fields;
  const days = [data, categories, fields.categories, fields.labels].find(Array.isArray);
  const lines = [fields.series ?? fields.datasets].flat().filter(isFields);
  const fitting = lines.flatMap(({ data: values, name, label }): [string, unknown[]][] =>
    Array.isArray(values) && values.length === days?.length && values.every(isScalar)
      ? [[String(name ?? label ?? ''), values]]
      : [],
  );
  if (!days || fitting.length === 0) return undefined;
  return columnsTable([
    [days.every((day) => looksLikeDay(String(day))) ? '日期' : 'x', days],
    ...fitting,
  ]);
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
    const table = recordsTable(
      records.map(([, record]) => record),
      isCount(outer) ? 2 : 1,
    );
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

const looksLikeCode = (key: string): boolean => codeIn(key) !== undefined && !looksLikeDay(key);
const isMomentKey = (key: string): boolean => /^(\d{10}|\d{12,13})$/.test(key);
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
