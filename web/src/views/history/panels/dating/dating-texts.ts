import type { Translated } from '../../../../texts/translated.ts';

export interface DatingTexts {
  title: string;
  title_unit: string;
  /** The finding in one sentence; sessions as "T", "T−1". */
  found: (index: string, fx: string | undefined, residual: string) => string;
  next: (index: string, fx: string | undefined) => string;
  told: string;
  index_untold: (best: string) => string;
  fx_untold: (best: string) => string;
  sample: (count: string, leftOut: string) => string;
  slope: (share: string) => string;
  too_few: (count: string, needed: string) => string;
  index_bars: (name: string) => string;
  fx_bars: (name: string) => string;
  lag: string;
  residual: string;
  best: string;
  price_title: string;
  price_found: (session: string, residual: string, next: string) => string;
  price_untold: string;
  price_note: string;
  candidates: string;
  candidates_note: string;
  name: string;
  index_lag: string;
  fx_lag: string;
  pairs: string;
  is_told: string;
  yes: string;
  no: string;
  use: string;
  in_use: string;
  how: string;
  /** Of a residual's card. */
  residual_of: (session: string) => string;
  residual_is: string;
  formula: string;
  numbers: (residual: string, pairs: string) => string;
}

export const datingTexts: Translated<DatingTexts> = {
  zh: {
    title: '净值日期',
    title_unit: '净值含哪一场收盘、哪一天汇率',
    found: (index, fx, residual) =>
      `净值按 ${index} 日指数收盘${fx ? `、${fx} 日汇率` : ''}计价：残差 ${residual}`,
    next: (index, fx) => `，次优 ${index}（指数换一天）${fx ? `、${fx}（汇率换一天）` : ''}。`,
    told: '差距远超偶然所能解释，日期可以判定。',
    index_untold: (best) => `指数的日期判定不了：${best} 与次优相差太小，可能只是偶然。`,
    fx_untold: (best) =>
      `汇率的日期判定不了：${best} 与次优相差太小，可能只是偶然；汇率变动小，影响也小。`,
    sample: (count, leftOut) =>
      `用了 ${count} 对相邻的净值${leftOut === '0' ? '' : `，剔除 ${leftOut} 对（单次变动过大，像是拆分、分红或错值）`}。`,
    slope: (share) => `净值随指数变动的比例（回归斜率）为 ${share}。`,
    too_few: (count, needed) =>
      `净值与指数同时有的日子太少：只有 ${count} 对，至少需要 ${needed} 对相邻的净值，才谈得上判定。请粘贴更长的历史。`,
    index_bars: (name) => `指数 ${name}：净值含哪一场收盘`,
    fx_bars: (name) => `汇率 ${name}：净值用哪一天的汇率`,
    lag: '日期',
    residual: '残差',
    best: '最合',
    price_title: '价格对净值',
    price_found: (session, residual, next) =>
      `价格的涨跌最贴近 ${session} 日净值：残差 ${residual}，次优 ${next}。`,
    price_untold: '价格的涨跌贴近哪一天的净值，判定不了：最合与次优相差太小。',
    price_note: '对沪深交易时休市的市场，当日价格看不到当晚的消息，贴近的往往是前一日的净值。',
    candidates: '粘贴的几个指数',
    candidates_note: '各自按最合的日期拟合，残差小的在前。',
    name: '指数',
    index_lag: '指数日期',
    fx_lag: '汇率日期',
    pairs: '对数',
    is_told: '可判定',
    yes: '是',
    no: '否',
    use: '选用',
    in_use: '正在使用',
    how: '做法：把相邻两个净值的涨跌，对指数与汇率各错开 −3 至 +3 个交易日的涨跌作回归，看哪一种错法剩下的误差（均方根，以 bp 即万分之一计）最小；指数与汇率分别错开。',
    residual_of: (session) => `按 ${session} 日的残差`,
    residual_is: '按这一天的涨跌拟合净值的涨跌，剩下解释不了的部分；越小越可能是净值所含的那一天。',
    formula: '净值涨跌 = a + b × 指数涨跌 + c × 汇率涨跌 + 残差（均为对数）；取残差的均方根',
    numbers: (residual, pairs) => `${pairs} 对相邻净值，均方根 ${residual}`,
  },
  en: {
    title: 'NAV dating',
    title_unit: 'which close and which day’s rate a NAV holds',
    found: (index, fx, residual) =>
      `A NAV dated T holds the index close of ${index}${fx ? ` and the rate of ${fx}` : ''}: residual ${residual}`,
    next: (index, fx) =>
      `, next best ${index} (the index on another day)${fx ? ` and ${fx} (the rate on another)` : ''}.`,
    told: 'The gap is far beyond chance: the dating is told.',
    index_untold: (best) =>
      `The index’s day cannot be told: ${best} and the next best are too close, it may be chance.`,
    fx_untold: (best) =>
      `The rate’s day cannot be told: ${best} and the next best are too close, it may be chance. A rate that hardly moves matters little, too.`,
    sample: (count, leftOut) =>
      `${count} pairs of neighbouring NAVs were used${leftOut === '0' ? '' : `; ${leftOut} left out (a move too large: a split, a dividend or a wrong number)`}.`,
    slope: (share) => `The share of the index’s move that the NAV makes (the slope) is ${share}.`,
    too_few: (count, needed) =>
      `Too few days have both a NAV and the index: ${count} pairs of neighbouring NAVs, and it takes ${needed} to tell. Please paste a longer history.`,
    index_bars: (name) => `Index ${name}: which close a NAV holds`,
    fx_bars: (name) => `Rate ${name}: which day’s a NAV holds`,
    lag: 'Day',
    residual: 'Residual',
    best: 'best',
    price_title: 'Price against NAV',
    price_found: (session, residual, next) =>
      `Prices move most closely with the NAV of ${session}: residual ${residual}, next best ${next}.`,
    price_untold:
      'Which day’s NAV prices move with cannot be told: the best and the next best are too close.',
    price_note:
      'Where the market is shut while Shanghai trades, a day’s price cannot see the night’s news, and often moves with the NAV of the day before.',
    candidates: 'The indexes pasted',
    candidates_note: 'Each at its best days, the smallest residual first.',
    name: 'Index',
    index_lag: 'Index day',
    fx_lag: 'Rate day',
    pairs: 'Pairs',
    is_told: 'Told',
    yes: 'yes',
    no: 'no',
    use: 'Use it',
    in_use: 'in use',
    how: 'How: the return from one NAV to the next is fitted to the returns of index and rate, each shifted by −3 to +3 sessions on its own; the residual is the root mean square of what is left, in basis points.',
    residual_of: (session) => `Residual at ${session}:`,
    residual_is:
      'What the moves of that day leave unexplained of the NAV’s: the smaller, the likelier it is the day that the NAV holds.',
    formula:
      'NAV return = a + b × index return + c × rate return + residual, all in logs; the root mean square of the residuals',
    numbers: (residual, pairs) =>
      `${pairs} pairs of neighbouring NAVs, root mean square ${residual}`,
  },
};
