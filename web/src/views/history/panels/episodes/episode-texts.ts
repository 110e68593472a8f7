import type { AState, ClosedBy } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';
import { inline } from '../../../../texts/zh/spacing.ts';

export interface EpisodeTexts {
  title: string;
  title_unit: string;
  loading: string;
  state_title: string;
  states: Record<AState, string>;
  rising: (date: string, from: string, to: string, price: string, peakOn: string) => string;
  past_peak: (date: string, peakOn: string, peak: string, now: string, price: string) => string;
  none: (date: string) => string;
  gives_back: (share: string) => string;
  state_note: string;
  /** There is none of hindsight, nor of premiums alone. */
  no_shape: string;
  a_rule: string;
  a_bar: string;
  a_rise: string;
  a_turn: string;
  a_over: string;
  a_window: string;
  percent_share: string;
  past_states: (count: string) => string;
  foot: string;
  recognised: string;
  turned: string;
  over: string;
  still: string;
  own_bar: string;
  a_source: string;
  bars: string;
  bar: string;
  quiet: string;
  quiet_hint: string;
  closer: string;
  closer_hint: string;
  judged: (denominator: string) => string;
  same_day: string;
  why_differ: string;
  /** Of a market that is open while Shanghai is. */
  why_differ_overlap: string;
  counts: (count: string, bar: string, parts: string) => string;
  none_found: (bar: string) => string;
  /** What the chart shows, in words. */
  chart_label: (
    from: string,
    to: string,
    bar: string,
    count: string,
    peak: string,
    peakOn: string,
  ) => string;
  only_newest: (count: string) => string;
  only_highest: (count: string) => string;
  closed_by: Record<ClosedBy, string>;
  closed: (how: string, count: string) => string;
  not_known: string;
  began_before: string;
  cut_off: string;
  start: string;
  peak: string;
  end: string;
  premium: string;
  date: string;
  rise_start: string;
  days_up_down: (up: string, down: string) => string;
  closing: string;
  closing_card: string;
  closing_formula: string;
  price_share: string;
  value_share: string;
  entries: string;
  entries_open: string;
  level: string;
  bought: string;
  from_peak: string;
  return: string;
  value_part: string;
  premium_part: string;
  cross_part: string;
  return_card: string;
  return_formula: string;
  newer: string;
  older: string;
  place: (from: string, to: string, all: string) => string;
  how: string;
}

export const episodeTexts: Translated<EpisodeTexts> = {
  zh: {
    title: '溢价行情',
    title_unit: '每一轮怎么起、怎么落',
    loading: '正在逐轮查找…',
    state_title: 'A 型走势',
    states: { none: '不在其中', rising: '上升段', past_peak: '已过顶点' },
    rising: (date, from, to, price, peakOn) =>
      `${date}：处于 A 型走势的上升段。溢价从 ${from} 升到 ${to}（最高在 ${peakOn}），价格自低点以来${price}。`,
    past_peak: (date, peakOn, peak, now, price) =>
      `${date}：处于 A 型走势的下落段。溢价在 ${peakOn} 到过 ${peak}，现为 ${now}，价格自那天以来${price}。`,
    none: (date) => `${date}：不在 A 型走势之中。`,
    gives_back: (share) => `涨上去的溢价已回吐 ${share}。`,
    state_note:
      '券商研究所说的 A 型：溢价随价格一起涨，随后价格下跌、溢价跟着回落。某一天的判断只用当天及以前的数据；这是已经发生的形状，不是预测。',
    no_shape:
      '此处不判断 A 型：数据里没有当时已知的参考值（或没有价格），事后才公布的净值不用来发信号。',
    a_rule: '判断口径',
    a_bar: '溢价不低于',
    a_rise: '溢价与价格至少各涨',
    a_turn: '回吐涨幅达到即为已过顶点',
    a_over: '回吐涨幅达到即为结束',
    a_window: '低点取最近',
    percent_share: '（占涨幅）',
    past_states: (count) => `历史上的 A 型走势（${count} 次，按当时能看到的数据认定）`,
    foot: '低点',
    recognised: '认出',
    turned: '转为下落',
    over: '结束',
    still: '未结束',
    own_bar: '本工具的取值，资料未给出具体数字',
    a_source: '形状见券商研究；数字为本工具的取值',
    bars: '口径',
    bar: '警戒线',
    quiet: '算作两轮须隔开',
    quiet_hint: '溢价连续这么多天低于警戒线，才算一轮结束',
    closer: '以一方命名须占',
    closer_hint: '价格下跌或净值上涨占收口的这一份额，即算由它收口，否则算两者兼有',
    judged: (denominator) => `按${inline(denominator).trimEnd()}`,
    same_day: '按同日净值（事后对照）',
    why_differ:
      '两边为何不同：当时已公布的净值比价格旧一两天，境外一涨，价格先动、净值后补，于是溢价多由“净值上涨”收口；同日净值已含当晚的消息，同一轮就更多显示为“价格下跌”。同日净值当时并不知道，只供对照。',
    why_differ_overlap:
      '两边为何不同：这类市场与沪深同时交易，当时已公布的是前一日的净值，不含当天的涨跌；市场一涨，按它算出的溢价就跟着高，次日净值补上便收口，所以多显示为“净值上涨”，也多出许多一两天的短行情。同日净值已含当天的涨跌，但收盘后才公布，当时并不知道，只供对照。',
    counts: (count, bar, parts) => `溢价达到 ${bar} 的行情共 ${count} 轮：${parts}。`,
    none_found: (bar) => `这段历史里，溢价没有达到过 ${bar}。`,
    chart_label: (from, to, bar, count, peak, peakOn) =>
      `${from} 至 ${to} 的溢价曲线，横线为 ${bar}；标出 ${count} 轮行情的起点、顶点与终点，最高的顶点在 ${peakOn}，为 ${peak}。各轮见下方列表。`,
    only_newest: (count) => `下面只列最近 ${count} 轮。`,
    only_highest: (count) => `图中只标出顶点最高的 ${count} 轮。`,
    closed_by: {
      price_fall: '价格下跌收口',
      value_rise: '净值上涨收口',
      price_rise: '价格上涨收口',
      value_fall: '净值下跌收口',
      both: '两者兼有',
      open: '尚未收口',
    },
    closed: (how, count) => `${how} ${count}`,
    not_known: '无从判断',
    began_before: '数据开始时已在警戒线上',
    cut_off: '数据在此中断',
    start: '起',
    peak: '顶点',
    end: '回到警戒线下',
    premium: '溢价',
    date: '日期',
    rise_start: '起涨',
    days_up_down: (up, down) => `升 ${up} 天，落 ${down} 天`,
    closing: '收口由来',
    closing_card:
      '从顶点到回到警戒线下，对数溢价的收窄恰好等于价格的下跌加上净值的上涨；两份之和为 100 %。一份达到上面的份额即以它命名，否则为两者兼有。',
    closing_formula: 'ln(1+顶点溢价) − ln(1+终点溢价) = −Δln 价格 + Δln 净值',
    price_share: '价格下跌占',
    value_share: '净值上涨占',
    entries: '买入者的结果：首次达到各档时按收盘价买入，持有到这一轮结束',
    entries_open: '买入者的结果：首次达到各档时按收盘价买入，持有到数据的最后一天',
    level: '买入档',
    bought: '买入日',
    from_peak: '顶点',
    return: '收益',
    value_part: '净值',
    premium_part: '溢价',
    cross_part: '交叉',
    return_card: '收益恰好等于净值、溢价、交叉三份之和。未计费用与成交价差。',
    return_formula: '1 + 收益 =（1 + 净值涨幅）×（1 + 卖出溢价）÷（1 + 买入溢价）',
    newer: '较新',
    older: '较早',
    place: (from, to, all) => `第 ${from}–${to} 轮，共 ${all} 轮`,
    how: '一轮：从首个达到警戒线的交易日起，到首个低于警戒线、且此后连续若干天都低于它的交易日止。停牌或缺净值的日子不计天数；中断超过 30 天的，前后不连成一轮。起涨为此前 20 天内溢价最低的一天。',
  },
  en: {
    title: 'Episodes',
    title_unit: 'how each came up and closed',
    loading: 'Looking for episodes…',
    state_title: 'A shape',
    states: { none: 'none', rising: 'rising leg', past_peak: 'past the peak' },
    rising: (date, from, to, price, peakOn) =>
      `${date}: on the rising leg of an A shape. The premium went from ${from} to ${to} (highest on ${peakOn}); the price is ${price} since its low day.`,
    past_peak: (date, peakOn, peak, now, price) =>
      `${date}: past the peak of an A shape. The premium reached ${peak} on ${peakOn} and is ${now} now; the price is ${price} since that day.`,
    none: (date) => `${date}: not in an A shape.`,
    gives_back: (share) => `${share} of the premium’s rise has been given back.`,
    state_note:
      'The A shape of the brokerage study: the premium climbs with the price, then the price falls and the premium goes with it. Each day is judged by that day and those before it alone. It says what has happened; it is no forecast.',
    no_shape:
      'Not told here: the data hold no value that was known at the time (or no price), and a NAV that came out afterwards gives no signal.',
    a_rule: 'How it is told',
    a_bar: 'Premium at least',
    a_rise: 'Premium and price each up by',
    a_turn: 'Past the peak once given back',
    a_over: 'Over once given back',
    a_window: 'Low day among the last',
    percent_share: ' (of the rise)',
    past_states: (count) => `A shapes of the past (${count}), as they could be told at the time`,
    foot: 'Low',
    recognised: 'Told on',
    turned: 'Turned',
    over: 'Over',
    still: 'not over',
    own_bar: 'Our own value; the sources name none',
    a_source: 'The shape is the brokerage study’s, the number ours',
    bars: 'Bars',
    bar: 'Bar',
    quiet: 'Two episodes are apart by',
    quiet_hint: 'An episode is over once the premium stays under the bar for so many sessions',
    closer: 'Named after a share of at least',
    closer_hint:
      'Closed by a falling price or a rising value where it makes up this share, by both otherwise',
    judged: (denominator) => `Against the ${denominator}`,
    same_day: 'Against the same-day NAV (hindsight)',
    why_differ:
      'Why the two differ: the NAV published by then is a day or two older than the price. When markets abroad rise, the price moves first and that NAV catches up, so a premium over it closes mostly by a rising value; the same-day NAV holds the night’s news already, and the same episode shows more of a falling price. It was not known at the time and is for comparison only.',
    why_differ_overlap:
      'Why the two differ: this market trades while Shanghai does. The NAV published by then is the day before’s and lacks the day’s own move; when the market rises, a premium over it rises too, and closes the next day as that NAV catches up. So more of it shows as a rising value, and there are many short episodes. The same-day NAV holds that move, but comes out after the close: it was not known, and is for comparison only.',
    counts: (count, bar, parts) =>
      `${count} ${count === '1' ? 'episode' : 'episodes'} at ${bar} or more: ${parts}.`,
    none_found: (bar) => `The premium never reached ${bar} in these data.`,
    chart_label: (from, to, bar, count, peak, peakOn) =>
      `The premium from ${from} to ${to} with a line at ${bar}. Start, peak and end of ${count} episodes are marked; the highest peak is ${peak} on ${peakOn}. The list below names each.`,
    only_newest: (count) => ` The newest ${count} are listed.`,
    only_highest: (count) => `The chart marks the ${count} with the highest peaks.`,
    closed_by: {
      price_fall: 'closed by a falling price',
      value_rise: 'closed by a rising value',
      price_rise: 'closed by a rising price',
      value_fall: 'closed by a falling value',
      both: 'closed by both',
      open: 'still open',
    },
    closed: (how, count) => `${count} ${how}`,
    not_known: 'cannot be told',
    began_before: 'over the bar when the data begin',
    cut_off: 'the data break off',
    start: 'Start',
    peak: 'Peak',
    end: 'Back under the bar',
    premium: 'Premium',
    date: 'Date',
    rise_start: 'Rise from',
    days_up_down: (up, down) => `${up} sessions up, ${down} down`,
    closing: 'What closed it',
    closing_card:
      'From the peak to the first day back, the log premium narrows by exactly the fall of the price plus the rise of the value; the two shares add up to 100 %. A share as large as the bar above names it, else it was both.',
    closing_formula: 'ln(1+p at the peak) − ln(1+p at the end) = −Δln price + Δln value',
    price_share: 'price fall',
    value_share: 'value rise',
    entries:
      'What buyers got: bought at the close on the first day at each level, held until the episode ended',
    entries_open:
      'What buyers got: bought at the close on the first day at each level, held until the last day of the data',
    level: 'Level',
    bought: 'Bought',
    from_peak: 'Peak',
    return: 'Return',
    value_part: 'Value',
    premium_part: 'Premium',
    cross_part: 'Cross',
    return_card:
      'The return is exactly the sum of the value’s, the premium’s and the cross part. Fees and spreads are not in it.',
    return_formula: '1 + return = (1 + value growth) × (1 + premium sold at) ÷ (1 + premium paid)',
    newer: 'Newer',
    older: 'Older',
    place: (from, to, all) => `${from}–${to} of ${all}`,
    how: 'An episode runs from the first session at or over the bar to the first one under it after which the premium stays under for some sessions. Halted sessions and those without a value are not counted; over a break of more than 30 days nothing is joined. The rise begins on the day of the lowest premium of the 20 before.',
  },
};
