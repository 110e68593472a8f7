import type { Translated } from '../../texts/translated.ts';

export interface OverviewTexts {
  funds: string;
  latest_note: string;
  fund: string;
  verdict: string;
  warnings: string;
  amount: string;
  purchase: string;
  fee: string;
  kind: string;
  filter: string;
  filter_text: string;
  filter_example: string;
  all_kinds: string;
  all_verdicts: string;
  only_warned: string;
  clear: string;
  shown: (shown: string, all: string) => string;
  none_shown: string;
  sort_by: (column: string) => string;
  /** After the count of warnings. */
  warnings_unit: string;
  no_warning: string;
  warnings_of: (fund: string) => string;
  open: string;
  more: (count: string) => string;
  limit: (amount: string) => string;
  rows: (count: string) => string;
  back: (count: string) => string;
  other_fund: string;
  previous: string;
  next: string;
  place: (place: string, all: string) => string;
  not_found: (text: string) => string;
}

export const overviewTexts: Translated<OverviewTexts> = {
  zh: {
    funds: '各基金的溢价',
    latest_note: '每只基金取其最近一行；点基金名看它的全部历史。',
    fund: '基金',
    verdict: '判断',
    warnings: '提示',
    amount: '成交额',
    purchase: '申购',
    fee: '年费率',
    kind: '基金类型',
    filter: '筛选',
    filter_text: '代码、名称或指数',
    filter_example: '如 513100 或 纳指',
    all_kinds: '全部类型',
    all_verdicts: '全部判断',
    only_warned: '只看有提示的',
    clear: '清除筛选',
    shown: (shown, all) => `显示 ${shown} 只，共 ${all} 只`,
    none_shown: '没有符合筛选条件的基金。',
    sort_by: (column) => `按${column}排序`,
    warnings_unit: ' 条',
    no_warning: '无',
    warnings_of: (fund) => `${fund} 的提示`,
    open: '看这只基金的依据与详情',
    more: (count) => `再显示 ${count} 只`,
    limit: (amount) => `上限 ${amount}`,
    rows: (count) => `${count} 行`,
    back: (count) => `返回全部 ${count} 只基金`,
    other_fund: '换一只基金',
    previous: '上一只',
    next: '下一只',
    place: (place, all) => `第 ${place} 只，共 ${all} 只`,
    not_found: (text) => `没有找到“${text}”。`,
  },
  en: {
    funds: 'Premium of each fund',
    latest_note: 'Each fund by its latest row. Its name opens its whole history.',
    fund: 'Fund',
    verdict: 'Verdict',
    warnings: 'Warnings',
    amount: 'Turnover',
    purchase: 'Purchases',
    fee: 'Annual fee',
    kind: 'Kind of fund',
    filter: 'Filter',
    filter_text: 'Code, name or index',
    filter_example: 'such as 513100 or Nasdaq',
    all_kinds: 'All kinds',
    all_verdicts: 'All verdicts',
    only_warned: 'With warnings only',
    clear: 'Clear the filter',
    shown: (shown, all) => `${shown} of ${all} funds`,
    none_shown: 'No fund passes the filter.',
    sort_by: (column) => `Sort by ${column}`,
    warnings_unit: '',
    no_warning: 'none',
    warnings_of: (fund) => `Warnings on ${fund}`,
    open: 'This fund’s details and reasons',
    more: (count) => `Show ${count} more`,
    limit: (amount) => `limit ${amount}`,
    rows: (count) => `${count} rows`,
    back: (count) => `Back to all ${count} funds`,
    other_fund: 'Another fund',
    previous: 'Previous',
    next: 'Next',
    place: (place, all) => `${place} of ${all}`,
    not_found: (text) => `“${text}” was not found.`,
  },
};
