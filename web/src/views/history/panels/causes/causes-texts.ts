import type {
  CauseBar,
  CauseStatus,
  CauseWord,
  SignNeed,
  SignWord,
} from '../../../../generated/ops.ts';
import type { Said } from '../../../../texts/evidence.ts';
import type { Translated } from '../../../../texts/translated.ts';

export interface CausesTexts {
  title: string;
  note: string;
  of: (date: string, premium: string, value: string) => string;
  status: Record<CauseStatus, string>;
  names: Record<CauseWord, string>;
  /** What the source says. */
  says: Record<CauseWord, string>;
  /** What was seen; for and against alike, as the numbers tell. */
  signs: Record<SignWord, (said: Said, isFor: boolean) => string>;
  asks: Partial<Record<SignWord, string>>;
  needs: Record<SignNeed, string>;
  lacks: (sign: string, need: string) => string;
  few: (sign: string, needed: string, have: string) => string;
  /** What a sign is about, where it says nothing. */
  about: Record<SignWord, string>;
  bar_names: Record<CauseBar, string>;
  from: string;
  ask: string;
}

const zh: CausesTexts = {
  title: '可能的原因',
  note: '资料点名的原因，逐条看数据支持、不支持，还是没有说明。支持不等于证明；各条可以同时成立。判断只用到当日为止的数据，用到事后数据的会写明。',
  of: (date, premium, value) => `${date} 的溢价 ${premium}（对${value}）`,
  status: { for: '有迹象支持', against: '迹象不支持', silent: '数据没有说明', asked: '只有你知道' },
  names: {
    quota: '外汇额度与限购',
    stale_value: '时差与净值滞后',
    cash_creation: '全现金替代与结算延迟',
    thin_trading: '成交清淡',
    mood: '指数上涨之后的情绪',
    ex_dividend: '除息',
    halt: '停牌或涨跌停',
    small_float: '流通盘小且可 T+0',
    replication: '复制方法',
  },
  says: {
    quota: '额度用尽时只能暂停申购，份额稀缺推高价格；限购比例上升常与高溢价相伴。',
    stale_value: '境外市场与 A 股交易时间不同，净值更新滞后，价格先动而净值未动。',
    cash_creation:
      '多数跨境 ETF 采用全现金替代申赎，跨境结算需 1–3 个工作日，套利有 T+2 或更长的延迟。',
    thin_trading: '挂单稀疏时，少量资金就能把价格推离净值。',
    mood: '海外市场上涨之后资金追捧，价格可能脱离净值独立上涨。',
    ex_dividend:
      '成分股除息使净值下降而价格尚未调整时，价格相对净值变高，是溢价。原文写作折价，符号有误，这里按正确的方向判断。',
    halt: '成分股停牌或涨跌停时套利通道受阻；基金自己停牌或封在涨停时，价格不能反映供求。',
    small_float: '流通盘小于 20 亿元且可日内回转时，交易性资金更容易推动溢价。',
    replication: '论文表 2-1 把复制方法分为完全、抽样与映射；后两种的净值与指数之间会有偏差。',
  },
  signs: {
    purchase_said: (s) =>
      `你指出：${s.of('purchase_status_name')}${s.has('limit_cny') ? `，上限 ${s.of('limit_cny')}` : ''}`,
    quota_released: (s) =>
      `你指出：额度已释放${s.has('said_date') ? `（${s.of('said_date')}）` : ''}`,
    purchase_pasted: (s) =>
      `数据里的申购状态：${s.of('purchase_status_name')}${s.has('limit_cny') ? `，上限 ${s.of('limit_cny')}` : ''}`,
    flat_shares: (s) =>
      `场内份额连续 ${s.of('flat_days')}没有变化（对照线 ${s.of('bar_days')}），期间变动 ${s.of('shares_change_fraction')}`,
    cash_said: (_, isFor) =>
      isFor ? '你指出：申购须全额现金替代' : '你指出：申购不须全额现金替代',
    persistence: (s) =>
      `溢价与 ${s.of('delay_sessions')}前的自相关 ${s.of('found_correlation_ratio')}，对照线 ${s.of('bar_ratio')}，${s.of('pairs_count')} 对`,
    amount: (s) =>
      `日均成交额 ${s.of('amount_cny')}（${s.of('amount_days')}），对照线 ${s.of('bar_cny')}`,
    turnover: (s) =>
      `换手率近期 ${s.of('recent_fraction')}，平时中位数 ${s.of('usual_fraction')}；对照线 ${s.of('bar_fraction')} 与平时的 ${s.of('bar_ratio')} 倍`,
    halt_said: (s, isFor) =>
      `你指出：${isFor ? '已公告停牌' : '没有停牌'}${s.has('said_date') ? `（${s.of('said_date')}）` : ''}`,
    holdings_said: (_, isFor) => (isFor ? '你指出：成分股停牌或涨跌停' : '你指出：成分股正常交易'),
    halted_days: (s) =>
      `近 ${s.of('recent_days')}里有 ${s.of('halted_days')}没有成交${s.has('last_date') ? `，最近一次 ${s.of('last_date')}` : ''}`,
    limit_days: (s) =>
      `近 ${s.of('recent_days')}里收在涨停 ${s.of('up_days')}、跌停 ${s.of('down_days')}（±${s.of('limit_fraction')}）${s.has('last_date') ? `，最近一次 ${s.of('last_date')}` : ''}`,
    float: (s) => `流通盘 ${s.of('float_cny')}，对照线 ${s.of('bar_cny')}`,
    same_day_trading: (s, isFor) =>
      `${s.of('kind_name')}，${s.of('region_name')}：按品种推断${isFor ? '可以 T+0' : '不能 T+0'}`,
    value_move: (s) =>
      `其后价值（${s.of('denominator_name')}）变动 ${s.of('value_move_fraction')}，占溢价的 ${s.of('share_fraction')}，对照线 ${s.of('bar_fraction')}；剩下 ${s.of('left_fraction')}`,
    market_hours: (s, isFor) =>
      `${s.of('region_name')}市场：${isFor ? '沪深交易时段里休市，或收盘更晚' : '与沪深的交易时段大致重合'}`,
    iopv_flat: (_, isFor) => (isFor ? 'IOPV 停着不动而价格在动' : 'IOPV 随盘变动'),
    value_age: (s) => `所用净值的日期是 ${s.of('value_date')}，落后 ${s.of('lag_sessions')}`,
    typical_move: (s) =>
      `历来溢价大小的中位数：对当时已公布的净值 ${s.of('published_fraction')}，对同日净值 ${s.of('same_day_fraction')}（事后才知道），${s.of('days_count')} 天`,
    run: (s) =>
      `近 ${s.of('run_days')}：价值 ${s.of('value_return_fraction')}，价格 ${s.of('price_return_fraction')}，溢价变动 ${s.of('premium_change_fraction')}；对照线 ${s.of('bar_fraction')} 且溢价上升`,
    long_run: (s) =>
      `近 ${s.of('run_days')}：价值 ${s.of('value_return_fraction')}，价格 ${s.of('price_return_fraction')}，溢价变动 ${s.of('premium_change_fraction')}；对照线 ${s.of('bar_fraction')} 且溢价上升`,
    near_high: (s) =>
      `价值低于近 ${s.of('high_days')}高点 ${s.of('below_high_fraction')}，对照线 ${s.of('bar_fraction')}`,
    index_high_said: (s, isFor) =>
      `你指出：指数${isFor ? '处于高位' : '不在高位'}${s.has('said_date') ? `（${s.of('said_date')}）` : ''}`,
    dividend_step: (s) =>
      `近 ${s.of('recent_days')}里，净值单日最大的、指数与汇率解释不了的下降是 ${s.of('step_fraction')}（${s.of('step_date')}），对照线 ${s.of('bar_fraction')}`,
    replication_said: (s) => `你指出：${s.of('replication_name')}`,
    tracking: (s) =>
      `净值每天与指数的偏差（稳健标准差）${s.of('tracking_fraction')}，对照线 ${s.of('bar_fraction')}，${s.of('days_count')} 天`,
  },
  asks: {
    purchase_said: '申购状态你知道吗？',
    quota_released: '额度释放了吗？',
    cash_said: '是否全额现金替代？',
    halt_said: '公告停牌了吗？',
    holdings_said: '成分股停牌或涨跌停了吗？',
    market_hours: '请在上方设定地区。',
    index_high_said: '指数处于高位吗？',
    replication_said: '用的是哪种复制方法？',
  },
  about: {
    purchase_said: '申购状态',
    quota_released: '额度',
    purchase_pasted: '数据里的申购状态',
    flat_shares: '场内份额',
    cash_said: '现金替代',
    persistence: '溢价的持续',
    amount: '成交额',
    turnover: '换手率',
    halt_said: '停牌公告',
    holdings_said: '成分股',
    halted_days: '无成交的日子',
    limit_days: '涨跌停',
    float: '流通盘',
    same_day_trading: '日内回转',
    value_move: '价值其后的变动',
    market_hours: '交易时间',
    iopv_flat: 'IOPV',
    value_age: '净值的新旧',
    typical_move: '历来的大小',
    run: '近期涨幅',
    long_run: '较长期涨幅',
    near_high: '离高点多远',
    index_high_said: '指数位置',
    dividend_step: '净值的除息台阶',
    replication_said: '复制方法',
    tracking: '跟踪偏差',
  },
  needs: {
    purchase_status: '申购状态列',
    shares: '场内份额列',
    days: '更多天',
    moving_premium: '会变动的溢价',
    amount: '成交额列',
    turnover: '换手率列，或成交量与份额',
    history: '更长的历史',
    price: '价格',
    float: '流通市值，或份额与价格',
    kind: '基金类型',
    nav: '价格与净值',
    later_value: '更新的净值，或旁边的指数与汇率',
    region: '地区',
    iopv: '盘中参考净值（IOPV）列',
    value_dates: '净值的日期',
    index: '旁边的指数（与汇率）',
  },
  lacks: (sign, need) => `${sign}：需要${need}`,
  few: (sign, needed, have) => `${sign}：需要 ${needed} 天，现有 ${have} 天`,
  bar_names: {
    flat_shares_days: '份额不变的天数',
    move_share_fraction: '价值变动占溢价的比例',
    delay_sessions: '申购到账延迟',
    persistence_ratio: '自相关',
    run_days: '近期天数',
    long_run_days: '较长期天数',
    run_fraction: '价值涨幅',
    high_days: '高点取几日',
    near_high_fraction: '离高点不超过',
    recent_days: '停牌、除息看几日',
    dividend_fraction: '除息台阶至少',
    limit_fraction: '涨跌停幅度',
    tracking_fraction: '跟踪偏差',
  },
  from: '出处',
  ask: '在“只有你知道的事”里可以勾选。',
};

const en: CausesTexts = {
  title: 'Possible causes',
  note: 'The causes that the sources name, each with what the data say for it or against it, or that they say nothing. “For” is no proof, and several can hold at once. Only what was known on the day counts; what uses later data says so.',
  of: (date, premium, value) => `Premium of ${premium} on ${date} (against ${value})`,
  status: {
    for: 'there are signs of it',
    against: 'the signs speak against it',
    silent: 'the data say nothing',
    asked: 'only you know',
  },
  names: {
    quota: 'Quota and purchase limits',
    stale_value: 'Time zones and a stale value',
    cash_creation: 'Creation in cash alone, and its delay',
    thin_trading: 'Thin trading',
    mood: 'Mood after the index has run',
    ex_dividend: 'Ex-dividend',
    halt: 'Halts and price limits',
    small_float: 'Small float with T+0',
    replication: 'Replication method',
  },
  says: {
    quota:
      'When quota is used up, purchases stop and scarce shares are bid up; limits and high premiums rise together.',
    stale_value:
      'Markets abroad trade at other hours and the NAV comes late: the price moves before the value does.',
    cash_creation:
      'Most cross-border ETFs are created for cash alone; settlement takes one to three working days, arbitrage T+2 or longer.',
    thin_trading: 'With few orders, little money moves the price away from the NAV.',
    mood: 'After a rise abroad, money follows and the price may leave the NAV behind.',
    ex_dividend:
      'Where holdings go ex-dividend, the NAV drops and a price that has not followed stands above it: a premium. The source writes discount, which is the wrong sign; this goes by the right one.',
    halt: 'Where holdings are halted or locked at their limit, arbitrage is blocked; a fund that is halted or locked itself has no free price.',
    small_float:
      'With a float under CNY 2 bn that can be traded twice a day, short-term money moves the premium more easily.',
    replication:
      'The thesis’s table 2-1 tells full replication, sampling and mapping apart; under the last two the NAV strays from the index.',
  },
  signs: {
    purchase_said: (s) =>
      `You say: ${s.of('purchase_status_name')}${s.has('limit_cny') ? `, up to ${s.of('limit_cny')}` : ''}`,
    quota_released: (s) =>
      `You say that quota was released${s.has('said_date') ? ` (${s.of('said_date')})` : ''}`,
    purchase_pasted: (s) =>
      `Purchase in the data: ${s.of('purchase_status_name')}${s.has('limit_cny') ? `, up to ${s.of('limit_cny')}` : ''}`,
    flat_shares: (s) =>
      `Shares on the exchange unchanged for ${s.of('flat_days')} (bar ${s.of('bar_days')}), change meanwhile ${s.of('shares_change_fraction')}`,
    cash_said: (_, isFor) =>
      isFor
        ? 'You say that new shares are for cash alone'
        : 'You say that new shares are not for cash alone',
    persistence: (s) =>
      `Autocorrelation of the premium over ${s.of('delay_sessions')}: ${s.of('found_correlation_ratio')}, bar ${s.of('bar_ratio')}, ${s.of('pairs_count')} pairs`,
    amount: (s) =>
      `Mean daily turnover ${s.of('amount_cny')} (${s.of('amount_days')}), bar ${s.of('bar_cny')}`,
    turnover: (s) =>
      `Turnover rate lately ${s.of('recent_fraction')}, usually ${s.of('usual_fraction')} (median); bars ${s.of('bar_fraction')} and ${s.of('bar_ratio')} times the usual`,
    halt_said: (s, isFor) =>
      `You say that ${isFor ? 'a halt was announced' : 'there is no halt'}${s.has('said_date') ? ` (${s.of('said_date')})` : ''}`,
    holdings_said: (_, isFor) =>
      isFor ? 'You say that holdings are halted or locked' : 'You say that holdings trade normally',
    halted_days: (s) =>
      `No trade on ${s.of('halted_days')} of the last ${s.of('recent_days')}${s.has('last_date') ? `, last on ${s.of('last_date')}` : ''}`,
    limit_days: (s) =>
      `In the last ${s.of('recent_days')} closed at the upper limit on ${s.of('up_days')}, at the lower on ${s.of('down_days')} (±${s.of('limit_fraction')})${s.has('last_date') ? `, last on ${s.of('last_date')}` : ''}`,
    float: (s) => `Tradable float ${s.of('float_cny')}, bar ${s.of('bar_cny')}`,
    same_day_trading: (s, isFor) =>
      `By its kind (${s.of('kind_name')}, ${s.of('region_name')}) ${isFor ? 'traded T+0' : 'not traded T+0'}`,
    value_move: (s) =>
      `The value has moved ${s.of('value_move_fraction')} since (${s.of('denominator_name')}), ${s.of('share_fraction')} of the premium, bar ${s.of('bar_fraction')}; ${s.of('left_fraction')} is left`,
    market_hours: (s, isFor) =>
      `${s.of('region_name')}: ${isFor ? 'shut, or closing later, while Shanghai trades' : 'trades while Shanghai does'}`,
    iopv_flat: (_, isFor) =>
      isFor ? 'The IOPV stands still while the price moves' : 'The IOPV moves with the day',
    value_age: (s) => `The value is of ${s.of('value_date')}, ${s.of('lag_sessions')} behind`,
    typical_move: (s) =>
      `Median size of the premium so far: ${s.of('published_fraction')} against the NAV published by then, ${s.of('same_day_fraction')} against the same day’s (hindsight), ${s.of('days_count')} days`,
    run: (s) =>
      `Over ${s.of('run_days')}: value ${s.of('value_return_fraction')}, price ${s.of('price_return_fraction')}, premium ${s.of('premium_change_fraction')}; bar ${s.of('bar_fraction')} with a premium that rose`,
    long_run: (s) =>
      `Over ${s.of('run_days')}: value ${s.of('value_return_fraction')}, price ${s.of('price_return_fraction')}, premium ${s.of('premium_change_fraction')}; bar ${s.of('bar_fraction')} with a premium that rose`,
    near_high: (s) =>
      `The value is ${s.of('below_high_fraction')} below its high of ${s.of('high_days')}, bar ${s.of('bar_fraction')}`,
    index_high_said: (s, isFor) =>
      `You say that the index is ${isFor ? '' : 'not '}at a high${s.has('said_date') ? ` (${s.of('said_date')})` : ''}`,
    dividend_step: (s) =>
      `In the last ${s.of('recent_days')} the largest fall of the NAV that index and rate do not explain is ${s.of('step_fraction')} (${s.of('step_date')}), bar ${s.of('bar_fraction')}`,
    replication_said: (s) => `You say: ${s.of('replication_name')}`,
    tracking: (s) =>
      `The NAV strays from its index by ${s.of('tracking_fraction')} a day (robust SD), bar ${s.of('bar_fraction')}, ${s.of('days_count')} days`,
  },
  asks: {
    purchase_said: 'Can new shares be had?',
    quota_released: 'Was quota released?',
    cash_said: 'For cash alone?',
    halt_said: 'Was a halt announced?',
    holdings_said: 'Are holdings halted or locked?',
    market_hours: 'Set the region above.',
    index_high_said: 'Is the index at a high?',
    replication_said: 'Which replication method?',
  },
  about: {
    purchase_said: 'Purchase',
    quota_released: 'Quota',
    purchase_pasted: 'Purchase in the data',
    flat_shares: 'Shares on the exchange',
    cash_said: 'Cash creation',
    persistence: 'Persistence of the premium',
    amount: 'Turnover',
    turnover: 'Turnover rate',
    halt_said: 'Announced halt',
    holdings_said: 'Holdings',
    halted_days: 'Days without a trade',
    limit_days: 'Price limits',
    float: 'Float',
    same_day_trading: 'T+0',
    value_move: 'The value’s move since',
    market_hours: 'Hours',
    iopv_flat: 'IOPV',
    value_age: 'Age of the value',
    typical_move: 'Usual size',
    run: 'Recent run',
    long_run: 'Longer run',
    near_high: 'Distance from the high',
    index_high_said: 'Index level',
    dividend_step: 'Dividend step of the NAV',
    replication_said: 'Replication',
    tracking: 'Tracking',
  },
  needs: {
    purchase_status: 'a column of the purchase status',
    shares: 'a column of the shares on the exchange',
    days: 'more days',
    moving_premium: 'a premium that moves',
    amount: 'a column of the turnover in CNY',
    turnover: 'a turnover rate, or volume and shares',
    history: 'a longer history',
    price: 'prices',
    float: 'the tradable market value, or shares and prices',
    kind: 'the kind of fund',
    nav: 'prices and NAVs',
    later_value: 'a newer NAV, or index and rate beside it',
    region: 'the region',
    iopv: 'a column of the IOPV',
    value_dates: 'the dates of the NAVs',
    index: 'its index (and rate) beside it',
  },
  lacks: (sign, need) => `${sign}: needs ${need}`,
  few: (sign, needed, have) => `${sign}: needs ${needed} days, has ${have}`,
  bar_names: {
    flat_shares_days: 'Shares unchanged for',
    move_share_fraction: 'Share of the premium that is the value’s move',
    delay_sessions: 'Delay of creation',
    persistence_ratio: 'Autocorrelation',
    run_days: 'Recent run over',
    long_run_days: 'Longer run over',
    run_fraction: 'Return that is a run',
    high_days: 'High of',
    near_high_fraction: 'At a high if within',
    recent_days: 'Halts and dividends within',
    dividend_fraction: 'Least dividend step',
    limit_fraction: 'Price limit',
    tracking_fraction: 'Tracking',
  },
  from: 'From',
  ask: 'Tick it under “What only you know”.',
};

export const causesTexts: Translated<CausesTexts> = { zh, en };
