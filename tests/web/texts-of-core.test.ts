// The texts against what the core really says: every finding, unjudged rule and error that these
// requests bring about is worded without a gap, in both languages.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCore } from '../../scripts/load-core.ts';
import { appendToTable, type CoreModule } from '../../web/src/engine/core.ts';
import type { Finding, Ops, Rejection, Unjudged } from '../../web/src/generated/ops.ts';
import { missing } from '../../web/src/texts/format.ts';
import { errorWords, findingWords } from '../../web/src/texts/index.ts';
import { languages } from './languages.ts';

let core: CoreModule;
beforeAll(async () => {
  core = await loadCore();
});

interface Reply {
  ok: boolean;
  result?: { findings?: Finding[]; unjudged?: Unjudged[]; rejected?: Rejection[] };
  error?: { code: string; row?: number; column?: string; text?: string };
}

const run = (request: object): Reply => JSON.parse(core.run(JSON.stringify(request))) as Reply;

function analyze(text: string, request: object = {}): Reply {
  core.tableCreate('t', '');
  appendToTable(core, 't', new TextEncoder().encode(text));
  return run({ op: 'analyze', table: 't', ...request });
}

const day = (index: number): string =>
  new Date(1.7e12 + index * 86_400_000).toISOString().slice(0, 10);

/** So many days of a price, a NAV and whatever else. */
function history(
  header: string,
  days: number,
  row: (index: number) => (string | number)[],
): string {
  const rows = Array.from({ length: days }, (_, index) => [day(index), ...row(index)].join(','));
  return [header, ...rows].join('\n');
}

const inputs: Record<string, () => Reply> = {
  'a high premium with everything known': () =>
    run({
      op: 'premium',
      price: 1.6,
      value: 1,
      kind: 'cross_border',
      float_cny: 1e9,
      amount_cny: 5e6,
      purchase_status: 'suspended',
    }),
  'a premium at the edge': () =>
    run({
      op: 'premium',
      price: 1.015,
      value: 1,
      kind: 'cross_border',
      amount_cny: 5e7,
      purchase_status: 'limited',
    }),
  'a discount': () => run({ op: 'premium', price: 0.9, value: 1, kind: 'sector' }),
  'a premium of no kind': () => run({ op: 'premium', price: 1.1, value: 1 }),
  'the generated history': () => {
    const sample = run({ op: 'sample', name: 'history' })
      .result as unknown as Ops['sample']['result'];
    return analyze(sample.text);
  },
  'days over the bar, turnover collapsing': () =>
    analyze(
      history('日期,收盘价,单位净值,换手率,成交额', 90, (index) => [
        (1.08 + 0.001 * (index % 7)).toFixed(3),
        '1.0000',
        index < 80 ? '5%' : '0.3%',
        5e6,
      ]),
      { kind: 'cross_border', region: 'us' },
    ),
  'a pasted premium column of the other sign, newest first': () =>
    analyze(
      history('日期,收盘价,单位净值,折价率', 40, (index) => {
        const price = 1 + 0.01 * (index % 9);
        return [
          price.toFixed(3),
          '1.0000',
          `${(-100 * (Number(price.toFixed(3)) - 1)).toFixed(2)}%`,
        ];
      })
        .split('\n')
        .map((line, index, lines) => (index === 0 ? line : (lines[lines.length - index] ?? '')))
        .join('\n'),
      { region: 'hong_kong' },
    ),
  'a pasted premium column that differs': () =>
    analyze(
      history('日期,收盘价,单位净值,溢价率', 40, (index) => [
        (1 + 0.01 * (index % 9)).toFixed(3),
        '1.0000',
        '7.00%',
      ]),
    ),
  'a split': () =>
    analyze(
      history('日期,收盘价,单位净值', 60, (index) =>
        index < 30
          ? [(5 + index / 100).toFixed(3), (4.9 + index / 100).toFixed(4)]
          : [(1 + index / 500).toFixed(3), (0.98 + index / 500).toFixed(4)],
      ),
    ),
  'a NAV that stopped': () =>
    analyze(
      history('日期,收盘价,单位净值', 40, (index) => [
        (1 + index / 1000).toFixed(3),
        index < 20 ? '1.0000' : '',
      ]),
    ),
};

describe.each(Object.entries(inputs))('%s', (_, reply) => {
  test.each(Object.values(languages))('is worded without a gap', (texts) => {
    const { ok, result, error } = reply();
    expect(error).toBeUndefined();
    expect(ok).toBe(true);
    for (const { code, evidence, source, level } of result?.findings ?? []) {
      const { line, why } = findingWords(texts, code, evidence);
      expect(line, `${code} ${JSON.stringify(evidence)}`).not.toMatch(/undefined|NaN/);
      expect(line, `${code} ${JSON.stringify(evidence)}`).not.toContain(missing);
      expect(why).not.toBe('');
      expect(texts.sources[source].title).toBeTruthy();
      expect(texts.words.level[level]).toBeTruthy();
    }
    for (const { code, needs } of result?.unjudged ?? []) {
      expect(texts.result.rule_names[code]).toBeTruthy();
      for (const need of needs) expect(texts.words.need[need]).toBeTruthy();
    }
  });
});

test('together these inputs set off most of the rules', () => {
  const seen = new Set(
    Object.values(inputs).flatMap((reply) =>
      (reply().result?.findings ?? []).map(({ code }) => code),
    ),
  );
  expect([...seen].sort()).toEqual(
    expect.arrayContaining([
      'amount_under_100m',
      'amount_under_10m',
      'dates_unsorted',
      'premium_column_disagrees',
      'premium_column_reversed',
      'premium_days_over_5',
      'premium_over_5',
      'premium_over_50',
      'purchase_limited',
      'purchase_suspended',
      'range_edge',
      'range_outside',
      'small_float_premium',
      'split_adjusted',
      'turnover_collapsed',
    ]),
  );
});

test.each([
  ['', 'empty_input'],
  ['这不是表格，只是一段话。', 'not_a_table'],
  ['日期,收盘价,单位净值', 'no_rows'],
  ['日期,收盘价\n2025-01-02,1.8\n', 'no_value_column'],
])('%j is refused with a text of its own', (text, code) => {
  const { error } = analyze(text);
  expect(error?.code).toBe(code);
  for (const texts of Object.values(languages)) {
    const words = errorWords(texts, error?.code ?? '', error ?? {});
    expect(words).not.toBe(errorWords(texts, 'internal', {}));
  }
});
