// The texts around the estimate: which index and rate it takes, and what to paste for it.

import type { Translated } from '../../texts/translated.ts';

export interface EstimateTexts {
  settings: string;
  index: string;
  fx: string;
  no_fx: string;
  index_lag: string;
  fx_lag: string;
  invested: string;
  invested_hint: string;
  invested_error: string;
  change: string;
  used: (index: string, fx: string) => string;
  used_index: (index: string) => string;
  /** "T−1": the session that a NAV dated T holds at that lag. */
  session: (lag: number) => string;
  missing: string;
  missing_how: string;
  example: string;
  example_date: string;
  example_note: string;
  loading: string;
  failed: string;
}

/** T, T−1, T+1. */
const session = (lag: number): string =>
  lag === 0 ? 'T' : lag > 0 ? `T−${lag}` : `T+${Math.abs(lag)}`;

export const estimateTexts: Translated<EstimateTexts> = {
  zh: {
    settings: '估算所用的指数与汇率',
    index: '指数',
    fx: '汇率',
    no_fx: '不用汇率',
    index_lag: 'T 日净值所含的指数收盘',
    fx_lag: 'T 日净值所用的汇率',
    invested: '投资比例',
    invested_hint: '基金资产中随指数涨跌的部分；不少 LOF 不超过 95 %',
    invested_error: '请填 0 到 100 之间的数',
    change: '更改',
    used: (index, fx) => `指数 ${index} · 汇率 ${fx}`,
    used_index: (index) => `指数 ${index} · 不用汇率`,
    session,
    missing: '这一项需要基金所跟踪的指数，投资境外的还需要汇率。',
    missing_how:
      '把指数的历史收盘粘贴进来即可，汇率同样：先有基金的表，再粘贴或添加指数和汇率的表，几张表按日期对齐。写明名称（如 NDX、USDCNY）的列，或以此命名的文件，都能认出来。',
    example: '三行示例',
    example_date: '日期',
    example_note: '指数与汇率放在一张表里，或者各一张，都可以；日期不必与基金的一一对应。',
    loading: '正在计算…',
    failed: '没能算出来。请再试一次。',
  },
  en: {
    settings: 'Index and exchange rate of the estimate',
    index: 'Index',
    fx: 'Exchange rate',
    no_fx: 'none',
    index_lag: 'Index close in a NAV dated T',
    fx_lag: 'Exchange rate in a NAV dated T',
    invested: 'Invested share',
    invested_hint: 'the part of the fund that follows the index; many LOFs hold at most 95 %',
    invested_error: 'a number from 0 to 100, please',
    change: 'Change',
    used: (index, fx) => `Index ${index} · rate ${fx}`,
    used_index: (index) => `Index ${index} · no rate`,
    session,
    missing:
      'This needs the index that the fund tracks and, where it holds assets abroad, an exchange rate.',
    missing_how:
      'Paste the index’s past closes, and the rate’s: the fund’s table first, then the others, by pasting or adding them. All are joined by date. A column that is named (NDX, USDCNY), or a file of that name, is recognised.',
    example: 'Three rows as an example',
    example_date: 'date',
    example_note:
      'Index and rate may stand in one table or in two; their days need not be those of the fund.',
    loading: 'Working it out…',
    failed: 'It could not be worked out. Please try again.',
  },
};
