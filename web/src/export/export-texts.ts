import type { Denominator } from '../generated/ops.ts';
import type { Translated } from '../texts/translated.ts';
import type { ReportLine } from './report.ts';
import { reportSheet } from './report-sheet.ts';

/** Among them the names of the report's columns. */
export interface ExportTexts extends ReportLine {
  title: string;
  note: string;
  book: string;
  json: string;
  csv: string;
  markdown: string;
  writing: (percent: string) => string;
  done: (name: string) => string;
  too_long: (rows: string, most: string) => string;
  failed: string;
  several: (count: string) => string;
  sheet_data: string;
  sheet_report: string;
  date: string;
  time: string;
  code: string;
  fund_name: string;
  price: string;
  /** The value that a table read again is measured by; the others are not taken for values then. */
  nav: string;
  values: Record<Denominator, string>;
  value_date: (value: string) => string;
  premium: (value: string) => string;
  checks: string;
  kinds: Record<'found' | 'clean' | 'unchecked' | 'said' | 'bar', string>;
  /** Of a bar: what it is now, and what it was. */
  bar: (now: string, standard: string) => string;
  denied: (what: string) => string;
  listed: string;
  no_mend: string;
  settings: string;
  mended_note: string;
}

export const exportTexts: Translated<ExportTexts> = {
  zh: {
    title: '导出',
    note: '数据与体检报告一并导出：每一行的价格、各种分母的价值与溢价，以及涉及这一行的核对项。已修正的按修正后的数写出，拆分之前的价格与净值按当时的数写出。',
    book: '工作簿（.xlsx）',
    json: 'JSON',
    csv: '数据 CSV',
    markdown: '报告 Markdown',
    writing: (percent) => `正在写出 ${percent}`,
    done: (name) => `已写出 ${name}`,
    too_long: (rows, most) =>
      `工作簿的一张表最多 ${most} 行，这份数据有 ${rows} 行。请改用 CSV 或 JSON。`,
    failed: '没能写出来。请再试一次。',
    several: (count) => `${count}只基金`,
    sheet_data: '数据',
    sheet_report: reportSheet.zh,
    date: '日期',
    time: '时间',
    code: '基金代码',
    fund_name: '基金名称',
    price: '价格',
    nav: '单位净值',
    values: {
      iopv: 'IOPV',
      iopv_estimated: '估算值',
      nav_same_day: '同日净值',
      nav_previous: '前一日净值',
      nav_published: '当时已公布的净值',
      nav_corrected: '校正净值',
    },
    value_date: (value) => `${value}的日期`,
    premium: (value) => `溢价（${value}）`,
    checks: '涉及的核对项',
    kind: '类别',
    kinds: {
      found: '发现',
      clean: '核对无误',
      unchecked: '没能核对',
      said: '由你指出',
      bar: '改过的对照线',
    },
    bar: (now, standard) => `${now}（标准 ${standard}）`,
    denied: (what) => `否：${what}`,
    level: '级别',
    name: '核对项',
    seen: '看到了什么',
    why: '说明',
    fund: '基金',
    table: '表',
    column: '列',
    rows_count: '行数',
    rows: '原表行号',
    effect: '对结果的影响',
    mend: '修正办法',
    mended: '是否已修正',
    source: '依据',
    needs: '需要什么',
    listed: '（行号只列出一部分）',
    no_mend: '需要在原表里更正',
    settings: '设定',
    mended_note: '是',
  },
  en: {
    title: 'Export',
    note: 'The data with their report: each row’s price, the value and premium on every denominator, and the checks that speak of the row. What was mended is written as mended; prices and NAVs of before a split as they were then.',
    book: 'Workbook (.xlsx)',
    json: 'JSON',
    csv: 'Data as CSV',
    markdown: 'Report as Markdown',
    writing: (percent) => `Writing, ${percent}`,
    done: (name) => `Written: ${name}`,
    too_long: (rows, most) =>
      `A sheet holds ${most} rows at most, and these data have ${rows}. Please take CSV or JSON.`,
    failed: 'It could not be written. Please try again.',
    several: (count) => `${count}-funds`,
    sheet_data: 'Data',
    sheet_report: reportSheet.en,
    date: 'date',
    time: 'time',
    code: 'code',
    fund_name: 'fund name',
    price: 'price',
    nav: 'NAV',
    values: {
      iopv: 'IOPV',
      iopv_estimated: 'estimated NAV',
      nav_same_day: 'same-day NAV',
      nav_previous: 'previous NAV',
      nav_published: 'NAV published by then',
      nav_corrected: 'corrected NAV',
    },
    value_date: (value) => `date of ${value}`,
    premium: (value) => `premium (${value})`,
    checks: 'checks',
    kind: 'Kind',
    kinds: {
      found: 'found',
      clean: 'clean',
      unchecked: 'not checked',
      said: 'as you say',
      bar: 'changed bar',
    },
    bar: (now, standard) => `${now} (standard ${standard})`,
    denied: (what) => `not so: ${what}`,
    level: 'Level',
    name: 'Check',
    seen: 'What was seen',
    why: 'Why it matters',
    fund: 'Fund',
    table: 'Table',
    column: 'Column',
    rows_count: 'Rows',
    rows: 'Rows of the source',
    effect: 'Effect on the result',
    mend: 'Mend',
    mended: 'Mended',
    source: 'Source',
    needs: 'Needs',
    listed: ' (only some are listed)',
    no_mend: 'has to be put right in the source',
    settings: 'Settings',
    mended_note: 'yes',
  },
};
