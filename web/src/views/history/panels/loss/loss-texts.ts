import type { FinalReason } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';

export interface LossTexts {
  title: string;
  title_more: string;
  nothing: string;
  /** Above the table: from which premium, and what the value does. */
  lead: (premium: string, date: string, growth: string | undefined) => string;
  scenario: (premium: string, growth: string | undefined) => string;
  caption: string;
  reasons: Record<FinalReason, string>;
  final: string;
  result: string;
  value_part: string;
  premium_part: string;
  cross_part: string;
  net: string;
  breakeven: string;
  limit_days: string;
  days: (count: string) => string;
  own: (count: string, from: string, to: string) => string;
  own_few: (needed: string, have: string) => string;
  run_ups: (count: string, bar: string) => string;
  no_run_ups: (bar: string) => string;
  run_up_start: string;
  run_up_end: string;
  run_up_peak: string;
  run_up_final: string;
  bars: string;
  growth: string;
  growth_hint: string;
  premium_to: string;
  premium_to_hint: string;
  window: string;
  window_hint: string;
  bar: string;
  bar_hint: string;
  cost: string;
  cost_hint: string;
  limit: string;
  limit_hint: string;
  note: string;
  return_is: string;
  breakeven_is: string;
  cases: string;
  cases_note: string;
  case_of: (from: string, to: string, growth: string | undefined) => string;
  case_name: string;
  printed: string;
  exact: string;
  added: string;
  needs: string;
}

export const lossTexts: Translated<LossTexts> = {
  zh: {
    title: '溢价收敛的代价',
    title_more: '溢价若变，收益几何',
    nothing: '没有一天有可用的溢价，无从设情景。',
    lead: (premium, date, growth) =>
      `以 ${date} 的溢价 ${premium} 买入，${growth ? `净值变动 ${growth}` : '净值不变'}，溢价收敛到下列各处时的价格收益。都是情景，非预测。`,
    scenario: (premium, growth) =>
      `若溢价收敛至 ${premium}、${growth ? `净值变动 ${growth}` : '净值不变'}（情景，非预测）`,
    caption: '收益＝净值部分＋溢价部分＋两者相乘',
    reasons: {
      zero: '回到净值',
      range_inner: '该类区间内沿',
      range_outer: '该类区间外沿',
      own_lower_quartile: '自身下四分位',
      own_median: '自身中位数',
      own_upper_quartile: '自身上四分位',
      episode_end: '往次高溢价结束处（中位）',
      given: '自设',
    },
    final: '最终溢价',
    result: '收益',
    value_part: '其中净值',
    premium_part: '其中溢价',
    cross_part: '两者相乘',
    net: '扣除买卖成本',
    breakeven: '打平所需净值涨幅',
    limit_days: '净值不变最少跌停天数',
    days: (count) => (count === '1' ? '1 天之内' : `${count} 天`),
    own: (count, from, to) => `自身分位取最近 ${count} 个有溢价的交易日（${from} 至 ${to}）。`,
    own_few: (needed, have) => `自身分位至少要 ${needed} 天，现有 ${have} 天，故未列。`,
    run_ups: (count, bar) => `往次溢价达到 ${bar} 的行情：${count} 次，各在哪里结束`,
    no_run_ups: (bar) => `历史上没有一次达到 ${bar} 又回落的行情，“往次结束处”故未列。`,
    run_up_start: '首日',
    run_up_end: '回到线内',
    run_up_peak: '最高溢价',
    run_up_final: '结束时溢价',
    bars: '情景与假设',
    growth: '净值变动',
    growth_hint: '默认净值不变；由读者设定',
    premium_to: '自设最终溢价',
    premium_to_hint: '填入后在表末多一行',
    window: '自身分位的窗口',
    window_hint: '默认 250 天，约一年；本项目自定',
    bar: '高溢价的线',
    bar_hint: '默认 5%，取自投资者风险文章；回到线内并满 5 天才算结束（本项目自定）',
    cost: '买卖一次的成本',
    cost_hint: '佣金与价差合计，占成交额；默认 0，由读者设定',
    limit: '涨跌幅限制',
    limit_hint: '交易所规则：跨境 ETF 10%，部分品种 20%',
    note: '净值涨到追上价格，收益是 0 而不是亏损；“打平”一列就是所需涨幅。跌停天数不计四舍五入到最小价位，锁死的跌停板上卖不出去。',
    return_is: '价格＝净值 ×（1＋溢价），所以两者的变化相乘，而不是相加。',
    breakeven_is: '净值要涨多少，溢价收敛的损失才被抵消（含买卖成本）。',
    cases: '资料印出的算例，按公式重算',
    cases_note: '“要到”是溢价须收敛到哪里，才真会得出印出的数字。',
    case_of: (from, to, growth) => `${from} → ${to}，${growth ? `净值 ${growth}` : '净值不变'}`,
    case_name: '算例',
    printed: '资料印作',
    exact: '精确',
    added: '若误作相加',
    needs: '溢价要到',
  },
  en: {
    title: 'What closing costs',
    title_more: 'the return if the premium becomes another',
    nothing: 'No day has a premium to start from.',
    lead: (premium, date, growth) =>
      `Bought at the premium of ${date}, ${premium}, with the value ${growth ? `moving ${growth}` : 'unchanged'}: the return of the price where the premium ends as below. Scenarios, not forecasts.`,
    scenario: (premium, growth) =>
      `If the premium became ${premium} and the value ${growth ? `moved ${growth}` : 'stayed'} (a scenario, not a forecast)`,
    caption: 'Return = value part + premium part + their product',
    reasons: {
      zero: 'At the value',
      range_inner: 'Inner bound of its kind',
      range_outer: 'Outer bound of its kind',
      own_lower_quartile: 'Its own lower quartile',
      own_median: 'Its own median',
      own_upper_quartile: 'Its own upper quartile',
      episode_end: 'Where past run-ups ended (median)',
      given: 'As set',
    },
    final: 'Final premium',
    result: 'Return',
    value_part: 'from the value',
    premium_part: 'from the premium',
    cross_part: 'both multiplied',
    net: 'after trading cost',
    breakeven: 'Value growth to break even',
    limit_days: 'Fewest limit-down days at a flat value',
    days: (count) => `${count} ${count === '1' ? 'day' : 'days'}`,
    own: (count, from, to) =>
      `Its own quartiles are of the last ${count} days with a premium (${from} to ${to}).`,
    own_few: (needed, have) =>
      `Its own quartiles take ${needed} days; there are ${have}, so they are left out.`,
    run_ups: (count, bar) => `Past run-ups that reached ${bar}: ${count}, and where each ended`,
    no_run_ups: (bar) =>
      `No past run-up reached ${bar} and came back, so “where past run-ups ended” is left out.`,
    run_up_start: 'First day',
    run_up_end: 'Back within',
    run_up_peak: 'Highest',
    run_up_final: 'At the end',
    bars: 'Scenario and assumptions',
    growth: 'Value change',
    growth_hint: 'none unless you set it',
    premium_to: 'Final premium of your own',
    premium_to_hint: 'adds a row to the table',
    window: 'Days of its own quartiles',
    window_hint: '250, about a year; this project’s own',
    bar: 'Bar of a run-up',
    bar_hint: '5 %, from the investor guide; over once back within for 5 days (our own)',
    cost: 'Cost of buying and selling',
    cost_hint: 'commission and spread, of the amount; 0 unless you set it',
    limit: 'Daily price limit',
    limit_hint: 'exchange rules: 10 % for cross-border ETFs, 20 % for some',
    note: 'Where the value catches up with the price the return is 0, not a loss; the break-even column is how far it must rise. Limit-down days are counted without rounding to the tick; on a locked one nobody can sell.',
    return_is: 'Price = value × (1 + premium), so the two changes multiply; they do not add up.',
    breakeven_is: 'How far the value must rise to make up for the closing, trading cost included.',
    cases: 'The sources’ worked cases, computed again',
    cases_note:
      '“Needs” is where the premium would have to end for the printed figure to come true.',
    case_of: (from, to, growth) => `${from} → ${to}, value ${growth ?? 'unchanged'}`,
    case_name: 'Case',
    printed: 'Printed',
    exact: 'Exact',
    added: 'If added up',
    needs: 'Needs',
  },
};
