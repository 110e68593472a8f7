import { expect, test } from 'vitest';
import type { Role } from '../../web/src/generated/ops.ts';
import { isComplete, type LoadedTable } from '../../web/src/model/loaded-table.ts';

const table = (...roles: Role[]) => ({ columns: roles.map((role) => ({ role })) }) as LoadedTable;

test('a price and any value to compare it with are complete, in one table or in two', () => {
  for (const value of ['nav', 'iopv', 'nav_estimate'] as const) {
    expect(isComplete([table('price', value)])).toBe(true);
    expect(isComplete([table('date', 'price'), table('date', value)])).toBe(true);
    expect(isComplete([table('date', value)])).toBe(false);
  }
  expect(isComplete([table('price', 'cumulative_nav')])).toBe(false);
});
