import type { Translated } from '../../texts/translated.ts';

export interface ChecksTexts {
  title: string;
  doubtful: string;
  doubtful_note: string;
  notes: (count: string) => string;
  of_fund: (fund: string) => string;
  in_column: (column: string) => string;
  rows: (count: string) => string;
  hide_rows: string;
  rows_cut: (shown: string, all: string) => string;
  rows_failed: string;
  row: string;
  mend: string;
  mended: string;
  take_back: string;
  no_mend: string;
  why: string;
  row_list: (rows: string) => string;
  report: string;
  report_count: (count: string) => string;
  summary: (found: string, clean: string, unchecked: string) => string;
  tables: string;
  table_line: (name: string, rows: string, dates: string, columns: string) => string;
  pasted: string;
  findings: string;
  nothing_found: string;
  clean: string;
  said: string;
  clean_note: string;
  unchecked: string;
  unchecked_note: string;
  needs: (needs: string) => string;
  print: string;
  loading: string;
  failed: string;
  effect: string;
  effect_none: string;
  effect_untouched: string;
  effect_touched: (days: string, premium: string, date: string) => string;
  effect_unchanged: string;
  effect_latest: (isMended: boolean, before: string, after: string) => string;
  effect_latest_same: (premium: string) => string;
  effect_days: (days: string) => string;
  effect_largest: (date: string, change: string) => string;
  effect_lost: (days: string) => string;
  effect_gained: (days: string) => string;
  effect_over: (bar: string, before: string, after: string) => string;
  effect_by: (denominator: string) => string;
  state_mended: string;
  state_open: string;
  mend_from_to: (from: string, to: string) => string;
  mend_factor: (factor: string) => string;
  mend_sessions: (sessions: string) => string;
}

export const checksTexts: Translated<ChecksTexts> = {
  zh: {
    title: '数据核对',
    doubtful: '先看数据本身',
    doubtful_note: '下列问题可能让溢价失真；修正或排除之前，后面的数字未必可信。',
    notes: (count) => `数据核对：${count} 项说明`,
    of_fund: (fund) => `基金 ${fund}`,
    in_column: (column) => `“${column}”列`,
    rows: (count) => `看这 ${count} 行`,
    hide_rows: '收起这些行',
    rows_cut: (shown, all) => `列出前 ${shown} 行，共 ${all} 行`,
    rows_failed: '这些行没能调出来。请再试一次。',
    row: '原表行号',
    mend: '一键修正',
    mended: '已修正，以下数字按修正后计算',
    take_back: '撤销修正',
    no_mend: '这一项需要在原表里更正。',
    why: '会怎样影响结果',
    row_list: (rows) => `原表第 ${rows} 行`,
    report: '体检报告',
    report_count: (count) => (count === '0' ? '没有发现问题' : `${count} 项发现`),
    summary: (found, clean, unchecked) =>
      `发现 ${found} 项，核对无误 ${clean} 项，没能核对 ${unchecked} 项。`,
    tables: '核对的是这些表',
    table_line: (name, rows, dates, columns) =>
      [`${name}：${rows} 行`, dates, columns].filter(Boolean).join('，'),
    pasted: '粘贴的表格',
    findings: '发现',
    nothing_found: '能核对的都没有发现问题。',
    clean: '核对过、没有问题',
    said: '由你指出与改动的',
    clean_note: '数据足以核对，且没有看到这些情况。',
    unchecked: '没能核对',
    unchecked_note: '缺少所需的列或表；没核对不等于没问题。',
    needs: (needs) => `需要：${needs}`,
    print: '打印这份报告',
    loading: '正在核对…',
    failed: '报告没能做出来。请再试一次。',
    effect: '影响',
    effect_none: '不影响溢价。',
    effect_untouched: '所指的行都没有参与溢价的计算。',
    effect_touched: (days, premium, date) =>
      `所指的行中有 ${days}算出了溢价，最大的是 ${premium}（${date}）。`,
    effect_unchanged: '修正与否，每一天的溢价都一样。',
    effect_latest: (isMended, before, after) =>
      isMended ? `修正前最新溢价 ${before} → 现在 ${after}` : `改后最新溢价 ${before} → ${after}`,
    effect_latest_same: (premium) => `最新溢价不变（${premium}）`,
    effect_days: (days) => `影响 ${days}`,
    effect_largest: (date, change) => `变动最大的是 ${date}（${change}）`,
    effect_lost: (days) => `${days}不再有溢价`,
    effect_gained: (days) => `${days}重新有了溢价`,
    effect_over: (bar, before, after) => `超过 ${bar} 的天数 ${before} → ${after}`,
    effect_by: (denominator) => `（分母：${denominator}）`,
    state_mended: '已修正',
    state_open: '未修正',
    mend_from_to: (from, to) => `${from} 至 ${to}`,
    mend_factor: (factor) => `×${factor}`,
    mend_sessions: (sessions) => `移动 ${sessions} 个交易日`,
  },
  en: {
    title: 'Data check',
    doubtful: 'First, the data themselves',
    doubtful_note:
      'What is listed here may make a false premium. Until it is mended or ruled out, the figures below may be wrong.',
    notes: (count) => `Data check · notes: ${count}`,
    of_fund: (fund) => `Fund ${fund}`,
    in_column: (column) => `Column “${column}”`,
    rows: (count) => (count === '1' ? 'Show this row' : `Show these ${count} rows`),
    hide_rows: 'Hide the rows',
    rows_cut: (shown, all) => `The first ${shown} of ${all} rows`,
    rows_failed: 'The rows could not be fetched. Please try again.',
    row: 'Row of the source',
    mend: 'Mend it',
    mended: 'Mended; the figures below are computed with it',
    take_back: 'Take the mend back',
    no_mend: 'This has to be put right in the source.',
    why: 'What it does to the result',
    row_list: (rows) => `Source rows ${rows}`,
    report: 'Data report',
    report_count: (count) =>
      count === '0' ? 'nothing found' : count === '1' ? '1 finding' : `${count} findings`,
    summary: (found, clean, unchecked) =>
      `Found: ${found}. Checked and clean: ${clean}. Could not be checked: ${unchecked}.`,
    tables: 'The tables checked',
    table_line: (name, rows, dates, columns) =>
      [`${name}: ${rows} rows`, dates, columns].filter(Boolean).join('; '),
    pasted: 'pasted table',
    findings: 'Found',
    nothing_found: 'What could be checked shows nothing wrong.',
    clean: 'Checked and clean',
    said: 'What you have said and changed',
    clean_note: 'The data suffice to look for these, and none was seen.',
    unchecked: 'Could not be checked',
    unchecked_note: 'A column or table is lacking. Not checked does not mean in order.',
    needs: (needs) => `needs ${needs}`,
    print: 'Print this report',
    loading: 'Checking…',
    failed: 'The report could not be made. Please try again.',
    effect: 'Effect',
    effect_none: 'No premium is touched.',
    effect_untouched: 'None of these rows went into a premium.',
    effect_touched: (days, premium, date) =>
      `Of these rows ${days} carry a premium, the largest ${premium} (${date}).`,
    effect_unchanged: 'Mended or not, the premium of every day is the same.',
    effect_latest: (isMended, before, after) =>
      isMended
        ? `Latest premium ${before} before the mend → ${after} now`
        : `Mended, the latest premium goes ${before} → ${after}`,
    effect_latest_same: (premium) => `The latest premium stays ${premium}`,
    effect_days: (days) => `${days} changed`,
    effect_largest: (date, change) => `the most on ${date} (${change})`,
    effect_lost: (days) => `${days} lose their premium`,
    effect_gained: (days) => `${days} gain one`,
    effect_over: (bar, before, after) => `days over ${bar}: ${before} → ${after}`,
    effect_by: (denominator) => ` (on the ${denominator})`,
    state_mended: 'mended',
    state_open: 'not mended',
    mend_from_to: (from, to) => `${from} to ${to}`,
    mend_factor: (factor) => `×${factor}`,
    mend_sessions: (sessions) => `moved by ${sessions} sessions`,
  },
};
