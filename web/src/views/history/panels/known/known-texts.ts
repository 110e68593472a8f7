import type { Translated } from '../../../../texts/translated.ts';

export type TickField =
  | 'risk_notice'
  | 'halt'
  | 'quota_released'
  | 'index_high'
  | 'cash_creation'
  | 'holdings_halted';

export interface KnownTexts {
  title: string;
  note: string;
  ticks: Record<TickField, string>;
  /** What a tick does that has no finding of its own. */
  counts: Record<'cash_creation' | 'holdings_halted' | 'replication', string>;
  date: (what: string) => string;
  purchase: string;
  purchase_date: string;
  limit: string;
  limit_unit: string;
  limit_hint: string;
  limit_above: string;
  replication: string;
  not_said: string;
  from: string;
  none: string;
  undo: string;
  kept: string;
}

export const knownTexts: Translated<KnownTexts> = {
  zh: {
    title: '只有你知道的事',
    note: '数据里没有、要看公告才知道的事。勾选后提示立即更新，并写明出自你。',
    ticks: {
      risk_notice: '基金发布了溢价风险提示公告',
      halt: '基金公告停牌',
      quota_released: '外汇额度释放或恢复大额申购',
      index_high: '海外指数处于历史高位',
      cash_creation: '申购须全额现金替代',
      holdings_halted: '成分股停牌或涨跌停',
    },
    counts: {
      cash_creation: '计入“可能的原因”：全现金替代占用资金，结算需 1–3 个工作日。',
      holdings_halted: '计入“可能的原因”：成分股不能成交时，套利通道受阻。',
      replication: '计入“可能的原因”：复制方法。',
    },
    date: (what) => `${what}：日期`,
    purchase: '申购状态',
    purchase_date: '申购状态：日期',
    limit: '申购上限',
    limit_unit: '元',
    limit_hint: '每日每户，例如 1000 或 10万',
    limit_above: '上限须大于 0；暂停申购请在申购状态里选',
    replication: '复制方法',
    not_said: '没有说',
    from: '出处',
    none: '你还没有说什么。',
    undo: '全部取消',
    kept: '随这份数据留在本页：更正列、添上或撤去表格都不丢；刷新页面或换一份数据就没有了。导出会写明每项的日期与额度；导出的 JSON 再打开，勾选一并带回。',
  },
  en: {
    title: 'What only you know',
    note: 'Things that announcements say and the data do not. A tick changes the findings at once, and they say that it comes from you.',
    ticks: {
      risk_notice: 'The fund has issued a notice of premium risk',
      halt: 'The fund has announced a halt',
      quota_released: 'Quota was released or large purchases resumed',
      index_high: 'The foreign index stands at a high',
      cash_creation: 'New shares are paid for in cash alone',
      holdings_halted: 'Holdings are halted or locked at their limit',
    },
    counts: {
      cash_creation:
        'Counts among the possible causes: cash alone ties up money and takes 1–3 working days.',
      holdings_halted:
        'Counts among the possible causes: what cannot be traded cannot be arbitraged.',
      replication: 'Counts among the possible causes: replication.',
    },
    date: (what) => `${what}: date`,
    purchase: 'Purchase of new shares',
    purchase_date: 'Purchase of new shares: date',
    limit: 'Purchase limit',
    limit_unit: 'CNY',
    limit_hint: 'a day and account, as 1000 or 100k',
    limit_above: 'A limit is above 0; a suspension is chosen beside it',
    replication: 'Replication method',
    not_said: 'not said',
    from: 'From',
    none: 'You have said nothing yet.',
    undo: 'Take all back',
    kept: 'Kept with these data on this page, through corrections and tables added or removed; a reload or other data begin anew. Exports state each with its day and amount, and an exported JSON brings them back when it is opened.',
  },
};
