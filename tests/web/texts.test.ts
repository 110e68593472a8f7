// Every code and word that the core lists has a text in both languages, and the texts keep the
// page's manners: no shorthand, no advice, no unformatted number.
import { describe, expect, test } from 'vitest';
import { engineCodes } from '../../web/src/engine/codes.ts';
import { codes, words } from '../../web/src/generated/ops.ts';
import type { EvidenceMap } from '../../web/src/texts/evidence.ts';
import { type Language, missing } from '../../web/src/texts/format.ts';
import { errorWords, findingWords, sourceWords } from '../../web/src/texts/index.ts';
import type { Texts } from '../../web/src/texts/types.ts';
import { languages } from './languages.ts';

const both = Object.entries(languages) as [Language, Texts][];

/** One evidence with every key that the core's rules use. */
const evidence: EvidenceMap = {
  premium_fraction: 0.0712,
  denominator_name: 'nav_published',
  table: 'purchase_status.csv',
  kind_name: 'cross_border',
  side_name: 'price',
  inner_fraction: 0.01,
  outer_fraction: 0.02,
  bar_fraction: 0.05,
  bar_cny: 2e9,
  bar_days: 3,
  bar_minutes: 30,
  run_days: 4,
  float_cny: 1.5e9,
  limit_cny: 1000,
  amount_cny: 74_420_000,
  amount_days: 20,
  iopv_value: 1.7445,
  flat_minutes: 45,
  price_move_fraction: 0.012,
  recent_fraction: 0.006,
  usual_fraction: 0.04,
  recent_days: 5,
  usual_days: 60,
  disagree_days: 22,
  last_date: '2025-08-05',
  same_day_fraction: 0.0519,
  published_fraction: 0.0151,
  column_text: '基金折价率',
  rows_count: 120,
  difference_fraction: 0.0003,
  split_date: '2022-01-13',
  split_ratio: 5,
  value_date: '2025-08-01',
  lag_sessions: 7,
  matched_count: 10,
  price_only_count: 2,
  value_only_count: 3,
  title_text: '前复权',
  gap_fraction: -0.12,
  steps_count: 3,
  first_date: '2024-01-18',
  found_correlation: 0.82,
  usual_correlation: 0.03,
  found_lag_sessions: 1,
  usual_lag_sessions: 0,
  off_sessions: 1,
  pairs_count: 240,
  repeats_count: 14,
  expected_ratio: 0.1,
  change_date: '2026-06-23',
  before_count: 109_541_923,
  after_count: 8808.61,
  factor_ratio: 10_000,
  role_name: 'volume',
  funds_count: 67,
  priced_count: 1,
  largest_difference_fraction: 0.0061,
  share_fraction: 0.031,
  sample_value: 1.2345,
  price_tick_value: 0.001,
  equals_nav_count: 12,
  equals_previous_count: 3,
  longest_sessions: 4,
  longest_date: '2025-01-15',
  differing_count: 2,
  price_value: 100.003,
  nav_value: 1,
  own_gap_fraction: 0.41,
  other_gap_fraction: 0.002,
  other_text: '513500',
  other_side_name: 'nav',
  said_denominator_name: 'iopv',
  said_difference_fraction: 0.021,
  agreeing_fraction: 0.97,
  bar_ratio: 0.2,
  said_name: 'purchase',
  said_date: '2025-01-13',
  purchase_status_name: 'open',
  standard_bar_fraction: 0.05,
};

/** Every string that a language holds, with where it stands; functions are called with words. */
function* everyText(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* everyText(item, `${path}.${key}`);
  }
}

function* everyTextOf(texts: Texts): Generator<[string, string]> {
  yield* everyText(texts);
  for (const code of Object.keys(texts.findings)) {
    yield [`findings.${code}`, findingWords(texts, code, evidence).line];
  }
  for (const code of Object.keys(texts.errors)) {
    yield [`errors.${code}`, errorWords(texts, code, { row: 7, column: '收盘价', text: '停牌' })];
  }
}

const pathsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [''];
  return Object.entries(value)
    .flatMap(([key, item]) => pathsOf(item).map((path) => `${key}.${path}`))
    .sort();
};

/** The view's own texts, beside the view. */
const viewTexts = Object.entries(
  import.meta.glob<Record<string, Record<Language, unknown>>>(
    ['../../web/src/views/*/*texts.ts', '../../web/src/texts/*-texts.ts'],
    {
      eager: true,
    },
  ),
).flatMap(([file, module]) => Object.values(module).map((texts) => [file, texts] as const));

describe.each(both)('%s', (language, texts) => {
  test.each(codes.map(({ code, use }) => [code, use] as const))('says %s (%s)', (code, use) => {
    const text =
      use === 'finding' ? findingWords(texts, code, evidence).line : errorWords(texts, code, {});
    expect(text).not.toBe('');
    expect(text).not.toContain(code);
    if (use === 'finding') expect(texts.result.rule_names).toHaveProperty(code);
    else expect(texts.errors).toHaveProperty(code);
  });

  test.each(Object.keys(engineCodes))('says %s (engine)', (code) => {
    expect(texts.errors).toHaveProperty(code);
  });

  const groups = Object.entries(words).filter(
    ([group]) => group !== 'column_type' && group !== 'source',
  );
  test.each(groups)('has every word of %s', (group, list) => {
    const known = (texts.words as unknown as Record<string, Record<string, string>>)[group];
    expect(Object.keys(known ?? {}).sort()).toEqual([...list].sort());
    for (const word of Object.values(known ?? {})) expect(word).not.toBe('');
  });

  test('cites every source by title, author and date', () => {
    expect(Object.keys(texts.sources).sort()).toEqual([...words.source].sort());
    for (const source of words.source) {
      const { title, author, date } = texts.sources[source];
      expect([title, author, date]).not.toContain('');
      expect(sourceWords(texts, source)).toContain(title);
    }
  });

  test('findings write their evidence with its unit', () => {
    for (const { code } of codes.filter(({ use }) => use === 'finding')) {
      const { line, why } = findingWords(texts, code, evidence);
      expect(line, code).not.toMatch(/undefined|NaN|\d\.\d{5}/);
      expect(line, code).not.toContain(missing);
      expect(why, code).not.toBe('');
    }
  });

  test('neither advises nor reassures, and knows no shorthand', () => {
    const banned =
      language === 'zh'
        ? /买入|卖出|安全性|很安全|建议(?!）|。|，也)|S[0-4]\b/
        : /\b(buy|sell|safe|safely|S[0-4])\b/i;
    for (const [path, text] of everyTextOf(texts)) {
      if (!/advice/.test(path)) expect(text, path).not.toMatch(banned);
    }
  });
});

test('the two languages hold the same texts', () => {
  expect(pathsOf(languages.en)).toEqual(pathsOf(languages.zh));
});

test.each(viewTexts)('%s holds the same texts in both languages', (_, texts) => {
  const withoutLists = (value: unknown) =>
    pathsOf(value).map((path) => path.replace(/\.\d+\./g, '.n.'));
  expect(new Set(withoutLists(texts.en))).toEqual(new Set(withoutLists(texts.zh)));
  for (const language of ['zh', 'en'] as const) {
    for (const [path, text] of everyText(texts[language])) {
      if (!path.endsWith('unit')) expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/\bS[0-4]\b/);
    }
  }
});

test('a finding names the side of the premium', () => {
  const discount = { ...evidence, premium_fraction: -0.031, value_move_fraction: null };
  expect(findingWords(languages.zh, 'range_outside', discount).line).toContain('折价 3.10\u202f%');
  expect(findingWords(languages.en, 'range_outside', discount).line).toContain(
    'Discount of 3.10\u202f%',
  );
});

test('an error says its place first', () => {
  const place = { row: 12, column: '收盘价', text: 'abc' };
  expect(errorWords(languages.zh, 'not_a_number', place)).toBe('第 12 行“收盘价”列：“abc”不是数字');
  expect(errorWords(languages.en, 'not_a_number', place)).toBe(
    'Row 12, column “收盘价”: “abc” is not a number',
  );
});

test('a code nobody knows is still said to be a fault', () => {
  expect(errorWords(languages.en, 'what_is_this', {})).toBe(
    errorWords(languages.en, 'internal', {}),
  );
});
