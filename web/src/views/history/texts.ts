import type { Translated } from '../../texts/translated.ts';
import { inline, spaced } from '../../texts/zh/spacing.ts';

export interface HistoryTexts {
  title: string;
  empty: string;
  empty_link: string;
  generated: string;
  unnamed: string;
  several: (count: string) => string;
  rows: (count: string) => string;
  rejected: (count: string) => string;
  period: (from: string, to: string) => string;
  guess: string;
  undo: string;
  kind: string;
  region: string;
  lag: string;
  lag_unit: (sessions: number) => string;
  overlaps: string;
  no_overlap: string;
  denominator: string;
  warnings_by: (denominator: string) => string;
  hindsight: string;
  /** The same of a market that is open while Shanghai is. */
  hindsight_overlap: string;
  /** What the same-day NAV makes of the latest premium, against the value that warns. */
  same_day_apart: (points: string, isHigher: boolean, denominator: string) => string;
  same_day_alike: (denominator: string) => string;
  same_day_missing: (date: string) => string;
  settings: string;
  groups: Record<'unusual' | 'cost' | 'why', string>;
  tables: string;
  pasted: string;
  add: string;
  remove: string;
  holds: (roles: string) => string;
  joined: (
    key: 'date' | 'code' | 'code_date',
    matched: string,
    priceOnly: string,
    valueOnly: string,
  ) => string;
  latest: (date: string) => string;
  pair: (row: string) => string;
  by_kind: string;
  by_bar: string;
  by_denominator: string;
  passed: string;
  not_passed: string;
  not_judged: string;
  difference: string;
  value_date: string;
  verdict: string;
  chart: string;
  chart_label: (
    from: string,
    to: string,
    low: string,
    lowOn: string,
    high: string,
    highOn: string,
  ) => string;
  premium_on: (denominator: string) => string;
  chart_panes: string;
  chart_help: string;
  chart_thinned: (points: string) => string;
  day_range: string;
  first: string;
  low: string;
  high: string;
  last: string;
  flat: (value: string, minutes: string, spans: string) => string;
  flat_legend: (value: string) => string;
  ranges: Record<'all' | 'y3' | 'y1' | 'm6' | 'm3', string>;
  range: string;
  day: string;
  earlier: string;
  later: string;
  table: string;
  newer_rows: string;
  older_rows: string;
  previous_rows: string;
  next_rows: string;
  rows_of: (from: string, to: string, all: string) => string;
  row: string;
  date: string;
  time: string;
  columns: string;
  columns_note: string;
  column: string;
  meaning: string;
  unit: string;
  sample: string;
  reason: string;
  rejected_title: string;
  rejected_note: string;
  rejected_text: string;
  rejected_reason: string;
  nothing_rejected: string;
  good_rows: (rows: string) => string;
  whole_row: string;
  guessed: (columns: string) => string;
  only_denominator: (denominator: string) => string;
  no_value: string;
  waiting_keep: string;
  give_up: string;
  check_strip: string;
}

export const texts: Translated<HistoryTexts> = {
  zh: {
    title: '历史',
    empty: '还没有数据。粘贴一份含日期、价格、净值（或 IOPV）的表格，这里就会画出溢价的来龙去脉。',
    empty_link: '去粘贴或查看示例',
    generated: '以下为随机生成的历史，不是任何一只基金的行情。',
    unnamed: '未写明基金',
    several: (count) => `${count} 只基金`,
    rows: (count) => `${count} 行`,
    rejected: (count) => `${count} 处未采用`,
    period: (from, to) => `${from} 至 ${to}`,
    guess: '推断',
    undo: '恢复推断',
    kind: '基金类型',
    region: '投资市场',
    lag: '净值公布滞后',
    lag_unit: (sessions) => (sessions === 0 ? '当晚' : `${sessions} 个交易日后的晚上`),
    overlaps: '与沪深交易时段有重叠',
    no_overlap: '与沪深交易时段不重叠',
    denominator: '分母',
    warnings_by: (denominator) => `提示以${inline(denominator)}为准。`,
    hindsight: '同日净值要到境外收盘后才算出，含当晚的消息，只供对照，不触发提示。',
    hindsight_overlap: '同日净值收盘后才算出，只供对照，不触发提示。',
    same_day_apart: (points, isHigher, denominator) =>
      `换成同日净值，最新溢价比按${inline(denominator)}算的${isHigher ? '高' : '低'} ${points}。`,
    same_day_alike: (denominator) => `最新一日，同日净值与${inline(denominator)}算出的溢价相同。`,
    same_day_missing: (date) => `${date} 的同日净值表里还没有。`,
    settings: '类型、市场与公布滞后',
    groups: { unusual: '有多反常', cost: '可能亏多少', why: '为什么会溢价' },
    tables: '数据来源',
    pasted: '粘贴的表格',
    add: '再加一份表',
    remove: '移除',
    holds: (roles) => `取其${inline(roles).trimEnd()}`,
    joined: (key, matched, priceOnly, valueOnly) =>
      `按${{ date: '日期', code: '代码', code_date: '代码和日期' }[key]}配对 ${matched} 行；只有价格 ${priceOnly} 行，只有净值 ${valueOnly} 行`,
    latest: (date) => `最新：${date}`,
    pair: (row) => `第 ${row} 行`,
    by_kind: '对照同类参考区间',
    by_bar: '对照绝对警戒线',
    by_denominator: '换一个分母',
    passed: '已触发',
    not_passed: '未触发',
    not_judged: '缺数据',
    difference: '与所选之差',
    value_date: '净值日期',
    verdict: '判断',
    chart: '走势',
    chart_label: (from, to, low, lowOn, high, highOn) =>
      `${from} 至 ${to} 的价格、价值与溢价。溢价最低 ${low}（${lowOn}），最高 ${high}（${highOn}）。下方有逐行表格。`,
    premium_on: (denominator) => `溢价（${denominator}）`,
    chart_panes: '下格为溢价与参考区间',
    chart_help: '拖动平移，双指或按住 Ctrl 滚动缩放；绿带为内沿，黄带为外沿。',
    chart_thinned: (points) =>
      `行数较多，图上取 ${points} 个点，每段的最高与最低都保留；选较短区间可看全部。`,
    day_range: '当日区间',
    first: '开始',
    low: '最低',
    high: '最高',
    last: '最后',
    flat: (value, minutes, spans) =>
      `${spaced(value)}有 ${minutes}没有变动（${spans}）。这段时间的溢价是实时价格对旧价值之比。`,
    flat_legend: (value) => `${spaced(value)}未变动的时段`,
    ranges: { all: '全部', y3: '3 年', y1: '1 年', m6: '6 个月', m3: '3 个月' },
    range: '区间',
    day: '查看某一天',
    earlier: '前一行',
    later: '后一行',
    table: '逐行数据',
    newer_rows: '较新',
    older_rows: '较早',
    previous_rows: '上一页',
    next_rows: '下一页',
    rows_of: (from, to, all) => `第 ${from}–${to} 行，共 ${all} 行`,
    row: '行',
    date: '日期',
    time: '时刻',
    columns: '各列含义',
    columns_note: '认错了就在这里改，不用重新粘贴；改过的会记住，下次遇到同样的表头照此读取。',
    column: '列',
    meaning: '含义',
    unit: '单位',
    sample: '示例',
    reason: '依据',
    rejected_title: '未采用的单元格',
    rejected_note: '只有这些单元格没有采用，其余照常计算。',
    rejected_text: '内容',
    rejected_reason: '原因',
    nothing_rejected: '全部单元格都已采用。',
    good_rows: (rows) => `读到 ${rows} 行，其余单元格照常采用。`,
    whole_row: '整行',
    guessed: (columns) => `没有认出表头，按数值推断：${columns}。请核对。`,
    only_denominator: (denominator) => `数据里只有一种分母：${denominator}。`,
    no_value: '数据里没有这一天的净值',
    waiting_keep: '之前的结果仍在下方。',
    give_up: '放弃这份数据',
    check_strip: '快查',
  },
  en: {
    title: 'History',
    empty:
      'No data yet. Paste a table of dates, prices and NAVs (or IOPVs), and the premium’s whole course appears here.',
    empty_link: 'Go and paste one, or see a sample',
    generated: 'This history was generated at random. It is not that of any fund.',
    unnamed: 'Fund not named',
    several: (count) => `${count} funds`,
    rows: (count) => `${count} rows`,
    rejected: (count) => `${count} cells not used`,
    period: (from, to) => `${from} to ${to}`,
    guess: 'a guess',
    undo: 'Back to the guess',
    kind: 'Kind of fund',
    region: 'Market held',
    lag: 'NAV published',
    lag_unit: (sessions) =>
      sessions === 0
        ? 'the same evening'
        : sessions === 1
          ? 'the evening one session later'
          : `the evening ${sessions} sessions later`,
    overlaps: 'trades while Shanghai does',
    no_overlap: 'shut while Shanghai trades',
    denominator: 'Denominator',
    warnings_by: (denominator) => `Warnings go by the ${denominator}.`,
    hindsight:
      'The same-day NAV is computed after the close abroad and holds the night’s news: it is shown for comparison and sets off no warning.',
    hindsight_overlap:
      'The same-day NAV is computed after the close: it is shown for comparison and sets off no warning.',
    same_day_apart: (points, isHigher, denominator) =>
      `On it the latest premium is ${points} ${isHigher ? 'higher' : 'lower'} than on the ${denominator}.`,
    same_day_alike: (denominator) =>
      `On it the latest premium is the same as on the ${denominator}.`,
    same_day_missing: (date) => `The tables do not hold it for ${date} yet.`,
    settings: 'Kind, market and publication',
    groups: { unusual: 'How unusual', cost: 'What it can cost', why: 'Why' },
    tables: 'Data from',
    pasted: 'pasted table',
    add: 'Add a table',
    remove: 'Remove',
    holds: (roles) => `for its ${roles}`,
    joined: (key, matched, priceOnly, valueOnly) =>
      `${matched} rows matched by ${{ date: 'date', code: 'code', code_date: 'code and date' }[key]}; ${priceOnly} with a price only, ${valueOnly} with a NAV only`,
    latest: (date) => `Latest: ${date}`,
    pair: (row) => `Row ${row}`,
    by_kind: 'Against the range for its kind',
    by_bar: 'Against absolute bars',
    by_denominator: 'On another denominator',
    passed: 'reached',
    not_passed: 'not reached',
    not_judged: 'no data',
    difference: 'Difference',
    value_date: 'Value of',
    verdict: 'Verdict',
    chart: 'Course',
    chart_label: (from, to, low, lowOn, high, highOn) =>
      `Price, value and premium from ${from} to ${to}. Lowest premium ${low} (${lowOn}), highest ${high} (${highOn}). A table follows below.`,
    premium_on: (denominator) => `Premium (${denominator})`,
    chart_panes: 'premium with its range below',
    chart_help:
      'Drag to move; pinch, or scroll with Ctrl held, to zoom. The green band is the inner, the yellow the outer.',
    chart_thinned: (points) =>
      `There are many rows: the chart draws ${points} of them, keeping every stretch’s highest and lowest. A shorter range shows all.`,
    day_range: 'The day’s range',
    first: 'First',
    low: 'Low',
    high: 'High',
    last: 'Last',
    flat: (value, minutes, spans) =>
      `The ${value} stood still for ${minutes} (${spans}). The premium of that time sets a live price against an old value.`,
    flat_legend: (value) => `${value} standing still`,
    ranges: { all: 'All', y3: '3 y', y1: '1 y', m6: '6 m', m3: '3 m' },
    range: 'Range',
    day: 'Look at a day',
    earlier: 'Earlier row',
    later: 'Later row',
    table: 'Row by row',
    newer_rows: 'Newer',
    older_rows: 'Older',
    previous_rows: 'Previous',
    next_rows: 'Next',
    rows_of: (from, to, all) => `Rows ${from}–${to} of ${all}`,
    row: 'Row',
    date: 'Date',
    time: 'Time',
    columns: 'What each column means',
    columns_note:
      'Correct a mistake here; there is no need to paste again, and the next table with the same header is read that way.',
    column: 'Column',
    meaning: 'Meaning',
    unit: 'Unit',
    sample: 'Sample',
    reason: 'Because',
    rejected_title: 'Cells not used',
    rejected_note: 'Only these cells are left out; everything else counts.',
    rejected_text: 'Text',
    rejected_reason: 'Reason',
    nothing_rejected: 'Every cell was used.',
    good_rows: (rows) => `${rows} rows were read; every other cell counts.`,
    whole_row: 'the whole row',
    guessed: (columns) =>
      `The header was not recognised; guessed by the values: ${columns}. Please check.`,
    only_denominator: (denominator) => `The data hold one denominator only: ${denominator}.`,
    no_value: 'the data hold no NAV for that day',
    waiting_keep: 'The earlier result is still below.',
    give_up: 'Give these data up',
    check_strip: 'Check',
  },
};
