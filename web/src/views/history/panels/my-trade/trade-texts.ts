import type { FillTrouble, Matching } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';

export interface TradeTexts {
  title: string;
  label: string;
  hint: string;
  example: string;
  empty: string;
  no_fills: string;
  stale: string;
  matching: string;
  matchings: Record<Matching, string>;
  matching_note: string;
  against: string;
  hindsight: string;
  value: string;
  value_with_fx: string;
  fx: string;
  fx_none: string;
  premium: string;
  cost: string;
  unsplit: string;
  total: string;
  parts: string;
  realised: string;
  open: string;
  how: string;
  definition: string;
  formula: string;
  part_formula: string;
  part_is: string;
  held: (shares: string, cost: string, with_fees: string) => string;
  now: (date: string, close: string, value: string) => string;
  none_held: string;
  fills: string;
  row: string;
  date: string;
  side: string;
  sides: Record<'buy' | 'sell', string>;
  shares: string;
  price: string;
  fee: string;
  value_then: string;
  premium_then: string;
  told: string;
  split: (ratio: string) => string;
  not_counted: string;
  troubles: Record<FillTrouble, (close: string, low: string, high: string) => string>;
  rejected: (row: string, column: string, text: string) => string;
  no_range: string;
}

export const tradeTexts: Translated<TradeTexts> = {
  zh: {
    title: '我的交易',
    label: '成交记录（粘贴表格，含表头）',
    hint: '列：日期、方向、数量、价格、费用（可省）。没有方向列时，负的数量算卖出；有代码列时，只计这只基金。只在这台设备上计算，不保存。',
    example: '日期,方向,数量,价格,费用\n2025-01-06,买入,1000,1.812,5\n2025-02-10,卖出,400,1.905,5',
    empty: '粘贴成交记录后，盈亏拆成净值、汇率、溢价与费用四部分，分毫不差。',
    no_fills: '没有一笔能计入的成交：至少要一笔，各列见上面的说明。',
    stale: '下面仍是上一次读懂时的结果。',
    matching: '卖出对应哪些买入',
    matchings: { average: '平均成本', fifo: '先进先出' },
    matching_note: '总盈亏与方法无关，方法只决定已实现与未实现之分。',
    against: '价值按',
    hindsight: '含事后信息',
    value: '净值（含汇率）',
    value_with_fx: '净值（汇率之外）',
    fx: '汇率',
    fx_none: '旁边没有汇率，汇率的部分含在净值里。',
    premium: '溢价',
    cost: '费用',
    unsplit: '无法拆分',
    total: '合计',
    parts: '全部',
    realised: '已实现',
    open: '未实现',
    how: '每股盈亏 = 对数均价 × （净值、汇率、溢价各自的对数变动），三部分之和恰为价差；成交价与收盘价之差归入溢价。',
    definition: '按成交记录与最新收盘价算出的盈亏，各部分相加等于合计',
    formula: '合计 = 卖出所得 + 持有市值 − 买入支出 − 费用',
    part_formula: 'm × ln 比值，m = (P₁ − P₀) ÷ ln(P₁ ÷ P₀)',
    part_is: '每一笔买入与对应的卖出（或最新收盘）之间，这一因素的对数变动乘以对数均价',
    held: (shares, cost, fees) => `仍持有 ${shares} 份，平均成本 ${cost}，计入买入费用 ${fees}`,
    now: (date, close, value) => `按 ${date} 收盘价 ${close}，市值 ${value}`,
    none_held: '没有持有。',
    fills: '逐笔',
    row: '行',
    date: '日期',
    side: '方向',
    sides: { buy: '买入', sell: '卖出' },
    shares: '数量',
    price: '价格',
    fee: '费用',
    value_then: '当时的价值',
    premium_then: '溢价',
    told: '说明',
    split: (ratio) => `其后份额拆分，按 1:${ratio} 换算`,
    not_counted: '未计入',
    troubles: {
      no_date: () => '没有日期',
      no_side: () => '看不出是买是卖',
      bad_shares: () => '数量须大于零',
      bad_price: () => '价格须大于零',
      bad_fee: () => '费用不能为负',
      other_fund: () => '是另一只基金',
      oversold: () => '卖出多于当时持有',
      after_data: () => '晚于数据的最后一天',
      no_day: () => '数据没有这一天，计入盈亏但不拆分',
      no_value: () => '这一天没有价值，计入盈亏但不拆分',
      above_high: (_, __, high) => `高于当天最高价 ${high}`,
      below_low: (_, low) => `低于当天最低价 ${low}`,
      far_from_close: (close) => `离当天收盘价 ${close} 超过一天的涨跌停幅度`,
      rate_missing: () => '这一天前后没有汇率',
    },
    rejected: (row, column, text) => `第 ${row} 行“${column}”：“${text}”没有读懂`,
    no_range: '数据没有最高价与最低价，只核对与收盘价的距离。',
  },
  en: {
    title: 'My trade',
    label: 'Fills (paste a table with its header)',
    hint: 'Columns: date, side, shares, price, fee (if any). Without a side, negative shares are a sale; with a code, only this fund’s fills count. Computed on this device and not kept.',
    example: 'date,side,shares,price,fee\n2025-01-06,buy,1000,1.812,5\n2025-02-10,sell,400,1.905,5',
    empty:
      'Paste your fills: the result is split into value, exchange rate, premium and costs, to the cent.',
    no_fills: 'None of the fills can be counted: it takes one, with the columns named above.',
    stale: 'Below is still the answer to what was read before.',
    matching: 'Which purchases a sale is of',
    matchings: { average: 'Average cost', fifo: 'First in, first out' },
    matching_note: 'The total does not hang on the method; only what counts as realised does.',
    against: 'Value by',
    hindsight: 'hindsight',
    value: 'Value (with FX)',
    value_with_fx: 'Value (without FX)',
    fx: 'Exchange rate',
    fx_none: 'No exchange rate stands beside; its part is in the value’s.',
    premium: 'Premium',
    cost: 'Costs',
    unsplit: 'Not split',
    total: 'Total',
    parts: 'All',
    realised: 'Realised',
    open: 'Open',
    how: 'Result a share = logarithmic mean price × the log moves of value, rate and premium; the three add up to the difference of the prices. What a fill is away from the close is in the premium.',
    definition: 'The result of the fills and the latest close; its parts add up to it',
    formula: 'total = proceeds + value held − spent − fees',
    part_formula: 'm × ln ratio, m = (P₁ − P₀) / ln(P₁ / P₀)',
    part_is:
      'Between each purchase and its sale (or the latest close), this factor’s log move times the logarithmic mean of the prices',
    held: (shares, cost, fees) =>
      `Still held: ${shares} shares at ${cost} on average, ${fees} with fees`,
    now: (date, close, value) => `At the close of ${date}, ${close}, worth ${value}`,
    none_held: 'Nothing is held.',
    fills: 'Fill by fill',
    row: 'Row',
    date: 'Date',
    side: 'Side',
    sides: { buy: 'bought', sell: 'sold' },
    shares: 'Shares',
    price: 'Price',
    fee: 'Fee',
    value_then: 'Value then',
    premium_then: 'Premium',
    told: 'Note',
    split: (ratio) => `split since, counted 1:${ratio}`,
    not_counted: 'not counted',
    troubles: {
      no_date: () => 'has no date',
      no_side: () => 'does not tell which side',
      bad_shares: () => 'shares must be above zero',
      bad_price: () => 'the price must be above zero',
      bad_fee: () => 'a fee cannot be negative',
      other_fund: () => 'of another fund',
      oversold: () => 'more than was held by then',
      after_data: () => 'after the last day of the data',
      no_day: () => 'the data have no such day: in the total, not split',
      no_value: () => 'no value on that day: in the total, not split',
      above_high: (_, __, high) => `above the day’s high of ${high}`,
      below_low: (_, low) => `below the day’s low of ${low}`,
      far_from_close: (close) => `further from the close of ${close} than a day’s limits allow`,
      rate_missing: () => 'no exchange rate about that day',
    },
    rejected: (row, column, text) => `Row ${row}, “${column}”: “${text}” was not understood`,
    no_range: 'The data have no highs and lows; only the distance from the close is checked.',
  },
};
