import type { ArbitrageObstacle, ArbitrageRoute } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';
import type { Labels } from '../../assumption-fields.ts';

export type ArbitrageField =
  | 'delay_sessions'
  | 'fee_fraction'
  | 'fx_cost_fraction'
  | 'commission_fraction'
  | 'slippage_fraction'
  | 'funding_rate_fraction'
  | 'prefunding_fraction'
  | 'unit_cny'
  | 'capital_cny'
  | 'purchase_limit_cny';

export interface ArbitrageTexts {
  title: string;
  fields: Labels<ArbitrageField>;
  route: string;
  routes: Record<ArbitrageRoute, string>;
  hedge: string;
  hedged: string;
  unhedged: string;
  status: string;
  statuses: Record<'pasted' | 'open' | 'limited' | 'suspended', string>;
  answer: (premium: string, left: string, delay: string) => string;
  answer_none: string;
  obstacle: Record<ArbitrageObstacle, string>;
  fits: (amount: string, units: string) => string;
  earns: (cny: string) => string;
  loses: (cny: string) => string;
  /** Before a status that the reader has ticked elsewhere. */
  said: string;
  amount_unknown: string;
  steps: string;
  step_premium: string;
  step_in: string;
  step_out: string;
  step_breakeven: string;
  step_left: string;
  breakeven_is: string;
  left_is: string;
  odds: (delay: string) => string;
  model: string;
  loss: string;
  low: string;
  median: string;
  high: string;
  empirical: (count: string) => string;
  ar1: (count: string, persistence: string) => string;
  odds_note: string;
  replay: (days: string, spells: string, losses: string, median: string) => string;
  replay_worst: (worst: string, date: string) => string;
  replay_none: string;
  replay_note: Record<'own' | 'known', string>;
  note: string;
}

export const arbitrageTexts: Translated<ArbitrageTexts> = {
  zh: {
    title: '溢价套利 · 扣掉成本还剩多少',
    fields: {
      delay_sessions: '从申购到能卖出',
      fee_fraction: '申购费（申购佣金）',
      fx_cost_fraction: '换汇成本',
      commission_fraction: '卖出佣金',
      slippage_fraction: '卖出滑点',
      funding_rate_fraction: '资金成本（年）',
      prefunding_fraction: '全现金替代多付的比例',
      unit_cny: '最小申购单位（0：没有）',
      capital_cny: '可用资金',
      purchase_limit_cny: '每日申购限额（0：按粘贴的）',
    },
    route: '做法',
    routes: {
      etf_creation: 'ETF 现金申购',
      lof_exchange: 'LOF 场内申购',
      lof_transfer: 'LOF 场外申购转托管',
    },
    hedge: '等待期间的净值涨跌',
    hedged: '已对冲',
    unhedged: '不对冲',
    status: '申购状态',
    statuses: { pasted: '按粘贴或勾选的', open: '开放', limited: '限购', suspended: '暂停' },
    answer: (premium, left, delay) =>
      `按净值申购、等 ${delay}后场内卖出：溢价 ${premium}，若溢价与净值都不变，扣除成本剩 ${left}（情景，非预测）。`,
    answer_none: '没有溢价可算。',
    obstacle: {
      no_premium: '现在没有溢价，申购再卖出没有可赚的差价。',
      suspended: '申购已暂停：这条路现在走不通。',
      limit_unknown: '申购有限额，但没有粘贴额度：请在下面填上。',
      limit_below_unit: '每日限额低于一个最小申购单位，做不成。',
      capital_below_unit: '可用资金不足一个最小申购单位，做不成。',
    },
    fits: (amount, units) => `做得进去的金额：${amount}${units ? `（${units} 个申购单位）` : ''}。`,
    earns: (cny) => `照上面的比例，最多赚 ${cny}。`,
    loses: (cny) => `照上面的比例，要亏 ${cny}。`,
    said: '你指出',
    amount_unknown: '做得进去的金额不知道。',
    steps: '一步步算',
    step_premium: '现在的溢价',
    step_in: '买入一端的成本（申购费＋换汇＋资金）',
    step_out: '卖出一端的成本（佣金＋滑点）',
    step_breakeven: '保本溢价',
    step_left: '扣除成本后剩',
    breakeven_is: '卖出时溢价低于这个数就亏。',
    left_is: '溢价与净值都不变时，每投入一元剩下的比例。',
    odds: (delay) => `等 ${delay}，会不会亏`,
    model: '怎样估计',
    loss: '亏损的概率',
    low: '5 % 分位',
    median: '中位',
    high: '95 % 分位',
    empirical: (count) => `自己过去的变动（${count} 次，互相重叠）`,
    ar1: (count, persistence) => `AR(1) 模型（${count} 对，持续性 ${persistence}）`,
    odds_note:
      '都只用到最新一天为止的数据；额度放开、停牌或限购变了，这些概率就不成立。过去的变动含当时的涨跌趋势，模型不假设净值有趋势。',
    replay: (days, spells, losses, median) =>
      `回看：有 ${days}当时看上去有得赚（分属 ${spells} 段），其中 ${losses}亏了，中位结果 ${median}。`,
    replay_worst: (worst, date) => `最差 ${worst}（${date} 申购）。`,
    replay_none: '回看：没有一天的溢价高过保本线。',
    replay_note: {
      own: '当时看的是已公布的溢价；申购价按申购当日自己的净值（事后才公布）；卖出按等待期满后第一个有价的收盘。成本按现在的设置。',
      known: '申购价按表中的参考值；卖出按等待期满后第一个有价的收盘。成本按现在的设置。',
    },
    note: 'ETF 的申购上限与场外基金的限购是两回事，粘贴的限额按所选的做法用。费率、最小单位以基金公告为准。',
  },
  en: {
    title: 'Premium arbitrage · what cost leaves of it',
    fields: {
      delay_sessions: 'From order to sale',
      fee_fraction: 'Creation or purchase fee',
      fx_cost_fraction: 'Exchange into foreign currency',
      commission_fraction: 'Commission of the sale',
      slippage_fraction: 'Slippage of the sale',
      funding_rate_fraction: 'Cost of money a year',
      prefunding_fraction: 'Paid beyond the amount (cash in lieu)',
      unit_cny: 'Creation unit (0: none)',
      capital_cny: 'Money at hand',
      purchase_limit_cny: 'Limit a day (0: as pasted)',
    },
    route: 'The way',
    routes: {
      etf_creation: 'ETF, created in cash',
      lof_exchange: 'LOF, subscribed on the exchange',
      lof_transfer: 'LOF, subscribed off it and transferred',
    },
    hedge: 'The value’s moves meanwhile',
    hedged: 'hedged',
    unhedged: 'not hedged',
    status: 'Creation status',
    statuses: {
      pasted: 'as pasted or ticked',
      open: 'open',
      limited: 'limited',
      suspended: 'suspended',
    },
    answer: (premium, left, delay) =>
      `Bought at NAV and sold on the exchange ${delay} later: of a premium of ${premium}, ${left} is left after cost if premium and value stay (a scenario, not a forecast).`,
    answer_none: 'There is no premium to work with.',
    obstacle: {
      no_premium: 'There is no premium now: nothing is earned by creating and selling.',
      suspended: 'Creation is suspended: this way is not open.',
      limit_unknown: 'Creation is limited, and to what is not pasted: please fill it in below.',
      limit_below_unit: 'The limit a day is below one creation unit.',
      capital_below_unit: 'The money at hand is below one creation unit.',
    },
    fits: (amount, units) => `What fits: ${amount}${units ? ` (creation units: ${units})` : ''}.`,
    earns: (cny) => `At the figure above that is ${cny} at most.`,
    loses: (cny) => `At the figure above that is a loss of ${cny}.`,
    said: 'as you said',
    amount_unknown: 'How much fits is not known.',
    steps: 'Step by step',
    step_premium: 'Premium now',
    step_in: 'Cost of buying (fee, exchange, money)',
    step_out: 'Cost of selling (commission, slippage)',
    step_breakeven: 'Break-even premium',
    step_left: 'Left after cost',
    breakeven_is: 'Sold at a lower premium, it is a loss.',
    left_is: 'What is left of each yuan if premium and value stay.',
    odds: (delay) => `Waiting ${delay}: is it lost?`,
    model: 'Estimated by',
    loss: 'Chance of a loss',
    low: '5 % quantile',
    median: 'Median',
    high: '95 % quantile',
    empirical: (count) => `its own past changes (${count}, overlapping)`,
    ar1: (count, persistence) => `AR(1) (${count} pairs, persistence ${persistence})`,
    odds_note:
      'Both know the data up to the latest day only, and fail when quota, halts or limits change. Past changes hold the trend of their time; the model assumes none of the value.',
    replay: (days, spells, losses, median) =>
      `Looking back, ${days} seemed to pay (in ${spells} stretches); of these ${losses} lost. The median result is ${median}.`,
    replay_worst: (worst, date) => `The worst: ${worst}, ordered on ${date}.`,
    replay_none: 'Looking back, no day’s premium was over the break-even.',
    replay_note: {
      own: 'Seen then: the premium on the published value. Paid: the order day’s own NAV, published later. Sold: the first close after the wait. Costs as set now.',
      known:
        'Paid: the value of the table. Sold: the first close after the wait. Costs as set now.',
    },
    note: 'An ETF’s creation cap and an off-exchange purchase limit are two things; a limit pasted is taken for the way chosen. The fund’s announcements have its fees and units.',
  },
};
