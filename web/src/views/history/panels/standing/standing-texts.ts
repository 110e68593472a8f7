import type { Translated } from '../../../../texts/translated.ts';

export interface StandingTexts {
  table: string;
  window: string;
  window_days: (days: string) => string;
  all_days: string;
  from: string;
  percentile: string;
  z: string;
  median: string;
  no_z: string;
  too_few: (needed: string, have: string) => string;
  percentile_is: string;
  percentile_formula: string;
  percentile_numbers: (share: string, latest: string, days: string) => string;
  z_is: string;
  z_formula: string;
  z_numbers: (latest: string, median: string, spread: string) => string;
  own_source: string;
  widening: string;
  wide: (date: string, premium: string, usual: string, window: string) => string;
  wide_by: (z: string, bar: string) => string;
  wide_never: string;
  running: (days: string) => string;
  not_wide: (date: string, premium: string, usual: string, away: string) => string;
  not_wide_by: (z: string, bar: string) => string;
  widening_few: (needed: string, have: string) => string;
  widening_how: (window: string) => string;
  widening_source: (source: string) => string;
  marks: (count: string, days: string) => string;
  marks_shown: (count: string) => string;
  no_marks: (days: string) => string;
  date: string;
  premium: string;
  usual: string;
  change: string;
  bars: string;
  bar_window: string;
  bar_z: string;
  bar_least: string;
  bar_own: string;
  bar_band: string;
  bar_band_hint: string;
  bar_deviations: string;
  bar_share: string;
  band: string;
  line_premium: string;
  line_mean: string;
  line_band: (deviations: string) => string;
  chart: (from: string, to: string, window: string) => string;
  band_latest: (
    window: string,
    mean: string,
    low: string,
    high: string,
    share: string,
    inner_low: string,
    inner_high: string,
  ) => string;
  band_how: (edge: string) => string;
  correlations: string;
  correlation_of: Record<'premium_change' | 'premium_level', string>;
  correlation_with: Record<'price_return' | 'value_return', string>;
  correlation_is: string;
  correlation_note: string;
  correlation_formula: string;
  no_correlation: string;
  median_is: string;
  median_formula: string;
  value: string;
  count: string;
}

export const standingTexts: Translated<StandingTexts> = {
  zh: {
    table: '最新溢价在各段历史中的位置',
    window: '区间',
    window_days: (days) => `近 ${days} 日`,
    all_days: '全部',
    from: '自',
    percentile: '分位',
    z: '稳健 z',
    median: '中位数',
    no_z: '“—”：该区间多数日子溢价相同，MAD 为 0，不算 z。',
    too_few: (needed, have) => `需 ${needed} 日，只有 ${have} 日`,
    percentile_is:
      '区间内溢价不高于最新值的天数占比；最新一日计入，相同的值全数计入。100 % 即区间内最高。',
    percentile_formula: '不高于最新值的天数 ÷ 区间天数',
    percentile_numbers: (share, latest, days) => `${days} 日中有 ${share} 不高于 ${latest}`,
    z_is: '最新溢价离中位数有多少个稳健标准差；个别极端日子拉不动它。',
    z_formula: '（最新 − 中位数）÷（1.4826 × MAD），MAD 为各日离中位数距离的中位数',
    z_numbers: (latest, median, spread) => `（${latest} − ${median}）÷ ${spread}`,
    own_source: '由所贴数据计算',
    widening: '是否骤然扩大',
    wide: (date, premium, usual, window) =>
      `${date} 的溢价率 ${premium} 骤然扩大：此前 ${window} 日的中位数是 ${usual}。`,
    wide_by: (z, bar) => `偏离为平常波动的 ${z} 倍，门槛 ${bar} 倍。`,
    wide_never: '此前多数日子溢价没有变动，没有平常波动可比。',
    running: (days) => `已连续 ${days}。`,
    not_wide: (date, premium, usual, away) =>
      `${date} 未见骤然扩大：溢价率 ${premium}，此前中位数 ${usual}，相差 ${away}。`,
    not_wide_by: (z, bar) => `偏离为平常波动的 ${z} 倍，门槛 ${bar} 倍。`,
    widening_few: (needed, have) =>
      `历史太短，判断不了是否骤然扩大：需要 ${needed} 日，现有 ${have} 日。`,
    widening_how: (window) =>
      `每一天只与它之前的 ${window} 个有溢价的日子比（当天不计入）；只算远离 0 的一侧，溢价收窄不算。`,
    widening_source: (source) => `依据：${source}；原文未给出数字门槛，所用门槛为本工具自定。`,
    marks: (count, days) => `历史上出现过 ${count} 次（判断了 ${days}）`,
    marks_shown: (count) => `只列最近 ${count} 次。`,
    no_marks: (days) => `判断了 ${days}，历史上没有出现过。`,
    date: '首日',
    premium: '溢价率',
    usual: '平常（中位数）',
    change: '较前一日',
    bars: '门槛与区间',
    bar_window: '对照的日数',
    bar_z: '稳健 z 门槛',
    bar_least: '至少偏离',
    bar_own: '本工具自定，资料未给数字',
    bar_band: '滚动区间日数',
    bar_band_hint: '用于滚动均值与区间；本工具自定',
    bar_deviations: '上下轨取几个标准差',
    bar_share: '中间区间含多少日子',
    band: '滚动均值与区间',
    line_premium: '溢价率',
    line_mean: '滚动均值',
    line_band: (deviations) => `均值 ± ${deviations} 个标准差`,
    chart: (from, to, window) => `${from} 至 ${to} 的溢价率、${window} 日滚动均值与上下轨`,
    band_latest: (window, mean, low, high, share, innerLow, innerHigh) =>
      `最近 ${window} 日：均值 ${mean}，上下轨 ${low} 至 ${high}；中间 ${share} 的日子在 ${innerLow} 至 ${innerHigh} 之间。`,
    band_how: (edge) =>
      `每一天只用当天及之前的日子；前 ${edge} 个有溢价的日子与没有溢价的日子不画。`,
    correlations: '溢价与涨跌的相关',
    correlation_of: { premium_change: '溢价变动', premium_level: '溢价水平' },
    correlation_with: { price_return: '当日价格涨跌', value_return: '当日参考值涨跌' },
    correlation_is: '皮尔逊相关系数',
    correlation_note:
      '溢价变动与价格、参考值的涨跌按定义就有关联：价格涨得比参考值多，溢价就变大。相关不是因果。',
    correlation_formula: 'Σ(x − x̄)(y − ȳ) ÷ √[Σ(x − x̄)² Σ(y − ȳ)²]，只用两者都有的日子',
    no_correlation: '“—”：两者之一始终不变，算不出相关。',
    median_is: '区间内各日溢价由低到高排在正中的一个。',
    median_formula: '中位数；日数为偶数时取中间两个的平均',
    value: '相关系数',
    count: '天数',
  },
  en: {
    table: 'Where the latest premium stands',
    window: 'Window',
    window_days: (days) => `last ${days} days`,
    all_days: 'all days',
    from: 'Since',
    percentile: 'Percentile',
    z: 'Robust z',
    median: 'Median',
    no_z: '“—”: most days of the window have the same premium, so MAD is 0 and there is no z.',
    too_few: (needed, have) => `${needed} days needed, ${have} there`,
    percentile_is:
      'The share of the window’s days with a premium no higher than the latest; the latest day and ties count in full. 100 % is the highest of the window.',
    percentile_formula: 'days at or below the latest ÷ days of the window',
    percentile_numbers: (share, latest, days) => `${share} of ${days} days at or below ${latest}`,
    z_is: 'How many robust standard deviations the latest premium is from the median; a few wild days cannot move it.',
    z_formula:
      '(latest − median) ÷ (1.4826 × MAD), MAD being the median distance of the days from their median',
    z_numbers: (latest, median, spread) => `(${latest} − ${median}) ÷ ${spread}`,
    own_source: 'computed from the pasted data',
    widening: 'Sudden widening',
    wide: (date, premium, usual, window) =>
      `The premium widened suddenly on ${date}, to ${premium}; the median of the ${window} days before was ${usual}.`,
    wide_by: (z, bar) => `That is ${z} times its usual spread, against a bar of ${bar}.`,
    wide_never: 'On most days before it did not move at all, so there is no usual spread.',
    running: (days) => `Running for ${days}.`,
    not_wide: (date, premium, usual, away) =>
      `No sudden widening on ${date}: a premium of ${premium} against a usual ${usual}, ${away} apart.`,
    not_wide_by: (z, bar) => `That is ${z} times its usual spread, against a bar of ${bar}.`,
    widening_few: (needed, have) =>
      `Too short a past to tell a sudden widening: ${needed} days needed, ${have} there.`,
    widening_how: (window) =>
      `Each day is held against the ${window} days with a premium before it, itself left out; only moves away from 0 count, a premium that shrinks does not.`,
    widening_source: (source) =>
      `Source: ${source}. It names no figure for “suddenly”; the bars are this tool’s own.`,
    marks: (count, days) => `Seen ${count} times before (${days} judged)`,
    marks_shown: (count) => `The latest ${count} are listed.`,
    no_marks: (days) => `Never seen in the ${days} judged.`,
    date: 'First day',
    premium: 'Premium',
    usual: 'Usual (median)',
    change: 'On the day before',
    bars: 'Bars and windows',
    bar_window: 'Days to compare with',
    bar_z: 'Robust z bar',
    bar_least: 'Least distance that counts',
    bar_own: 'this tool’s own; the source names no figure',
    bar_band: 'Days of the rolling band',
    bar_band_hint: 'for the rolling mean and band; this tool’s own',
    bar_deviations: 'Standard deviations of the band',
    bar_share: 'Share of days in the middle',
    band: 'Rolling mean and band',
    line_premium: 'premium',
    line_mean: 'rolling mean',
    line_band: (deviations) => `mean ± ${deviations} standard deviations`,
    chart: (from, to, window) =>
      `Premium from ${from} to ${to}, with its ${window}-day mean and band`,
    band_latest: (window, mean, low, high, share, innerLow, innerHigh) =>
      `Last ${window} days: mean ${mean}, band ${low} to ${high}; the middle ${share} of days lie between ${innerLow} and ${innerHigh}.`,
    band_how: (edge) =>
      `Each day uses that day and earlier ones only; the first ${edge} days with a premium, and days without one, have no band.`,
    correlations: 'Premium and returns',
    correlation_of: { premium_change: 'change of premium', premium_level: 'level of premium' },
    correlation_with: {
      price_return: 'the day’s price return',
      value_return: 'the day’s value return',
    },
    correlation_is: 'Pearson’s correlation',
    correlation_note:
      'A change of premium is tied to price and value by definition: it grows when the price gains more than the value. Correlation is not cause.',
    correlation_formula: 'Σ(x − x̄)(y − ȳ) ÷ √[Σ(x − x̄)² Σ(y − ȳ)²], over the days that have both',
    no_correlation: '“—”: one of the two never moves, so there is no correlation.',
    median_is: 'The premium in the middle when the days of the window are put in order.',
    median_formula: 'median; of an even number of days the mean of the two in the middle',
    value: 'Correlation',
    count: 'Days',
  },
};
