import type { InvestEvery } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';
import type { Labels } from '../../assumption-fields.ts';

export type InvestField =
  | 'amount_cny'
  | 'commission_fraction'
  | 'least_commission_cny'
  | 'purchase_fee_fraction'
  | 'redemption_fee_fraction'
  | 'confirmation_sessions'
  | 'redemption_weekdays'
  | 'daily_limit_cny';

export interface InvestTexts {
  title: string;
  fields: Labels<InvestField>;
  every: string;
  everies: Record<InvestEvery, string>;
  from: string;
  to: string;
  bad_plan: string;
  few: (every: string, needed: string, have: string) => string;
  answer: (
    every: string,
    amount: string,
    payments: string,
    on: string,
    off: string,
    premium: string,
    isMore: boolean,
  ) => string;
  premium: (from: string, to: string) => string;
  averages: string;
  caption: (from: string, to: string) => string;
  way: string;
  channel: Record<'exchange' | 'off_exchange', string>;
  plan: Record<'regular' | 'at_once', string>;
  paid_in: string;
  final: string;
  total: string;
  annual: string;
  annual_card: { title: string; definition: string; formula: string };
  annual_numbers: (times: string, paid: string, final: string, annual: string) => string;
  total_card: { title: string; definition: string; formula: string };
  paid_premium: string;
  over_nav: string;
  fees: string;
  waiting: string;
  not_annual: (needed: string, have: string) => string;
  delayed: (on: string, off: string) => string;
  limits: (suspended: string, limited: string) => string;
  limit_unknown: (days: string) => string;
  unconfirmed: (amount: string) => string;
  rules: string[];
}

export const investTexts: Translated<InvestTexts> = {
  zh: {
    title: '改为定投 · 场内按价，场外按净值',
    fields: {
      amount_cny: '每期金额',
      commission_fraction: '场内佣金',
      least_commission_cny: '每笔最低佣金',
      purchase_fee_fraction: '场外申购费',
      redemption_fee_fraction: '场外赎回费',
      confirmation_sessions: '场外申购确认',
      redemption_weekdays: '场外赎回到账',
      daily_limit_cny: '场外每日限额（0：按粘贴的，没有则不限）',
    },
    every: '多久一次',
    everies: { month: '每月', week: '每周' },
    from: '开始于',
    to: '截止于',
    bad_plan: '开始日晚于截止日，或其间没有数据。',
    few: (every, needed, have) =>
      `${every}一次，这段数据里只轮到 ${have} 期，至少要 ${needed} 期才能回放：可以改得更密，或粘贴更长的数据。`,
    answer: (every, amount, payments, on, off, premium, isMore) =>
      `${every}投 ${amount}，共 ${payments} 期：场内总收益 ${on}，场外 ${off}；场内平均比当日净值${isMore ? '多' : '少'}付 ${premium}。`,
    premium: (from, to) => `对当日净值的溢价，期初 ${from}，期末 ${to}。`,
    averages: '定投摊平溢价，并不消除溢价：期末溢价若低于平均付出的溢价，差额就是损失。',
    caption: (from, to) => `同样的钱，四种投法（${from} 至 ${to}，历史回放，非预测）`,
    way: '投法',
    channel: { exchange: '场内', off_exchange: '场外' },
    plan: { regular: '定投', at_once: '一次投入' },
    paid_in: '投入',
    final: '期末到手',
    total: '总收益',
    annual: '资金加权年收益',
    annual_card: {
      title: '资金加权年收益',
      definition: '使所有投入与期末到手折现后相抵的年利率（XIRR，按 365 天计）。',
      formula: 'Σ 现金流 ÷ (1 + r)^(天数 ÷ 365) = 0',
    },
    annual_numbers: (times, paid, final, annual) =>
      `投入 ${times} 次共 ${paid} 元，期末到手 ${final} 元：r = ${annual}`,
    total_card: {
      title: '总收益',
      definition: '期末到手比全部投入多出的比例，不计各期投入的先后；留作现金的也算在内。',
      formula: '期末到手 ÷ 投入 − 1',
    },
    paid_premium: '平均溢价（已公布值）',
    over_nav: '比当日净值多付',
    fees: '费用',
    waiting: '没花出去',
    not_annual: (needed, have) => `只有 ${have} 个交易日，不足 ${needed} 个，不折算年收益。`,
    delayed: (on, off) => `当期没能在计划日花出去的：场内 ${on} 期，场外 ${off} 期。`,
    limits: (suspended, limited) => `粘贴的申购状态照办：暂停 ${suspended}，限购 ${limited}。`,
    limit_unknown: (days) => `有 ${days}写着限购而没有额度，按不限计算。`,
    unconfirmed: (amount) => `期末尚未确认的场外申购 ${amount}，按期末净值计。`,
    rules: [
      '计划日是每月（每周）第一个交易日；各投法的钱同日投入，花不出去的留作现金、不计利息。',
      '场内：按收盘价，100 份一手、最小价位 0.001，含佣金；停牌顺延。',
      '场外：按下单当日自己的净值（事后才公布），申购费价外扣；超过每日限额的部分顺延到以后各日。',
      '期末一天全部卖出或赎回；赎回款晚几个工作日到账。分红未计入。收盘价与净值当日盘后才知道，所以只是回放。',
    ],
  },
  en: {
    title: 'Regular investing instead · at the price on, at NAV off the exchange',
    fields: {
      amount_cny: 'Amount each time',
      commission_fraction: 'Commission on the exchange',
      least_commission_cny: 'Least commission an order',
      purchase_fee_fraction: 'Purchase fee off it',
      redemption_fee_fraction: 'Redemption fee off it',
      confirmation_sessions: 'Purchase confirmed after',
      redemption_weekdays: 'Redemption paid after',
      daily_limit_cny: 'Off-exchange limit a day (0: as pasted, else none)',
    },
    every: 'How often',
    everies: { month: 'Every month', week: 'Every week' },
    from: 'From',
    to: 'To',
    bad_plan: 'The plan begins after it ends, or there are no data in it.',
    few: (every, needed, have) =>
      `${every}: these data see ${have}, and a replay takes ${needed}. Choose a shorter step, or paste more days.`,
    answer: (every, amount, payments, on, off, premium, isMore) =>
      `${every} ${amount}, ${payments} times: ${on} in all on the exchange, ${off} off it. On the exchange ${premium} ${isMore ? 'more' : 'less'} than the day’s NAV was paid on average.`,
    premium: (from, to) =>
      `Over the day’s own NAV the premium was ${from} at the start and ${to} at the end.`,
    averages:
      'Regular investing averages the premium, it does not remove it: where the last premium is below the average paid, the difference is lost.',
    caption: (from, to) => `The same money four ways (${from} to ${to}; a replay, not a forecast)`,
    way: 'Way',
    channel: { exchange: 'on the exchange', off_exchange: 'off the exchange' },
    plan: { regular: 'regularly', at_once: 'all at once' },
    paid_in: 'Paid in',
    final: 'At the end',
    total: 'Total return',
    annual: 'Money-weighted, a year',
    annual_card: {
      title: 'Money-weighted return',
      definition:
        'The yearly rate at which all payments and what comes out are worth nothing together (XIRR, 365 days a year).',
      formula: 'Σ flow ÷ (1 + r)^(days ÷ 365) = 0',
    },
    annual_numbers: (times, paid, final, annual) =>
      `CNY ${paid} paid in ${times} times, CNY ${final} at the end: r = ${annual}`,
    total_card: {
      title: 'Total return',
      definition:
        'What comes out over all that was paid in, whenever it was paid; cash not spent is counted.',
      formula: 'at the end ÷ paid in − 1',
    },
    paid_premium: 'Mean premium (published value)',
    over_nav: 'Over the day’s NAV',
    fees: 'Fees',
    waiting: 'Not spent',
    not_annual: (needed, have) => `${have} sessions only, under ${needed}: nothing is annualised.`,
    delayed: (on, off) =>
      `Payments that could not be spent on their day: ${on} on the exchange, ${off} off it.`,
    limits: (suspended, limited) =>
      `The pasted creation status is kept to: suspended on ${suspended}, limited on ${limited}.`,
    limit_unknown: (days) => `${days} are limited to an unknown amount and count as unlimited.`,
    unconfirmed: (amount) =>
      `Purchases of ${amount} were not confirmed by the end; they count at the last NAV.`,
    rules: [
      'The plan’s days are the first session of each month or week; each way has the money on the same day, and what cannot be spent waits as cash without interest.',
      'On the exchange: at the close, in lots of 100, on the tick of 0.001, with commission; a halt waits.',
      'Off it: at the order day’s own NAV, published later; the fee is inside the amount; what exceeds the daily limit waits for the next days.',
      'On the last day all is sold or redeemed; redeemed money comes some weekdays later. Dividends are not added. A day’s close and NAV are known after it: a replay, no more.',
    ],
  },
};
