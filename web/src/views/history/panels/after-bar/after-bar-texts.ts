import type { Translated } from '../../../../texts/translated.ts';
import { inline } from '../../../../texts/zh/spacing.ts';

export interface AfterBarTexts {
  title: string;
  title_unit: string;
  loading: string;
  which_bar: string;
  own_bar: string;
  own_bar_hint: string;
  quiet: string;
  quiet_hint: string;
  judged: (denominator: string) => string;
  same_day: string;
  differ: (
    bar: string,
    denominator: string,
    published: string,
    publishedDays: string,
    sameDay: string,
    sameDayDays: string,
  ) => string;
  why_differ: string;
  /** Of a market that is open while Shanghai is. */
  why_differ_overlap: string;
  crossings: (episodes: string, bar: string, crossings: string) => string;
  never: (bar: string) => string;
  list: (needed: string, have: string) => string;
  few_outcomes: (have: string) => string;
  horizon: string;
  horizons: (days: string, count: number) => string;
  count: string;
  times: (count: string, number: number) => string;
  beyond: (count: string) => string;
  premium_change: string;
  price_return: string;
  value_return: string;
  any_day: string;
  any_day_card: string;
  any_day_formula: string;
  negative: string;
  crossed_on: string;
  premium: string;
  not_yet: string;
  mean: string;
  interval: string;
  median: string;
  quartiles: string;
  range: string;
  below_zero: string;
  mean_card: string;
  mean_formula: string;
  over_days: (count: string) => string;
  interval_note: (resamples: string, block: string) => string;
  own_source: string;
  how: string;
}

export const afterBarTexts: Translated<AfterBarTexts> = {
  zh: {
    title: '越线之后',
    title_unit: '以往每次越过警戒线，后来怎样',
    loading: '正在统计…',
    which_bar: '警戒线',
    own_bar: '另设一条线',
    own_bar_hint: '5 % 见投资者指南，10 %、15 % 见券商研究，其余为本工具的取值',
    quiet: '算作两次须隔开',
    quiet_hint: '溢价须先连续这么多天低于该线；本工具的取值',
    judged: (denominator) => `按${inline(denominator).trimEnd()}`,
    same_day: '按同日净值（事后对照）',
    differ: (bar, denominator, published, publishedDays, sameDay, sameDayDays) =>
      `溢价不低于 ${bar} 的所有日子，次日价格平均变动：按${inline(denominator).trimEnd()}为 ${published}（${publishedDays} 天），按同日净值为 ${sameDay}（${sameDayDays} 天）。`,
    why_differ:
      '为何不同：同日净值含当晚才有的消息。当晚境外下跌，同日净值就低、算出的溢价就高，而次日价格本来就要补跌；这部分“回落”并非高溢价所致，当时也无从知道。所以统计以当时已公布的净值为准，同日净值只供对照。',
    why_differ_overlap:
      '为何不同：这类市场与沪深同时交易，当时已公布的是前一日的净值，不含当天的涨跌，算出的溢价有一部分只是净值还没跟上，次日净值补上，溢价随之回落，价格未必跌；同日净值把当天的涨跌算了进去，但要到收盘后才公布，当时并不知道，只供对照。',
    crossings: (episodes, bar, crossings) =>
      `从线下升到 ${bar} 及以上：独立的行情 ${episodes} 次（连反复穿越共 ${crossings} 次）。`,
    never: (bar) => `这段历史里，没有从线下升到 ${bar} 的一天。`,
    list: (needed, have) => `独立的行情不足 ${needed} 次（只有 ${have} 次），不作统计，逐次列出。`,
    few_outcomes: (have) => `只有 ${have} 次有结果，不作统计`,
    horizon: '之后',
    horizons: (days) => `${days} 天`,
    count: '次数',
    times: (count) => `${count} 次`,
    beyond: (count) => `另 ${count} 次未到期`,
    premium_change: '溢价变动',
    price_return: '价格涨跌',
    value_return: '净值涨跌',
    any_day: '任意一天之后的价格',
    any_day_card:
      '不论溢价高低，从这段历史的每一天起持有同样天数的价格涨跌：看越线之后有何不同的底数。',
    any_day_formula: '各日“价格(t+h) ÷ 价格(t) − 1”的平均',
    negative: '价格下跌占比',
    crossed_on: '越线日',
    premium: '溢价',
    not_yet: '未到期',
    mean: '平均',
    interval: '95 % 区间',
    median: '中位数',
    quartiles: '上下四分位',
    range: '最低至最高',
    below_zero: '为负占比',
    mean_card:
      '各次越线之后，同样天数的变动的平均。区间来自分块自助法，反映次数有限的不确定，不是预测区间。',
    mean_formula: '平均 = 各次变动之和 ÷ 次数',
    over_days: (count) => `不论是否刚越线，溢价不低于该线的 ${count} 天平均`,
    interval_note: (resamples, block) => `重抽 ${resamples} 次，块长 ${block} 次`,
    own_source: '做法为本工具所取；警戒线 5 % 见投资者指南，10 %、15 % 见券商研究',
    how: '每次越线：前一天低于该线、当天达到或高于它，且此前连续若干天都低于它；是否越线，当天就能判断。结果只用其后的数据，按有价格和净值的交易日计天数，收盘价计，未计费用。每一次都恰好满足：1 + 价格涨跌 =（1 + 净值涨跌）×（1 + 后来溢价）÷（1 + 越线时溢价）。这是发生过的情形，不是预测；次数少、又多挤在几段行情里时，区间会偏窄。',
  },
  en: {
    title: 'After the bar',
    title_unit: 'what followed each crossing of the past',
    loading: 'Counting…',
    which_bar: 'Bar',
    own_bar: 'A bar of your own',
    own_bar_hint: '5 % is the investor guide’s, 10 and 15 % the brokerage study’s, the others ours',
    quiet: 'Two crossings are apart by',
    quiet_hint: 'The premium has to be under the bar for so many sessions before; our own value',
    judged: (denominator) => `Against the ${denominator}`,
    same_day: 'Against the same-day NAV (hindsight)',
    differ: (bar, denominator, published, publishedDays, sameDay, sameDayDays) =>
      `The next session’s price, over all days at ${bar} or more: ${published} on average against the ${denominator} (${publishedDays} days), ${sameDay} against the same-day NAV (${sameDayDays} days).`,
    why_differ:
      'Why they differ: the same-day NAV holds the news of the coming night. If markets abroad fall that night, that NAV is low, the premium against it high, and the price was to follow down the next day anyway. That part of the fall does not come from the premium, and nobody could know it. So the count goes by the NAV published by then; the same-day NAV is for comparison.',
    why_differ_overlap:
      'Why they differ: this market trades while Shanghai does. The NAV published by then is the day before’s and lacks the day’s own move, so part of a premium over it is only a value that has not caught up; it does the next day, and the price need not fall. The same-day NAV holds that move, but comes out after the close and was not known; it is for comparison only.',
    crossings: (episodes, bar, crossings) =>
      `From under ${bar} to at or over it: ${episodes} separate ${episodes === '1' ? 'episode' : 'episodes'} (${crossings} ${crossings === '1' ? 'crossing' : 'crossings'}, those back and forth counted).`,
    never: (bar) => `The premium never crossed ${bar} from below in these data.`,
    list: (needed, have) =>
      `Fewer than ${needed} separate episodes (${have}): no figures, each is listed.`,
    few_outcomes: (have) => `only ${have} with an outcome: no figures`,
    horizon: 'After',
    horizons: (days, count) => (count === 1 ? `${days} session` : `${days} sessions`),
    count: 'Cases',
    times: (count, number) => `${count} ${number === 1 ? 'case' : 'cases'}`,
    beyond: (count) => `${count} more not due yet`,
    premium_change: 'Premium change',
    price_return: 'Price',
    value_return: 'Value',
    any_day: 'Price after any day',
    any_day_card:
      'The price return over as many days from every day of these data, whatever its premium: the ground to see against what a crossing made of it.',
    any_day_formula: 'mean of price(t+h) ÷ price(t) − 1 over the days',
    negative: 'Price fell in',
    crossed_on: 'Crossed on',
    premium: 'Premium',
    not_yet: 'not due',
    mean: 'mean',
    interval: '95 % interval',
    median: 'median',
    quartiles: 'quartiles',
    range: 'lowest to highest',
    below_zero: 'below zero',
    mean_card:
      'The mean change over the same number of sessions after each crossing. The interval comes from a block bootstrap: it tells how uncertain so few cases leave the mean, and is no prediction interval.',
    mean_formula: 'mean = sum of the changes ÷ cases',
    over_days: (count) => `Mean over all ${count} days at or over the bar, crossing or not`,
    interval_note: (resamples, block) => `${resamples} resamples, blocks of ${block} cases`,
    own_source:
      'The method is ours; 5 % is the investor guide’s bar, 10 and 15 % the brokerage study’s',
    how: 'A crossing: under the bar the session before, at or over it on the day, after some sessions under it; the day itself tells. The outcome uses later sessions alone, counts those with a price and a value, and takes closing prices without fees. Each case fits exactly: 1 + price change = (1 + value change) × (1 + later premium) ÷ (1 + premium at the crossing). This is what has happened and no forecast; where few cases crowd into a few spells, the intervals come out too narrow.',
  },
};
