import type { CloseRule } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';

export interface GridTexts {
  title: string;
  title_more: string;
  nothing: string;
  lead: (premium: string, date: string) => string;
  caption: string;
  corner: string;
  today: string;
  breakeven: string;
  breakeven_note: string;
  cost_in: (cost: string) => string;
  hits: (count: string) => string;
  past: (count: string, days: string, rule: string) => string;
  none: (rule: string) => string;
  closest: (premium: string, date: string) => string;
  off_grid: (count: string) => string;
  too_few: (needed: string, have: string) => string;
  rule_words: Record<CloseRule, (within: string, nearest: string) => string>;
  no_overlap: string;
  past_caption: string;
  past_day: string;
  past_end: string;
  past_from: string;
  past_to: string;
  past_growth: string;
  past_return: string;
  sessions: (count: string) => string;
  plot: string;
  plot_x: string;
  plot_y: string;
  plot_label: (count: string) => string;
  bars: string;
  rule: string;
  rules: Record<CloseRule, string>;
  within: string;
  within_hint: string;
  nearest: string;
  nearest_hint: string;
  horizon: string;
  horizon_hint: string;
  cost: string;
  cost_hint: string;
  low: (axis: string) => string;
  high: (axis: string) => string;
  step: (axis: string) => string;
  axis_hint: string;
  axis_premium: string;
  axis_growth: string;
  reset: string;
}

export const gridTexts: Translated<GridTexts> = {
  zh: {
    title: '结局网格',
    title_more: '最终溢价 × 净值变动，与自身往例',
    nothing: '没有一天有可用的溢价，无从列出网格。',
    lead: (premium, date) =>
      `以 ${date} 的溢价 ${premium} 买入：每格是最终溢价与净值变动搭配出的价格收益（情景，非预测）。`,
    caption: '行：最终溢价；列：净值变动',
    corner: '最终溢价',
    today: '同今日',
    breakeven: '打平所需净值涨幅',
    breakeven_note: '粗竖线是盈亏分界：其左亏、其右盈。',
    cost_in: (cost) => `收益已扣买卖成本 ${cost}。`,
    hits: (count) => `往例 ${count} 次`,
    past: (count, days, rule) =>
      `自身往例：${rule}，共 ${count} 次；圆圈里的数字是 ${days} 个交易日后落在该格的次数。`,
    none: (rule) => `自身往例：${rule}，一次也没有。`,
    closest: (premium, date) => `最接近的一天是 ${date}，溢价 ${premium}。`,
    off_grid: (count) => `另有 ${count} 次落在网格之外。`,
    too_few: (needed, have) =>
      `要看往例，至少要有 ${needed} 个有溢价和净值的交易日，现有 ${have} 个。`,
    rule_words: {
      within: (within) => `溢价与今日相差不超过 ${within} 的日子`,
      nearest: (_within, nearest) => `溢价与今日最接近的至多 ${nearest} 个日子`,
    },
    no_overlap:
      '各次的观察期互不重叠：“相差以内”从最早的一天取起，上一次看完才取下一次；“最接近”从差距最小的取起，与已取的重叠则跳过。到期日停牌或缺净值的，顺延到下一个有溢价的日子，至多 20 天。',
    past_caption: '往例明细',
    past_day: '起始日',
    past_end: '到期日',
    past_from: '起始溢价',
    past_to: '到期溢价',
    past_growth: '净值变动',
    past_return: '价格收益',
    sessions: (count) => `${count} 日`,
    plot: '往例散点与盈亏平衡线',
    plot_x: '净值变动',
    plot_y: '最终溢价',
    plot_label: (count) =>
      `散点图：横轴净值变动，纵轴最终溢价，${count} 个往例；虚线为盈亏平衡线，线左下方为亏损。数据见往例明细。`,
    bars: '坐标、往例规则与成本',
    rule: '怎样算“与今日接近”',
    rules: { within: '溢价相差以内', nearest: '最接近的若干次' },
    within: '相差不超过',
    within_hint: '默认 1 个百分点；本项目自定',
    nearest: '最接近的次数',
    nearest_hint: '默认 20 次；本项目自定',
    horizon: '看多少个交易日后',
    horizon_hint: '默认 20，约一个月；可改为 60 等',
    cost: '买卖一次的成本',
    cost_hint: '佣金与价差合计，占成交额；默认 0',
    low: (axis) => `${axis}下限`,
    high: (axis) => `${axis}上限`,
    step: (axis) => `${axis}步长`,
    axis_hint: '默认按数据选取',
    axis_premium: '最终溢价',
    axis_growth: '净值变动',
    reset: '坐标与规则恢复默认',
  },
  en: {
    title: 'Grid of outcomes',
    title_more: 'final premium × value change, and its own past',
    nothing: 'No day has a premium to start from.',
    lead: (premium, date) =>
      `Bought at the premium of ${date}, ${premium}: each cell is the return of the price for that final premium and value change (scenarios, not forecasts).`,
    caption: 'Rows: final premium. Columns: change of the value',
    corner: 'Final premium',
    today: 'as today',
    breakeven: 'Value growth to break even',
    breakeven_note: 'The heavy line divides losses, on its left, from gains.',
    cost_in: (cost) => `Returns are after trading cost of ${cost}.`,
    hits: (count) => `past: ${count}`,
    past: (count, days, rule) =>
      `Its own past: ${rule}; ${count} in all. A number in a circle is how many of them stood in that cell ${days} sessions later.`,
    none: (rule) => `Its own past: ${rule}; there are none.`,
    closest: (premium, date) => `The closest was ${date}, at ${premium}.`,
    off_grid: (count) => `${count} more are outside the grid.`,
    too_few: (needed, have) =>
      `For its own past it takes ${needed} days with a premium and a value; there are ${have}.`,
    rule_words: {
      within: (within) => `days whose premium was within ${within} of today’s`,
      nearest: (_within, nearest) =>
        `the days, at most ${nearest}, whose premium was closest to today’s`,
    },
    no_overlap:
      'No two spans overlap. “Within” takes the oldest day first, and the next one when that span is over; “closest” takes the smallest difference first and passes over what would overlap. Where the last day has no premium (a halt), the next one that has counts, up to 20 sessions later.',
    past_caption: 'The past days',
    past_day: 'Day',
    past_end: 'Looked at',
    past_from: 'Premium then',
    past_to: 'Premium at the end',
    past_growth: 'Value change',
    past_return: 'Price return',
    sessions: (count) => `${count} sessions`,
    plot: 'Past days and the line of break-even',
    plot_x: 'value change',
    plot_y: 'final premium',
    plot_label: (count) =>
      `Scatter plot: value change across, final premium upwards, ${count} past days; the dashed line is break-even, below and left of it are losses. The numbers are in the table of past days.`,
    bars: 'Axes, rule of the past days, cost',
    rule: 'What counts as close to today',
    rules: { within: 'within a difference', nearest: 'the closest ones' },
    within: 'Within',
    within_hint: '1 percentage point; this project’s own',
    nearest: 'How many of the closest',
    nearest_hint: '20; this project’s own',
    horizon: 'Sessions later',
    horizon_hint: '20, about a month; 60, say, is a quarter',
    cost: 'Cost of buying and selling',
    cost_hint: 'commission and spread, of the amount; 0 unless you set it',
    low: (axis) => `Lowest ${axis}`,
    high: (axis) => `Highest ${axis}`,
    step: (axis) => `Step of the ${axis}`,
    axis_hint: 'chosen from the data unless you set it',
    axis_premium: 'final premium',
    axis_growth: 'value change',
    reset: 'Axes and rule as they come',
  },
};
