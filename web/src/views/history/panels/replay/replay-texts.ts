import type { Translated } from '../../../../texts/translated.ts';

export interface ReplayTexts {
  title: string;
  title_unit: string;
  found: (days: string, bias: string, rmse: string, publishedRmse: string) => string;
  nothing: string;
  how: string;
  held: (days: string) => string;
  errors: string;
  estimate: string;
  published: string;
  days: string;
  bias: string;
  rmse: string;
  worst: string;
  worst_day: string;
  sides: string;
  sides_note: string;
  /** Of an error's card. */
  error_is: string;
  published_is: string;
  error_formula: string;
  published_formula: string;
  bias_is: string;
  rmse_is: string;
  worst_is: string;
  of_days: (days: string) => string;
  on_day: (date: string) => string;
  /** Why a day has no estimate. */
  day_missing: string;
  bar: string;
  both: string;
  estimate_only: string;
  actual_only: string;
  published_wrong: string;
  chart: string;
  chart_label: (from: string, to: string) => string;
  line_estimate: string;
  line_published: string;
  line_same_day: string;
  day: string;
  day_of: (date: string) => string;
  price: string;
  nav_date: string;
  session: string;
  value: string;
  index_move: string;
  fx_move: string;
  premium_estimate: string;
  premium_published: string;
  premium_same_day: string;
}

export const replayTexts: Translated<ReplayTexts> = {
  zh: {
    title: '估算的误差',
    title_unit: '把估算放回历史，看它错了多少',
    found: (days, bias, rmse, publishedRmse) =>
      `回放 ${days}：估算平均偏 ${bias}，均方根误差 ${rmse}；若直接拿当时已公布的净值当作估算值，均方根误差 ${publishedRmse}。`,
    nothing: '没有一天能把估算与其后公布的净值对上，所以报不出误差。',
    how: '每一天都从当时已公布的净值出发，用指数推到境外最近一场收盘，再乘以汇率变动；与其后公布、含同一场收盘的净值相比。其中没有期货，盘中的涨跌不在内。',
    held: (days) => `有 ${days}净值已含最近一场收盘，指数没有再计一次。`,
    errors: '误差',
    estimate: '估算值',
    published: '直接用已公布的净值',
    days: '天数',
    bias: '平均偏差',
    rmse: '均方根误差',
    worst: '最差一天',
    worst_day: '哪一天（点开看）',
    sides: '会把基金放在警戒线的哪一侧',
    sides_note: '“实际”指事后公布、含同一场收盘的净值算出的溢价。',
    error_is: '估算值与其后公布、含同一场收盘的净值之差，汇率换算到同一天；正数是估高了。',
    published_is: '当时已公布的净值与其后公布、含同一场收盘的净值之差；正数是估高了。',
    error_formula: '误差 = 估算值 × 净值日汇率 ÷ 当日汇率 ÷ 其后公布的净值 − 1',
    published_formula: '误差 = 当时已公布的净值 ÷ 其后公布的净值 − 1',
    bias_is: '各日误差的平均',
    rmse_is: '各日误差平方的平均，再开方',
    worst_is: '绝对值最大的一日误差',
    of_days: (days) => `共 ${days}`,
    on_day: (date) => `出现在 ${date}`,
    day_missing:
      '这一天没有估算值：没有当时已公布的净值，或者指数、汇率的数据到不了那个净值的日期。',
    bar: '警戒线',
    both: '估算与实际都达到',
    estimate_only: '只有估算达到',
    actual_only: '只有实际达到',
    published_wrong: '用已公布的净值判错',
    chart: '三种分母下的溢价',
    chart_label: (from, to) =>
      `${from} 至 ${to}，以估算值、当时已公布的净值、同日净值为分母的溢价。误差见上表。`,
    line_estimate: '估算值',
    line_published: '当时已公布的净值',
    line_same_day: '同日净值（事后）',
    day: '看某一天的估算',
    day_of: (date) => `${date} 的估算`,
    price: '价格',
    nav_date: '出发的净值日期',
    session: '推到哪一场收盘',
    value: '估算值',
    index_move: '指数变动',
    fx_move: '汇率变动',
    premium_estimate: '溢价（估算值）',
    premium_published: '溢价（当时已公布的净值）',
    premium_same_day: '溢价（同日净值，事后）',
  },
  en: {
    title: 'The estimate’s error',
    title_unit: 'made again on every past day',
    found: (days, bias, rmse, publishedRmse) =>
      `Over ${days} the estimate is off by ${bias} on average, with a root mean square error of ${rmse}; the published NAV taken as an estimate has ${publishedRmse}.`,
    nothing:
      'On no day can the estimate be set against a NAV published since, so there is no error to report.',
    how: 'Each day starts from the NAV published by then, carries it on with the index to the last close abroad and with the exchange rate, and is set against the NAV published since that holds the same close. There are no futures in it: moves during the session are not counted.',
    held: (days) =>
      `On ${days} the NAV held the last close already, and the index was not counted again.`,
    errors: 'Error',
    estimate: 'Estimated IOPV',
    published: 'Published NAV as it is',
    days: 'Days',
    bias: 'Bias',
    rmse: 'Root mean square',
    worst: 'Worst',
    worst_day: 'On (tap to see)',
    sides: 'On which side of each bar it puts the fund',
    sides_note: '“Actual” is the premium on the NAV published since that holds the same close.',
    error_is:
      'The estimate against the NAV published since that holds the same close, both at the exchange rate of one day. Above zero it was too high.',
    published_is:
      'The NAV published by then against the NAV published since that holds the same close. Above zero it was too high.',
    error_formula:
      'error = estimate × rate of the NAV’s day ÷ rate of the day ÷ NAV published since − 1',
    published_formula: 'error = NAV published by then ÷ NAV published since − 1',
    bias_is: 'the mean of the daily errors',
    rmse_is: 'the square root of the mean of their squares',
    worst_is: 'the daily error largest in size',
    of_days: (days) => `over ${days}`,
    on_day: (date) => `on ${date}`,
    day_missing:
      'There is no estimate for this day: no NAV had been published, or the index or the exchange rate does not reach the date of that NAV.',
    bar: 'Bar',
    both: 'Estimate and actual reach it',
    estimate_only: 'Only the estimate',
    actual_only: 'Only the actual',
    published_wrong: 'Published NAV wrong',
    chart: 'The premium on three denominators',
    chart_label: (from, to) =>
      `The premium from ${from} to ${to} on the estimated IOPV, the NAV published by then and the same-day NAV. The errors stand in the table above.`,
    line_estimate: 'estimated IOPV',
    line_published: 'NAV published by then',
    line_same_day: 'same-day NAV (in hindsight)',
    day: 'Look at a day’s estimate',
    day_of: (date) => `The estimate of ${date}`,
    price: 'Price',
    nav_date: 'From the NAV of',
    session: 'To the close of',
    value: 'Estimated IOPV',
    index_move: 'Index move',
    fx_move: 'Rate move',
    premium_estimate: 'Premium (estimated IOPV)',
    premium_published: 'Premium (NAV published by then)',
    premium_same_day: 'Premium (same-day NAV, in hindsight)',
  },
};
