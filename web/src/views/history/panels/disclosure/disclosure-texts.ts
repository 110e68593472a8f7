import type { Yardstick } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';

export interface DisclosureTexts {
  bands: string;
  bands_note: string;
  size: string;
  up_to: (bar: string) => string;
  between: (from: string, to: string) => string;
  beyond: (bar: string) => string;
  premium: string;
  discount: string;
  at_value: (days: string) => string;
  yardsticks: string;
  yardsticks_note: string;
  yardstick: Record<Yardstick, string>;
  rule: (bar: string, atBar: boolean, bothSides: boolean) => string;
  run: (days: string) => string;
  days_beyond: string;
  runs: string;
  longest: string;
  latest: string;
  is_beyond: string;
  is_within: string;
  source: string;
  none: string;
  days: (count: string) => string;
  span: (days: string, from: string, to: string) => string;
  periods: string;
  periods_note: string;
  by: string;
  by_quarter: string;
  by_year: string;
  quarter: (year: number, quarter: number) => string;
  period: string;
  nobs: string;
  days_premium: string;
  days_discount: string;
  beyond_premium: (bar: string) => string;
  beyond_discount: (bar: string) => string;
  left_out: (count: string) => string;
  streaks: string;
  streaks_note: string;
  bar: string;
  side: string;
  length: string;
  largest: string;
  running: string;
  share_is: string;
  share_formula: string;
  share_numbers: (days: string, all: string) => string;
  bars: string;
  bar_number: (place: string) => string;
  bar_own: string;
}

export const disclosureTexts: Translated<DisclosureTexts> = {
  zh: {
    bands: '按幅度：天数与占比',
    bands_note: '边界上的日子归外侧一档；没有溢价的日子不计。',
    size: '幅度',
    up_to: (bar) => `不足 ${bar}`,
    between: (from, to) => `${from} 至 ${to}`,
    beyond: (bar) => `${bar} 及以上`,
    premium: '溢价',
    discount: '折价',
    at_value: (days) => `另有 ${days}恰与参考值相等。`,
    yardsticks: '用各地的尺子量',
    yardsticks_note:
      '境外两把尺子只作对照，对内地基金没有约束力；它们本来比的是收盘价与当日净值，这里按所选参考值计。',
    yardstick: {
      range_inner: '合理范围内沿（中国，按基金类别）',
      range_outer: '合理范围外沿（中国，按基金类别）',
      guide_bar: '5 % 警戒线（中国）',
      korea_domestic: '韩国：投资本国的 ETF 须披露',
      korea_foreign: '韩国：投资海外的 ETF 须披露',
      us_rule: '美国：须披露原因',
    },
    rule: (bar, atBar, bothSides) =>
      `${bothSides ? '溢价或折价' : '溢价'}${atBar ? '达到' : '超过'} ${bar}`,
    run: (days) => `连续至少 ${days}`,
    days_beyond: '天数',
    runs: '达到的次数',
    longest: '最长连续',
    latest: '最新一日',
    is_beyond: '越过',
    is_within: '未越过',
    source: '来源',
    none: '没有',
    days: (count) => `${count} 天`,
    span: (days, from, to) => `${days}（${from} 至 ${to}）`,
    periods: '按季度与年度',
    periods_note: '美国规则 6c-11 要求基金公布的形式：每季溢价几天、折价几天。',
    by: '分段',
    by_quarter: '按季度',
    by_year: '按年度',
    quarter: (year, quarter) => `${year} 年 ${quarter} 季度`,
    period: '时段',
    nobs: '天数',
    days_premium: '溢价',
    days_discount: '折价',
    beyond_premium: (bar) => `溢价 ≥ ${bar}`,
    beyond_discount: (bar) => `折价 ≥ ${bar}`,
    left_out: (count) => `只列最近的，另有 ${count} 段未列。`,
    streaks: '最长连续',
    streaks_note: '没有溢价的日子（停牌、净值缺失）不打断连续。',
    bar: '门槛',
    side: '方向',
    length: '天数',
    largest: '最大幅度',
    running: '至今',
    share_is: '这些日子占全部天数的比例。',
    share_formula: '这些日子 ÷ 全部天数',
    share_numbers: (days, all) => `${days} ÷ ${all}`,
    bars: '分档门槛',
    bar_number: (place) => `第 ${place} 档`,
    bar_own: '本工具自定；量尺的门槛依各自来源，不在此改',
  },
  en: {
    bands: 'By size: days and their share',
    bands_note: 'A day on a bar belongs to the outer band; days without a premium are left out.',
    size: 'Size',
    up_to: (bar) => `under ${bar}`,
    between: (from, to) => `${from} to ${to}`,
    beyond: (bar) => `${bar} or more`,
    premium: 'Premium',
    discount: 'Discount',
    at_value: (days) => `On ${days} more the price was the value.`,
    yardsticks: 'Against several yardsticks',
    yardsticks_note:
      'The foreign rules stand here for comparison: they do not bind a mainland fund. They hold the close against the same day’s NAV; here it is the value chosen.',
    yardstick: {
      range_inner: 'Reference range, inner edge (China, by kind of fund)',
      range_outer: 'Reference range, outer edge (China, by kind of fund)',
      guide_bar: 'Bar of 5 % (China)',
      korea_domestic: 'Korea: to be disclosed, domestic ETFs',
      korea_foreign: 'Korea: to be disclosed, foreign ETFs',
      us_rule: 'US: causes to be disclosed',
    },
    rule: (bar, atBar, bothSides) =>
      `${bothSides ? 'premium or discount' : 'premium'} ${atBar ? 'of at least' : 'over'} ${bar}`,
    run: (days) => `at least ${days} running`,
    days_beyond: 'Days',
    runs: 'Times',
    longest: 'Longest run',
    latest: 'Latest day',
    is_beyond: 'beyond',
    is_within: 'not beyond',
    source: 'Source',
    none: 'none',
    days: (count) => (count === '1' ? '1 day' : `${count} days`),
    span: (days, from, to) => `${days} (${from} to ${to})`,
    periods: 'By quarter and year',
    periods_note:
      'The form that US rule 6c-11 has funds publish: days at a premium and at a discount, by quarter.',
    by: 'By',
    by_quarter: 'quarter',
    by_year: 'year',
    quarter: (year, quarter) => `${year} Q${quarter}`,
    period: 'Period',
    nobs: 'Days',
    days_premium: 'Premium',
    days_discount: 'Discount',
    beyond_premium: (bar) => `Premium ≥ ${bar}`,
    beyond_discount: (bar) => `Discount ≥ ${bar}`,
    left_out: (count) => `The latest are listed, ${count} are not.`,
    streaks: 'Longest streaks',
    streaks_note: 'A day without a premium (a halt, no NAV) does not end a streak.',
    bar: 'Bar',
    side: 'Side',
    length: 'Days',
    largest: 'Largest',
    running: 'still running',
    share_is: 'The share of these days in all days.',
    share_formula: 'these days ÷ all days',
    share_numbers: (days, all) => `${days} ÷ ${all}`,
    bars: 'Bars of the bands',
    bar_number: (place) => `Bar ${place}`,
    bar_own: 'this tool’s own; the yardsticks keep those of their sources',
  },
};
