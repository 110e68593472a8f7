// What a file says was known: only what can be is taken, and an export brings it back.
import { describe, expect, test } from 'vitest';
import { convertJson } from '../../web/src/convert/json.ts';
import { joined, knownIn, readKnown } from '../../web/src/model/known.ts';

const said = {
  fund: '513100',
  halt: true,
  halt_date: '2025-03-20',
  purchase: 'limited',
  purchase_date: '2025-03-19',
  purchase_limit_cny: 1000,
  replication: 'sampling',
} as const;

describe('what a file says was known', () => {
  test('is taken as it was said, of one fund or of several', () => {
    expect(readKnown(said)).toEqual([said]);
    expect(readKnown([said, { index_high: false }])).toEqual([said, { index_high: false }]);
    expect(knownIn({ known: said })).toEqual([said]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'halt'],
    ['a fund alone', { fund: '513100' }],
    ['a day of nothing', { halt_date: '2025-03-20' }],
    ['a tick that is none', { halt: 'yes' }],
    ['another field', { __proto__: null, constructor: true, halted: true }],
  ])('leaves out %s', (_, value) => {
    expect(readKnown(value)).toEqual([]);
  });

  test('leaves out what cannot be, and keeps the rest', () => {
    const odd = { ...said, halt_date: '2025-02-30', purchase: 'closed', purchase_limit_cny: -5 };
    expect(readKnown(odd)).toEqual([
      { fund: '513100', halt: true, purchase_date: '2025-03-19', replication: 'sampling' },
    ]);
  });

  test('goes before what was said of the same fund, and leaves the others', () => {
    const older = [{ fund: '513100', halt: false }, { index_high: true }];
    expect(joined(older, [said])).toEqual([{ index_high: true }, said]);
    expect(joined(older, [])).toEqual(older);
  });
});

describe('JSON', () => {
  const exported = (program: string) =>
    new Blob([
      JSON.stringify({
        program,
        settings: { known: said },
        report: { findings: [{ code: 'split_adjusted', level: 'info', date: '2025-03-19' }] },
        columns: { date: '日期', price: '价格', nav_same_day: '单位净值' },
        data: [
          { date: '2025-03-19', price: 1.5, nav_same_day: 1.4 },
          { date: '2025-03-20', price: 1.6, nav_same_day: null },
        ],
      }),
    ]);

  test('of this page’s own brings back what was known', async () => {
    const [table, ...others] = await convertJson(exported('PremiumLens'));
    expect(others).toEqual([]);
    expect(table?.known).toEqual(said);
    expect(table?.rows).toBe(2);
    expect(await table?.text.text()).toMatch(/^日期\t价格\t单位净值\n2025-03-19\t1.5\t1.4\n/);
  });

  test('of others says nothing of it', async () => {
    const [table] = await convertJson(exported('Other'));
    expect(table).not.toHaveProperty('known');
  });
});
