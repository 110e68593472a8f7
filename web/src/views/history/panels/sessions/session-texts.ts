import type { Translated } from '../../../../texts/translated.ts';

export interface SessionTexts {
  title: string;
  title_unit: string;
  note: string;
  date: string;
  region: string;
  market: string;
  hours: string;
  overlap: string;
  iopv: string;
  summer: string;
  standard: string;
  next_day: (time: string) => string;
  span: (from: string, to: string) => string;
  legend_shanghai: string;
  legend_market: string;
  legend_shared: string;
  unknown: string;
  weekend: (date: string) => string;
  mainland: string;
  live: (markets: string) => string;
  partly: (market: string, minutes: string, spans: string) => string;
  partly_several: (parts: string) => string;
  part: (market: string, minutes: string) => string;
  last_close: (markets: string, count: number, session: string) => string;
  nav_known: (sessions: number) => string;
  failed: string;
  all: string;
  all_note: string;
}

export const sessionTexts: Translated<SessionTexts> = {
  zh: {
    title: '交易时段',
    title_unit: '盘中 IOPV 由什么构成',
    note: '时刻均为北京时间，只算连续交易，不含前后的集合竞价；各地节假日不在其中。',
    date: '日期',
    region: '投资市场',
    market: '市场',
    hours: '北京时间',
    overlap: '与沪深重叠',
    iopv: '盘中 IOPV',
    summer: '夏令时',
    standard: '冬令时',
    next_day: (time) => `次日 ${time}`,
    span: (from, to) => `${from}–${to}`,
    legend_shanghai: '沪深交易',
    legend_market: '境外交易',
    legend_shared: '两边都在交易',
    unknown: '还不知道基金投资哪个市场。选定“投资市场”之后，这里列出它的交易时段。',
    weekend: (date) => `${date} 是周末，沪深不交易，也就没有盘中 IOPV。下面是平日的时段。`,
    mainland: '基金投资的就是沪深市场：盘中 IOPV 随成分证券的现价变动。',
    live: (markets) =>
      `沪深交易的 240 分钟里，${markets}一直开市：盘中 IOPV 随那边的现价变动，汇率也在其中。`,
    partly: (market, minutes, spans) =>
      `沪深交易的 240 分钟里，${market}只有 ${minutes}开市（${spans}）：这段时间盘中 IOPV 随现价变动，其余时间停在那边最近的一个价格上。`,
    partly_several: (parts) =>
      `沪深交易的 240 分钟里，${parts}开市：开市的那部分随现价变动，其余停在最近的收盘上，盘中 IOPV 是两者的混合。`,
    part: (market, minutes) => `${market} ${minutes}`,
    last_close: (markets, _, session) =>
      `沪深交易时${markets}没有开市：盘中 IOPV 就是那边 ${session} 一场的收盘乘以汇率（遇节假日再往前推一场），一整天几乎是一条平线。以它为分母的溢价，是拿实时价格比上一场的价值。`,
    nav_known: (sessions) =>
      `净值在${sessions === 0 ? '当日晚上' : ` ${sessions} 个交易日后的晚上`}公布，所以沪深开盘时已经公布的最新净值，是 T−${sessions + 1} 的。`,
    failed: '交易时段没能算出来。请再试一次。',
    all: '各市场一览',
    all_note: '同一天各投资市场的时段、与沪深的重叠，以及盘中 IOPV 由什么构成。',
  },
  en: {
    title: 'Trading hours',
    title_unit: 'what the IOPV on screen is made of',
    note: 'All times are Beijing’s. Continuous trading only, without the auctions before and after; no holidays are known here.',
    date: 'Day',
    region: 'Market held',
    market: 'Market',
    hours: 'Beijing time',
    overlap: 'Overlap',
    iopv: 'IOPV on screen',
    summer: 'summer time',
    standard: 'standard time',
    next_day: (time) => `${time} next day`,
    span: (from, to) => `${from}–${to}`,
    legend_shanghai: 'Shanghai trades',
    legend_market: 'The market abroad trades',
    legend_shared: 'Both do',
    unknown:
      'It is not known which market the fund holds. Choose one under “Market held”, and its hours appear here.',
    weekend: (date) =>
      `${date} falls on a weekend: Shanghai does not trade, and there is no IOPV. These are the hours of a weekday.`,
    mainland:
      'The fund holds the very market it trades in: the IOPV moves with the live prices of its holdings.',
    live: (markets) =>
      `${markets} is open for all of Shanghai’s 240 minutes: the IOPV moves with live prices there, and with the exchange rate.`,
    partly: (market, minutes, spans) =>
      `Of Shanghai’s 240 minutes ${market} is open for ${minutes} (${spans}). Then the IOPV moves with live prices; the rest of the time it stands on the last price there.`,
    partly_several: (parts) =>
      `Of Shanghai’s 240 minutes each market is open for some: ${parts}. What is open moves with live prices, the rest stands on its last close; the IOPV is a mixture of both.`,
    part: (market, minutes) => `${market} ${minutes}`,
    last_close: (markets, count, session) =>
      `While Shanghai trades, ${markets} ${count > 1 ? 'are' : 'is'} shut. The IOPV is the close of the session of ${session} there (a holiday moves it one back) times the exchange rate: all but a flat line all day. A premium on it sets a live price against the value of that close.`,
    nav_known: (sessions) =>
      `The NAV is published ${sessions === 0 ? 'the same evening' : sessions === 1 ? 'the evening one session later' : `the evening ${sessions} sessions later`}, so the newest one known when Shanghai opens is that of T−${sessions + 1}.`,
    failed: 'The hours could not be worked out. Please try again.',
    all: 'All markets',
    all_note:
      'The hours of every market on that day, what Shanghai shares of them, and what an IOPV is made of.',
  },
};
