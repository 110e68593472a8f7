import type { Translated } from '../../../../texts/translated.ts';

export interface FeesTexts {
  title: string;
  title_more: string;
  lead: (premium: string, fee: string, years: string) => string;
  no_fee: string;
  fee_of: (date: string) => string;
  fee_given: string;
  fee_pasted: string;
  fund: string;
  fee: string;
  latest: string;
  mean: string;
  sum: string;
  years: string;
  mean_sum: string;
  mean_years: string;
  breakeven: (years: string) => string;
  sum_is: string;
  years_is: string;
  breakeven_is: string;
  year_unit: (count: string) => string;
  funds_caption: string;
  sample: (nobs: string, from: string, to: string, denominator: string) => string;
  note: string;
  bars: string;
  fee_field: string;
  fee_hint: string;
  cost: string;
  cost_hint: string;
  holding: string;
  holding_hint: string;
  thesis: string;
  thesis_note: (covers: string, all: string) => string;
  thesis_mean: string;
  thesis_sum: string;
  covers: string;
  yes: string;
  no: string;
}

export const feesTexts: Translated<FeesTexts> = {
  zh: {
    title: '费用',
    title_more: '溢价加管理费，溢价抵几年费用',
    lead: (premium, fee, years) =>
      `最新溢价 ${premium}，年费率 ${fee}：溢价相当于 ${years}的费用。`,
    no_fee: '这只基金的费率不在已知之列，可在下面填入管理费加托管费的年费率。',
    fee_of: (date) => `费率为管理费加托管费，${date} 的资料，可能已变。`,
    fee_given: '费率为自行填入。',
    fee_pasted: '费率取自所贴数据。',
    fund: '基金',
    fee: '年费率',
    latest: '最新溢价',
    mean: '平均溢价',
    sum: '最新溢价＋费率',
    years: '最新溢价抵几年费用',
    mean_sum: '平均溢价＋费率',
    mean_years: '平均溢价抵几年费用',
    breakeven: (years) => `持有 ${years}、溢价归零，净值每年须涨`,
    sum_is: '照论文表 3-6：平均溢价（或最新溢价）与管理费率相加，正负号保留。',
    years_is: '一次付出的溢价，折成多少年的费用；折价为负。本项目的算法。',
    breakeven_is: '溢价归零并付过买卖成本后，要不亏，净值每年平均要涨多少；管理费已在净值里扣过。',
    year_unit: (count) => `${count} 年`,
    funds_caption: '各基金的溢价与费用',
    sample: (nobs, from, to, denominator) =>
      from ? `${nobs} 天，${from} 至 ${to}，对${denominator}` : `对${denominator}`,
    note: '相加的数把一次性的溢价与每年的费用放在一起，只宜横向比较。',
    bars: '费率、成本与持有期',
    fee_field: '年费率（管理费＋托管费）',
    fee_hint: '默认取已知基金的资料，0 为未填；本项可改',
    cost: '买卖一次的成本',
    cost_hint: '默认 0.06%：买卖各万分之三的佣金；本项目自定，价差另计',
    holding: '持有年数',
    holding_hint: '默认 1 年；由读者设定',
    thesis: '论文表 3-6：12 只跨境 ETF（2020-09-01 至 2021-08-31）',
    thesis_note: (covers, all) =>
      `论文据此称费用“基本无法覆盖”折溢价；按它自己的数字，费率大于平均折溢价绝对值的有 ${covers} 只，共 ${all} 只。平均折溢价是论文按校正净值算的。`,
    thesis_mean: '平均折溢价',
    thesis_sum: '相加',
    covers: '费率大于折溢价的大小',
    yes: '是',
    no: '否',
  },
  en: {
    title: 'Fees',
    title_more: 'premium plus fee, and the premium in years of fee',
    lead: (premium, fee, years) =>
      `The latest premium, ${premium}, equals ${years} of the yearly fee of ${fee}.`,
    no_fee: 'This fund’s fee is not among those known; put in management plus custody below.',
    fee_of: (date) => `Management plus custody as of ${date}; it may have changed.`,
    fee_given: 'The fee is as you set it.',
    fee_pasted: 'The fee is that of the pasted data.',
    fund: 'Fund',
    fee: 'Yearly fee',
    latest: 'Latest premium',
    mean: 'Mean premium',
    sum: 'Latest premium + fee',
    years: 'Latest premium in years of fee',
    mean_sum: 'Mean premium + fee',
    mean_years: 'Mean premium in years of fee',
    breakeven: (years) => `Yearly growth to break even, held ${years}, premium closed to 0`,
    sum_is: 'As the thesis’ table 3-6: premium and management fee added up, signs kept.',
    years_is:
      'The premium, paid once, as so many years of the fee; below zero for a discount. Our own measure.',
    breakeven_is:
      'How far the value must rise a year for no loss once the premium has closed to 0 and trading is paid. The fee has been taken from the value already.',
    year_unit: (count) => `${count} ${count === '1' ? 'year' : 'years'}`,
    funds_caption: 'Premium and fee of each fund',
    sample: (nobs, from, to, denominator) =>
      from ? `${nobs} days, ${from} to ${to}, over ${denominator}` : `over ${denominator}`,
    note: 'The sum puts a premium paid once and a fee paid every year into one number: for comparing funds only.',
    bars: 'Fee, cost and time of holding',
    fee_field: 'Yearly fee (management + custody)',
    fee_hint: 'that of the known funds, 0 where it is not known; yours replaces it',
    cost: 'Cost of buying and selling',
    cost_hint:
      '0.06 %: a commission of 0.03 % each way; this project’s own, the spread comes on top',
    holding: 'Years held',
    holding_hint: '1 unless you set it',
    thesis: 'Table 3-6 of the thesis: 12 cross-border ETFs, 2020-09-01 to 2021-08-31',
    thesis_note: (covers, all) =>
      `The thesis concludes that fees cannot cover the premiums; by its own figures the fee is over the size of the mean premium for ${covers} of ${all}. Its means are over corrected NAVs.`,
    thesis_mean: 'Mean premium',
    thesis_sum: 'Sum',
    covers: 'Fee over the premium’s size',
    yes: 'yes',
    no: 'no',
  },
};
