import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome, Task } from '../../web/src/engine/protocol.ts';
import { Session, transferablesOf } from '../../web/src/engine/session.ts';
import { FakeCore } from './fakes/core.ts';

let core: FakeCore;
let session: Session;
let lastId = 0;

beforeEach(() => {
  core = new FakeCore();
  session = new Session(core);
});

function call(task: Task, onProgress?: (fraction: number) => void): Promise<Outcome> {
  return session.call(++lastId, task, onProgress);
}
const run = (request: Record<string, unknown>) => call({ type: 'run', request });
async function load(name: string, text: string): Promise<Outcome> {
  const input = { source: new Blob([text]), file: `${name}.csv`, roles: {}, units: {} };
  const loading = call({ type: 'load', name, input });
  const id = lastId;
  const outcome = await loading;
  session.confirm(id);
  await run({ op: 'table', table: name });
  return outcome;
}

describe('run', () => {
  test('a result, and an error with its code and place', async () => {
    expect(await run({ op: 'echo', say: 3 })).toEqual({ kind: 'done', result: { said: 3 } });
    expect(await run({ op: 'table', table: 'none' })).toMatchObject({
      kind: 'error',
      error: { code: 'unknown_table' },
    });
  });

  test('a quick check overtakes a long job, whose turns it does not wait for', async () => {
    const order: string[] = [];
    const long = run({ op: 'long', steps: 200 }).then(() => order.push('long'));
    const quick = run({ op: 'echo' }).then(() => order.push('quick'));
    await Promise.all([long, quick]);
    expect(order).toEqual(['quick', 'long']);
  });

  test('a long series leaves with the result, and its table is dropped', async () => {
    const outcome = await run({ op: 'long' });
    const values = Float64Array.of(1, 2, Number.NaN);
    const series = { table: '=1', column: 'x', values };
    expect(outcome).toEqual({ kind: 'done', result: { series } });
    expect(transferablesOf(outcome)).toHaveLength(1);
    expect(core.tables.size).toBe(0);
  });

  test('a cancelled job is abandoned', async () => {
    const outcome = run({ op: 'long', steps: 1e9 });
    setTimeout(() => session.cancel(lastId), 20);
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(core.jobs.size).toBe(0);
  });

  test('progress is told now and then, not at every step', async () => {
    const told: number[] = [];
    core.onStep = () => {
      const until = performance.now() + 1;
      while (performance.now() < until);
    };
    await call({ type: 'run', request: { op: 'long', steps: 200 } }, (f) => told.push(f));
    expect(told.length).toBeGreaterThan(1);
    expect(told.length).toBeLessThan(40);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  test('a trap and exhausted memory are crashes: the worker is not to be used again', async () => {
    expect(await run({ op: 'trap' })).toMatchObject({
      kind: 'crashed',
      error: { code: 'engine_failed' },
    });
    expect(await run({ op: 'hungry' })).toMatchObject({
      kind: 'crashed',
      error: { code: 'out_of_memory' },
    });
  });
});

describe('load', () => {
  test('the result is that of the operation table; roles are given along', async () => {
    const source = new Blob(['a,b']);
    const input = { source, file: 'f.csv', roles: { a: 'date' }, units: {} };
    expect(await call({ type: 'load', name: 't', input })).toEqual({
      kind: 'done',
      result: {
        text: 'a,b',
        file: 'f.csv',
        roles: { a: 'date' },
        encoding: 'utf-8',
        encoding_row: null,
      },
    });
    expect([...core.tables.keys()]).toEqual([`+${lastId}`]);
    session.confirm(lastId);
    await run({ op: 'table', table: 't' });
    expect([...core.tables.keys()]).toEqual(['t']);
  });

  test('a text that is refused leaves the table that was there', async () => {
    await load('t', 'good');
    expect(await load('t', 'bad')).toMatchObject({
      kind: 'error',
      error: { code: 'not_a_table', row: 3 },
    });
    expect(core.tables.get('t')?.text).toBe('good');
    expect(core.tables.size).toBe(1);
  });

  test('so does one that is cancelled while it is read', async () => {
    await load('t', 'good');
    const outcome = load('t', 'x'.repeat(5 << 20));
    session.cancel(lastId);
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(core.tables.get('t')?.text).toBe('good');
    expect(core.tables.size).toBe(1);
  });

  test('so does one that is done and then not wanted', async () => {
    await load('t', 'good');
    const input = { source: new Blob(['new']), file: '', roles: {}, units: {} };
    expect(await call({ type: 'load', name: 't', input })).toMatchObject({ kind: 'done' });
    session.cancel(lastId);
    expect(await run({ op: 'table', table: 't' })).toMatchObject({ result: { text: 'good' } });
    expect(core.tables.size).toBe(1);
  });

  test('so does one whose file cannot be read', async () => {
    await load('t', 'good');
    const unreadable = {
      size: 9,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }),
    };
    const input = { source: unreadable as unknown as Blob, file: '', roles: {}, units: {} };
    expect(await call({ type: 'load', name: 't', input })).toMatchObject({
      kind: 'error',
      error: { code: 'input_unreadable' },
    });
    expect(core.tables.get('t')?.text).toBe('good');
  });

  test('a request sent after a load sees what was loaded', async () => {
    await load('t', 'old');
    const loading = load('t', 'x'.repeat(3 << 20));
    const seen = await run({ op: 'table', table: 't' });
    await loading;
    expect(seen).toMatchObject({ result: { text: 'x'.repeat(3 << 20) } });
  });

  test('and a load waits for the request that still reads the old table', async () => {
    await load('t', 'old');
    const reading = run({ op: 'long', table: 't', steps: 50 });
    const loading = load('t', 'new');
    core.onStep = () => expect(core.tables.get('t')?.text).toBe('old');
    await reading;
    core.onStep = () => {};
    await loading;
    expect(core.tables.get('t')?.text).toBe('new');
  });

  test('a trap while a text is appended is a crash', async () => {
    expect(await load('t', 'crash')).toMatchObject({ kind: 'crashed' });
  });
});

test('columns and words of a loaded table, and their absence', async () => {
  await load('t', 'x');
  const column = (name: string) => call({ type: 'column', table: 't', column: name });
  expect(await column('names')).toEqual({
    kind: 'done',
    result: { table: 't', column: 'names', values: Uint32Array.of(0, 1, 0), words: ['x', 'y'] },
  });
  expect(await column('missing')).toMatchObject({
    kind: 'error',
    error: { code: 'unknown_column', column: 'missing' },
  });
  await call({ type: 'drop', name: 't' });
  expect(await column('x')).toMatchObject({ kind: 'error' });
});
