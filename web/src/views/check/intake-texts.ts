import type { Translated } from '../../texts/translated.ts';

export interface IntakeTexts {
  title: string;
  how: string;
  choose: string;
  sample: string;
  sample_note: string;
  field: string;
  read: string;
  example: string;
  example_rows: string[][];
  accepted: string;
  joined: string;
}

export const intakeTexts: Translated<IntakeTexts> = {
  zh: {
    title: '粘贴或拖入表格',
    how: '在页面任意处按 Ctrl+V（⌘V），或把一个或几个文件拖进来。',
    choose: '选择文件',
    sample: '看一份生成的历史',
    sample_note: '由本工具随机生成，不是任何一只基金的行情。',
    field: '也可以在这里粘贴或输入',
    read: '读取',
    example: '像这样：',
    example_rows: [
      ['日期', '收盘价', '单位净值'],
      ['2025-01-02', '1.804', '1.7445'],
      ['2025-01-03', '1.812', '1.7520'],
      ['2025-01-06', '1.795', '1.7498'],
    ],
    accepted:
      '可读 CSV、TSV、.xlsx、JSON、网页表格与从 Excel 复制的单元格；中英文表头；UTF-8、GBK、UTF-16。',
    joined: '价格与净值分在两份表里也可以：一起拖入，按日期合并。',
  },
  en: {
    title: 'Paste or drop a table',
    how: 'Press Ctrl+V (⌘V) anywhere on the page, or drop one or more files.',
    choose: 'Choose files',
    sample: 'See a generated history',
    sample_note: 'Made up at random by this tool; the quotes of no fund.',
    field: 'Or paste or type here',
    read: 'Read it',
    example: 'Like this:',
    example_rows: [
      ['date', 'close', 'NAV'],
      ['2025-01-02', '1.804', '1.7445'],
      ['2025-01-03', '1.812', '1.7520'],
      ['2025-01-06', '1.795', '1.7498'],
    ],
    accepted:
      'CSV, TSV, .xlsx, JSON, tables of web pages and cells copied from a spreadsheet; Chinese or English headers; UTF-8, GBK, UTF-16.',
    joined: 'Prices and NAVs may be in two tables: drop both, they are joined by date.',
  },
};
