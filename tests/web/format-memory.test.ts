// Which tables are of one format, and what is kept of one.
import { beforeEach, describe, expect, test } from 'vitest';
import { FormatMemory, keyOf } from '../../web/src/model/format-memory.ts';

let stored: Map<string, string>;
let memory: FormatMemory;
beforeEach(() => {
  stored = new Map();
  memory = new FormatMemory({
    recall: (key) => stored.get(key) ?? null,
    remember: (key, value) => void stored.set(key, value),
  });
});

const table = (names: string[], file = '') => ({
  header: names.map((name) => ({ name, fund: '' })),
  file,
});
const wide = (funds: string[], file: string) => ({
  header: [{ name: '日期', fund: '' }, ...funds.map((fund) => ({ name: fund, fund }))],
  file,
});
const nav = { roles: { 参考: 'nav' as const }, units: {}, wideRole: null };

describe('one format', () => {
  test.each([
    ['the same names', table(['日期', '收盘价', '参考'], 'b.txt')],
    ['full-width letters and blanks', table([' 日期', '收盘 价', '参　考'])],
  ])('are tables with %s', (_, other) => {
    expect(keyOf(other)).toBe(keyOf(table(['日期', '收盘价', '参考'], 'a.csv')));
  });

  test('are tables whose headers differ by the day they name', () => {
    const one = table(['代码', '2025-01-03-单位净值', '2025-01-02-单位净值']);
    const other = table(['代码', '2025年2月7日-单位净值', '20250206-单位净值']);
    expect(keyOf(one)).toBe(keyOf(other));
    memory.remember(one, {
      roles: {},
      units: { '2025-01-02-单位净值': 'percent' },
      wideRole: null,
    });
    expect(memory.recall(other)?.units).toEqual({ '20250206-单位净值': 'percent' });
  });

  test('are wide tables of the same kind with other funds, by the name of the file', () => {
    const prices = wide(['510300', '513100'], 'etf_price_2025.csv');
    expect(keyOf(prices)).toBe(keyOf(wide(['159920'], 'etf_price_2026.csv')));
    expect(keyOf(prices)).not.toBe(keyOf(wide(['510300', '513100'], 'etf_nav_2025.csv')));
  });

  test('are not tables with another column, or in another order', () => {
    const key = keyOf(table(['日期', '收盘价']));
    expect(keyOf(table(['日期', '收盘价', '参考']))).not.toBe(key);
    expect(keyOf(table(['收盘价', '日期']))).not.toBe(key);
  });
});

describe('what is kept', () => {
  test('are the corrections, under the names that the next table has', () => {
    memory.remember(table(['日期', '参考']), nav);
    expect(memory.recall(table(['日期', ' 参 考']))?.roles).toEqual({ ' 参 考': 'nav' });
    expect(memory.recall(table(['日期', '其他']))).toBeUndefined();
  });

  test('is nothing once nothing is corrected, or it was forgotten', () => {
    memory.remember(table(['日期', '参考']), nav);
    memory.remember(table(['日期', '参考']), { roles: {}, units: {}, wideRole: null });
    expect(memory.recall(table(['日期', '参考']))).toBeUndefined();
    memory.remember(table(['日期', '参考']), nav);
    memory.forget(table(['日期', '参考']));
    expect(stored.get('formats')).toBe('[]');
  });

  test('is what all columns of a wide table hold', () => {
    memory.remember(wide(['1', '2'], 'x.csv'), { roles: {}, units: {}, wideRole: 'nav' });
    expect(memory.recall(wide(['3'], 'x.csv'))?.wideRole).toBe('nav');
  });

  test('is bounded: the oldest format goes', () => {
    for (let count = 0; count <= 100; count++) memory.remember(table([`c${count}`, '参考']), nav);
    expect(memory.recall(table(['c0', '参考']))).toBeUndefined();
    expect(memory.recall(table(['c1', '参考']))).toBeDefined();
  });

  test.each(['', '{', '7', '[{"key":1}]', '[null]'])('is nothing where %j stands', (text) => {
    stored.set('formats', text);
    expect(memory.recall(table(['日期']))).toBeUndefined();
  });
});
