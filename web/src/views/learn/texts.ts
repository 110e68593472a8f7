import type { Denominator } from '../../generated/ops.ts';
import type { Translated } from '../../texts/translated.ts';

export interface LearnTexts {
  title: string;
  what: string;
  what_body: string[];
  denominators: string;
  denominators_note: string;
  denominator_lines: Record<Denominator, string>;
  bands: string;
  bands_note: string;
  kind: string;
  inner: string;
  outer: string;
  none: string;
  rules: string;
  rules_note: string;
  rule: string;
  bar: string;
  level: string;
  needs: string;
  source: string;
  lags: string;
  lags_note: string;
  region: string;
  lag: string;
  lag_words: (sessions: number) => string;
  overlap: string;
  yes: string;
  no: string;
  sessions: string;
  cases: string;
  cases_note: string;
  case: string;
  printed: string;
  exact: string;
  compared: string;
  agrees: string;
  differs: string;
  formulas: string;
  not: string;
  not_lines: string[];
  sources: string;
}

export const texts: Translated<LearnTexts> = {
  zh: {
    title: '学习',
    what: '溢价是什么',
    what_body: [
      '跨境 ETF 在场内按供求成交，价格可以高于每份资产的价值，高出的部分就是溢价；低于价值则为折价。',
      '境内 ETF 的偏离会很快被申购赎回抹平。跨境 ETF 受外汇额度、时差和申赎周期限制，偏离可以很大，也可以持续很久。溢价收窄时，即使指数不跌，价格也会跌。',
    ],
    denominators: '分母：拿什么当价值',
    denominators_note:
      '同一个价格，换一个分母就是另一个溢价率。页面上的每个溢价率都写明分母。累计净值不作分母。',
    denominator_lines: {
      iopv: '交易时段内每 15 秒公布的参考净值。境外市场休市时它一整天不动，实时价格比的是旧价值。',
      nav_same_day:
        '与价格同一日期的净值。境外市场收盘后才算出，含当晚的消息：事后看才有，不触发提示。',
      nav_previous: '日期早于价格日期的最近一个净值，不论当时是否已公布。',
      nav_published:
        '价格那一天开盘前已经公布的最近一个净值。欧美基金通常是前两个交易日的净值。提示以它为准。',
      iopv_estimated: '当时已公布的净值，按指数、期货与汇率的涨跌推算到此刻。',
      nav_corrected: '用模型消除滞后之后的净值。',
    },
    bands: '参考区间',
    bands_note:
      '按基金类型。内地基金跟踪境外指数，一律按跨境 ETF 看。资料没有给出的类型，这里也不给。区间内不等于不会亏损。',
    kind: '类型',
    inner: '内沿',
    outer: '外沿',
    none: '无',
    rules: '提示规则',
    rules_note: '全部规则都在这里。缺少所需数据时不作判断，并说明缺什么。',
    rule: '规则',
    bar: '对照线',
    level: '级别',
    needs: '需要',
    source: '来源',
    lags: '净值何时公布',
    lags_note: '业内惯例，不出自上述资料；可以在历史页更改。不清楚投资市场时，按最晚的一种处理。',
    region: '投资市场',
    lag: '公布时间',
    lag_words: (sessions) => (sessions === 0 ? '当日晚上' : `${sessions} 个交易日后的晚上`),
    overlap: '与沪深同时交易',
    yes: '是',
    no: '否',
    sessions: '各市场的北京时间、与沪深的重叠，以及盘中 IOPV 由什么构成',
    cases: '资料里的算例',
    cases_note: '左边是资料印出的数字，右边按公式重算。',
    case: '算例',
    printed: '资料所印',
    exact: '按公式',
    compared: '对照',
    agrees: '一致',
    differs: '不同',
    formulas: '公式',
    not: '这里不做什么',
    not_lines: [
      '不提供行情。第三方平台的实时估值已按监管要求下线；这里只计算你自己粘贴的数字。',
      '不给出投资建议，不预测溢价的走向。“若收敛至某水平”是情景，不是预测。',
      '不上传数据。页面的安全策略禁止向任何其他地址发送请求，可以在浏览器里核对。',
      '不替缺失的数据编数。没有的就写“—”，并说明原因。',
    ],
    sources: '资料来源',
  },
  en: {
    title: 'Learn',
    what: 'What a premium is',
    what_body: [
      'A cross-border ETF trades on the exchange at whatever supply and demand agree on. That price may stand above the value of the assets behind each share: the difference is the premium. Below it, it is a discount.',
      'In a domestic ETF, creation and redemption soon close the gap. Across borders, currency quota, time zones and slow settlement let it grow large and last. When it narrows, the price falls even if the index does not.',
    ],
    denominators: 'The denominator: what counts as value',
    denominators_note:
      'One price has a different premium on every denominator. Each premium on this page names its own. The cumulative NAV is never one.',
    denominator_lines: {
      iopv: 'The indicative value published every 15 seconds while Shanghai trades. While the foreign market is shut it stands still all day, and a live price is set against an old value.',
      nav_same_day:
        'The NAV of the price’s own date. It is computed after the foreign close and holds the night’s news: known only in hindsight, so it sets off no warning.',
      nav_previous: 'The latest NAV dated before the price, published by then or not.',
      nav_published:
        'The latest NAV published before that day’s session began; for American and European funds usually that of two sessions before. Warnings go by it.',
      iopv_estimated: 'A value estimated from index, futures and exchange rate.',
      nav_corrected: 'A NAV from which a model has removed the staleness.',
    },
    bands: 'Reference ranges',
    bands_note:
      'By kind of fund. A mainland fund on a foreign index is always cross-border. Where the sources give no range, none is given here. Inside the range does not mean it cannot lose money.',
    kind: 'Kind',
    inner: 'Inner',
    outer: 'Outer',
    none: 'none',
    rules: 'The rules behind the findings',
    rules_note:
      'All of them are here. A rule whose data are missing is not judged, and says what it needs.',
    rule: 'Rule',
    bar: 'Bar',
    level: 'Level',
    needs: 'Needs',
    source: 'Source',
    lags: 'When a NAV is published',
    lags_note:
      'Practice in the field, not from the sources; it can be changed in the history view. A market that is not known counts as the slowest.',
    region: 'Market held',
    lag: 'Published',
    lag_words: (sessions) =>
      sessions === 0
        ? 'the same evening'
        : sessions === 1
          ? 'the evening one session later'
          : `the evening ${sessions} sessions later`,
    overlap: 'Trades while Shanghai does',
    yes: 'yes',
    no: 'no',
    sessions:
      'Each market’s hours in Beijing time, what Shanghai shares of them, and what an IOPV is made of',
    cases: 'Worked cases from the sources',
    cases_note: 'What the source prints, and what the formula gives.',
    case: 'Case',
    printed: 'Printed',
    exact: 'By the formula',
    compared: 'They',
    agrees: 'agree',
    differs: 'differ',
    formulas: 'Formulas',
    not: 'What this does not do',
    not_lines: [
      'It has no quotes. Live valuations on third-party platforms were taken down at the regulator’s request; only the numbers you paste are computed.',
      'It gives no investment advice and forecasts no premium. “If it closed to …” is a scenario.',
      'It uploads nothing. The page’s security policy forbids requests to any other address, as your browser can show.',
      'It makes up no number for missing data. What is not there reads “—”, with the reason.',
    ],
    sources: 'Sources',
  },
};
