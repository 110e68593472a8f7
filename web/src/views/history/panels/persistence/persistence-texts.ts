import type { Translated } from '../../../../texts/translated.ts';

export interface PersistenceTexts {
  half_life: string;
  found: (halfLife: string, low: string, high: string) => string;
  found_open: (halfLife: string, low: string) => string;
  none: string;
  warning: string;
  few: (needed: string, have: string) => string;
  /** Enough pairs, and nothing moves. */
  still: (pairs: string) => string;
  days: (count: string) => string;
  under_a_day: string;
  never: string;
  figures: string;
  persistence: string;
  persistence_median: string;
  persistence_range: string;
  mean: string;
  innovation: string;
  effective: string;
  half_life_is: string;
  half_life_formula: string;
  half_life_numbers: (rho: string) => string;
  range_is: string;
  range_formula: string;
  persistence_is: string;
  persistence_formula: string;
  persistence_numbers: (rho: string, error: string, pairs: string) => string;
  median_is: string;
  effective_is: string;
  effective_formula: string;
  effective_numbers: (n: string, rho: string) => string;
  mean_is: string;
  innovation_is: string;
  own_source: string;
  expected: string;
  expected_note: (date: string, latest: string) => string;
  after: string;
  mean_column: string;
  interval: string;
  interval_median: string;
  no_scenario: string;
  interval95: string;
  error: string;
  fan: (rows: string) => string;
  expected_is: string;
  expected_formula: string;
  expected_numbers: (mean: string, error: string) => string;
  today: string;
}

export const persistenceTexts: Translated<PersistenceTexts> = {
  zh: {
    half_life: '半衰期',
    found: (halfLife, low, high) =>
      `按历史上的快慢，溢价偏离常态的部分约 ${halfLife}消去一半；95 % 区间 ${low}至 ${high}。`,
    found_open: (halfLife, low) =>
      `按历史上的快慢，溢价偏离常态的部分约 ${halfLife}消去一半；95 % 区间从 ${low}起，没有上限：数据不能排除它根本不回归。`,
    none: '估出的系数不小于 1：在这段历史里看不出溢价会向常态回归。',
    warning: '情景，非预测：假定常态与快慢照旧；额度、限购或停牌一变就不成立。',
    few: (needed, have) => `相邻两日都有溢价的日子太少：需要 ${needed} 对，现有 ${have} 对。`,
    still: (pairs) => `${pairs} 对相邻日的溢价完全相同，没有波动，谈不上持续或回落。`,
    days: (count) => `${count} 个交易日`,
    under_a_day: '不到 1 个交易日',
    never: '无上限',
    figures: '估计结果',
    persistence: '持续系数 ρ（最小二乘）',
    persistence_median: '修正偏差后的 ρ',
    persistence_range: 'ρ 的 95 % 区间',
    mean: '常态水平 c/(1−ρ)',
    innovation: '每日冲击的标准差',
    effective: '有效样本数',
    half_life_is: '偏离常态的部分减少一半所需的交易日数，由一阶自回归的 ρ 换算。',
    half_life_formula: 'ln 0.5 ÷ ln ρ',
    half_life_numbers: (rho) => `ln 0.5 ÷ ln ${rho}`,
    range_is:
      '对 ρ 的 95 % 区间两端分别换算，不用近似公式；ρ 的区间由 t 值在各 ρ 下的模拟分位反推，接近 1 时仍可靠。上端到 1 则没有上限。',
    range_formula:
      '所有与数据不矛盾的 ρ（t 值落在该 ρ 的 2.5 % 与 97.5 % 分位之间），再取 ln 0.5 ÷ ln ρ',
    persistence_is: '今日溢价中有多少比例带到下一个交易日；只用相邻两日都有溢价的日子。',
    persistence_formula: '溢价(t) = c + ρ × 溢价(t−1) + 冲击，最小二乘',
    persistence_numbers: (rho, error, pairs) => `ρ = ${rho}，标准误 ${error}，${pairs} 对相邻日`,
    median_is:
      '最小二乘在短样本里系统性偏低；这里取使所见 t 值恰为中位数的 ρ（Andrews 1993 的思路）。',
    effective_is: '相邻各日相似，日数多不等于信息多：这些日子约相当于多少个互不相关的观测。',
    effective_formula: 'n (1 − ρ) ÷ (1 + ρ)',
    effective_numbers: (n, rho) => `n = ${n}，ρ = ${rho}`,
    mean_is: '模型里溢价最终回到的水平；是这段历史的特征，不是“合理”水平。',
    innovation_is: '扣除惯性后，每天新增变动的标准差。',
    own_source: '由所贴数据计算',
    expected: '若一切照旧：今后的溢价情景',
    expected_note: (date, latest) =>
      `从 ${date} 的 ${latest} 出发；95 % 预测区间含每日冲击与参数估计误差（一阶近似）。ρ 接近 1 时最小二乘低估 ρ，区间偏窄：模拟 250 日、ρ = 0.99，60 日后的区间实际只罩住 84 %；改用中位无偏 ρ 为 91 %，宜以较宽者为准。`,
    after: '之后',
    mean_column: '情景均值',
    interval: '95 % 预测区间',
    interval_median: '第二行改用中位无偏 ρ',
    no_scenario: '不给出之后各日的情景：ρ 不小于 1，没有可以回到的水平，照此外推没有意义。',
    interval95: '半衰期的 95 % 区间',
    error: '标准误',
    fan: (rows) => `情景均值与 95 % 预测区间：${rows}`,
    expected_is: '拟合的一阶自回归给出的均值；假定常态与快慢照旧。',
    expected_formula: 'c/(1−ρ) + ρ^h ×（最新 − c/(1−ρ)）；区间为均值 ± t 分位 × 标准误',
    expected_numbers: (mean, error) => `均值 ${mean}，标准误 ${error}`,
    today: '最新',
  },
  en: {
    half_life: 'Half-life',
    found: (halfLife, low, high) =>
      `At the pace of its past, half of a distance from the usual premium is gone in about ${halfLife}; 95 % interval ${low} to ${high}.`,
    found_open: (halfLife, low) =>
      `At the pace of its past, half of a distance from the usual premium is gone in about ${halfLife}; the 95 % interval starts at ${low} and has no upper bound: the data do not rule out that it does not come back at all.`,
    none: 'The coefficient comes out at 1 or more: in this past nothing shows that the premium comes back to a usual level.',
    warning:
      'A scenario, not a forecast: it takes level and pace for lasting, and fails when quota, purchase limits or halts change.',
    few: (needed, have) =>
      `Too few neighbouring days that both have a premium: ${needed} pairs needed, ${have} there.`,
    still: (pairs) =>
      `The premium is the same over all ${pairs} pairs of days: where nothing moves, nothing lasts or fades.`,
    days: (count) => (count === '1' ? '1 session' : `${count} sessions`),
    under_a_day: 'under a session',
    never: 'no upper bound',
    figures: 'Estimates',
    persistence: 'Persistence ρ (least squares)',
    persistence_median: 'ρ corrected for bias',
    persistence_range: '95 % interval of ρ',
    mean: 'Usual level c/(1−ρ)',
    innovation: 'Standard deviation of a day’s shock',
    effective: 'Effective sample size',
    half_life_is:
      'The sessions it takes for half of a distance from the usual level to go, from the ρ of the autoregression.',
    half_life_formula: 'ln 0.5 ÷ ln ρ',
    half_life_numbers: (rho) => `ln 0.5 ÷ ln ${rho}`,
    range_is:
      'The ends of the interval of ρ, transformed one by one, not a delta-method error. The interval of ρ is found by inverting its t ratio against quantiles simulated at each ρ, which holds near 1 too; where it reaches 1 there is no upper bound.',
    range_formula:
      'every ρ whose 2.5 % and 97.5 % quantiles of t enclose the one seen, then ln 0.5 ÷ ln ρ',
    persistence_is:
      'The share of a day’s premium that is carried to the next session, from neighbouring days that both have one.',
    persistence_formula: 'premium(t) = c + ρ × premium(t−1) + shock, by least squares',
    persistence_numbers: (rho, error, pairs) =>
      `ρ = ${rho}, standard error ${error}, ${pairs} pairs of days`,
    median_is:
      'Least squares comes out too low in short samples; this is the ρ at which the t ratio seen would be the median one (after Andrews 1993).',
    effective_is:
      'Neighbouring days are alike, so many days are not as much information: about how many unrelated observations they are worth.',
    effective_formula: 'n (1 − ρ) ÷ (1 + ρ)',
    effective_numbers: (n, rho) => `n = ${n}, ρ = ${rho}`,
    mean_is:
      'The level that the model goes back to in the end: a mark of this past, not a “fair” premium.',
    innovation_is: 'The standard deviation of what a day adds, the carried part taken out.',
    own_source: 'computed from the pasted data',
    expected: 'If everything stays as it was: the premium from here',
    expected_note: (date, latest) =>
      `From ${latest} on ${date}. The 95 % prediction intervals hold the daily shocks and, to first order, the error of the estimates. Near ρ = 1 least squares puts ρ too low and the interval is too narrow: of simulated pasts of 250 days with ρ = 0.99, it held 84 % after 60 days, and 91 % by the median-unbiased ρ; go by the wider one.`,
    after: 'After',
    mean_column: 'Mean',
    interval: '95 % interval',
    interval_median: 'second line: by the median-unbiased ρ',
    no_scenario:
      'No premium is worked out for the days ahead: with ρ at 1 or more there is no level to come back to, and carrying it on would mean nothing.',
    interval95: 'Half-life, 95 % interval',
    error: 'Standard error',
    fan: (rows) => `Scenario mean and 95 % prediction interval: ${rows}`,
    expected_is: 'The mean that the fitted AR(1) gives, its level and pace taken for lasting.',
    expected_formula:
      'c/(1−ρ) + ρ^h × (latest − c/(1−ρ)); the interval is mean ± quantile of t × standard error',
    expected_numbers: (mean, error) => `mean ${mean}, standard error ${error}`,
    today: 'latest',
  },
};
