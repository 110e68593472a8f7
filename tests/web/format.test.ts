import { describe, expect, test } from 'vitest';
import { writeEvidence } from '../../web/src/texts/evidence.ts';
import { formatFor, missing } from '../../web/src/texts/format.ts';

const zh = formatFor('zh');
const en = formatFor('en');
const narrow = '\u202f';
const minus = '\u2212';

describe('fractions', () => {
  test.each([
    [0.0341072, '3.41'],
    [0, '0.00'],
    [-0.0120499, `${minus}1.20`],
    [-0.000001, '0.00'],
    [1.5, '150.00'],
    [12.3456, '1,234.56'],
  ])('%d is %s %%', (value, text) => {
    expect(en.fraction(value)).toBe(`${text}${narrow}%`);
  });

  test('carry a sign where asked, but zero has none', () => {
    expect(en.fraction(0.0341, true)).toBe(`+3.41${narrow}%`);
    expect(en.fraction(-0.0341, true)).toBe(`${minus}3.41${narrow}%`);
    expect(en.fraction(0.00001, true)).toBe(`0.00${narrow}%`);
  });

  test.each([
    [0.05, '5'],
    [0.002, '0.2'],
    [-0.01, `${minus}1`],
    [0.1803, '18.03'],
    [0.29, '29'],
  ])('a bar of %d is %s %%', (value, text) => {
    expect(en.bar(value)).toBe(`${text}${narrow}%`);
  });

  test('differences are in percentage points', () => {
    expect(zh.points(0.0679)).toBe(`+6.79${narrow}个百分点`);
    expect(en.points(-0.0679)).toBe(`${minus}6.79${narrow}pp`);
  });
});

test('prices have three decimals, values four', () => {
  expect(zh.price(1.804)).toBe('1.804');
  expect(zh.value(1.7445)).toBe('1.7445');
  expect(zh.value(2)).toBe('2.0000');
});

test.each([
  [2e9, `20${narrow}亿元`, `CNY${narrow}2${narrow}bn`],
  [74_420_000, `7,442${narrow}万元`, `CNY${narrow}74.42${narrow}m`],
  [1e8, `1${narrow}亿元`, `CNY${narrow}100${narrow}m`],
  [1.25e9, `12.5${narrow}亿元`, `CNY${narrow}1.25${narrow}bn`],
  [500, `500${narrow}元`, `CNY${narrow}500`],
  [-3e4, `${minus}3${narrow}万元`, `CNY${narrow}${minus}30,000`],
])('%d yuan', (value, chinese, english) => {
  expect(zh.cny(value)).toBe(chinese);
  expect(en.cny(value)).toBe(english);
});

test.each([null, undefined, Number.NaN])('%s is missing, never zero', (value) => {
  for (const text of [
    zh.fraction(value),
    zh.bar(value),
    zh.price(value),
    zh.value(value),
    zh.cny(value),
    zh.count(value),
    zh.points(value),
    zh.ratio(value),
  ]) {
    expect(text).toBe(missing);
  }
});

test.each([
  ['premium_fraction', 0.0341, `3.41${narrow}%`],
  ['bar_fraction', 0.05, `5${narrow}%`],
  ['outer_fraction', 0.02, `2${narrow}%`],
  ['amount_cny', 8e7, `CNY${narrow}80${narrow}m`],
  ['price_value', 1.8, '1.800'],
  ['iopv_value', 1.8, '1.8000'],
  ['rows_count', 1234, '1,234'],
  ['run_days', 1, `1${narrow}day`],
  ['run_days', 3, `3${narrow}days`],
  ['lag_sessions', 7, `7${narrow}sessions`],
  ['flat_minutes', 45, `45${narrow}minutes`],
  ['split_ratio', 5, '5'],
  ['last_date', '2020-09-03', '2020-09-03'],
  ['kind_name', 'gold', 'kind:gold'],
  ['column_text', '溢价率', '溢价率'],
  ['premium_fraction', null, missing],
])('the suffix of %s tells how to write %s', (key, value, text) => {
  expect(writeEvidence(en, (group, word) => `${group}:${word}`, key, value)).toBe(text);
});
