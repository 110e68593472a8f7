import type { Translated } from '../../../../texts/translated.ts';

export interface DescribeTexts {
  period: string;
  whole: string;
  from: string;
  to: string;
  backwards: string;
  figures: string;
  mean: string;
  standard_error: string;
  hac_error: string;
  hac_lag: (lag: string) => string;
  median: string;
  sd: string;
  q1: string;
  q3: string;
  min: string;
  max: string;
  nobs: string;
  day: string;
  years: string;
  year: string;
  too_few: (needed: string, have: string) => string;
  left_out: (count: string) => string;
  mean_is: string;
  mean_formula: string;
  mean_numbers: (sum: string, n: string) => string;
  error_is: string;
  error_formula: string;
  error_numbers: (sd: string, n: string) => string;
  hac_is: string;
  hac_formula: string;
  sd_is: string;
  sd_formula: string;
  quantile_is: string;
  quantile_formula: string;
  numbers: (n: string) => string;
  extreme_is: string;
  note: string;
}

export const describeTexts: Translated<DescribeTexts> = {
  zh: {
    period: '区间',
    whole: '全部',
    from: '起',
    to: '止',
    backwards: '止日不能早于起日',
    figures: '统计量',
    mean: '均值',
    standard_error: '标准误（各日独立）',
    hac_error: '标准误（HAC）',
    hac_lag: (lag) => `滞后 ${lag}`,
    median: '中位数',
    sd: '标准差',
    q1: '下四分位',
    q3: '上四分位',
    min: '最小值',
    max: '最大值',
    nobs: '天数',
    day: '日期',
    years: '各年',
    year: '年份',
    too_few: (needed, have) => `需 ${needed} 日，只有 ${have} 日`,
    left_out: (count) => `只列最近的年份，另有 ${count} 年未列。`,
    mean_is: '区间内各日溢价率的平均；没有溢价的日子不计。',
    mean_formula: '总和 ÷ 天数',
    mean_numbers: (sum, n) => `${sum} ÷ ${n}`,
    error_is: '均值的标准误，假定各日互不相关；溢价前后相似，所以偏小。',
    error_formula: '标准差 ÷ √天数',
    error_numbers: (sd, n) => `${sd} ÷ √${n}`,
    hac_is: '均值的标准误，计入前后各日的相似（Newey–West 1987，Bartlett 权重）。',
    hac_formula: '√[(γ₀ + 2 Σ (1 − j/(L+1)) γⱼ) ÷ n]，L 取 ⌊4 (n/100)^(2/9)⌋',
    sd_is: '各日溢价率的离散程度，除以 n − 1。',
    sd_formula: '√[Σ(溢价 − 均值)² ÷ (n − 1)]',
    quantile_is: '从低到高排，走到这一比例处的溢价率；两日之间按比例取（R 与 numpy 的第 7 型）。',
    quantile_formula: '第 (n − 1) p 位，从 0 数起',
    numbers: (n) => `n = ${n}`,
    extreme_is: '区间内最低或最高的一日；并列时取最早一日。',
    note: '各列同学位论文表 3-3，另加 HAC 标准误；均值正负相抵，大小要看标准差与分位数。',
  },
  en: {
    period: 'Period',
    whole: 'all days',
    from: 'From',
    to: 'To',
    backwards: 'The last day is before the first',
    figures: 'Statistics',
    mean: 'Mean',
    standard_error: 'Standard error (days independent)',
    hac_error: 'Standard error (HAC)',
    hac_lag: (lag) => `lag ${lag}`,
    median: 'Median',
    sd: 'Standard deviation',
    q1: 'Lower quartile',
    q3: 'Upper quartile',
    min: 'Lowest',
    max: 'Highest',
    nobs: 'Days',
    day: 'Date',
    years: 'By year',
    year: 'Year',
    too_few: (needed, have) => `${needed} days needed, ${have} there`,
    left_out: (count) => `The latest years are listed, ${count} are not.`,
    mean_is: 'The average premium of the period’s days; days without one are left out.',
    mean_formula: 'sum ÷ days',
    mean_numbers: (sum, n) => `${sum} ÷ ${n}`,
    error_is:
      'The error of the mean if days had nothing to do with each other. They do, so it is too small.',
    error_formula: 'standard deviation ÷ √days',
    error_numbers: (sd, n) => `${sd} ÷ √${n}`,
    hac_is:
      'The error of the mean with the likeness of neighbouring days counted (Newey–West 1987, Bartlett weights).',
    hac_formula: '√[(γ₀ + 2 Σ (1 − j/(L+1)) γⱼ) ÷ n], L = ⌊4 (n/100)^(2/9)⌋',
    sd_is: 'How far the days are spread, divided by n − 1.',
    sd_formula: '√[Σ(premium − mean)² ÷ (n − 1)]',
    quantile_is:
      'The premium at this share of the days from lowest to highest, in proportion between two of them (type 7 of R and numpy).',
    quantile_formula: 'place (n − 1) p, counted from 0',
    numbers: (n) => `n = ${n}`,
    extreme_is: 'The lowest or highest day of the period; of several the first.',
    note: 'The columns are those of the thesis’s table 3-3, with the HAC error beside them. Plus and minus cancel in a mean: spread and quantiles tell the size.',
  },
};
