// What a finding of the data check does, in words: before and after, how many days, the worst one.
import { describe, expect, test } from 'vitest';
import type { CheckEffect, DataCheck, Mend } from '../../web/src/generated/ops.ts';
import { formatFor } from '../../web/src/texts/format.ts';
import { effectWords, mendWords, rowRanges } from '../../web/src/views/history/check-words.ts';
import { languages } from './languages.ts';

const effect: CheckEffect = {
  recomputed: true,
  denominator: 'nav_published',
  rows_changed: 240,
  rows_lost: 0,
  rows_gained: 0,
  largest_change_fraction: -0.102,
  largest_change_date: '2024-05-06',
  latest_before_fraction: 0.123,
  latest_after_fraction: 0.021,
  days_over_before: 30,
  over_bar_fraction: 0.05,
  days_over_after: 2,
  rows_touched: 240,
  largest_premium_fraction: 0.2,
  largest_premium_date: '2024-05-06',
};

const words = (
  change: Partial<CheckEffect> | null,
  mended = false,
  language: 'zh' | 'en' = 'zh',
) => {
  const check = { effect: change && { ...effect, ...change }, mended } as DataCheck;
  const said = effectWords(check, languages[language], formatFor(language));
  return said.replaceAll('\u202f', ' ');
};

describe('an effect', () => {
  test('before and after, the days and the worst of them', () => {
    expect(words({})).toBe(
      '改后最新溢价 +12.30 % → +2.10 %，影响 240 天，变动最大的是 2024-05-06（−10.20 个百分点），超过 5 % 的天数 30 → 2（分母：当时已公布的净值）。',
    );
    expect(words({}, true, 'en')).toBe(
      'Latest premium +12.30 % before the mend → +2.10 % now; 240 days changed; the most on 2024-05-06 (−10.20 pp); days over 5 %: 30 → 2 (on the NAV published by then).',
    );
  });

  test('that leaves the latest premium says so', () => {
    expect(words({ latest_after_fraction: 0.123 })).toMatch(
      /^最新溢价不变（\+12\.30 %），影响 240 天/,
    );
  });

  test('of several funds has no one latest', () => {
    const of = { latest_before_fraction: null, latest_after_fraction: null, denominator: null };
    expect(words({ ...of, days_over_after: 30 })).toBe(
      '影响 240 天，变动最大的是 2024-05-06（−10.20 个百分点）。',
    );
  });

  test('days that lose their premium are told', () => {
    expect(words({ rows_lost: 3 })).toContain('3 天不再有溢价');
  });

  test('of a mend that moves nothing, and of rows without a mend', () => {
    expect(words({ rows_changed: 0 })).toBe('修正与否，每一天的溢价都一样。');
    expect(words({ recomputed: false, rows_touched: 5 })).toBe(
      '所指的行中有 5 天算出了溢价，最大的是 +20.00 %（2024-05-06）。',
    );
    expect(words({ recomputed: false, rows_touched: 0 })).toBe('所指的行都没有参与溢价的计算。');
    expect(words(null)).toBe('不影响溢价。');
  });
});

test('a mend says what it does to what, and between which days', () => {
  const mend = {
    kind: 'scale',
    role: 'price',
    from: '2024-01-02',
    to: '2024-03-04',
    factor: 0.1,
    sessions: null,
  } as Mend;
  expect(mendWords(mend, languages.zh, formatFor('zh'))).toBe(
    '换算到同一单位（价格，×0.1，2024-01-02 至 2024-03-04）',
  );
});

test.each([
  [[], ''],
  [[5], '5'],
  [[9, 2, 3, 4], '2–4, 9'],
  [[7, 7, 8], '7–8'],
])('rows %j are written %j', (rows, text) => expect(rowRanges(rows)).toBe(text));
