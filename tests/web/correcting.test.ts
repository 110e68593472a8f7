// Correcting a column changes what it means, never what was read: the real module does not look at
// the text again.
import { beforeAll, expect, test } from 'vitest';
import { loadCore } from '../../scripts/load-core.ts';
import { appendToTable, type CoreModule } from '../../web/src/engine/core.ts';
import type { Ops } from '../../web/src/generated/ops.ts';

type TableReply = { ok: true; result: Ops['table']['result'] };

let core: CoreModule;
beforeAll(async () => {
  core = await loadCore();
});

/** Runs a request in the smallest steps, and tells how many it took. */
function run(request: object): { steps: number; result: Ops['table']['result'] } {
  const job = core.begin(JSON.stringify(request));
  let steps = 1;
  while (!core.step(job, 0)) steps++;
  return { steps, result: (JSON.parse(core.finish(job)) as TableReply).result };
}

test('a correction is one step, however many rows there are', () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => `2025-01-03,${index % 100},1.7`);
  core.tableCreate('t', '');
  appendToTable(core, 't', new TextEncoder().encode(['date,close,guess', ...rows].join('\n')));
  const read = run({ op: 'table', table: 't' });
  expect(read.steps).toBeGreaterThan(20);
  expect(read.result.columns.map(({ role }) => role)).toEqual(['date', 'price', 'other']);

  const corrected = run({ op: 'table', table: 't', roles: { guess: 'nav' } });
  expect(corrected.steps).toBe(1);
  expect(corrected.result.columns[2]).toMatchObject({ role: 'nav', reason: 'corrected' });
  expect(corrected.result.rows).toBe(200_000);

  const back = run({ op: 'table', table: 't', roles: { guess: null }, wide_role: null });
  expect(back.steps).toBe(1);
  expect(back.result).toEqual(read.result);
});
