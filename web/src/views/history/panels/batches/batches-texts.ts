import type { Translated } from '../../../../texts/translated.ts';

export type BatchBar =
  | 'parts'
  | 'every_sessions'
  | 'cost_fraction'
  | 'premium_bar_fraction'
  | 'to_premium_fraction'
  | 'over_sessions';

export interface BatchesTexts {
  title: string;
  note: string;
  bars: Record<BatchBar, string>;
  past: string;
  past_note: string;
  all: string;
  over: (bar: string) => string;
  starts: string;
  apart: string;
  below: string;
  mean: string;
  quantile: (percent: string) => string;
  median: string;
  lowest: string;
  highest: string;
  few: (needed: string, have: string) => string;
  scenario: string;
  scenario_note: (from: string, date: string, to: string, sessions: string) => string;
  part: string;
  session: string;
  premium: string;
  result: string;
  together: string;
  at_once: string;
  definition: string;
  formula: string;
}

export const batchesTexts: Translated<BatchesTexts> = {
  zh: {
    title: '分批退出的假设',
    note: '把份额等分成几批，每隔几个交易日按收盘价成交一批，与当天一次成交相比。说的是过去和算术，不是预测，也不说哪种更好。',
    bars: {
      parts: '批数',
      every_sessions: '间隔',
      cost_fraction: '每批成本（佣金加半个价差）',
      premium_bar_fraction: '起始溢价高于',
      to_premium_fraction: '情景：收敛到',
      over_sessions: '情景：历时',
    },
    past: '过去：分批平均退出价比起始日一次成交高或低多少',
    past_note:
      '每个有价格的日子各算一次起点；停牌日顺延到下一个有价格的日子；后面不够批数的不算。互相重叠的起点并不独立。',
    all: '所有起点',
    over: (bar) => `起始溢价高于 ${bar}`,
    starts: '起点数',
    apart: '互不重叠',
    below: '低于一次成交的比例',
    mean: '平均',
    quantile: (percent) => `${percent} 分位`,
    median: '中位数',
    lowest: '最低',
    highest: '最高',
    few: (needed, have) => `互不重叠的起点需要 ${needed} 个，现有 ${have} 个，不给出数字。`,
    scenario: '情景：溢价匀速收敛，价值不变（非预测）',
    scenario_note: (from, date, to, sessions) =>
      `从 ${date} 的 ${from} 匀速到 ${to}，历时 ${sessions}，之后不变。`,
    part: '批次',
    session: '第几个交易日',
    premium: '溢价',
    result: '该批损益',
    together: '各批平均',
    at_once: '当天一次成交',
    definition: '各批成交价的平均与起始日收盘价之比减一，再扣成本；与当天一次成交之差',
    formula: '(1 − c) × (Σ Pₖ ÷ n ÷ P₀ − 1)',
  },
  en: {
    title: 'Leaving in several parts: a what-if',
    note: 'The shares in equal parts, one at the close every few sessions, against all at once on the first day. It speaks of the past and of arithmetic; it is no forecast and does not say which is better.',
    bars: {
      parts: 'Parts',
      every_sessions: 'Every',
      cost_fraction: 'Cost of a part (commission and half the spread)',
      premium_bar_fraction: 'Starts with a premium over',
      to_premium_fraction: 'Scenario: closes to',
      over_sessions: 'Scenario: over',
    },
    past: 'In the past: the parts’ mean exit, above or below all at once',
    past_note:
      'Each day with a price is a start; a halt is waited for; starts without room for all parts are left out. Starts that overlap are not independent.',
    all: 'All starts',
    over: (bar) => `Premium over ${bar} at the start`,
    starts: 'Starts',
    apart: 'Not overlapping',
    below: 'Share below all at once',
    mean: 'Mean',
    quantile: (percent) => `${percent} quantile`,
    median: 'Median',
    lowest: 'Lowest',
    highest: 'Highest',
    few: (needed, have) =>
      `It takes ${needed} starts that do not overlap; there are ${have}, so no numbers.`,
    scenario: 'Scenario: the premium closes evenly, the value stands still (no forecast)',
    scenario_note: (from, date, to, sessions) =>
      `From ${from} on ${date} evenly to ${to} over ${sessions}, then unchanged.`,
    part: 'Part',
    session: 'Session',
    premium: 'Premium',
    result: 'Result of the part',
    together: 'All parts',
    at_once: 'All at once today',
    definition:
      'The mean price of the parts over the first day’s close less one, after cost; the difference from all at once',
    formula: '(1 − c) × (Σ Pₖ / n / P₀ − 1)',
  },
};
