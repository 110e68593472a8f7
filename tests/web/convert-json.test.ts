import { describe, expect, test } from 'vitest';
import { convertJson } from '../../web/src/convert/json.ts';
import { only, tablesOf } from './json-tables.ts';

const table = ['date\tclose', '2025-01-02\t1.804', '2025-01-03\t1.812'];
const records = [
  { date: '2025-01-02', close: 1.804 },
  { date: '2025-01-03', close: 1.812 },
];
const jan2 = Date.UTC(2025, 0, 2);
const day = 86_400_000;

describe('the forms programs write', () => {
  test.each([
    ['records', records],
    ['records below names', { code: 0, data: { list: records } }],
    ['a record a line', records.map((one) => JSON.stringify(one)).join('\n')],
    [
      'columns and rows',
      {
        columns: ['date', 'close'],
        data: [
          ['2025-01-02', 1.804],
          ['2025-01-03', 1.812],
        ],
      },
    ],
    [
      'fields and items',
      {
        code: 0,
        msg: '',
        data: {
          fields: ['date', 'close'],
          items: [
            ['2025-01-02', 1.804],
            ['2025-01-03', 1.812],
          ],
        },
      },
    ],
    [
      'rows below a row of names',
      [
        ['date', 'close'],
        ['2025-01-02', 1.804],
        ['2025-01-03', 1.812],
      ],
    ],
    ['columns side by side', { date: ['2025-01-02', '2025-01-03'], close: [1.804, 1.812] }],
    [
      'pandas: split, counted',
      {
        columns: ['date', 'close'],
        index: [0, 1],
        data: [
          ['2025-01-02', 1.804],
          ['2025-01-03', 1.812],
        ],
      },
    ],
    ['pandas: table', { schema: { fields: [{ name: 'date' }, { name: 'close' }] }, data: records }],
    [
      'pandas: columns',
      { date: { 0: '2025-01-02', 1: '2025-01-03' }, close: { 0: 1.804, 1: 1.812 } },
    ],
    ['pandas: index', { 0: records[0], 1: records[1] }],
    ['as a function’s argument', `/**/jQuery112_34(${JSON.stringify(records)});`],
    ['as a variable’s value', `var rows = ${JSON.stringify(records)};\n`],
    [
      'Python’s',
      "[{'date': '2025-01-02', 'close': 1.804}, {'date': '2025-01-03', 'close': 1.812}]",
    ],
    [
      'Python’s objects',
      "[{'date': datetime.date(2025, 1, 2), 'close': np.float64(1.804)}, {'date': Timestamp('2025-01-03 00:00:00'), 'close': Decimal('1.812')}]",
    ],
    ['Python’s tuples', "[('date', 'close'), ('2025-01-02', 1.804), ('2025-01-03', 1.812)]"],
    [
      'Python’s a line',
      "{'date': '2025-01-02', 'close': 1.804}\n{'date': '2025-01-03', 'close': 1.812}\n",
    ],
    [
      'several values after each other',
      records.map((one) => JSON.stringify(one, null, 2)).join('\n'),
    ],
    ['cut out of a list', records.map((one) => `${JSON.stringify(one)},`).join('\n')],
    ['written as a text', JSON.stringify(JSON.stringify(records))],
    ['as a text in it', { code: 200, data: JSON.stringify(records) }],
    ['below a comment', `// export\n${JSON.stringify(records)}`],
    ['exported', `export const rows = ${JSON.stringify(records)};`],
    ['in parentheses', `var _sh599001=(${JSON.stringify(records)});`],
    ['twice the same', { result: records, pageHelp: { data: records } }],
    [
      'moments in nanoseconds',
      [
        { date: jan2 * 1e6, close: 1.804 },
        { date: (jan2 + day) * 1e6, close: 1.812 },
      ],
    ],
    [
      'moments at midnight',
      [
        { date: '2025-01-02T00:00:00.000Z', close: 1.804 },
        { date: '2025-01-03T00:00:00+08:00', close: 1.812 },
      ],
    ],
    [
      'moments in milliseconds',
      [
        { date: jan2, close: 1.804 },
        { date: jan2 + day, close: 1.812 },
      ],
    ],
    [
      'midnights of Beijing',
      [
        { date: jan2 - 8 * 3_600_000, close: 1.804 },
        { date: jan2 + day - 8 * 3_600_000, close: 1.812 },
      ],
    ],
    [
      'moments in seconds',
      [
        { date: jan2 / 1000, close: 1.804 },
        { date: (jan2 + day) / 1000, close: 1.812 },
      ],
    ],
  ])('%s', async (_, source) => expect(await only(source)).toEqual(table));

  test('missing values, wherever they are: NaN, null, None, left out', async () => {
    expect(
      await only(
        '[{"date":"2025-01-02","close":NaN},{"date":"2025-01-03"},{"date":null,"close":1}]',
      ),
    ).toEqual(['date\tclose', '2025-01-02\t', '2025-01-03\t', '\t1']);
    expect(await only("[{'a': None, 'b': True}, {'a': nan, 'b': 'None'}]")).toEqual([
      'a\tb',
      '\tTRUE',
      '\tNone',
    ]);
  });

  test('values by day, and records by day, have the day as a column', async () => {
    expect(await only({ nav: { '2025-01-02': 1.7445, '2025-01-03': 1.75 } })).toEqual([
      '日期\tnav',
      '2025-01-02\t1.7445',
      '2025-01-03\t1.75',
    ]);
    expect((await only({ '2025-01-02': 1.7445, '2025-01-03': 1.75 }))[0]).toBe('日期\tvalue');
    expect(
      await only({ '20250102': { nav: 1.7445, acc: 2 }, '20250103': { nav: 1.75, acc: 2 } }),
    ).toEqual(['日期\tnav\tacc', '20250102\t1.7445\t2', '20250103\t1.75\t2']);
  });

  test('yfinance and pandas: names of two parts, days as milliseconds', async () => {
    const source = {
      "('Close', 'SPY')": { [jan2]: 584.6, [jan2 + day]: 591.9 },
      "('Close', 'QQQ')": { [jan2]: 510.2, [jan2 + day]: 518.5 },
    };
    const lines = [
      '日期\tClose / SPY\tClose / QQQ',
      '2025-01-02\t584.6\t510.2',
      '2025-01-03\t591.9\t518.5',
    ];
    expect(await only(source)).toEqual(lines);
    const split = {
      columns: [
        ['Close', 'SPY'],
        ['Close', 'QQQ'],
      ],
      index: [jan2, jan2 + day],
      data: [
        [584.6, 510.2],
        [591.9, 518.5],
      ],
    };
    expect(await only(split)).toEqual(lines);
  });

  test('days by seconds, one value by day, and lines of a chart', async () => {
    const bySecond = { [jan2 / 1000]: { nav: 1.7 }, [(jan2 + day) / 1000]: { nav: 1.8 } };
    expect(await only(bySecond)).toEqual(['日期\tnav', '2025-01-02\t1.7', '2025-01-03\t1.8']);
    const rates = {
      base: 'USD',
      rates: { '2025-01-02': { CNY: 7.3 }, '2025-01-03': { CNY: 7.2 } },
    };
    expect(await only(rates)).toEqual(['日期\tCNY', '2025-01-02\t7.3', '2025-01-03\t7.2']);
    const days = ['2025-01-02', '2025-01-03'];
    const series = [
      { name: '收盘', data: [1.8, 1.9] },
      { name: '净值', data: [1.7, 1.8] },
    ];
    expect((await only({ xAxis: [{ data: days }], series }))[1]).toBe('2025-01-02\t1.8\t1.7');
    const points = series.map(({ name, data }) => ({
      name,
      data: data.map((value, at) => [jan2 + at * day, value]),
    }));
    expect(await tablesOf({ series: points })).toEqual({
      收盘: ['日期\t收盘', '2025-01-02\t1.8', '2025-01-03\t1.9'],
      净值: ['日期\t净值', '2025-01-02\t1.7', '2025-01-03\t1.8'],
    });
  });

  test('days of many funds are days too', async () => {
    const rows = ['599001', '599002', '599003'].flatMap((code) =>
      [jan2, jan2 + day].map((date) => ({ code, date, close: 1 })),
    );
    expect((await only(rows)).slice(1, 3)).toEqual([
      '599001\t2025-01-02\t1',
      '599001\t2025-01-03\t1',
    ]);
  });

  test('a record inside a record keeps its name, where that says what it is', async () => {
    const row = (date: string) => ({ date, quote: { close: 1.8 }, nav: { unit: 1.7, acc: 2.7 } });
    expect((await only([row('2025-01-02'), row('2025-01-03')]))[0]).toBe(
      'date\tclose\tnav.unit\tnav.acc',
    );
  });

  test('pairs have no header', async () => {
    const pairs = [
      [1.8, 1.7],
      [1.9, 1.8],
    ];
    expect(await only(pairs)).toEqual(['1.8\t1.7', '1.9\t1.8']);
  });

  test('days below codes are rows, codes below days too', async () => {
    const lines = ['日期\t513100\t513050', '2025-01-02\t1.8\t1.1', '2025-01-03\t1.9\t1.2'];
    const byCode = {
      513100: { '2025-01-02': 1.8, '2025-01-03': 1.9 },
      513050: { '2025-01-02': 1.1, '2025-01-03': 1.2 },
    };
    expect((await only(byCode))[0]?.split('\t').sort()).toEqual(lines[0]?.split('\t').sort());
    const byDay = {
      '2025-01-02': { sh513100: 1.8, sh513050: 1.1 },
      '2025-01-03': { sh513100: 1.9, sh513050: 1.2 },
    };
    expect(await only(byDay)).toEqual(
      lines.map((line) => line.replace('513100', 'sh513100').replace('513050', 'sh513050')),
    );
  });

  test('pages of a list, and the same list of several funds, are one table', async () => {
    const page = (PageIndex: number, FSRQ: string) => ({
      PageIndex,
      TotalCount: 4,
      Data: {
        LSJZList: [
          { FSRQ, DWJZ: '1.1' },
          { FSRQ: `${FSRQ} `, DWJZ: '1.2' },
        ],
      },
    });
    expect(await only([page(1, '2025-01-03'), page(2, '2025-01-02')])).toHaveLength(5);
    const bars = (code: string) => ({
      data: { code, name: code, klines: ['2025-01-02,1.70,1.804', '2025-01-03,1.80,1.812'] },
    });
    const lines = await only([bars('513100'), bars('513050')]);
    expect(lines.map((line) => line.split('\t').at(-2))).toEqual([
      '代码',
      '513100',
      '513100',
      '513050',
      '513050',
    ]);
    const keyed = {
      sh513100: [
        { day: '2025-01-02', close: '1.8' },
        { day: '2025-01-03', close: '1.9' },
      ],
      sh513050: [
        { day: '2025-01-02', close: '1.1' },
        { day: '2025-01-03', close: '1.2' },
      ],
    };
    expect((await only(keyed)).map((line) => line.split('\t').at(-1)).sort()).toEqual([
      '513050',
      '513050',
      '513100',
      '513100',
      '代码',
    ]);
  });

  test('a long number that is no moment stays one; digits are kept', async () => {
    const rows = [
      { 名称: 'a', 总市值: 1_736_000_000_000, nav: '1.2100', small: 1e-7 },
      { 名称: 'b', 总市值: 1_735_000_000_000, nav: '1.1000', small: 2.5 },
    ];
    expect(await only(rows)).toEqual([
      '名称\t总市值\tnav\tsmall',
      'a\t1736000000000\t1.2100\t1e-7',
      'b\t1735000000000\t1.1000\t2.5',
    ]);
  });

  test('minutes are moments of Beijing', async () => {
    const at = Date.UTC(2025, 0, 2, 1, 30);
    const rows = Array.from({ length: 5 }, (_, i) => ({
      time: at + 60_000 * i,
      price: 1 + i / 10,
    }));
    expect((await only(rows)).slice(0, 3)).toEqual([
      'time\tprice',
      '2025-01-02 09:30:00\t1',
      '2025-01-02 09:31:00\t1.1',
    ]);
  });
});

describe('refused, with the place', () => {
  test.each([
    ['cut', '{"rows":[\n{"date":"2025-01-02",\n"close":1.8', { row: 3, column: '12' }],
    ['a comma too few', '[{"a":1}\n{"a":2}]', { row: 2, column: '1' }],
    ['the last of several lines cut', '{"a":1,"b":2}\n\n{"a":1,"b"', { row: 3, column: '11' }],
    ['cut within a text', 'cb([{"date":"2025-01-', { row: 1 }],
  ])('%s', async (_, text, place) => {
    await expect(tablesOf(text)).rejects.toMatchObject({ code: 'json_broken', body: place });
  });

  test.each([
    ['an empty list', { rows: [] }],
    ['single values', { code: 0, msg: 'no permission' }],
    ['a list of one column', { data: [1, 2, 3] }],
    ['nothing', {}],
  ])('%s', async (_, source) => {
    await expect(tablesOf(source)).rejects.toMatchObject({ code: 'json_without_rows' });
  });

  test('with what the service says instead', async () => {
    const error = { code: 'Not Found', description: 'No data found' };
    await expect(tablesOf({ chart: { result: null, error } })).rejects.toMatchObject({
      code: 'json_without_rows',
      text: 'No data found',
    });
  });

  test('over the size, before it is read', async () => {
    const source = Object.setPrototypeOf(
      { size: 2 ** 29, slice: () => expect.unreachable() },
      Blob.prototype,
    );
    await expect(convertJson(source)).rejects.toMatchObject({ code: 'input_too_large' });
  });
});

describe('hostile', () => {
  test('nested without end, names of objects’ own, long texts', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    await expect(tablesOf(deep)).rejects.toMatchObject({ code: expect.stringMatching(/^json_/) });
    await expect(tablesOf(`${'{"a":'.repeat(100_000)}`)).rejects.toMatchObject({
      code: 'json_broken',
    });
    const own =
      '[{"__proto__":1,"constructor":2,"toString":"x"},{"__proto__":3,"constructor":4,"toString":"y"}]';
    expect(await only(own)).toEqual(['__proto__\tconstructor\ttoString', '1\t2\tx', '3\t4\ty']);
    expect(({} as { 0?: unknown })[0]).toBeUndefined();
    await expect(tablesOf(`["${'\\'.repeat(1_000_001)}`)).rejects.toMatchObject({
      code: 'json_broken',
    });
  });

  test('a hundred thousand records', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ({ date: '2025-01-02', close: i }));
    expect((await only(rows)).at(-1)).toBe('2025-01-02\t99999');
  });
});
