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
const pairOf = (value: string) => ['日期', value];

/** Lists of places, by the name they go by. 东方财富 gives eleven places, 腾讯 the first six. */
export const places: Record<string, readonly string[]> = {
  klines: bars,
  trends: minutes,
  day: bars,
  week: bars,
  month: bars,
  qfqday: bars,
  hfqday: bars,
  qfqweek: bars,
  qfqmonth: bars,
  Data_ACWorthTrend: pairOf('累计净值'),
  nav: pairOf('单位净值'),
};

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

export function fieldNames(keys: readonly string[]): Record<string, string> {
  if (keys.filter((key) => /^f\d{1,3}$/.test(key)).length * 2 > keys.length) return eastmoneyFields;
  if (keys.includes('fund_id') && keys.includes('fund_nm'))
    return keys.includes('est_val_dt') ? jisiluQdiiFields : jisiluFields;
  return {};
}
