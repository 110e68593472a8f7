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
  },
};
