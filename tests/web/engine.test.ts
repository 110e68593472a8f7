import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Engine, type EngineState } from '../../web/src/engine/engine.ts';
import { latest } from '../../web/src/engine/latest.ts';
import { Link } from '../../web/src/engine/link.ts';
import { FakeSpawner } from './fakes/worker.ts';

// The real one imports what only the page's build can give.
vi.mock('../../web/src/engine/spawn.ts', () => ({}));

let spawner: FakeSpawner;
let engine: Engine;

beforeEach(() => {
  spawner = new FakeSpawner();
  engine = new Engine({ whole: spawner });
});
afterEach(() => {
  vi.useRealTimers();
  engine.dispose();
});

/** The fake module's operations are not those of the types. */
const run = (request: Record<string, unknown>, options = {}) =>
  engine.run(request.op as never, request as never, options) as Promise<unknown>;
const load = (name: string, text: string, options = {}) =>
  engine.load(name, new Blob([text]), `${name}.csv`, options) as Promise<unknown>;
const until = (state: EngineState) =>
  new Promise<void>((reached) => {
    if (engine.state === state) return reached();
    const stop = engine.onState((now) => {
      if (now === state) {
        stop();
        reached();
      }
    });
  });

describe('requests', () => {
  test('those made before the module is there are answered when it is', async () => {
    expect(engine.state).toBe('starting');
    expect(await run({ op: 'echo', say: 1 })).toEqual({ said: 1 });
    expect(engine.state).toBe('ready');
  });

  test('an error keeps its code and its place', async () => {
    await expect(load('t', 'bad')).rejects.toMatchObject({
      name: 'EngineError',
      code: 'not_a_table',
      row: 3,
    });
  });

  test('series of a result, long or short', async () => {
    const { series } = (await run({ op: 'long' })) as { series: { table: string; column: string } };
    expect([...(await engine.series(series))]).toEqual([1, 2, Number.NaN]);
    expect([...(await engine.series([1, null]))]).toEqual([1, Number.NaN]);
  });

  test('a column of a loaded table', async () => {
    await load('t', 'x');
    expect(await engine.texts({ table: 't', column: 'names' })).toEqual(['x', 'y', 'x']);
    await engine.drop('t');
    await expect(engine.series({ table: 't', column: 'x' })).rejects.toMatchObject({
      code: 'unknown_column',
    });
  });

  test('progress that comes after the answer is not told', async () => {
    await until('ready');
    const told: number[] = [];
    let late: ((fraction: number) => void) | undefined;
    const call = vi.spyOn(Link.prototype, 'call').mockImplementation(async (_, __, onProgress) => {
      onProgress?.(0.5);
      late = onProgress;
      return { kind: 'done', result: 1 };
    });
    await run({ op: 'echo' }, { onProgress: (fraction: number) => told.push(fraction) });
    late?.(0.97);
    call.mockRestore();
    expect(told).toEqual([0.5]);
  });

  test('a disposed engine answers nothing', async () => {
    const waiting = expect(run({ op: 'echo' })).rejects.toMatchObject({ name: 'AbortError' });
    engine.dispose();
    await waiting;
    await expect(run({ op: 'echo' })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('aborting', () => {
  test('a request is rejected at once and abandoned in the worker', async () => {
    const abort = new AbortController();
    const long = run({ op: 'long', steps: 1e9 }, { signal: abort.signal });
    await run({ op: 'echo' });
    abort.abort();
    await expect(long).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(spawner.last.core.log).toContain('abandon'));
  });

  test('an aborted signal sends nothing', async () => {
    await expect(run({ op: 'echo' }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('a load aborted at any moment leaves the last good table', async () => {
    await load('t', 'good');
    for (const delay of [0, 1, 2, 4, 8, 16]) {
      const abort = new AbortController();
      const loading = load('t', 'x'.repeat(2 << 20), { signal: abort.signal });
      setTimeout(() => abort.abort(), delay);
      const aborted = await loading.then(
        () => false,
        () => true,
      );
      const seen = (await run({ op: 'table', table: 't' })) as { text: string };
      // One that was done before the abort counts.
      expect(seen.text.slice(0, 4)).toBe(aborted ? 'good' : 'xxxx');
      if (!aborted) await load('t', 'good');
    }
  });

  test('of work that follows the keyboard only the latest call counts', async () => {
    const answers = latest(async (signal: AbortSignal, say: number) =>
      run({ op: 'echo', say }, { signal }),
    );
    expect(await Promise.all([answers(1), answers(2), answers(3)])).toEqual([
      undefined,
      undefined,
      { said: 3 },
    ]);
  });
});

describe('replay', () => {
  test('a crash costs time, not data: inputs, corrections, and what was pending', async () => {
    await load('t', 'good');
    await engine.correct('t', { a: 'date' }, {});
    const states: EngineState[] = [];
    engine.onState((state) => states.push(state));
    const trap = run({ op: 'trap' }).catch((error) => error);
    const said = await run({ op: 'echo', say: 1 });
    expect(said).toEqual({ said: 1 });
    expect(await trap).toMatchObject({ code: 'engine_failed' });
    expect(await run({ op: 'table', table: 't' })).toEqual({
      text: 'good',
      file: 't.csv',
      roles: { a: 'date' },
    });
    expect(states.slice(0, 2)).toEqual(['replaying', 'ready']);
    // The request that crashed cost two workers and no third.
    expect(spawner.workers).toHaveLength(3);
    expect(spawner.workers.filter((worker) => !worker.dead)).toEqual([spawner.last]);
    expect(spawner.compiles).toBe(1);
  });

  test('so does exhausted memory, whose own code is told', async () => {
    await load('t', 'good');
    await expect(run({ op: 'hungry' })).rejects.toMatchObject({ code: 'out_of_memory' });
    expect(await run({ op: 'table', table: 't' })).toMatchObject({ text: 'good' });
  });

  test('an error event of the worker', async () => {
    await load('t', 'good');
    spawner.last.fail('unhandled');
    expect(await run({ op: 'table', table: 't' })).toMatchObject({ text: 'good' });
    expect(spawner.workers).toHaveLength(2);
  });

  test('a dropped table does not come back', async () => {
    await load('t', 'good');
    await engine.drop('t');
    spawner.last.fail('unhandled');
    await expect(run({ op: 'table', table: 't' })).rejects.toMatchObject({ code: 'unknown_table' });
  });

  test('an input that the module cannot survive is refused and the old one kept', async () => {
    await load('t', 'good');
    await expect(load('t', 'crash')).rejects.toMatchObject({ code: 'engine_failed' });
    expect(await run({ op: 'table', table: 't' })).toMatchObject({ text: 'good' });
  });

  test('a file that is gone when it is needed again', async () => {
    await load('t', 'good');
    const slice = vi.spyOn(Blob.prototype, 'slice').mockImplementation(() => {
      throw new DOMException('gone', 'NotReadableError');
    });
    spawner.last.fail('unhandled');
    await until('ready');
    slice.mockRestore();
    await expect(run({ op: 'table', table: 't' })).rejects.toMatchObject({
      code: 'input_unreadable',
    });
    expect(await load('t', 'new')).toMatchObject({ text: 'new' });
    expect(await run({ op: 'table', table: 't' })).toMatchObject({ text: 'new' });
  });
});

describe('a worker that gives no sign of life', () => {
  let clock = 0;

  /** Timers go off when their second has come, or so much later as the page is busy. */
  async function seconds(count: number, lateMs = 0): Promise<void> {
    for (let i = 0; i < count; i++) {
      clock += 1000 + lateMs;
      vi.advanceTimersByTime(1000);
      await new Promise((messagesHeard) => setImmediate(() => setImmediate(messagesHeard)));
    }
  }

  beforeEach(async () => {
    await load('t', 'good');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('is replaced, and what it had to do is done by the next', async () => {
    spawner.last.kill();
    const said = run({ op: 'echo', say: 1 });
    await seconds(9);
    expect(await said).toEqual({ said: 1 });
    expect(await run({ op: 'table', table: 't' })).toMatchObject({ text: 'good' });
    expect(spawner.workers).toHaveLength(2);
  });

  test('is not thought dead because it works long', async () => {
    const long = run({ op: 'long', steps: 1e9 }).catch(() => {});
    await seconds(60);
    expect(spawner.workers).toHaveLength(1);
    engine.dispose();
    await long;
  });

  test('is not thought dead because the page was frozen or is busy', async () => {
    spawner.last.kill();
    const waiting = run({ op: 'echo' }).catch(() => {});
    await seconds(60, 1500);
    expect(spawner.workers).toHaveLength(1);
    engine.dispose();
    await waiting;
  });
});

describe('a worker that cannot be started', () => {
  beforeEach(() => engine.dispose());

  test('the module is not there: requests fail, and the next one tries again', async () => {
    spawner = new FakeSpawner();
    spawner.compileError = new TypeError('no network');
    engine = new Engine({ whole: spawner });
    await expect(run({ op: 'echo' })).rejects.toMatchObject({ code: 'engine_unavailable' });
    expect(engine.state).toBe('failed');
    spawner.compileError = undefined;
    expect(await run({ op: 'echo', say: 1 })).toEqual({ said: 1 });
    expect(engine.state).toBe('ready');
  });

  test('workers are not allowed here', async () => {
    spawner = new FakeSpawner();
    spawner.spawnError = new DOMException('blocked', 'SecurityError');
    engine = new Engine({ whole: spawner });
    await expect(run({ op: 'echo' })).rejects.toMatchObject({ code: 'engine_unavailable' });
  });
});
