import type { CloseTo } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';

export interface PositionsTexts {
  title: string;
  label: string;
  hint: string;
  example: string;
  empty: string;
  /** Put before rows that have no header. */
  header: { two: string[]; three: string[] };
  assets: string;
  assets_hint: string;
  assets_above: string;
  stale: string;
  assets_unit: string;
  bars: Record<'least_fraction' | 'most_fraction' | 'own_level_days', string>;
  /** Before and after the share itself. */
  share: string;
  share_of: (amount: string, assets: string) => string;
  /** Where the bars are the reader's. */
  against_changed: Record<'below' | 'between' | 'over', (least: string, most: string) => string>;
  against: Record<'below' | 'between' | 'over', (least: string, most: string) => string>;
  no_assets: string;
  guide: string;
  share_title: string;
  share_is: string;
  regions: string;
  region: string;
  closings: string;
  closings_note: string;
  to: Record<CloseTo, string>;
  result: string;
  of_assets: string;
  counted: string;
  left_out: string;
  result_is: string;
  result_formula: string;
  positions: string;
  fund: string;
  kind: string;
  amount: string;
  premium: string;
  given: string;
  of_data: (date: string) => string;
  own_level: (level: string, days: string) => string;
  unknown: (count: string, amount: string) => string;
  without_amount: (count: string) => string;
  unknown_fund: string;
}

export const positionsTexts: Translated<PositionsTexts> = {
  zh: {
    title: '我的持仓',
    label: '持仓（粘贴表格）',
    hint: '列：代码或名称，金额（或数量与现价），溢价率（可省，例如 5.2%），地区（可省）。只在这台设备上计算，不保存。',
    example: '代码,名称,金额,溢价率\n513100,纳指ETF,50000,5.2%\n513500,标普500ETF,30000,',
    empty: '粘贴持仓后，对照跨境 ETF 占总资产的比例、各地区的份额，以及溢价收敛时整个组合的损失。',
    header: { two: ['代码', '金额'], three: ['代码', '数量', '现价'] },
    assets: '总资产',
    assets_hint: '不填就以持仓合计为准',
    assets_above: '总资产须大于 0',
    stale: '下面仍是上一次读懂时的结果。',
    assets_unit: '元',
    bars: {
      least_fraction: '比例下限',
      most_fraction: '比例上限',
      own_level_days: '自身水平：少于这些天不取中位数',
    },
    against_changed: {
      below: (least) => `未到你设的 ${least}（指南为 10 %–15 %）`,
      between: (least, most) => `在你设的 ${least}–${most} 之间（指南为 10 %–15 %）`,
      over: (least, most) => `超过你设的 ${least}–${most}（指南为 10 %–15 %）`,
    },
    share: '跨境 ETF 占总资产',
    share_of: (amount, assets) => `（${amount} ÷ ${assets}），`,
    against: {
      below: (least) => `未到指南所说的 ${least}`,
      between: (least, most) => `在指南所说的 ${least}–${most} 之间`,
      over: (least, most) => `超过指南所说的 ${least}–${most}`,
    },
    no_assets: '没有可计的金额。',
    guide: '投资者指南：将跨境 ETF 的仓位控制在总资产的 10%–15% 以内。',
    share_title: '跨境 ETF 占比',
    share_is: '类型为跨境的持仓金额合计除以总资产',
    regions: '各地区占跨境持仓的比例',
    region: '地区',
    closings: '若溢价收敛、价值不变（情景，非预测）',
    closings_note: '折价收敛到 0 是收益；溢价已不足 1 % 的不变。自身水平是已粘贴历史的溢价中位数。',
    to: { zero: '收敛到 0', one_percent: '收敛到 1 %', own_level: '回到自身水平' },
    result: '组合损益',
    of_assets: '占总资产',
    counted: '计入几只',
    left_out: '没有溢价而未计入',
    result_is: '各持仓金额乘以价格变动，价值不变',
    result_formula: 'A × ((1 + q) ÷ (1 + p) − 1)',
    positions: '逐项',
    fund: '基金',
    kind: '类型 · 地区',
    amount: '金额',
    premium: '溢价',
    given: '由你给出',
    of_data: (date) => `数据 ${date}`,
    own_level: (level, days) => `自身水平 ${level}（${days} 天）`,
    unknown: (count, amount) => `${count} 项认不出类型，合计 ${amount}，没有计入跨境`,
    without_amount: (count) => `${count} 项没有大于 0 的金额，未计入`,
    unknown_fund: '认不出',
  },
  en: {
    title: 'My positions',
    label: 'Positions (paste a table)',
    hint: 'Columns: code or name, amount (or shares and price), premium (if known, as 5.2%), region (if any). Computed on this device and not kept.',
    example: 'code,name,amount,premium\n513100,Nasdaq ETF,50000,5.2%\n513500,S&P 500 ETF,30000,',
    empty:
      'Paste your positions: the share of cross-border ETFs in all assets, each region’s part, and what the whole loses if the premiums close.',
    header: { two: ['code', 'amount'], three: ['code', 'shares', 'price'] },
    assets: 'All assets',
    assets_hint: 'without it, the sum of the positions',
    assets_above: 'All assets are above 0',
    stale: 'Below is still the answer to what was read before.',
    assets_unit: 'CNY',
    bars: {
      least_fraction: 'Lower bar',
      most_fraction: 'Upper bar',
      own_level_days: 'Own level: fewer days give no median',
    },
    against_changed: {
      below: (least) => `under your ${least} (the guide: 10–15 %)`,
      between: (least, most) => `within your ${least}–${most} (the guide: 10–15 %)`,
      over: (least, most) => `over your ${least}–${most} (the guide: 10–15 %)`,
    },
    share: 'Cross-border ETFs of all assets:',
    share_of: (amount, assets) => ` (${amount} of ${assets}), `,
    against: {
      below: (least) => `under the guide’s ${least}`,
      between: (least, most) => `within the guide’s ${least}–${most}`,
      over: (least, most) => `over the guide’s ${least}–${most}`,
    },
    no_assets: 'There is no amount to count.',
    guide: 'The investors’ guide: cross-border ETFs within 10–15 % of all assets.',
    share_title: 'Share of cross-border ETFs',
    share_is: 'The amounts of the positions of that kind over all assets',
    regions: 'Regions, as parts of the cross-border positions',
    region: 'Region',
    closings: 'If the premiums close while values stand still (a scenario, no forecast)',
    closings_note:
      'A discount that closes gains; a premium under 1 % already is left as it is. The own level is the median premium of the pasted past.',
    to: { zero: 'to 0', one_percent: 'to 1 %', own_level: 'to its own level' },
    result: 'Result',
    of_assets: 'Of all assets',
    counted: 'Positions counted',
    left_out: 'Left out, no premium',
    result_is: 'Each amount times the change of its price, the value standing still',
    result_formula: 'A × ((1 + q) / (1 + p) − 1)',
    positions: 'One by one',
    fund: 'Fund',
    kind: 'Kind · region',
    amount: 'Amount',
    premium: 'Premium',
    given: 'as you say',
    of_data: (date) => `data of ${date}`,
    own_level: (level, days) => `own level ${level} (${days} days)`,
    unknown: (count, amount) =>
      `${count} of a kind that is not known, ${amount} together, not counted as cross-border`,
    without_amount: (count) => `${count} without an amount above 0, and left out`,
    unknown_fund: 'not known',
  },
};
