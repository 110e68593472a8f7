/**
 * Finds the tables in a value: lists of records, lists of rows beside a list of their names, lists
 * of texts with separators, columns side by side, and records keyed by day, code or number, however
 * deep they lie and whatever the service calls them.
 */
import { fieldsTable } from './json-forms.ts';
import { fieldNames, fundTrends, quotePlaces } from './json-names.ts';
import {
  codeIn,
  type Fields,
  isFields,
  isScalar,
  linesTable,
  listTable,
  own,
  recordsTable,
  withConstant,
} from './json-rows.ts';
import { type NamedValue, readInside } from './json-text.ts';

export interface JsonTable {
  name: string;
  columns: string[];
  rows: unknown[][];
}

const deepest = 32;

export function tablesIn(values: readonly NamedValue[]): { tables: JsonTable[]; pages: string[] } {
  const known = values.filter(({ name }) => own(fundTrends, name));
  const finder = new Finder();
  for (const { name, value } of known.length > 0 ? known : values) finder.look(value, name, {}, 0);
  const code = values.find(({ name }) => name === 'fS_code')?.value;
  const found = [...finder.tables, ...quotes(values)];
  const tables = alike((found.length > 0 ? found : finder.single()).map(withNames));
  return {
    tables: tables.map((table) => (known.length > 0 ? withConstant(table, '代码', code) : table)),
    pages: finder.pages,
  };
}

/** Pages of one list, and the same list of several funds, are one table. */
function alike(tables: readonly JsonTable[]): JsonTable[] {
  const merged = new Map<string, JsonTable>();
  for (const [index, table] of tables.entries()) {
    if (isSame(table, tables[index - 1])) continue;
    const coded = table.columns.some((column) => /代码|code/i.test(column)) ? '' : table.name;
    const key = JSON.stringify([coded, table.columns]);
    const before = merged.get(key);
    if (before) for (const row of table.rows) before.rows.push(row);
    else merged.set(key, { ...table, rows: [...table.rows] });
  }
  return [...merged.values()];
}

/** Services repeat a whole list under a second name. */
function isSame({ columns, rows }: JsonTable, other: JsonTable | undefined): boolean {
  return (
    other?.rows.length === rows.length &&
    JSON.stringify([columns, rows]) === JSON.stringify([other.columns, other.rows])
  );
}

/** Which fund a list is about often stands beside the list. */
interface Around {
  code?: unknown;
  name?: unknown;
  /** Minutes give the time; the day stands beside them. */
  date?: unknown;
}

class Finder {
  readonly tables: JsonTable[] = [];
  /** Texts that hold a table as a page would. */
  readonly pages: string[] = [];
  /** Records of one fund each: a table of one row, where there is nothing else. */
  readonly #records: Fields[] = [];

  look(value: unknown, name: string, around: Around, depth: number): void {
    if (depth > deepest) return;
    if (typeof value === 'string') this.#lookIntoText(value, name, around, depth);
    if (isScalar(value)) return;
    const table = Array.isArray(value) ? listTable(value, name) : fieldsTable(value as Fields);
    if (table && table.rows.length > 0) {
      const { ts_code, symbol, code = ts_code ?? symbol }: Fields = isFields(value) ? value : {};
      const here = { ...around, code: codeIn(code) ?? codeIn(name) ?? around.code };
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

  /** JSON within a text of JSON, and rows packed into one text, as 同花顺 has them. */
  #lookIntoText(text: string, name: string, around: Around, depth: number): void {
    if (/<table[\s>]/i.test(text)) this.pages.push(text);
    const inside = readInside(text);
    if (inside !== undefined) this.look(inside, name, around, depth + 1);
    const lines = text.split(';').filter(Boolean);
    if (lines.length < 2 || !lines.every((line) => /^\d{4,12},[\d.,-]+$/.test(line))) return;
    const table = linesTable(lines, name);
    if (table) this.tables.push(withAround({ ...table, name }, around));
  }

  /** The records of single funds. */
  single(): JsonTable[] {
    return this.#records.flatMap((record) => {
      const table = recordsTable([record]);
      return table ? [{ ...table, name: '' }] : [];
    });
  }

  #lookInside(fields: Fields, name: string, around: Around, depth: number): void {
    const cells = Object.values(fields).filter(isScalar);
    const numbers = cells.filter((cell) => cell !== '' && cell !== null && !codeIn(cell));
    if (cells.some(codeIn) && numbers.some((cell) => Number.isFinite(Number(cell))))
      this.#records.push(fields);
    const { code = fields.ts_code ?? fields.symbol ?? around.code, name: label = around.name } =
      fields;
    const here: Around = {
      code: codeIn(code) ?? codeIn(name) ?? around.code,
      name: label,
      date: fields.date ?? around.date,
    };
    for (const [key, item] of Object.entries(fields)) {
      // Lines of a chart go by the name beside them.
      const called = key === 'data' && typeof label === 'string' && fields.code === undefined;
      this.look(item, called ? label : key, here, depth + 1);
    }
  }
}

/** `v_sh513100="1~名称~513100~…";`: each variable is a row, whose places have no names. */
function quotes(values: readonly NamedValue[]): JsonTable[] {
  return values.flatMap(({ name, value }) => {
    const form = typeof value === 'string' ? quotePlaces(name) : undefined;
    if (!form || typeof value !== 'string') return [];
    const cells = value.split(value.includes('~') ? '~' : ',');
    if (cells.length < 5) return [];
    const columns = Object.values(form);
    const row = Object.keys(form).map((place) => cells[Number(place)]);
    const code = /[a-z](\d{6})$/.exec(name)?.[1] ?? name.split('_').at(-1);
    const table = { name: 'quotes', columns, rows: [row] };
    return [columns.includes('代码') ? table : withConstant(table, '代码', code)];
  });
}

/** With the names that a reader would know, none twice. */
function withNames(table: JsonTable): JsonTable {
  const names = { ...fieldNames(table.columns), ...own(fundTrends, table.name) };
  const rows = unscaled(table);
  // Alpha Vantage numbers its fields: "4. close".
  const plain = (column: string) => column.replace(/^\d+[a-z]?\. (?=[a-z])/i, '');
  return { ...table, rows, columns: table.columns.map((one) => own(names, one) ?? plain(one)) };
}

function withAround(given: JsonTable, { code, name, date }: Around): JsonTable {
  const isMinutes = given.columns[0] === '时间' && /^\d{3,4}$/.test(String(given.rows[0]?.[0]));
  const table = isMinutes ? withConstant(given, '日期', date) : given;
  const hasCode = table.columns.some((column) => /code|symbol|代码|f12$|fund_id/i.test(column));
  if (hasCode) return table;
  const coded = withConstant(table, '代码', code);
  return code === undefined || isFields(name) ? coded : withConstant(coded, '名称', name);
}

/** Prices among 东方财富's fields, and its percents, which come as whole numbers where not asked otherwise. */
const scaledPrices = ['f2', 'f4', 'f15', 'f16', 'f17', 'f18', 'f43', 'f44', 'f45', 'f46', 'f60'];
const scaledPercents = ['f3', 'f7', 'f8', 'f168', 'f169', 'f170', 'f171'];

/** 东方财富 says beside its whole numbers how many of the digits are decimals. */
function unscaled({ columns, rows }: JsonTable): unknown[][] {
  const decimalsAt = columns.findIndex((column) => column === 'f1' || column === 'f59');
  const prices = columns.flatMap((column, at) => (scaledPrices.includes(column) ? [at] : []));
  const isWhole = (row: unknown[]) =>
    prices.every((at) => typeof row[at] !== 'number' || Number.isInteger(row[at]));
  if (decimalsAt < 0 || prices.length === 0 || !rows.every(isWhole)) return rows;
  return rows.map((row) =>
    row.map((cell, at) => {
      if (typeof cell !== 'number') return cell;
      const digits = prices.includes(at) ? Number(row[decimalsAt]) : 2;
      const isScaled = prices.includes(at) || scaledPercents.includes(columns[at] ?? '');
      return isScaled ? Number((cell / 10 ** digits).toFixed(digits)) : cell;
    }),
  );
}
