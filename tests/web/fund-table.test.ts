// Which funds are shown and in which order.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Fund, FundTable, warningsOf } from '../../web/src/model/fund-table.ts';

const fund = (code: string, premium: number | null, more: Partial<Fund> = {}): Fund =>
  ({
    code,
    name: '',
    index_name: null,
    kind: 'cross_border',
    verdict: 'inside',
    premium_fraction: premium,
    amount_cny: null,
    fee_fraction: null,
    price: 1,
    value: 1,
    purchase: null,
    findings: [],
    ...more,
  }) as Fund;

const funds = [
  fund('513050', 0.01, { name: '中概互联网ETF', verdict: 'edge', amount_cny: 5e8 }),
  fund('513100', 0.12, {
    name: '纳指ETF',
    index_name: '纳斯达克100',
    verdict: 'outside',
    findings: [
      { code: 'premium_over_5', level: 'warn' },
      { code: 'split_adjusted', level: 'info' },
      { code: 'premium_days_over_5', level: 'severe' },
    ],
  }),
  fund('510300', null, { name: '沪深300ETF', kind: 'broad' }),
  fund('159920', -0.02, {
    name: '恒生ETF',
    findings: [{ code: 'range_edge', level: 'watch' }],
    amount_cny: 2e8,
  }),
];

let table: FundTable;
beforeEach(() => {
  table = new FundTable();
});
const codes = () => table.rows(funds).map(({ code }) => code);

describe('sorting', () => {
  test('begins with the highest premium; what is missing stands last both ways', () => {
    expect(codes()).toEqual(['513100', '513050', '159920', '510300']);
    table.sortBy('premium');
    expect(codes()).toEqual(['159920', '513050', '513100', '510300']);
  });

  test.each([
    ['fund', ['159920', '510300', '513050', '513100']],
    ['verdict', ['513100', '513050', '159920', '510300']],
    ['warnings', ['513100', '159920', '513050', '510300']],
    ['amount', ['513050', '159920', '513100', '510300']],
  ] as const)('by %s', (key, wanted) => {
    table.sortBy(key);
    expect(codes()).toEqual(wanted);
  });
});

describe('filtering', () => {
  test.each([
    ['5131', ['513100']],
    ['纳斯达克', ['513100']],
    ['ＥＴＦ 互联', ['513050']],
    ['etf', ['513100', '513050', '159920', '510300']],
    ['nothing', []],
  ])('%j in code, name or index', (text, wanted) => {
    table.setFilter({ text });
    expect(codes()).toEqual(wanted);
  });

  test('by kind, verdict and warnings, all together, and cleared', () => {
    table.setFilter({ isWarned: true });
    expect(codes()).toEqual(['513100', '159920']);
    table.setFilter({ verdict: 'outside' });
    expect(codes()).toEqual(['513100']);
    table.setFilter({ kind: 'broad' });
    expect(codes()).toEqual([]);
    expect(table.isFiltered).toBe(true);
    table.clearFilter();
    expect(table.isFiltered).toBe(false);
    expect(codes()).toHaveLength(4);
  });
});

test('warnings are worst first, without mere notes', () => {
  expect(warningsOf(funds[1] as Fund).map(({ level }) => level)).toEqual(['severe', 'warn']);
});

test('a thousand funds are sorted in a few milliseconds', () => {
  const many = Array.from({ length: 1000 }, (_, index) => fund(`${index}`, Math.sin(index)));
  const begun = performance.now();
  const sorted = table.rows(many);
  expect(performance.now() - begun).toBeLessThan(100);
  expect(sorted[0]?.premium_fraction).toBeGreaterThan(0.99);
});
