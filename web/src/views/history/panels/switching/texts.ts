import type { Translated } from '../../../../texts/translated.ts';
import type { Labels } from '../../assumption-fields.ts';

export type SwitchField = 'commission_fraction' | 'slippage_fraction';

export interface SwitchTexts {
  title: string;
  fields: Labels<SwitchField>;
  /** Of which day and value the fund's own premium is. */
  latest: (date: string, value: string) => string;
  alone: string;
  other: string;
  other_hint: string;
  answer_gain: (from: string, to: string, net: string, gross: string) => string;
  answer_loss: (from: string, to: string, net: string, gross: string) => string;
  even: (difference: string) => string;
  lowest_already: (fund: string) => string;
  gain_card: { title: string; definition: string; formula: string };
  group: (index: string) => string;
  fund: string;
  premium: string;
  date: string;
  amount: string;
  purchase: string;
  net: string;
  is_from: string;
  not_alike: string;
  compare: string;
  past: (percentile: string, count: string, median: string, least: string, most: string) => string;
  past_paid: (days: string, count: string) => string;
  past_few: (needed: string, have: string) => string;
  unknown_index: (count: string) => string;
  note: string;
  source_note: string;
}

export const switchTexts: Translated<SwitchTexts> = {
  zh: {
    title: '同指数里溢价最低的 · 换过去划不划算',
    fields: {
      commission_fraction: '每一边的佣金',
      slippage_fraction: '每一边的滑点（含半个价差）',
    },
    latest: (date, value) => `这只基金的溢价：${date}，对照${value}。`,
    alone: '没有粘贴同一指数的其他基金，无从比较。可以再粘贴几只，也可以直接填另一只的溢价率：',
    other: '另一只基金的溢价率',
    other_hint: '自己填：0 % 即按净值买入',
    answer_gain: (from, to, net, gross) =>
      `从 ${from} 换到 ${to}：同样的钱，所持净值多 ${net}（未扣成本 ${gross}）。`,
    answer_loss: (from, to, net, gross) =>
      `从 ${from} 换到 ${to}：同样的钱，所持净值少 ${net}（未扣成本 ${gross}）。`,
    even: (difference) => `两者溢价相差 ${difference}以上，才抵得过成本。`,
    lowest_already: (fund) => `${fund} 已是同指数里溢价最低的一只。`,
    gain_card: {
      title: '换过去所持净值的变化',
      definition: '按现在的溢价卖出一只、买入另一只，所持净值的精确变化；不是价格的涨跌。',
      formula: '(1 + 卖出溢价) ÷ (1 + 买入溢价) × (1 − c) ÷ (1 + c) − 1，c 为每一边的成本',
    },
    group: (index) => `跟踪 ${index}`,
    fund: '基金',
    premium: '溢价',
    date: '日期 · 对照值',
    amount: '日成交额',
    purchase: '申购',
    net: '换过去',
    is_from: '现在这只',
    not_alike: '日期或对照值不同，不可比',
    compare: '与它比',
    past: (percentile, count, median, least, most) =>
      `这一对的过去（${count} 个共同交易日）：今天的差距高于或等于其中 ${percentile} 的日子；中位 ${median}，最低 ${least}，最高 ${most}。`,
    past_paid: (days, count) => `${count} 天里有 ${days}换过去抵得过成本。`,
    past_few: (needed, have) => `两只只有 ${have} 个共同交易日，至少 ${needed} 个才与过去比。`,
    unknown_index: (count) => `另有 ${count} 只不知道跟踪什么指数，没有参与比较。`,
    note: '多出来的是净值，不是现钱：之后两只的溢价若各走各的，结果会不同。溢价低的也要看成交额。情景，非预测。',
    source_note: '同一指数选溢价低的：',
  },
  en: {
    title: 'The lowest premium on the same index · what switching gains or costs',
    fields: {
      commission_fraction: 'Commission, each side',
      slippage_fraction: 'Slippage, each side (half the spread included)',
    },
    latest: (date, value) => `This fund’s premium is of ${date}, against ${value}.`,
    alone:
      'No other fund on the same index is pasted. Paste some, or fill in another fund’s premium:',
    other: 'Premium of another fund',
    other_hint: 'Yours to fill in: 0 % buys at value',
    answer_gain: (from, to, net, gross) =>
      `From ${from} to ${to}, the same money holds ${net} more value (${gross} before cost).`,
    answer_loss: (from, to, net, gross) =>
      `From ${from} to ${to}, the same money holds ${net} less value (${gross} before cost).`,
    even: (difference) =>
      `The two premiums have to differ by ${difference} to make up for the cost.`,
    lowest_already: (fund) => `${fund} has the lowest premium on its index already.`,
    gain_card: {
      title: 'Change of the value held',
      definition:
        'Selling one and buying the other at the premiums of now changes the value held by exactly this; it is no return of the price.',
      formula:
        '(1 + premium sold) ÷ (1 + premium bought) × (1 − c) ÷ (1 + c) − 1, c the cost of a side',
    },
    group: (index) => `On ${index}`,
    fund: 'Fund',
    premium: 'Premium',
    date: 'Date · against',
    amount: 'Daily turnover',
    purchase: 'Creation',
    net: 'Switching there',
    is_from: 'this one',
    not_alike: 'another day or value: not comparable',
    compare: 'Compare',
    past: (percentile, count, median, least, most) =>
      `This pair’s past (${count} days in common): today’s gap is as wide as or wider than on ${percentile} of them; median ${median}, least ${least}, most ${most}.`,
    past_paid: (days, count) => `On ${days} of ${count} switching made up for its cost.`,
    past_few: (needed, have) =>
      `The two have ${have} days in common; it takes ${needed} to tell of their past.`,
    unknown_index: (count) => `Funds whose index is not known, and left out: ${count}.`,
    note: 'What is gained is value, not cash: the two premiums may go their own ways. A low premium wants a look at the turnover as well. A scenario, not a forecast.',
    source_note: 'The lower premium on one index: ',
  },
};
