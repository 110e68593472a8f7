// The rows of an analysis as a table to be written, headed so that it reads as the same data when
// it is pasted again: one value is headed as the NAV, the others as what they are.

import type { Denominator, Ops } from '../generated/ops.ts';
import { at, isoDate, missingDay } from '../model/brand.ts';
import type { Calculator } from '../model/engine.ts';
import type { Texts } from '../texts/types.ts';
import type { ExportTexts } from './export-texts.ts';
import { exportTexts } from './export-texts.ts';
import type { Column, ExportTable } from './table.ts';

export type Exported = Ops['export_rows']['result'];

export interface FundData extends ExportTable {
  /** The first and the last day with a price; empty where there is none. */
  from: string;
  to: string;
}

/** Funds are told by their names as well as their codes: what they hold is known by both. */
export interface Named {
  code: string;
  name: string;
}

/** `fund`: the one fund; of several `funds` each row has its own. */
export async function readFundData(
  engine: Calculator,
  result: Exported,
  { fund, funds }: { fund: Named; funds: Named[] },
  texts: Texts,
): Promise<FundData> {
  const own = exportTexts[texts.language];
  const dates = result.dates ? await engine.dates(result.dates) : undefined;
  const columns: Column[] = [];
  if (dates) columns.push(dayColumn('date', own.date, dates));
  if (result.times)
    columns.push(numberColumn('time', own.time, 'time', await engine.series(result.times)));
  const codes = result.codes ? await engine.texts(result.codes) : undefined;
  columns.push(...(codes ? columnsOfFunds(codes, funds, own) : columnsOfFund(fund, own)));
  const price = await engine.series(result.price);
  columns.push(numberColumn('price', own.price, 'number', price));
  columns.push(...(await valueColumns(engine, result, own)));
  columns.push(checksColumn(own.checks, await engine.texts(result.checks), texts));
  const [from = '', to = ''] = dates ? ends(dates, price) : [];
  return { rows: result.rows, columns, from, to };
}

function columnsOfFunds(codes: (string | null)[], funds: Named[], own: ExportTexts): Column[] {
  const names = new Map(funds.map(({ code, name }) => [code, name]));
  const nameAt = (row: number) => names.get(codes[row] ?? '') || null;
  return [
    { key: 'code', title: own.code, kind: 'text', at: (row) => codes[row] || null },
    ...(funds.some(({ name }) => name)
      ? [{ key: 'name', title: own.fund_name, kind: 'text', at: nameAt } as const]
      : []),
  ];
}

const columnsOfFund = ({ code, name }: Named, own: ExportTexts): Column[] => [
  ...(code ? [{ key: 'code', title: own.code, kind: 'text', at: () => code } as const] : []),
  ...(name ? [{ key: 'name', title: own.fund_name, kind: 'text', at: () => name } as const] : []),
];

async function valueColumns(
  engine: Calculator,
  { values, value_dates, premiums }: Exported,
  own: ExportTexts,
): Promise<Column[]> {
  const columns: Column[] = [];
  const names = Object.keys(values) as Denominator[];
  const nav = leadingNav(names);
  const titleOf = (name: Denominator) => (name === nav ? own.nav : own.values[name]);
  for (const name of names) {
    const series = values[name];
    if (!series) continue;
    columns.push(numberColumn(name, titleOf(name), 'number', await engine.series(series)));
    const days = name === 'nav_same_day' ? undefined : value_dates[name];
    if (days)
      columns.push(
        dayColumn(`${name}_date`, own.value_date(titleOf(name)), await engine.dates(days)),
      );
  }
  for (const name of names) {
    const series = premiums[name];
    if (!series) continue;
    const key = `premium_fraction_${name}`;
    columns.push(
      numberColumn(key, own.premium(titleOf(name)), 'fraction', await engine.series(series)),
    );
  }
  return columns;
}

/** The NAV by its own day; beside prices of one moment, the one that was known then. */
const leadingNav = (names: Denominator[]): Denominator | undefined =>
  (['nav_same_day', 'nav_published', 'nav_previous'] as const).find((name) => names.includes(name));

function numberColumn(
  key: string,
  title: string,
  kind: 'number' | 'fraction' | 'time',
  values: Float64Array,
): Column {
  const value = (row: number) => {
    const number = at(values, row);
    return Number.isFinite(number) ? number : null;
  };
  return { key, title, kind, at: value };
}

const dayColumn = (key: string, title: string, days: Int32Array): Column => ({
  key,
  title,
  kind: 'day',
  at: (row) => isoDate(days[row]) ?? null,
});

/** Codes in the core, names for the reader; most rows have none. */
function checksColumn(title: string, codes: (string | null)[], texts: Texts): Column {
  const names = texts.result.rule_names as Readonly<Record<string, string>>;
  const join = texts.language === 'zh' ? '、' : ', ';
  const named = (list: string) =>
    list
      .split(' ')
      .map((code) => names[code] ?? code)
      .join(join);
  return {
    key: 'checks',
    title,
    kind: 'text',
    at: (row) => (codes[row] ? named(codes[row] as string) : null),
  };
}

function ends(dates: Int32Array, price: Float64Array): string[] {
  let first: number | undefined;
  let last: number | undefined;
  for (const [row, day] of dates.entries()) {
    if (day === missingDay || Number.isNaN(at(price, row))) continue;
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  return [isoDate(first) ?? '', isoDate(last) ?? ''];
}
