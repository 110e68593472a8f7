// What is exported, read again: the same data, exactly; and the report beside it in words.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, wasmDoor } from '../../scripts/doors.ts';
import { convertJson } from '../../web/src/convert/json.ts';
import { convertXlsx } from '../../web/src/convert/xlsx.ts';
import { daysOf, type LongSeries, numbersOf, textsOf } from '../../web/src/engine/series.ts';
import { type ExportKind, exportAs, TooLong } from '../../web/src/export/export.ts';
import type { DateSeries, Ops, Series } from '../../web/src/generated/ops.ts';
import { isoDate } from '../../web/src/model/brand.ts';
import type { Calculator } from '../../web/src/model/engine.ts';
import type { Analysed } from '../../web/src/model/workspace.ts';
import { languages } from './languages.ts';

const folder = mkdtempSync(join(tmpdir(), 'premiumlens-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A core behind a door, as the models know it. */
function calculatorOf(door: Door): Calculator {
  const run = async (op: string, request: object) => {
    const reply = JSON.parse(await door.reply(JSON.stringify({ op, ...request })));
    if (!reply.ok) throw reply.error;
    return reply.result;
  };
  const plain = async <T>(series: T) =>
    (Array.isArray(series) ? series : await door.column(series as LongSeries)) as never;
  return {
    run,
    series: async (series: Series) => numbersOf(await plain(series)),
    dates: async (series: DateSeries) => daysOf(await plain(series)),
    texts: async (series: DateSeries) => textsOf(await plain(series)),
  } as unknown as Calculator;
}

/** Of a market that trades while Shanghai does. Weekdays; prices miss some days that have a NAV, and on day 150 the fund is split 1:5. */
function tables() {
  const prices = ['date,close'];
  const navs = ['date,nav'];
  let day = Date.UTC(2024, 0, 1);
  let level = 5;
  for (let index = 0; index < 320; day += 86_400_000) {
    const date = new Date(day);
    if (date.getUTCDay() % 6 === 0) continue;
    const iso = date.toISOString().slice(0, 10);
    level *= 1 + 0.012 * Math.sin(12.9898 * index * index);
    const nav = level / (index < 150 ? 1 : 5);
    const premium = 0.03 + 0.02 * Math.sin(index / 17) + 0.004 * Math.sin(7.1 * index);
    navs.push(`${iso},${nav.toFixed(4)}`);
    if (index > 30 && index % 41 !== 0) prices.push(`${iso},${(nav * (1 + premium)).toFixed(3)}`);
    index++;
  }
  return { prices: prices.join('\n'), navs: navs.join('\n') };
}

interface Case {
  door: Door;
  analysed: Analysed;
}

async function opened(files: Record<string, string | Uint8Array>, fund?: string): Promise<Case> {
  const named = Object.entries(files).map(([file, content], index) => {
    const path = join(folder, file);
    writeFileSync(path, content);
    return { name: `t${index}`, path };
  });
  const door = await wasmDoor(named);
  const engine = calculatorOf(door);
  const settings = fund ? { fund } : {};
  const names = named.map(({ name }) => name);
  const result = await engine.run('analyze', { ...settings, tables: names });
  const loaded = Object.keys(files).map((file, index) => ({ name: `t${index}`, file }));
  return { door, analysed: { settings, result, tables: loaded } as unknown as Analysed };
}

const write = (kind: ExportKind, { door, analysed }: Case, language: 'zh' | 'en' = 'zh') =>
  exportAs(kind, calculatorOf(door), analysed, languages[language], () => {});

/** Price and premiums by day, of the days that have a price. */
async function byDay({ door, analysed: { result } }: Case) {
  const engine = calculatorOf(door);
  const dates = await engine.dates(result.dates ?? []);
  const price = await engine.series(result.price);
  const premiums = await Promise.all(
    Object.entries(result.premiums).map(
      async ([name, series]) => [name, await engine.series(series)] as const,
    ),
  );
  const rows = Array.from(dates, (day, row) => {
    const of = premiums.map(([name, values]) => [name, values[row]]);
    return [isoDate(day), { price: price[row], ...Object.fromEntries(of) }] as const;
  });
  return Object.fromEntries(rows.filter(([, row]) => !Number.isNaN(row.price)));
}

let source: Case;
beforeAll(async () => {
  const { prices, navs } = tables();
  source = await opened({ 'price 510300.csv': prices, 'nav 510300.csv': navs });
});

test('what the reader has said and changed is in the report and in the JSON', async () => {
  const settings = {
    known: { halt: true, halt_date: '2025-03-20', purchase: 'limited', purchase_limit_cny: 1000 },
    rule_bars: { 'premium_over_5.warn.bar_fraction': 0.06 },
  };
  const said = { ...source, analysed: { ...source.analysed, settings } as unknown as Analysed };
  const json = JSON.parse(await (await write('json', said)).blob.text());
  expect(json.settings).toEqual(settings);
  const lines = json.report_words.map(({ kind, name, seen }: Record<string, string>) =>
    [kind, name, seen].join(' | '),
  );
  expect(lines.slice(0, 3)).toEqual([
    '由你指出 | 基金公告停牌 | 2025-03-20',
    '由你指出 | 申购状态 | 限制申购 · 1,000\u202f元',
    '改过的对照线 | 溢价警戒线 (premium_over_5.warn.bar_fraction) | 6\u202f%（标准 5\u202f%）',
  ]);
  const markdown = await (await write('markdown', said, 'en')).blob.text();
  expect(markdown).toContain('as you say · The fund has announced a halt · 2025-03-20');
});

test.each(['zh', 'en'] as const)(
  'JSON in %s read again holds the same rows, and what was said',
  async (language) => {
    const known = { risk_notice: true, risk_notice_date: '2025-03-18' };
    const analysed = { ...source.analysed, settings: { known } } as unknown as Analysed;
    const { blob } = await write('json', { ...source, analysed }, language);
    const [table, ...others] = await convertJson(blob);
    expect(others).toEqual([]);
    expect(table?.known).toEqual(known);
    const again = await opened({ [`json ${language}.tsv`]: (await table?.text.text()) ?? '' });
    expect(await byDay(again)).toEqual(await byDay(source));
  },
);

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each([
    ['book', 'xlsx'],
    ['csv', 'csv'],
  ] as const)('a %s read again holds the same days, prices and premiums', async (kind, ending) => {
    const { name, blob } = await write(kind, source, language);
    expect(name).toBe(`510300_2024-02-13_2025-03-21.${ending}`);
    const again = await opened({ [name]: new Uint8Array(await blob.arrayBuffer()) });
    const { fund, shape, data_checks } = again.analysed.result;
    expect([fund.code, shape]).toEqual(['510300', 'history']);
    expect(await byDay(again)).toEqual(await byDay(source));
    // Neither has anything come to be doubtful, nor is a split or a hole out of it.
    const codes = (one: typeof data_checks) => one.map(({ code }) => code);
    expect(codes(data_checks)).toEqual(codes(source.analysed.result.data_checks));
    expect(codes(data_checks)).toContain('split_adjusted');
  });
});

test('a workbook has two sheets, of which only the data are read as data', async () => {
  const { blob } = await write('book', source);
  const sheets = await convertXlsx(blob);
  expect(sheets.map(({ name }) => name)).toEqual(['数据']);
  const [head = '', first = ''] = (await sheets[0]?.text.text())?.split('\n') ?? [];
  expect(head.split('\t').slice(0, 5)).toEqual([
    '日期',
    '基金代码',
    '基金名称',
    '价格',
    '单位净值',
  ]);
  // A day before the first price: its NAV is there, and what is missing is empty, not 0.
  expect(first).toMatch(/^2024-01-01\t510300\t[^\t]+\t\t\d/);
});

test('rows name the checks that speak of them', async () => {
  const text = await (await write('csv', source)).blob.text();
  const [head = '', ...lines] = text.replace('\ufeff', '').split('\r\n');
  const at = head.split(',').indexOf('涉及的核对项');
  const marked = lines.filter((line) => line.split(',')[at]?.includes('份额拆分'));
  expect(marked.length).toBeGreaterThan(1);
  expect(marked.length).toBeLessThan(12);
});

test('JSON holds the report as the core gives it, with files in place of tables, and every row', async () => {
  const { blob } = await write('json', source, 'en');
  const { report, data, fund } = JSON.parse(await blob.text());
  expect(fund.code).toBe('510300');
  const split = report.findings.find(({ code }: { code: string }) => code === 'split_adjusted');
  expect(split.table).toBe('price 510300.csv');
  expect(report.clean).toContain('nav_dates_late');
  const row = data.find(({ date }: { date: string }) => date === '2024-12-02');
  const same = (await byDay(source))['2024-12-02'] as Record<string, number>;
  expect(row.price).toBe(same.price);
  expect(row.premium_fraction_nav_published).toBe(same.nav_published);
});

test('Markdown tells each finding with its rows, effect and mend, then what was clean', async () => {
  const text = await (await write('markdown', source)).blob.text();
  expect(text).toMatch(/^# 体检报告 · .*510300\n/);
  expect(text).toMatch(/### 说明 · 份额拆分\n/);
  expect(text).toMatch(/- 原表行号: \d+–\d+\n- 对结果的影响: .+\n- 修正办法: 换算拆分/);
  expect(text).toMatch(/## 没能核对\n\n- .*需要：/);
});

test('funds of one day keep their codes', async () => {
  const text = 'code,name,price,IOPV\n513100,x,1.904,1.7445\n513050,y,1.2,1.21';
  const funds = await opened({ 'funds.csv': text });
  const { name, blob } = await write('book', funds, 'en');
  expect(name).toBe('2-funds.xlsx');
  const again = await opened({ [name]: new Uint8Array(await blob.arrayBuffer()) });
  const short = ({ analysed }: Case) =>
    analysed.result.funds.map(({ code, price, value }) => [code, price, value]);
  expect(short(again)).toEqual(short(funds));
});

test('more rows than a sheet holds are refused before anything is written', async () => {
  const { door, analysed } = source;
  const engine = calculatorOf(door);
  const long = {
    ...engine,
    run: async (op: keyof Ops, request: never) => {
      const result = await engine.run(op, request);
      return op === 'export_rows' ? { ...result, rows: 1_048_576 } : result;
    },
  } as unknown as Calculator;
  const asked = exportAs('book', long, analysed, languages.en, () => {});
  await expect(asked).rejects.toBeInstanceOf(TooLong);
});

test('writing stops where it is called off', async () => {
  const { door, analysed } = source;
  const abort = new AbortController();
  abort.abort(new DOMException('called off', 'AbortError'));
  const asked = exportAs('csv', calculatorOf(door), analysed, languages.en, () => {}, abort.signal);
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});
