import type { AmountClass, AmountSource } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';
import type { Labels } from '../../assumption-fields.ts';

export type LiquidityField =
  | 'position_cny'
  | 'position_shares'
  | 'usual_sessions'
  | 'participation_fraction'
  | 'participation_high_fraction'
  | 'slippage_fraction'
  | 'slippage_high_fraction'
  | 'turnover_from_fraction'
  | 'turnover_to_fraction'
  | 'least_amount_cny'
  | 'preferred_amount_cny';

export interface LiquidityTexts {
  title: string;
  fields: Labels<LiquidityField>;
  no_amount: string;
  answer: (position: string, share: string, days: string) => string;
  answer_nothing: string;
  traded_class: Record<AmountClass, (mean: string, least: string, preferred: string) => string>;
  percentile: (share: string, means: string) => string;
  of_source: Record<AmountSource, string>;
  unit_doubt: string;
  nothing: (days: string, last: string) => string;
  missing: (days: string) => string;
  under: (days: string, bar: string, of: string) => string;
  latest: (date: string, amount: string) => string;
  selling: string;
  share: string;
  of_median: string;
  of_mean: string;
  of_recent: (days: string) => string;
  usual: string;
  days: (value: string) => string;
  days_note: string;
  card_title: string;
  card_definition: string;
  card_formula: string;
  slippage: string;
  slip: string;
  cost: string;
  proceeds: string;
  premium_left: string;
  slippage_note: string;
  spread: (
    bid: string,
    ask: string,
    spread: string,
    ticks: string,
    cost: string,
    date: string,
  ) => string;
  spread_usual: (spread: string, days: string) => string;
  spread_crossed: (bid: string, ask: string, date: string) => string;
  spread_missing: string;
  turnover: (recent: string, usual: string, share: string) => string;
  turnover_high: (highest: string, date: string) => string;
  turnover_fallen: (from: string, to: string) => string;
  turnover_derived: string;
  turnover_missing: string;
  turnover_few: (needed: string, have: string) => string;
  amounts: (count: string, from: string, to: string) => string;
}

export const liquidityTexts: Translated<LiquidityTexts> = {
  zh: {
    title: '流动性 · 卖出要几天、要多少成本',
    fields: {
      position_cny: '持仓金额',
      position_shares: '持仓份额（填 0 则按金额）',
      usual_sessions: '“平时”取最近多少日',
      participation_fraction: '每天最多占成交的比例（低）',
      participation_high_fraction: '每天最多占成交的比例（高）',
      slippage_fraction: '滑点（低）',
      slippage_high_fraction: '滑点（高）',
      turnover_from_fraction: '换手率骤降：此前不低于',
      turnover_to_fraction: '换手率骤降：近日低于',
      least_amount_cny: '日成交额下线',
      preferred_amount_cny: '日成交额优先线',
    },
    no_amount:
      '粘贴的数据里没有成交额，也没有成交量，算不出卖出要几天。请加上“成交额”或“成交量”一列。',
    answer: (position, share, days) =>
      `持仓 ${position}，每天卖出不超过平时成交的 ${share}，要 ${days}。`,
    answer_nothing: '平时的日成交额（中位数）为 0：按这个口径卖不出去。',
    traded_class: {
      under_least: (mean, least) => `日均成交额 ${mean}，低于 ${least}。`,
      between: (mean, least, preferred) => `日均成交额 ${mean}，在 ${least} 与 ${preferred} 之间。`,
      preferred: (mean, _least, preferred) => `日均成交额 ${mean}，高于 ${preferred}。`,
    },
    percentile: (share, means) => `在它自己 ${means} 个这样的均值里，有 ${share} 不高于现在。`,
    of_source: {
      none: '',
      amount: '成交额按粘贴的列。',
      volume_times_price: '没有成交额，用成交量 × 收盘价代替，只是近似。',
      both: '缺成交额的日子用成交量 × 收盘价代替。',
    },
    unit_doubt:
      '数据检查发现有一列中途换了单位，上面的数字可能差成百上千倍：请先到“数据检查”里修正。',
    nothing: (days, last) => `有价而没有成交的有 ${days}（最近一次 ${last}），按成交 0 计入。`,
    missing: (days) => `有价而缺成交数据的有 ${days}，未计入。`,
    under: (days, bar, of) => `${of}里有 ${days}低于 ${bar}。`,
    latest: (date, amount) => `最近一天（${date}）成交 ${amount}。`,
    selling: '卖出要几天',
    share: '每天占成交',
    of_median: '按中位数',
    of_mean: '按均值',
    of_recent: (days) => `按近 ${days} 日均值`,
    usual: '平时日成交额',
    days: (value) => `${value} 天`,
    days_note:
      '天数 = 持仓 ÷（占比 × 平时日成交额）。平时的成交不等于要卖那天的成交；占比更高，价格就会被自己压低。',
    card_title: '卖出天数',
    card_definition: '每天最多卖出平时成交的这个比例，卖完持仓要的交易日；不满一天按一天。',
    card_formula: '持仓 ÷（占比 × 最近若干日成交额的中位数）',
    slippage: '急着卖：滑点的代价',
    slip: '滑点',
    cost: '少卖',
    proceeds: '到手',
    premium_left: '相当于按此溢价卖出',
    slippage_note: '3%–5% 是高溢价、成交萎缩时的说法，不是平时的成本；情景，非预测。',
    spread: (bid, ask, spread, ticks, cost, date) =>
      `买一 ${bid}、卖一 ${ask}：价差 ${spread}（${ticks} 个最小价位），立刻成交要付一半，持仓约 ${cost}（${date}）。`,
    spread_usual: (spread, days) => `有买卖价的 ${days}里，近来的中位数是 ${spread}。`,
    spread_crossed: (bid, ask, date) =>
      `${date} 的卖一 ${ask} 低于买一 ${bid}，不成价差，请核对这两列。`,
    spread_missing: '没有买一、卖一价：粘贴这两列，可算出价差的成本。',
    turnover: (recent, usual, share) =>
      `换手率近 5 日均值 ${recent}，近 60 日中位数 ${usual}；在自己的历史里有 ${share} 的时候不高于现在。`,
    turnover_high: (highest, date) => `近 60 日里最高的 5 日均值是 ${highest}（到 ${date}）。`,
    turnover_fallen: (from, to) => `从 ${from} 以上降到了 ${to} 以下。`,
    turnover_derived: '换手率由成交量 ÷ 场内份额算出。',
    turnover_missing: '没有换手率，也没有可以算出它的成交量与份额。',
    turnover_few: (needed, have) => `换手率只有 ${have} 天，至少 ${needed} 天才与自己的过去比。`,
    amounts: (count, from, to) => `成交额 ${count} 天，${from} 至 ${to}。`,
  },
  en: {
    title: 'Liquidity · days to sell, and what it costs',
    fields: {
      position_cny: 'Position',
      position_shares: 'Position in shares (0: the amount counts)',
      usual_sessions: '“Usual” is of the last',
      participation_fraction: 'Share of a day’s trading, lower',
      participation_high_fraction: 'Share of a day’s trading, higher',
      slippage_fraction: 'Slippage, lower',
      slippage_high_fraction: 'Slippage, higher',
      turnover_from_fraction: 'Turnover rate falls from at least',
      turnover_to_fraction: 'Turnover rate falls to under',
      least_amount_cny: 'Daily turnover, lower bar',
      preferred_amount_cny: 'Daily turnover, preferred above',
    },
    no_amount:
      'The data hold neither turnover nor volume, so the days to sell cannot be told. Add a column of either.',
    answer: (position, share, days) =>
      `Selling ${position} at no more than ${share} of the usual turnover takes ${days}.`,
    answer_nothing:
      'Usually nothing is traded (the median day is 0): on that footing nothing sells.',
    traded_class: {
      under_least: (mean, least) => `Mean daily turnover ${mean}, under ${least}.`,
      between: (mean, least, preferred) =>
        `Mean daily turnover ${mean}, between ${least} and ${preferred}.`,
      preferred: (mean, _least, preferred) => `Mean daily turnover ${mean}, over ${preferred}.`,
    },
    percentile: (share, means) => `Of ${means} such means of its own past, ${share} are no higher.`,
    of_source: {
      none: '',
      amount: 'Turnover as pasted.',
      volume_times_price: 'No turnover is pasted; volume × close stands for it, roughly.',
      both: 'Days without turnover have volume × close instead.',
    },
    unit_doubt:
      'The data check found a column that changes its unit midway: these numbers may be off by hundreds or thousands of times. Mend it in the data check first.',
    nothing: (days, last) => `${days} have a price and no trading (last ${last}); they count as 0.`,
    missing: (days) => `${days} have a price and no turnover; they do not count.`,
    under: (days, bar, of) => `${days} of ${of} are under ${bar}.`,
    latest: (date, amount) => `The last day (${date}) had ${amount}.`,
    selling: 'Days to sell',
    share: 'Share of a day',
    of_median: 'of the median',
    of_mean: 'of the mean',
    of_recent: (days) => `of the last ${days} days’ mean`,
    usual: 'Usual turnover',
    days: (value) => `${value} days`,
    days_note:
      'Days = position ÷ (share × usual turnover). The day one wants to sell need not be a usual one; a larger share moves the price against oneself.',
    card_title: 'Days to sell',
    card_definition:
      'Sessions it takes to sell the position at that share of the usual turnover a day; a part of a day is a day.',
    card_formula: 'position ÷ (share × median turnover of the last days)',
    slippage: 'In a hurry: what slippage costs',
    slip: 'Slippage',
    cost: 'Lost',
    proceeds: 'Received',
    premium_left: 'As if sold at a premium of',
    slippage_note:
      '3–5 % was said of high premiums with trading dried up, not of a usual day; a scenario, not a forecast.',
    spread: (bid, ask, spread, ticks, cost, date) =>
      `Bid ${bid}, ask ${ask}: a spread of ${spread} (${ticks} ticks). Dealing at once pays half of it, about ${cost} on the position (${date}).`,
    spread_usual: (spread, days) => `Of ${days} with both, the recent median is ${spread}.`,
    spread_crossed: (bid, ask, date) =>
      `On ${date} the ask ${ask} is below the bid ${bid}: no spread. Please check the two columns.`,
    spread_missing: 'No bid and ask: paste both columns for the cost of the spread.',
    turnover: (recent, usual, share) =>
      `Turnover rate ${recent} over the last 5 days, ${usual} the median of the last 60; ${share} of its own past is no higher.`,
    turnover_high: (highest, date) =>
      `The highest 5-day mean of the last 60 days is ${highest} (to ${date}).`,
    turnover_fallen: (from, to) => `It has fallen from over ${from} to under ${to}.`,
    turnover_derived: 'The rate is volume ÷ shares on the exchange.',
    turnover_missing: 'No turnover rate, nor volume and shares to work it out from.',
    turnover_few: (needed, have) =>
      `Turnover rates of ${have} days only: it takes ${needed} to be set against their past.`,
    amounts: (count, from, to) => `Turnover of ${count} days, ${from} to ${to}.`,
  },
};
