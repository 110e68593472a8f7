import type { AbsoluteWord, IndexWord, OwnWord, VerdictDisagreement } from '../../generated/ops.ts';
import type { Translated } from '../../texts/translated.ts';
import { inline } from '../../texts/zh/spacing.ts';

export interface FourTexts {
  title: string;
  of: (date: string, premium: string, denominator: string) => string;
  same_day: (premium: string) => string;
  kind: string;
  own_past: string;
  same_index: string;
  absolute: string;
  own_words: Record<OwnWord, string>;
  index_words: Record<IndexWord, string>;
  absolute_words: Record<AbsoluteWord, string>;
  band: (inner: string, outer: string | undefined) => string;
  no_band: string;
  own_number: (percentile: string, days: string, median: string) => string;
  own_few: (needed: string, have: string) => string;
  own_bar: (percentile: string, z: string) => string;
  z: (z: string) => string;
  no_z: string;
  index_number: (index: string, lowest: string, above: string, count: string) => string;
  index_lowest: (index: string, lowest: string, count: string) => string;
  index_bar: (gap: string) => string;
  no_others: (index: string) => string;
  other_days: (count: string) => string;
  index_unknown: string;
  passed: (bar: string) => string;
  next: (bar: string) => string;
  all_passed: string;
  discount: string;
  absolute_bars: (bars: string) => string;
  wide: (premium: string, usual: string, window: string, running: string) => string;
  a_shape: Record<'rising' | 'past_peak', (foot: string, peak: string, on: string) => string>;
  differ: string;
  agree: string;
  disagreements: Record<VerdictDisagreement, string>;
  bars: string;
  percentile_bar: string;
  z_bar: string;
  gap_bar: string;
  own_source: string;
  own_definition: string;
  own_formula: string;
  index_definition: string;
  index_formula: string;
  absolute_definition: string;
  absolute_formula: string;
}

export const fourTexts: Translated<FourTexts> = {
  zh: {
    title: '四种对照',
    of: (date, premium, denominator) => `${date}，按${inline(denominator)}：${premium}`,
    same_day: (premium) => `（按同日净值：${premium}）`,
    kind: '同类',
    own_past: '自身历史',
    same_index: '同一指数',
    absolute: '绝对警戒线',
    own_words: {
      usual: '常见',
      unusual_high: '异常偏高',
      unusual_low: '异常偏低',
      too_few: '历史太短',
    },
    index_words: {
      lowest: '同指数中最低',
      near_lowest: '接近最低',
      above_others: '高于同指数基金',
      no_others: '没有可比的基金',
      index_unknown: '指数未知',
    },
    absolute_words: { under_all: '未超过', over: '已超过', discount: '为折价' },
    band: (inner, outer) => (outer ? `内沿 ±${inner}，外沿 ±${outer}` : `内沿 ±${inner}`),
    no_band: '这一类资料没有给出区间',
    own_number: (percentile, days, median) =>
      `在最近 ${days} 天里，不高于它的占 ${percentile}；中位数 ${median}`,
    own_few: (needed, have) => `需要 ${needed} 天，现有 ${have} 天`,
    own_bar: (percentile, z) => `界线：${percentile} 分位，或稳健 z ≥ ${z}`,
    z: (z) => `稳健 z ${z}`,
    no_z: '过半天数相同，没有 z',
    index_number: (index, lowest, above, count) =>
      `${index}：比最低的（${lowest}）高 ${above}，可比 ${count} 只`,
    index_lowest: (index, lowest, count) => `${index}：其余最低 ${lowest}，可比 ${count} 只`,
    index_bar: (gap) => `界线：比最低的高出 ${gap}`,
    no_others: (index) =>
      `再粘贴跟踪同一指数${index ? `（${index}）` : ''}的其他基金、含同一天的价格与净值，即可比较`,
    other_days: (count) => `另有 ${count} 只没有同一天的溢价，或所用净值不是同一天的`,
    index_unknown: '不认得这只基金跟踪的指数，无从找同类比较',
    passed: (bar) => `超过 ${bar} 的警戒线`,
    next: (bar) => `下一条 ${bar}`,
    all_passed: '其上再无警戒线',
    discount: '各条警戒线只针对溢价，不针对折价',
    absolute_bars: (bars) => `警戒线：${bars}`,
    wide: (premium, usual, window, running) =>
      `骤然扩大：溢价率 ${premium}，此前 ${window} 日的中位数为 ${usual}${running === '1' ? '' : `；已连续 ${running} 日`}。`,
    a_shape: {
      rising: (foot, peak, on) =>
        `处于 A 型走势的上升段：溢价随价格从 ${foot} 升到 ${peak}（最高在 ${on}）。`,
      past_peak: (foot, peak, on) =>
        `处于 A 型走势的下落段：溢价从 ${foot} 升到 ${peak}（${on}），之后与价格一同回落。`,
    },
    differ: '几种对照为何不一致',
    agree: '几种对照没有互相矛盾。',
    disagreements: {
      inside_kind_unusual_own:
        '在同类区间内，对这只基金自己却不常见：参考区间管的是一类基金，平时贴着净值的基金，小幅跳动也值得留意。',
      outside_kind_usual_own:
        '超出同类区间，对这只基金自己却常见：或因申购受限而常年有溢价，或因所用的净值总慢一步。常见不等于合理，溢价收窄时同样要亏。',
      outside_kind_low_own: '仍超出同类区间，但比它自己平时低得多：溢价正在回落，或刚刚回落过。',
      outside_kind_under_bars:
        '超出同类区间，却没到绝对警戒线：区间外沿是 1 % 或 2 %，警戒线从 5 % 起，中间这一段只有前者在提醒。',
      discount_outside_kind: '折价超出同类区间，而绝对警戒线只针对溢价，所以没有触发。',
      over_bar_usual_own: '超过绝对警戒线，对这只基金自己却常见：警戒线不随各基金的习惯而移动。',
      over_bar_lowest_on_index:
        '超过绝对警戒线，却是同一指数中最低的：同指数基金普遍溢价，最低也不等于便宜。',
      outside_kind_lowest_on_index:
        '超出同类区间，却是同一指数中最低的：同指数基金普遍溢价，最低也不等于便宜。',
      calm_above_index:
        '区间与警戒线都没有触发，但同一指数有溢价更低的基金：持有同一指数，这一只多付了溢价。',
      value_moved:
        '换成同日净值，溢价就小一档：当时已公布的净值还不含当天的涨跌，多出来的那部分是净值当天自己的变动，不是买贵了。',
      own_window_apart:
        '最近一段与全部历史给出的结论不同：溢价的常态近来变了，看的时段不同，说法就不同。',
    },
    bars: '界线',
    percentile_bar: '自身历史：分位',
    z_bar: '自身历史：稳健 z',
    gap_bar: '同一指数：比最低的高出',
    own_source: '本工具的取值；“突然偏离自身历史值得高度警惕”见范围指南',
    own_definition:
      '最新溢价与这只基金自己的过去相比。高于中位数，且不低于它的天数极少，或稳健 z 很大，即为异常偏高；偏低同理。',
    own_formula: '稳健 z =（最新 − 中位数）÷（1.4826 × 中位绝对偏差）',
    index_definition: '同一天、同一分母下，与粘贴数据里跟踪同一指数的其他基金相比。',
    index_formula: '差 = 本基金溢价 − 其余基金中最低的溢价',
    absolute_definition: '各份资料给出的绝对警戒线，不分基金类型。',
    absolute_formula: '溢价率 > 警戒线',
  },
  en: {
    title: 'Four comparisons',
    of: (date, premium, denominator) => `${date}, against the ${denominator}: ${premium}`,
    same_day: (premium) => ` (same-day NAV: ${premium})`,
    kind: 'Its kind',
    own_past: 'Its own past',
    same_index: 'Same index',
    absolute: 'Absolute bars',
    own_words: {
      usual: 'usual',
      unusual_high: 'unusually high',
      unusual_low: 'unusually low',
      too_few: 'too short a past',
    },
    index_words: {
      lowest: 'the lowest on its index',
      near_lowest: 'near the lowest',
      above_others: 'above others on its index',
      no_others: 'no fund to compare with',
      index_unknown: 'index not known',
    },
    absolute_words: { under_all: 'under all', over: 'over a bar', discount: 'a discount' },
    band: (inner, outer) =>
      outer ? `inner bound ±${inner}, outer ±${outer}` : `inner bound ±${inner}`,
    no_band: 'The sources give no range for this kind',
    own_number: (percentile, days, median) =>
      `${percentile} of the last ${days} days are at or below it; median ${median}`,
    own_few: (needed, have) => `${needed} days needed, ${have} there`,
    own_bar: (percentile, z) => `Bars: the ${percentile} percentile, or a robust z of ${z}`,
    z: (z) => `robust z ${z}`,
    no_z: 'more than half the days are alike: no z',
    index_number: (index, lowest, above, count) =>
      `${index}: ${above} above the lowest (${lowest}) of ${count} other funds`,
    index_lowest: (index, lowest, count) => `${index}: the lowest of ${count} others is ${lowest}`,
    index_bar: (gap) => `Bar: ${gap} above the lowest`,
    no_others: (index) =>
      `Paste other funds on the same index${index ? ` (${index})` : ''} as well, with price and NAV of the same day`,
    other_days: (count) =>
      `${count} more without such a premium on that day, or with a value of another day`,
    index_unknown: 'The index of this fund is not known, so nothing can be set beside it',
    passed: (bar) => `over the bar of ${bar}`,
    next: (bar) => `the next is ${bar}`,
    all_passed: 'there is none above',
    discount: 'The bars speak of premiums, not of discounts',
    absolute_bars: (bars) => `Bars: ${bars}`,
    wide: (premium, usual, window, running) =>
      `Sudden widening: ${premium}, against a median of ${usual} over the ${window} days before${running === '1' ? '' : `; for ${running} days now`}.`,
    a_shape: {
      rising: (foot, peak, on) =>
        `On the rising leg of an A shape: the premium climbed with the price from ${foot} to ${peak} (highest on ${on}).`,
      past_peak: (foot, peak, on) =>
        `Past the peak of an A shape: the premium climbed from ${foot} to ${peak} on ${on}, and has come down with the price since.`,
    },
    differ: 'Why they disagree',
    agree: 'None of them contradicts another.',
    disagreements: {
      inside_kind_unusual_own:
        'Inside the range of its kind, yet unusual for this fund: the range is for a whole kind, and for a fund that keeps close to its value a small jump matters.',
      outside_kind_usual_own:
        'Outside the range of its kind, yet usual for this fund: creation may have been limited for long, or the value used is always a step behind. Usual does not mean fair, and a shrinking premium costs the same.',
      outside_kind_low_own:
        'Still outside the range of its kind, yet far lower than usual for this fund: the premium is coming down, or has just come down.',
      outside_kind_under_bars:
        'Outside the range of its kind, yet under the absolute bars: the ranges end at 1 or 2 %, the bars begin at 5 %, and in between only the former speak.',
      discount_outside_kind:
        'The discount is outside the range of its kind; the absolute bars speak of premiums alone.',
      over_bar_usual_own:
        'Over an absolute bar, yet usual for this fund: the bars do not move with a fund’s habits.',
      over_bar_lowest_on_index:
        'Over an absolute bar, yet the lowest on its index: all funds on it trade at a premium, and the lowest is not cheap for that.',
      outside_kind_lowest_on_index:
        'Outside the range of its kind, yet the lowest on its index: all funds on it trade at a premium, and the lowest is not cheap for that.',
      calm_above_index:
        'Neither range nor bar is passed, yet another fund on the same index has a lower premium: the same index costs more here.',
      value_moved:
        'On the same-day NAV the premium is a step smaller: the NAV published by then lacks the day’s own move, and the difference is that move, not a dearer price.',
      own_window_apart:
        'The recent past and the whole past say different things: what is usual has changed, and it depends on how far one looks back.',
    },
    bars: 'Bars',
    percentile_bar: 'Own past: percentile',
    z_bar: 'Own past: robust z',
    gap_bar: 'Same index: above the lowest by',
    own_source:
      'The numbers are ours; that a jump against its own past deserves attention is the range guide’s',
    own_definition:
      'The latest premium against the fund’s own past. Above the median, and with very few days at or above it or a large robust z, it is unusually high; unusually low is the same below.',
    own_formula: 'robust z = (latest − median) ÷ (1.4826 × median absolute deviation)',
    index_definition:
      'Against the other funds pasted that follow the same index, on the same day and against the same value.',
    index_formula: 'gap = this fund’s premium − the lowest of the others',
    absolute_definition: 'The bars that the sources name, whatever the kind of fund.',
    absolute_formula: 'premium > bar',
  },
};
