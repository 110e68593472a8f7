import { describe, expect, test } from 'vitest';
import { only, tablesOf } from './json-tables.ts';

const jan2 = Date.UTC(2025, 0, 2);
const day = 86_400_000;

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

  test('东方财富: shorter lists of places, numbers without their point, a single fund', async () => {
    const bars = { data: { code: '599001', klines: ['2025-01-02,1.804', '2025-01-03,1.812'] } };
    expect((await only(bars)).slice(0, 2)).toEqual([
      '日期\t收盘\t代码',
      '2025-01-02\t1.804\t599001',
    ]);
    const trends = [
      '2025-01-02 09:30,1.804,34,6133.60,1.804',
      '2025-01-02 09:31,1.805,3,541.50,1.804',
    ];
    const periods = [
      { b: 202501020930, e: 202501021130 },
      { b: 202501021300, e: 202501021500 },
    ];
    expect((await only({ data: { tradePeriods: { periods }, trends } }))[0]).toBe(
      '时间\t现价\t成交量\t成交额\t均价',
    );
    const fund = (f12: string) => ({ f1: 3, f2: 1804, f3: 50, f12, f14: '示例', f152: 2 });
    expect((await only({ data: { diff: [fund('599001'), fund('599002')] } }))[1]).toBe(
      '3\t1.804\t0.5\t599001\t示例\t2',
    );
    const single = { data: { f43: 1804, f57: '599001', f58: '示例', f59: 3, f170: 50 } };
    expect(await only(single)).toEqual([
      '最新价\t代码\t名称\tf59\t涨跌幅(%)',
      '1.804\t599001\t示例\t3\t0.5',
    ]);
  });

  test('天天基金: an estimate, one or many', async () => {
    const estimate = (code: string) =>
      `jsonpgz({"fundcode":"${code}","name":"示例","jzrq":"2025-01-02","dwjz":"1.7","gsz":"1.71","gszzl":"0.6","gztime":"2025-01-03 15:00"});`;
    const header = '代码\t名称\t净值日期\t单位净值\t估算净值\t估算涨幅(%)\t估值时间';
    expect((await only(estimate('599001')))[0]).toBe(header);
    expect(await only(`${estimate('599001')}\n${estimate('599002')}`)).toHaveLength(3);
  });

  test('新浪 and 腾讯: a text for each fund', async () => {
    const places = Array.from({ length: 33 }, (_, at) => `${at}`);
    Object.assign(places, { 0: '示例ETF', 3: '1.804', 30: '2025-01-02', 31: '15:00:00' });
    const sina = (code: string) => `var hq_str_sh${code}="${places.join(',')},";\n`;
    expect(await only(sina('599001') + sina('599002'))).toEqual([
      '名称\t今开\t昨收\t现价\t最高\t最低\t成交量(股)\t成交额(元)\t日期\t时间\t代码',
      '示例ETF\t1\t2\t1.804\t4\t5\t8\t9\t2025-01-02\t15:00:00\t599001',
      '示例ETF\t1\t2\t1.804\t4\t5\t8\t9\t2025-01-02\t15:00:00\t599002',
    ]);
    const short = 'v_s_sh599001="1~示例~599001~1.804~0.01~0.55~345~62~~34~ETF";';
    expect(await only(short)).toEqual([
      '名称\t代码\t现价\t涨跌额\t涨跌幅(%)\t成交量(手)\t成交额(万元)',
      '示例\t599001\t1.804\t0.01\t0.55\t345\t62',
    ]);
    const values = `/*<script>location.href='//x';</script>*/\nIO.X.CallbackList['1']({"result":{"data":[{"fbrq":"2025-01-02 00:00:00","jjjz":"1.7"},{"fbrq":"2025-01-03 00:00:00","jjjz":"1.8"}]}})`;
    expect((await only(values)).slice(0, 2)).toEqual(['净值日期\t单位净值', '2025-01-02\t1.7']);
  });

  test('腾讯 and 同花顺: minutes with their day beside them, packed bars, what was paid out', async () => {
    const data = ['0930 1.804 345 62238.00', '0931 1.805 400 72200.00'];
    expect((await only({ data: { sh599001: { data: { data, date: '20250102' } } } }))[1]).toBe(
      '0930\t1.804\t345\t62238.00\t20250102\t599001',
    );
    const paid = { cqr: '2025-01-03' };
    const day = [
      ['2025-01-02', '1.70', '1.804', '1.81', '1.69', '123'],
      ['2025-01-03', '1.80', '1.812', '1.82', '1.79', '124', paid],
    ];
    expect((await only({ data: { sh599001: { day } } }))[0]).toBe(
      '日期\t开盘\t收盘\t最高\t最低\t成交量(手)\t代码',
    );
    const packed =
      '20250102,1.7,1.81,1.69,1.804,123,220.1,1.2;20250103,1.8,1.82,1.79,1.812,124,223.1,1.2';
    expect(
      (await only(`quotebridge_v6_line_hs_599001_01_last({"data":"${packed}"})`)).slice(0, 2),
    ).toEqual([
      '日期\t开盘\t最高\t最低\t收盘\t成交量(股)\t成交额(元)\t换手率(%)\t代码',
      '20250102\t1.7\t1.81\t1.69\t1.804\t123\t220.1\t1.2\t599001',
    ]);
  });

  test('雪球: columns and items, quotes beside what they are of', async () => {
    const column = ['timestamp', 'volume', 'open', 'close', 'chg', 'percent'];
    const item = [0, 1].map((at) => [jan2 + at * 86_400_000 - 8 * 3_600_000, 1, 1.7, 1.8, 0.1, 2]);
    expect((await only({ data: { symbol: 'SH599001', column, item } })).slice(0, 2)).toEqual([
      '时间\t成交量(股)\topen\tclose\t涨跌额\t涨跌幅(%)\t代码',
      '2025-01-02\t1\t1.7\t1.8\t0.1\t2\t599001',
    ]);
    const quote = (symbol: string) => ({ symbol, current: 1.8, percent: 2, premium_rate: 3.4 });
    const items = ['SH599001', 'SH599002'].map((symbol) => ({
      market: { status: '已收盘' },
      quote: quote(symbol),
    }));
    expect((await only({ data: { items } }))[0]).toBe('status\t代码\t现价\t涨跌幅(%)\t溢价率(%)');
  });

  test('Alpha Vantage and short names', async () => {
    const series = { '2025-01-03': { '4. close': '2' }, '2025-01-02': { '4. close': '1' } };
    expect((await only({ 'Time Series (Daily)': series }))[0]).toBe('日期\tclose');
    const t = [jan2 / 1000, jan2 / 1000 + 86_400];
    expect((await only({ c: [1, 2], h: [1, 2], l: [1, 2], o: [1, 2], t, s: 'ok' }))[0]).toBe(
      'close\thigh\tlow\topen\ttime',
    );
  });
});
