// Tables that stand one below the other in one text are inputs of their own: each is read again by
// itself, with the real module.
import { beforeAll, expect, test } from 'vitest';
import { loadCore } from '../../scripts/load-core.ts';
import { Session } from '../../web/src/engine/session.ts';

const prices = '日期,收盘价\n2025-01-03,1.5\n2025-01-06,1.6\n';
const navs = '净值日期,单位净值\n2025-01-03,1.4\n2025-01-06,1.5\n';
let session: Session;
let id = 0;

beforeAll(async () => {
  session = new Session(await loadCore());
});

async function load(name: string, part: number) {
  const input = { source: new Blob([`${prices}\n${navs}`]), file: '', roles: {}, units: {}, part };
  const outcome = await session.call(++id, { type: 'load', name, input });
  session.confirm(id);
  return outcome;
}

test('each part takes a name, and none is left over', async () => {
  const first = await load('a', 1);
  expect(first).toMatchObject({ kind: 'done', result: { rows: 2, next: expect.any(String) } });
  const second = await load('b', 2);
  expect(second).toMatchObject({ kind: 'done', result: { rows: 2, next: null } });
  const request = { op: 'analyze', tables: ['b', 'a'] };
  expect(await session.call(++id, { type: 'run', request })).toMatchObject({
    kind: 'done',
    result: { join: { matched: 2 } },
  });
  for (const table of ['a/2', 'b/2']) {
    expect(
      await session.call(++id, { type: 'run', request: { op: 'table', table } }),
    ).toMatchObject({ kind: 'error', error: { code: 'unknown_table' } });
  }
});

test('a part that is not there is refused', async () => {
  expect(await load('c', 3)).toMatchObject({ kind: 'error', error: { code: 'unknown_table' } });
});
