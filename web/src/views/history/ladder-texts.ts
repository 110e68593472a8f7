import type { Translated } from '../../texts/translated.ts';
import { inline, spaced } from '../../texts/zh/spacing.ts';

export interface LadderTexts {
  title: string;
  day: (date: string, price: string) => string;
  help: string;
  value: string;
  premium: string;
  difference: string;
  judges: string;
  known: string;
  not_known: string;
  not_told: string;
  sessions_back: (sessions: number) => string;
  scale: (
    inner: string | undefined,
    outer: string | undefined,
    low: string,
    high: string,
  ) => string;
  judged_by: (value: string, reason: string) => string;
  judged_by_none: string;
  published: (after: number) => string;
  lag: (region: string, sessions: number) => string;
  change_lag: string;
  estimate: string;
  made_of: (index: string, from: string, to: string) => string;
  with_fx: (fx: string) => string;
  no_index: string;
  carried: (value: string, date: string) => string;
  futures: string;
  futures_hint: string;
  gap: (
    isHigher: boolean,
    size: string,
    log: string,
    parts: { index: string | undefined; fx: string | undefined; rest: string },
  ) => string;
}

export const ladderTexts: Translated<LadderTexts> = {
  zh: {
    title: '一个价格，对每一种价值',
    day: (date, price) => `${date}，价格 ${price}`,
    help: '在图上点一天，或在图的上方填日期，这里换成那一天。',
    value: '价值',
    premium: '溢价',
    difference: '与判定所用之差',
    judges: '据此判定',
    known: '当时已知',
    not_known: '当时未知',
    not_told: '无从得知',
    sessions_back: (sessions) => (sessions === 0 ? 'T 日' : `T−${sessions}`),
    scale: (inner, outer, low, high) =>
      `横轴为溢价，从 ${low} 到 ${high}${inner ? `；深色带为 ±${inner}` : ''}${outer ? `，浅色带为 ±${outer}` : ''}。实心点当时已知，空心点当时未知。`,
    judged_by: (value, reason) => `提示按${inline(value)}判定：${reason}。`,
    judged_by_none: '这一天没有当时已知的价值，不作判定；同日净值从不用来判定。',
    published: (after) =>
      `T${after === 0 ? ' 日' : after > 0 ? `+${after} 日` : `−${-after} 日`}晚上公布`,
    lag: (region, sessions) =>
      sessions === 0
        ? `${spaced(region)}市场：净值当晚公布，所以 T 日盘中能看到的是 T−1 的净值。`
        : `${spaced(region)}市场：净值晚 ${sessions} 个交易日、晚上公布，所以 T 日盘中能看到的是 T−${sessions + 1} 的净值。`,
    change_lag: '改公布时间',
    estimate: '把净值推算到当时',
    made_of: (index, from, to) => `指数 ${index}，从 ${from} 收盘到 ${to} 收盘`,
    with_fx: (fx) => `；汇率 ${fx}`,
    no_index: '再贴上所跟踪指数和汇率的历史，这里就把当时已公布的净值推算到这一天。',
    carried: (value, date) => `从${inline(value)}（${date}）推起`,
    futures: '期货在指数收盘后的涨跌',
    futures_hint: '表里没有当时的期货，可在此填',
    gap: (isHigher, size, log, { index, fx, rest }) => {
      const parts = [index && `指数 ${index}`, fx && `汇率 ${fx}`].filter(Boolean);
      const why =
        parts.length > 0
          ? `按对数 ${log}，其中${[...parts, `其余 ${rest}`].join('、')}`
          : '没有这几天的指数和汇率，拆不出原因';
      return `同日净值比当时已公布的净值${isHigher ? '高' : '低'} ${size}（${why}）。`;
    },
  },
  en: {
    title: 'One price against every value',
    day: (date, price) => `${date}, price ${price}`,
    help: 'Touch a day in the chart, or type a date above it, and this follows.',
    value: 'Value',
    premium: 'Premium',
    difference: 'Less what judges',
    judges: 'judges',
    known: 'known by then',
    not_known: 'not known then',
    not_told: 'cannot be told',
    sessions_back: (sessions) => (sessions === 0 ? 'T' : `T−${sessions}`),
    scale: (inner, outer, low, high) =>
      `Along the line the premium, from ${low} to ${high}${inner ? `; dark band ±${inner}` : ''}${outer ? `, light band ±${outer}` : ''}. A full dot was known by then, an open one was not.`,
    judged_by: (value, reason) => `Findings judge by the ${value}: ${reason}.`,
    judged_by_none:
      'No value of this day was known by then, so nothing is judged; the same-day NAV never judges.',
    published: (after) =>
      `published in the evening of T${after === 0 ? '' : after > 0 ? `+${after}` : `−${-after}`}`,
    lag: (region, sessions) =>
      sessions === 0
        ? `Market ${region}: a NAV is published the same evening, so during session T the newest is that of T−1.`
        : `Market ${region}: a NAV is published in the evening ${sessions === 1 ? 'one session' : `${sessions} sessions`} later, so during session T the newest is that of T−${sessions + 1}.`,
    change_lag: 'Change this',
    estimate: 'The NAV carried on to then',
    made_of: (index, from, to) => `Index ${index}, from the close of ${from} to that of ${to}`,
    with_fx: (fx) => `; exchange rate ${fx}`,
    no_index:
      'Paste the history of the index and of the exchange rate as well, and the published NAV is carried on to this day here.',
    carried: (value, date) => `Starting from the ${value} (${date})`,
    futures: 'Futures since the index closed',
    futures_hint: 'The tables hold no futures of that moment; they can be added here',
    gap: (isHigher, size, log, { index, fx, rest }) => {
      const parts = [index && `index ${index}`, fx && `exchange rate ${fx}`].filter(Boolean);
      const why =
        parts.length > 0
          ? `in logs ${log}: ${[...parts, `rest ${rest}`].join(', ')}`
          : 'without index and rate of these days there is no telling why';
      return `The same-day NAV is ${size} ${isHigher ? 'above' : 'below'} the NAV published by then (${why}).`;
    },
  },
};
