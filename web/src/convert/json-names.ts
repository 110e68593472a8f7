/**
 * What services call their fields, where the names say nothing by themselves or where a list has
 * places and no names. Vocabulary, not texts of the page: the core knows these headers.
 */

/** 东方财富's push services, by number. */
const eastmoneyFields: Record<string, string> = {
  f2: '最新价',
  f3: '涨跌幅(%)',
  f4: '涨跌额',
  f5: '成交量(手)',
  f6: '成交额(元)',
  f7: '振幅(%)',
  f8: '换手率(%)',
  f12: '代码',
  f14: '名称',
  f15: '最高',
  f16: '最低',
  f17: '今开',
  f18: '昨收',
  f20: '总市值(元)',
  f21: '流通市值(元)',
  f38: '最新份额',
  f124: '更新时间',
  f297: '数据日期',
  f402: '基金折价率(%)',
  f441: 'IOPV实时估值',
};

/** 集思录's QDII, LOF and ETF lists: the names over its columns. Volumes are in 万元, shares in 万份. */
const jisiluFields: Record<string, string> = {
  fund_id: '代码',
  fund_nm: '名称',
  price: '现价',
  increase_rt: '涨幅(%)',
  volume: '成交额(万元)',
  amount: '场内份额(万份)',
  amount_incr: '场内新增(万份)',
  fund_nav: '基金净值',
  nav_dt: '净值日期',
  estimate_value: '估值',
  est_val_dt: '估值日期',
  discount_rt: '溢价率(%)',
  iopv: 'IOPV',
  iopv_discount_rt: '实时溢价率(%)',
  index_nm: '相关标的',
  apply_status: '申购状态',
  redeem_status: '赎回状态',
  apply_fee: '申购费',
  redeem_fee: '赎回费',
  turnover_rt: '换手率(%)',
  last_time: '更新时间',
};

/** The QDII list says of each value which day it is of. */
const jisiluQdiiFields: Record<string, string> = {
  ...jisiluFields,
  fund_nav: 'T-2净值',
  estimate_value: 'T-1估值',
  discount_rt: 'T-1溢价率(%)',
  iopv: '实时估值',
};

const bars = [
  '日期',
  '开盘',
  '收盘',
  '最高',
  '最低',
  '成交量(手)',
  '成交额(元)',
  '振幅(%)',
  '涨跌幅(%)',
  '涨跌额',
  '换手率(%)',
];
const minutes = ['时间', '开盘', '收盘', '最高', '最低', '成交量', '成交额', '均价'];
const minuteBars = ['时间', '开盘', '收盘', '最高', '最低', '成交量(手)'];
const pairOf = (value: string) => ['日期', value];

/** Lists of places, by the name they go by. 东方财富 gives eleven places, 腾讯 the first six. */
const places: Record<string, readonly string[]> = {
  klines: bars,
  trends: minutes,
  day: bars,
  week: bars,
  month: bars,
  qfqday: bars,
  hfqday: bars,
  qfqweek: bars,
  qfqmonth: bars,
  m1: minuteBars,
  m5: minuteBars,
  m15: minuteBars,
  m30: minuteBars,
  m60: minuteBars,
  datas: ['代码', '名称', '拼音', '净值日期', '单位净值', '累计净值', '日增长率(%)'],
  Data_ACWorthTrend: pairOf('累计净值'),
  nav: pairOf('单位净值'),
};

/** 东方财富's lists hold what was asked for; the usual shorter ones, by how many places they have. */
const shorter: Record<string, Record<number, readonly string[]>> = {
  klines: { 2: ['日期', '收盘'], 3: ['日期', '收盘', '成交量(手)'], 4: [] },
  trends: {
    2: ['时间', '现价'],
    3: ['时间', '现价', '均价'],
    4: ['时间', '现价', '成交量', '均价'],
    5: ['时间', '现价', '成交量', '成交额', '均价'],
    6: [],
  },
};

/** The names over a list of places; what is not known stays without. */
export function placeNames(
  name: string,
  width: number,
  first: readonly unknown[],
): readonly string[] | undefined {
  const time = String(first[0]);
  // 腾讯's and 同花顺's minutes and 同花顺's bars go by no name of their own.
  if (/^[01]\d[0-5]\d$/.test(time))
    return width === 5
      ? ['时间', '现价', '成交额(元)', '均价', '成交量(股)']
      : ['时间', '现价', '累计成交量(手)', '累计成交额(元)'].slice(0, width);
  if (/^(19|20)\d{6}$/.test(time) && width >= 7 && !Object.hasOwn(places, name))
    return ['日期', '开盘', '最高', '最低', '收盘', '成交量(股)', '成交额(元)', '换手率(%)'];
  const short = Object.hasOwn(shorter, name) ? shorter[name]?.[width] : undefined;
  return short ?? (Object.hasOwn(places, name) ? places[name] : undefined);
}

type Places = Record<number, string>;

const sinaFund: Places = { 0: '名称', 1: '单位净值', 2: '累计净值', 4: '净值日期' };

/** Quotes in one text for each fund, by how the variable's name begins: 新浪 and 腾讯. */
const quoteForms: [RegExp, Places][] = [
  [
    /^hq_str_s_/,
    { 0: '名称', 1: '现价', 2: '涨跌额', 3: '涨跌幅(%)', 4: '成交量(手)', 5: '成交额(万元)' },
  ],
  [
    /^hq_str_(sh|sz|bj)\d/,
    {
      0: '名称',
      1: '今开',
      2: '昨收',
      3: '现价',
      4: '最高',
      5: '最低',
      8: '成交量(股)',
      9: '成交额(元)',
      30: '日期',
      31: '时间',
    },
  ],
  [/^hq_str_(of|f_)/, sinaFund],
  [
    /^hq_str_(rt_)?hk\d/,
    { 1: '名称', 2: '今开', 3: '昨收', 4: '最高', 5: '最低', 6: '现价', 17: '日期', 18: '时间' },
  ],
  [
    /^hq_str_gb_/,
    { 0: '名称', 1: '现价', 2: '涨跌幅(%)', 3: '时间', 5: '今开', 6: '最高', 7: '最低' },
  ],
  [
    /^v_s_/,
    {
      1: '名称',
      2: '代码',
      3: '现价',
      4: '涨跌额',
      5: '涨跌幅(%)',
      6: '成交量(手)',
      7: '成交额(万元)',
    },
  ],
  [/^v_hk\d/, { 1: '名称', 2: '代码', 3: '现价', 4: '昨收', 5: '今开', 33: '最高', 34: '最低' }],
  [
    /^v_jj/,
    { 0: '代码', 1: '名称', 5: '单位净值', 6: '累计净值', 7: '日增长率(%)', 8: '净值日期' },
  ],
  [
    /^v_(sh|sz|bj)\d/,
    {
      1: '名称',
      2: '代码',
      3: '现价',
      4: '昨收',
      5: '今开',
      6: '成交量(手)',
      30: '时间',
      32: '涨跌幅(%)',
      33: '最高',
      34: '最低',
      37: '成交额(万元)',
      38: '换手率(%)',
    },
  ],
];

export const quotePlaces = (name: string): Places | undefined =>
  quoteForms.find(([begin]) => begin.test(name))?.[1];

/** 天天基金's page data holds a dozen charts; these two are the fund's values. */
export const fundTrends: Record<string, Record<string, string>> = {
  Data_netWorthTrend: {
    x: '净值日期',
    y: '单位净值',
    equityReturn: '日增长率(%)',
    unitMoney: '分红',
  },
  Data_ACWorthTrend: {},
};

/** 东方财富's page of one fund: other numbers than in its lists. */
const eastmoneyQuote: Record<string, string> = {
  ...eastmoneyFields,
  f43: '最新价',
  f44: '最高',
  f45: '最低',
  f46: '今开',
  f47: '成交量(手)',
  f48: '成交额(元)',
  f57: '代码',
  f58: '名称',
  f60: '昨收',
  f86: '更新时间',
  f168: '换手率(%)',
  f169: '涨跌额',
  f170: '涨跌幅(%)',
  f171: '振幅(%)',
};

/** 天天基金's estimate during the day. */
const estimateFields: Record<string, string> = {
  fundcode: '代码',
  name: '名称',
  jzrq: '净值日期',
  dwjz: '单位净值',
  gsz: '估算净值',
  gszzl: '估算涨幅(%)',
  gztime: '估值时间',
};

/** 雪球's quotes, bars and minutes. */
const snowballFields: Record<string, string> = {
  symbol: '代码',
  name: '名称',
  current: '现价',
  percent: '涨跌幅(%)',
  chg: '涨跌额',
  last_close: '昨收',
  volume: '成交量(股)',
  amount: '成交额(元)',
  unit_nav: '单位净值',
  acc_unit_nav: '累计净值',
  nav_date: '净值日期',
  premium_rate: '溢价率(%)',
  turnover_rate: '换手率(%)',
  turnoverrate: '换手率(%)',
  avg_price: '均价',
  timestamp: '时间',
};

/** Each field's name, by fields that only that service has together. */
const known: [string[], Record<string, string>][] = [
  [['f57', 'f58'], eastmoneyQuote],
  [['fund_id', 'fund_nm', 'est_val_dt'], jisiluQdiiFields],
  [['fund_id', 'fund_nm'], jisiluFields],
  [
    ['fund_id', 'hist_dt'],
    {
      ...jisiluFields,
      hist_dt: '日期',
      trade_price: '收盘价',
      net_value: '基金净值',
      est_val: '估值',
    },
  ],
  [['fundcode', 'gsz'], estimateFields],
  [['timestamp', 'chg', 'percent'], snowballFields],
  [['symbol', 'current', 'percent'], snowballFields],
  [['fbrq', 'jjjz'], { fbrq: '净值日期', jjjz: '单位净值', ljjz: '累计净值' }],
  [
    ['symbol', 'regularMarketPrice'],
    { regularMarketPrice: '现价', navPrice: '单位净值', regularMarketTime: '时间' },
  ],
  [
    ['o', 'h', 'l', 'c', 't'],
    { o: 'open', h: 'high', l: 'low', c: 'close', v: 'volume', t: 'time' },
  ],
];

export function fieldNames(keys: readonly string[]): Record<string, string> {
  const own = known.find(([marks]) => marks.every((mark) => keys.includes(mark)))?.[1];
  if (own) return own;
  const numbered = keys.filter((key) => /^f\d{1,3}$/.test(key)).length;
  return numbered * 2 > keys.length ? eastmoneyFields : {};
}
