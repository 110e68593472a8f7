import type { MeaningReason } from '../../generated/ops.ts';
import type { Translated } from '../../texts/translated.ts';

export interface ColumnTexts {
  reasons: Record<MeaningReason, string>;
  remembered: string;
  title_lines: (text: string) => string;
  wide: (count: string) => string;
  wide_note: string;
  mixed: string;
  show_wide: string;
  hide_wide: string;
  more: (count: string, rest: string) => string;
  applied: (changes: string) => string;
  kept: (changes: string) => string;
  change: (column: string, meaning: string) => string;
  all_funds: string;
  forget: string;
}

export const columnTexts: Translated<ColumnTexts> = {
  zh: {
    reasons: {
      header: '表头如此写明',
      file: '表头只有基金，按文件名或标题',
      values: '表头没有写明，按数值推断',
      corrected: '由你更正',
      not_recognised: '表头与数值都认不出，未使用',
    },
    remembered: '沿用你上次的更正',
    title_lines: (text) => `表头上方的文字：${text}`,
    wide: (count) => `各基金列（${count} 列）的内容`,
    wide_note: '每只基金占一列；在这里一次改全部，单独改过的列不受影响。',
    mixed: '各列不一',
    show_wide: '逐列查看',
    hide_wide: '收起各基金列',
    more: (count, rest) => `再显示 ${count} 列（还有 ${rest} 列）`,
    applied: (changes) => `已沿用你上次对同样表头的更正：${changes}。`,
    kept: (changes) => `你的更正（${changes}）已记在本浏览器里，下次遇到同样的表头会照此读取。`,
    change: (column, meaning) => `“${column}”读作${meaning}`,
    all_funds: '各基金列',
    forget: '忘掉并恢复推断',
  },
  en: {
    reasons: {
      header: 'The header says so',
      file: 'The header names funds only; by the file’s name or title',
      values: 'Guessed by the values; the header does not say',
      corrected: 'Corrected by you',
      not_recognised: 'Neither header nor values were recognised; not used',
    },
    remembered: 'As you corrected it last time',
    title_lines: (text) => `Above the header: ${text}`,
    wide: (count) => `What the ${count} columns of funds hold`,
    wide_note:
      'Each fund has a column; this changes all of them but those you corrected one by one.',
    mixed: 'Not all the same',
    show_wide: 'Look at each column',
    hide_wide: 'Hide the columns of funds',
    more: (count, rest) => `Show ${count} more (${rest} left)`,
    applied: (changes) => `Read as you corrected the same header before: ${changes}.`,
    kept: (changes) =>
      `Your correction (${changes}) is kept in this browser; the next table with this header is read that way.`,
    change: (column, meaning) => `“${column}” as ${meaning}`,
    all_funds: 'columns of funds',
    forget: 'Forget it and guess again',
  },
};
