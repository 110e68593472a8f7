import type { ChannelState, PurchaseStatus, RunEnd } from '../../../../generated/ops.ts';
import type { Translated } from '../../../../texts/translated.ts';
import type { Labels } from '../../assumption-fields.ts';

export type ChannelField = 'flat_sessions' | 'flat_fraction' | 'jump_fraction';

export interface ChannelTexts {
  title: string;
  fields: Labels<ChannelField>;
  no_shares: string;
  too_few: (needed: string, have: string) => string;
  state: Record<ChannelState, (since: string, sessions: string, change: string) => string>;
  status: Record<PurchaseStatus, (limit: string) => string>;
  no_status: string;
  said_now: (status: string, date: string) => string;
  sample: (count: string, from: string, to: string, missing: string) => string;
  runs: (shown: string, all: string, flat: string) => string;
  no_runs: (bar: string) => string;
  from: string;
  to: string;
  sessions: string;
  ended: string;
  end: Record<RunEnd, (change: string) => string>;
  premium: string;
  pasted: string;
  pasted_now: (status: string) => string;
  note: string;
}

const zhStatus: ChannelTexts['status'] = {
  open: () => '开放申购',
  limited: (limit) => (limit === '—' ? '限购（额度未粘贴）' : `限购 ${limit}`),
  suspended: () => '暂停申购',
  unknown: () => '—',
};

const enStatus: ChannelTexts['status'] = {
  open: () => 'open',
  limited: (limit) => (limit === '—' ? 'limited (to an unknown amount)' : `limited to ${limit}`),
  suspended: () => 'suspended',
  unknown: () => '—',
};

export const channelTexts: Translated<ChannelTexts> = {
  zh: {
    title: '申购通道 · 场内份额有没有新增',
    fields: {
      flat_sessions: '份额连续不变多少日，读作“可能已关”',
      flat_fraction: '变动不超过多少算不变',
      jump_fraction: '单日增加多少，读作“可能重开”',
    },
    no_shares:
      '粘贴的数据里没有场内份额，看不出申购通道开没开。请加上“场内份额”一列（交易所每日公布）。',
    too_few: (needed, have) => `有份额的日子只有 ${have} 天，至少要 ${needed} 天。`,
    state: {
      possibly_shut: (since, sessions) =>
        `自 ${since} 起，场内份额已有 ${sessions}没有变动：申购通道可能已关。`,
      possibly_reopened: (since, _sessions, change) =>
        `${since} 场内份额在一段停滞之后增加 ${change}：申购通道可能已重开。`,
      moving: (_since, _sessions, change) =>
        `场内份额近期有变动${change === '—' ? '' : `（最近一次 ${change}）`}：看不出通道关闭。`,
    },
    status: zhStatus,
    no_status: '没有粘贴申购状态，无从对照。',
    said_now: (status, date) => `你指出：${status}${date ? `（${date}）` : ''}。`,
    sample: (count, from, to, missing) =>
      `场内份额 ${count} 天，${from} 至 ${to}${missing === '0' ? '' : `；其间 ${missing} 天缺份额，未计入`}。`,
    runs: (shown, all, flat) =>
      `停滞的时段 ${all} 段，合计 ${flat} 个交易日（列出最近 ${shown} 段）`,
    no_runs: (bar) => `没有连续 ${bar}不变的时段。`,
    from: '从',
    to: '到',
    sessions: '不变的交易日',
    ended: '怎样结束',
    end: {
      jump: (change) => `跳增 ${change}，可能重开`,
      rise: (change) => `小增 ${change}`,
      fall: (change) => `减少 ${change}，只说明有赎回`,
      split: () => '份额拆分，不是申购',
      open: () => '仍在持续',
    },
    premium: '溢价 从 → 到',
    pasted: '当时粘贴的申购状态',
    pasted_now: (status) => `粘贴的最新申购状态：${status}。`,
    note: '只是“可能”：也许没有人申购或赎回，也许数据源重复了旧数；LOF 的场内份额还会因转托管而变。以基金公告为准。',
  },
  en: {
    title: 'Creation channel · whether new shares come',
    fields: {
      flat_sessions: 'Flat for so long reads as possibly shut',
      flat_fraction: 'A change up to this counts as none',
      jump_fraction: 'A rise of this in a day reads as possibly reopened',
    },
    no_shares:
      'The data hold no shares outstanding, so nothing tells whether creation is open. Add a column of shares on the exchange, which is published daily.',
    too_few: (needed, have) => `Shares of ${have} days only; it takes ${needed}.`,
    state: {
      possibly_shut: (since, sessions) =>
        `Since ${since} the shares have not changed for ${sessions}: creation is possibly shut.`,
      possibly_reopened: (since, _sessions, change) =>
        `On ${since} the shares rose by ${change} after a flat stretch: creation has possibly reopened.`,
      moving: (_since, _sessions, change) =>
        `The shares have been changing${change === '—' ? '' : ` (last by ${change})`}: nothing says that creation is shut.`,
    },
    status: enStatus,
    no_status: 'No creation status is pasted to set beside it.',
    said_now: (status, date) => `As you said: ${status}${date ? ` (${date})` : ''}.`,
    sample: (count, from, to, missing) =>
      `Shares of ${count} days, ${from} to ${to}${missing === '0' ? '' : `; ${missing} days between lack them and do not count`}.`,
    runs: (shown, all, flat) =>
      `${all} flat stretches, ${flat} sessions in all (the latest ${shown} are listed)`,
    no_runs: (bar) => `No stretch was flat for ${bar}.`,
    from: 'From',
    to: 'To',
    sessions: 'Flat sessions',
    ended: 'How it ended',
    end: {
      jump: (change) => `a jump of ${change}: possibly reopened`,
      rise: (change) => `a small rise of ${change}`,
      fall: (change) => `a fall of ${change}: redemptions, no more`,
      split: () => 'a share split, no creation',
      open: () => 'still going on',
    },
    premium: 'Premium, from → to',
    pasted: 'Creation status pasted then',
    pasted_now: (status) => `The latest creation status pasted: ${status}.`,
    note: 'Possibly, no more: nobody may have created or redeemed, a feed may repeat an old number, and the shares of a LOF on the exchange also move by transfers. The fund’s announcements count.',
  },
};
