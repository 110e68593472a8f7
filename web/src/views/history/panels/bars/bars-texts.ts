import type { Translated } from '../../../../texts/translated.ts';

export type BarKey =
  | 'bar_fraction'
  | 'bar_cny'
  | 'bar_days'
  | 'bar_minutes'
  | 'bar_ratio'
  | 'recent_days'
  | 'usual_days'
  | 'window_days'
  | 'inner_fraction'
  | 'outer_fraction';

export interface BarsTexts {
  title: string;
  note: string;
  seen: string;
  not_seen: string;
  restore: string;
  ranges: string;
  windows: string;
  from: string;
  labels: Record<BarKey, string>;
  units: Record<'cny' | 'days' | 'minutes' | 'ratio', string>;
}

export const barsTexts: Translated<BarsTexts> = {
  zh: {
    title: '规则与对照线',
    note: '每条规则的对照线都可以改。改过的会标出，提示、图上的标记和导出都按改后的线判断；留在这台设备上，一键还原。',
    seen: '此刻触发',
    not_seen: '此刻没有触发',
    restore: '全部还原',
    ranges: '各类基金的参考区间',
    windows: '计算口径',
    from: '出处',
    labels: {
      bar_fraction: '对照线',
      bar_cny: '金额线',
      bar_days: '连续天数',
      bar_minutes: '不动的分钟数',
      bar_ratio: '不足平时的几倍',
      recent_days: '近几日',
      usual_days: '平时取几日',
      window_days: '日均成交额取几日',
      inner_fraction: '内沿 ±',
      outer_fraction: '外沿 ±',
    },
    units: { cny: '元', days: '天', minutes: '分钟', ratio: '倍' },
  },
  en: {
    title: 'Rules and their bars',
    note: 'Every rule’s bar can be changed. A changed one is marked; findings, marks on the chart and exports go by it. It stays on this device and is undone with one tap.',
    seen: 'seen now',
    not_seen: 'not seen now',
    restore: 'Restore all',
    ranges: 'Reference ranges of the kinds',
    windows: 'How it is counted',
    from: 'From',
    labels: {
      bar_fraction: 'Bar',
      bar_cny: 'Amount',
      bar_days: 'Days running',
      bar_minutes: 'Minutes without a move',
      bar_ratio: 'Under so many times the usual',
      recent_days: 'Latest days',
      usual_days: 'Usual, over days',
      window_days: 'Mean daily turnover over',
      inner_fraction: 'Inner ±',
      outer_fraction: 'Outer ±',
    },
    units: { cny: 'CNY', days: 'days', minutes: 'min', ratio: '×' },
  },
};
