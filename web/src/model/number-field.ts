// What a person types into a number field, read strictly: full-width digits, thousands commas,
// "1.804元", "8000万", "2 bn" and a true minus are understood; anything else is refused, never
// guessed. Nothing is computed here beyond the unit that was typed.

export type FieldProblem = 'not_a_number';

export type FieldValue =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'problem'; problem: FieldProblem; text: string };

export type FieldUnit = 'cny' | 'percent';

const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

const scales: [RegExp, number][] = [
  [/万亿$/, 1e12],
  [/(?:亿|億)$/, 1e8],
  [/千万$/, 1e7],
  [/百万$/, 1e6],
  [/(?:万|萬)$/, 1e4],
  [/(?:bn|billion)$/i, 1e9],
  [/(?:mn|million|m)$/i, 1e6],
  [/k$/i, 1e3],
];

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2212\u2013\uFE63]/g, '-')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/。/g, '.')
    .replace(/、/g, ',');
}

function withoutCurrency(text: string): string {
  return text.replace(/^(?:CNY|RMB|[¥￥])/i, '').replace(/(?:元|块|CNY|RMB)$/i, '');
}

function strict(text: string): number | undefined {
  if (!plain.test(text) && !grouped.test(text)) return undefined;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}

function read(text: string, unit: FieldUnit): number | undefined {
  if (unit === 'percent') {
    const value = strict(text.replace(/%$/, ''));
    return value === undefined ? undefined : value / 100;
  }
  const amount = withoutCurrency(text);
  const scale = scales.find(([ending]) => ending.test(amount));
  if (!scale) return strict(amount);
  const value = strict(amount.replace(scale[0], ''));
  return value === undefined ? undefined : value * scale[1];
}

export function parseField(text: string, unit: FieldUnit = 'cny'): FieldValue {
  const tidied = tidy(text);
  if (tidied === '') return { kind: 'empty' };
  const value = read(tidied, unit);
  return value === undefined
    ? { kind: 'problem', problem: 'not_a_number', text: text.trim() }
    : { kind: 'number', value };
}
