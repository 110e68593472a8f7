import { describe, expect, test } from 'vitest';
import { convertJson } from '../../web/src/convert/json.ts';

async function tablesOf(source: unknown): Promise<Record<string, string[]>> {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const tables = await convertJson(new Blob([text]));
  const entries = tables.map(async (table) => [
    table.name,
    (await table.text.text()).split('\n').slice(0, -1),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function only(source: unknown): Promise<string[]> {
  const tables = Object.values(await tablesOf(source));
  expect(tables).toHaveLength(1);
  return tables[0] as string[];
}

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

describe('the services', () => {
  test('东方财富: net values, bars, the list of funds', async () => {
    const lsjz = {
      ErrCode: 0,
      TotalCount: 2,
      Data: {
        LSJZList: [
          { FSRQ: '2025-01-03', DWJZ: '1.7520', LJJZ: '1.7520', SGZT: '限制大额申购' },
          { FSRQ: '2025-01-02', DWJZ: '1.7445', LJJZ: '1.7445', SGZT: '限制大额申购' },
        ],
        FundType: '007',
      },
    };
    expect((await only(lsjz))[1]).toBe('2025-01-03\t1.7520\t1.7520\t限制大额申购');
    const bars = {
      rc: 0,
      data: {
        code: '513100',
        market: 1,
        name: '纳指ETF',
        klines: [
          '2025-01-02,1.70,1.804,1.81,1.69,12345,22222.00,1.1,0.5,0.01,0.2',
          '2025-01-03,1.80,1.812,1.82,1.79,12346,22223.00,1.1,0.5,0.01,0.2',
        ],
      },
    };
    expect(await only(bars)).toEqual([
      '日期\t开盘\t收盘\t最高\t最低\t成交量(手)\t成交额(元)\t振幅(%)\t涨跌幅(%)\t涨跌额\t换手率(%)\t代码\t名称',
      '2025-01-02\t1.70\t1.804\t1.81\t1.69\t12345\t22222.00\t1.1\t0.5\t0.01\t0.2\t513100\t纳指ETF',
      '2025-01-03\t1.80\t1.812\t1.82\t1.79\t12346\t22223.00\t1.1\t0.5\t0.01\t0.2\t513100\t纳指ETF',
    ]);
    const list = {
      data: {
        total: 2,
        diff: {
          0: { f12: '513100', f14: '纳指ETF', f2: 1.804, f402: -3.41, f441: 1.7445 },
          1: { f12: '513050', f14: '中概互联', f2: '-', f402: 0.1, f441: 1.2 },
        },
      },
    };
    expect((await only(list)).slice(0, 2)).toEqual([
      '代码\t名称\t最新价\t基金折价率(%)\tIOPV实时估值',
      '513100\t纳指ETF\t1.804\t-3.41\t1.7445',
    ]);
  });

  test('集思录: cells within rows', async () => {
    const cell = (fund_id: string, price: string) => ({
      fund_id,
      fund_nm: '纳指',
      price,
      fund_nav: '1.7445',
      nav_dt: '2025-05-09',
      discount_rt: '3.41%',
      apply_status: '限10万',
    });
    const source = {
      page: 1,
      rows: [
        { id: '513100', cell: cell('513100', '1.804') },
        { id: '159941', cell: cell('159941', '1.1') },
      ],
      total: 2,
    };
    expect((await only(source)).slice(0, 2)).toEqual([
      '代码\t名称\t现价\t基金净值\t净值日期\t溢价率(%)\t申购状态',
      '513100\t纳指\t1.804\t1.7445\t2025-05-09\t3.41%\t限10万',
    ]);
  });

  test('天天基金: the two series of a page’s data, and a page within a variable', async () => {
    const beijing = jan2 - 8 * 3_600_000;
    const source = `/*2025*/var ishb=false;var fS_name = "国泰纳指";var fS_code = "160213";
      var Data_fundSharesPositions = [[${beijing},95.0],[${beijing + day},95.0]];
      /*单位净值走势*/var Data_netWorthTrend = [{"x":${beijing},"y":1.7445,"equityReturn":0.1,"unitMoney":""},{"x":${beijing + day},"y":1.752,"equityReturn":0.4,"unitMoney":"分红：每份;派"}];
      var Data_ACWorthTrend = [[${beijing},2.7445],[${beijing + day},2.752]];`;
    expect(await tablesOf(source)).toEqual({
      Data_netWorthTrend: [
        '净值日期\t单位净值\t日增长率(%)\t分红\t代码',
        '2025-01-02\t1.7445\t0.1\t\t160213',
        '2025-01-03\t1.752\t0.4\t分红：每份;派\t160213',
      ],
      Data_ACWorthTrend: [
        '日期\t累计净值\t代码',
        '2025-01-02\t2.7445\t160213',
        '2025-01-03\t2.752\t160213',
      ],
    });
    const page = `var apidata={ content:"<table><tr><th>净值日期</th><th>单位净值</th></tr><tr><td>2025-01-02</td><td>1.7445</td></tr></table>",records:1,pages:1,curpage:1};`;
    expect(await only(page)).toEqual(['净值日期\t单位净值', '2025-01-02\t1.7445']);
  });

  test('腾讯 and Yahoo: bars without names, moments of an exchange', async () => {
    const tencent = {
      code: 0,
      data: {
        sh513100: {
          qfqday: [
            ['2025-01-02', '1.70', '1.804', '1.81', '1.69', '123'],
            ['2025-01-03', '1.80', '1.812', '1.82', '1.79', '124'],
          ],
        },
      },
    };
    expect((await only(tencent)).slice(0, 2)).toEqual([
      '日期\t开盘\t收盘\t最高\t最低\t成交量(手)\t代码',
      '2025-01-02\t1.70\t1.804\t1.81\t1.69\t123\t513100',
    ]);
    const open = Date.UTC(2025, 0, 2, 14, 30) / 1000;
    const yahoo = {
      chart: {
        result: [
          {
            meta: { symbol: 'SPY', gmtoffset: -18000 },
            timestamp: [open, open + 86400],
            indicators: {
              quote: [{ close: [584.6, null], volume: [1, 2] }],
              adjclose: [{ adjclose: [580.1, 581] }],
            },
          },
        ],
        error: null,
      },
    };
    expect(await only(yahoo)).toEqual([
      'date\tclose\tvolume\tadjclose\tsymbol',
      '2025-01-02\t584.6\t1\t580.1\tSPY',
      '2025-01-03\t\t2\t581\tSPY',
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
