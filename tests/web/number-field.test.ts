import { expect, test } from 'vitest';
import { parseField } from '../../web/src/model/number-field.ts';

test.each([
  ['1.804', 1.804],
  [' 1.804 ', 1.804],
  ['１．８０４', 1.804],
  ['1.804元', 1.804],
  ['¥1.804', 1.804],
  ['1,234.5', 1234.5],
  ['１，２３４', 1234],
  ['.5', 0.5],
  ['5.', 5],
  ['-1', -1],
  ['\u22121.5', -1.5],
  ['8000万', 80_000_000],
  ['1.2亿', 120_000_000],
  ['15亿元', 1_500_000_000],
  ['1.5bn', 1_500_000_000],
  ['80 m', 80_000_000],
  ['0', 0],
])('%s is %d', (text, value) => {
  expect(parseField(text)).toEqual({ kind: 'number', value });
});

test.each([
  'abc',
  '1.8.0',
  '1,23',
  '12,34,567',
  '1e3',
  '0x10',
  '--',
  '1.8 1.7',
  'NaN',
  'Infinity',
  '五',
  '1.8%',
])('%s is refused, not guessed', (text) => {
  expect(parseField(text)).toEqual({ kind: 'problem', problem: 'not_a_number', text });
});

test.each(['', '   ', '\u3000'])('"%s" is empty', (text) => {
  expect(parseField(text)).toEqual({ kind: 'empty' });
});

test.each([
  ['5', 0.05],
  ['5%', 0.05],
  ['-3.2 ％', -0.032],
])('%s percent is %d', (text, value) => {
  const read = parseField(text, 'percent');
  expect(read.kind).toBe('number');
  if (read.kind === 'number') expect(read.value).toBeCloseTo(value, 12);
});
