import type { Translated } from '../../../../texts/translated.ts';

export interface PathTexts {
  title: string;
  title_more: string;
  nothing: string;
  lead: (premium: string, date: string, days: string) => string;
  /** Where the sample shows no return of the premium. */
  wanders: string;
  /** Where the interval of the persistence reaches 1. */
  may_wander: string;
  closed: string;
  closed_note: string;
  closed_label: string;
  simulated: string;
  simulated_note: (paths: string, seed: string, limit: string, halts: string) => string;
  no_limit: string;
  halts: (premium: string, probability: string, days: string) => string;
  no_halts: string;
  after: (days: string) => string;
  quantile: (share: string) => string;
  median: string;
  mean: string;
  loss: string;
  loss_over: (bar: string) => string;
  premium_then: string;
  mean_error: string;
  locked: string;
  any_locked: string;
  forced: string;
  forced_days: string;
  forced_most: string;
  forced_marked: string;
  forced_sold: string;
  day_unit: (count: string) => string;
  forced_note: string;
  limit_down: (from: string, to: string, days: string) => string;
  limit_none: (from: string, to: string) => string;
  /** Where one day's limit is enough. */
  limit_within: (from: string, to: string) => string;
  limit_caption: string;
  limit_day: string;
  limit_price: string;
  limit_premium: string;
  limit_state: string;
  limit_locked: string;
  limit_open: string;
  model: string;
  model_sample: (pairs: string, from: string, to: string) => string;
  persistence: string;
  persistence_hint: (low: string, high: string, median: string) => string;
  premium_mean: string;
  premium_mean_hint: string;
  premium_sd: string;
  premium_sd_hint: string;
  value_sd: string;
  value_sd_hint: string;
  correlation: string;
  correlation_hint: string;
  bars: string;
  drift: string;
  drift_hint: (growth: string | undefined) => string;
  window: string;
  window_hint: string;
  limit: string;
  limit_hint: string;
  halt_premium: string;
  halt_premium_hint: string;
  halt_probability: string;
  halt_probability_hint: string;
  halt_days: string;
  halt_days_hint: string;
  premium_to: string;
  premium_to_hint: string;
  paths: string;
  paths_hint: string;
  seed: string;
  seed_hint: string;
  how: string;
  loss_is: string;
}

export const pathTexts: Translated<PathTexts> = {
  zh: {
    title: '持有期风险',
    title_more: '5、20、60、250 天后的收益分布，涨跌停与停牌',
    nothing: '溢价与净值都有的相邻交易日太少，估不出波动。',
    lead: (premium, date, days) =>
      `以 ${date} 的溢价 ${premium} 买入。假设溢价与净值仍像最近 ${days} 天那样波动，持有者的价格收益如下（情景，非预测）。`,
    wanders:
      '样本内看不出溢价会回落（持续性达到 1）：下列概率把溢价当作随机游走，没有计入任何收敛。收敛的代价见“溢价收敛的代价”，也可在“模型参数”里把持续性改低。',
    may_wander:
      '持续性的 95% 区间一直到 1：溢价是否回落，这段数据判定不了；回落得更慢，下列分布就更偏向今日溢价。',
    closed: '公式：正态假设，不计涨跌停与停牌',
    closed_note:
      '对数收益＝净值对数变动＋ln(1＋期末溢价)−ln(1＋买入溢价)。真实的极端日子比正态多；额度或停牌情形一变，这些概率就不成立。',
    closed_label: '公式法收益分布',
    simulated: '模拟：计入涨跌停与停牌',
    simulated_note: (paths, seed, limit, halts) =>
      `同一模型模拟 ${paths} 条路径（随机种子 ${seed}），${limit}${halts}`,
    no_limit: '不设涨跌停；',
    halts: (premium, probability, days) =>
      `溢价超过 ${premium} 时每天有 ${probability} 的概率停牌 ${days}（本项目的假设）。`,
    no_halts: '不设停牌。',
    after: (days) => `${days}后`,
    quantile: (share) => `${share} 分位`,
    median: '中位数',
    mean: '平均',
    loss: '亏损的概率',
    loss_over: (bar) => `亏损超过 ${bar} 的概率`,
    premium_then: '届时溢价（中位）',
    mean_error: '平均值的模拟误差',
    locked: '此前跌停锁死天数（平均）',
    any_locked: '此前至少锁死一天',
    forced: '到期当天卖不出去',
    forced_days: '平均再等',
    forced_most: '最长再等',
    forced_marked: '到期当天账面（卖不出者）',
    forced_sold: '实际卖出时（卖不出者）',
    day_unit: (count) => `${count} 天`,
    forced_note:
      '被迫持有：到期当天锁在跌停板或停牌，便等到第一个既不锁死也不停牌的交易日，按那天收盘价卖出。',
    limit_down: (from, to, days) =>
      `净值不变，溢价从 ${from} 降到 ${to}，最少要 ${days} 个跌停日；除最后一天外都锁死，卖不出去。`,
    limit_none: (from, to) => `溢价 ${from} 不高于 ${to}，无须跌停。`,
    limit_within: (from, to) =>
      `净值不变，溢价从 ${from} 降到 ${to} 不超过一个跌停，一天之内就能跌完。`,
    limit_caption: '逐日跌停（四舍五入到最小价位）',
    limit_day: '第几天',
    limit_price: '收盘价',
    limit_premium: '溢价',
    limit_state: '状态',
    limit_locked: '锁死跌停',
    limit_open: '可成交',
    model: '模型参数',
    model_sample: (pairs, from, to) => `由 ${from} 至 ${to} 的 ${pairs} 对相邻交易日估得。`,
    persistence: '溢价的持续性 φ（对数溢价的 AR(1)）',
    persistence_hint: (low, high, median) =>
      `最小二乘估计，偏低；中位数无偏估计 ${median}，95% 区间 ${low} 至 ${high}`,
    premium_mean: '溢价趋向的均值',
    premium_mean_hint: '样本内 AR(1) 的均值',
    premium_sd: '溢价的每日冲击（标准差）',
    premium_sd_hint: '样本内 AR(1) 的残差',
    value_sd: '净值的每日波动（标准差）',
    value_sd_hint: '样本内净值对数变动',
    correlation: '二者相关系数',
    correlation_hint: '净值变动与溢价冲击的同日相关；净值晚于价格公布时多为负数',
    bars: '假设',
    drift: '净值的年漂移',
    drift_hint: (growth) =>
      `默认 0，不把过去的涨跌外推${growth ? `；样本内折合每年 ${growth}` : '；样本不足 250 天，不折算年率'}`,
    window: '估计窗口',
    window_hint: '默认最近 250 天；本项目自定',
    limit: '涨跌幅限制',
    limit_hint: '交易所规则：10%，部分品种 20%；填 0 则不设',
    halt_premium: '停牌只在溢价超过',
    halt_premium_hint: '券商研究：有的基金在约 10% 时停牌',
    halt_probability: '每天停牌的概率',
    halt_probability_hint: '默认 5%；本项目的假设，填 0 则不设',
    halt_days: '一次停牌的天数',
    halt_days_hint: '默认 1 天；本项目的假设',
    premium_to: '跌停天数算到溢价',
    premium_to_hint: '默认回到净值',
    paths: '路径数',
    paths_hint: '默认 5000；越多误差越小',
    seed: '随机种子',
    seed_hint: '同一种子得同一结果',
    how: '溢价按对数 AR(1) 回归均值，净值按随机游走；两者的冲击服从正态分布，同日可相关，逐日独立。',
    loss_is: '收益低于零（或低于负的该线）的概率。',
  },
  en: {
    title: 'Risk of holding',
    title_more: 'returns after 5, 20, 60 and 250 days, limits and halts',
    nothing: 'Too few neighbouring days have both premium and value to tell how they move.',
    lead: (premium, date, days) =>
      `Bought at the premium of ${date}, ${premium}. If premium and value went on moving as in the last ${days} days, a holder’s return of the price would spread as below (a scenario, not a forecast).`,
    wanders:
      'In the sample the premium does not come back (its persistence reaches 1): the odds below take it for a random walk and hold no closing at all. What a closing costs is under “What closing costs”; a lower persistence can be set under “The model’s numbers”.',
    may_wander:
      'The 95 % interval of the persistence reaches 1: these days do not tell whether the premium comes back. The slower it does, the closer the odds stay to today’s premium.',
    closed: 'Closed form: normal shocks, no limits, no halts',
    closed_note:
      'Log return = log change of the value + ln(1 + premium then) − ln(1 + premium paid). Real days have fatter tails than the normal law, and the odds fail when quota or halts change.',
    closed_label: 'Distribution of the return, closed form',
    simulated: 'Simulation: with price limits and halts',
    simulated_note: (paths, seed, limit, halts) =>
      `The same model played out ${paths} times (seed ${seed}). ${limit} ${halts}`,
    no_limit: 'No price limit.',
    halts: (premium, probability, days) =>
      `While the premium is over ${premium}, each day has a ${probability} chance of a halt of ${days} (this project’s assumption).`,
    no_halts: 'No halts.',
    after: (days) => `After ${days}`,
    quantile: (share) => `${share} quantile`,
    median: 'Median',
    mean: 'Mean',
    loss: 'Chance of a loss',
    loss_over: (bar) => `Chance of losing over ${bar}`,
    premium_then: 'Premium then (median)',
    mean_error: 'Simulation error of the mean',
    locked: 'Locked limit-down days before (mean)',
    any_locked: 'At least one before',
    forced: 'Could not sell on the day',
    forced_days: 'Then waited, on average',
    forced_most: 'Longest wait',
    forced_marked: 'Of these: marked on the day',
    forced_sold: 'Of these: when sold',
    day_unit: (count) => `${count} ${count === '1' ? 'day' : 'days'}`,
    forced_note:
      'Forced holding: where the day is locked limit-down or halted, the sale is at the close of the first day that is neither.',
    limit_down: (from, to, days) =>
      `At a flat value the premium takes at least ${days} limit-down days from ${from} to ${to}; on all but the last nobody can sell.`,
    limit_none: (from, to) =>
      `A premium of ${from} is not over ${to}: no limit-down day is needed.`,
    limit_within: (from, to) =>
      `At a flat value the premium can go from ${from} to ${to} within one day: that is no more than one limit.`,
    limit_caption: 'Day by day, rounded to the tick',
    limit_day: 'Day',
    limit_price: 'Close',
    limit_premium: 'Premium',
    limit_state: 'State',
    limit_locked: 'locked',
    limit_open: 'trades',
    model: 'The model’s numbers',
    model_sample: (pairs, from, to) => `Estimated from ${pairs} pairs of days, ${from} to ${to}.`,
    persistence: 'Persistence φ of the log premium, AR(1)',
    persistence_hint: (low, high, median) =>
      `by least squares, which is too low; median-unbiased ${median}, 95 % interval ${low} to ${high}`,
    premium_mean: 'Mean that the premium goes to',
    premium_mean_hint: 'of the AR(1) in the sample',
    premium_sd: 'Daily shock of the premium (SD)',
    premium_sd_hint: 'residuals of the AR(1) in the sample',
    value_sd: 'Daily move of the value (SD)',
    value_sd_hint: 'log changes in the sample',
    correlation: 'Correlation of the two',
    correlation_hint:
      'value change and premium shock of the same day; mostly negative where the NAV comes after the price',
    bars: 'Assumptions',
    drift: 'Drift of the value, a year',
    drift_hint: (growth) =>
      `0 unless you set it: past growth is not carried on${growth ? `; in the sample it was ${growth} a year` : '; under 250 days nothing is annualised'}`,
    window: 'Days it is estimated from',
    window_hint: 'the last 250; this project’s own',
    limit: 'Daily price limit',
    limit_hint: 'exchange rules: 10 %, for some 20 %; 0 for none',
    halt_premium: 'Halts only over a premium of',
    halt_premium_hint: 'brokerage study: some were halted near 10 %',
    halt_probability: 'Chance of a halt, a day',
    halt_probability_hint: '5 %, this project’s assumption; 0 for none',
    halt_days: 'Days of a halt',
    halt_days_hint: '1, this project’s assumption',
    premium_to: 'Limit-down days to a premium of',
    premium_to_hint: 'at the value unless you set it',
    paths: 'Paths',
    paths_hint: '5,000; the more, the smaller the error',
    seed: 'Seed',
    seed_hint: 'the same seed gives the same numbers',
    how: 'The log premium goes back to its mean as an AR(1), the log value walks at random; their shocks are normal, may be correlated on a day, and are independent from day to day.',
    loss_is: 'The chance of a return below zero, or below minus the bar.',
  },
};
