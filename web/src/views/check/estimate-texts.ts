import type { EstimatePart } from '../../generated/ops.ts';
import type { Translated } from '../../texts/translated.ts';

export interface EstimateTexts {
  note: string;
  nav: string;
  nav_date: string;
  invested: string;
  invested_hint: string;
  parts: Record<EstimatePart, { name: string; from: string; to: string; hint: string }>;
  percent: string;
  index_to_date: string;
  contract_from: string;
  contract_to: string;
  index_in_cny: string;
  said_twice: string;
  half: string;
  estimate: string;
  against_estimate: string;
  against_nav: string;
  needs_nav: string;
  refused: (reason: string) => string;
  stale: string;
  verdict: (verdict: string) => string;
}

export const estimateTexts: Translated<EstimateTexts> = {
  zh: {
    note: '净值 ×〔1 + 投资比例 ×（指数 × 期货 − 1）〕× 汇率；指数从净值所含的交易日算到最近收盘，期货接着算到现在，汇率只乘一次。价格用上面填的那一个。全部用你自己的数字，只在本机计算。',
    nav: '已公布的净值',
    nav_date: '净值日期',
    invested: '投资比例',
    invested_hint: '不填按 100 %；不少 LOF 至多 95 %',
    parts: {
      index: { name: '指数', from: '净值日收盘', to: '最近收盘', hint: '净值日之后的涨跌' },
      futures: { name: '期货（同一合约）', from: '指数收盘时', to: '现在', hint: '收盘之后的涨跌' },
      fx: {
        name: '汇率（一单位外币合人民币）',
        from: '净值日',
        to: '现在',
        hint: '净值日之后的涨跌',
      },
    },
    percent: '或涨跌',
    index_to_date: '最近收盘的日期',
    contract_from: '收盘时的合约',
    contract_to: '现在的合约',
    index_in_cny: '指数以人民币计价',
    said_twice: '两个水平和涨跌幅只填一种',
    half: '还差另一端，暂不计入',
    estimate: '估算值',
    against_estimate: '对估算值',
    against_nav: '对已公布的净值',
    needs_nav: '填入净值，这里随手推出现在的价值。',
    refused: (reason) => `不计入：${reason}`,
    stale: '有一格暂不能用，下面仍是上一次的结果。',
    verdict: (verdict) => `（${verdict}）`,
  },
  en: {
    note: 'NAV × [1 + share invested × (index × futures − 1)] × exchange rate. The index runs from the session the NAV holds to its last close, the futures from there to now, the rate enters once. The price is the one above. All with your own numbers, on this device alone.',
    nav: 'Published NAV',
    nav_date: 'Date of the NAV',
    invested: 'Share invested',
    invested_hint: '100 % if left empty; many LOFs hold 95 % at most',
    parts: {
      index: {
        name: 'Index',
        from: 'Close of the NAV’s day',
        to: 'Last close',
        hint: 'Move since the NAV’s day',
      },
      futures: {
        name: 'Futures (one contract)',
        from: 'At that close',
        to: 'Now',
        hint: 'Move since the close',
      },
      fx: {
        name: 'Exchange rate (CNY per unit of foreign currency)',
        from: 'NAV’s day',
        to: 'Now',
        hint: 'Move since the NAV’s day',
      },
    },
    percent: 'or move',
    index_to_date: 'Date of the last close',
    contract_from: 'Contract at the close',
    contract_to: 'Contract now',
    index_in_cny: 'The index is quoted in CNY',
    said_twice: 'Give two levels or the move, not both',
    half: 'the other end is missing; not counted yet',
    estimate: 'Value carried on',
    against_estimate: 'against the value carried on',
    against_nav: 'against the published NAV',
    needs_nav: 'Fill in a NAV, and its value now appears here.',
    refused: (reason) => `Not counted: ${reason}`,
    stale: 'A field cannot be used as it is. Below is still the last result.',
    verdict: (verdict) => ` (${verdict})`,
  },
};
