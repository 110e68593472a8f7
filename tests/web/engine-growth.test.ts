import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Engine } from '../../web/src/engine/engine.ts';
import { FakeSpawner } from './fakes/worker.ts';

// The real one imports what only the page's build can give.
vi.mock('../../web/src/engine/spawn.ts', () => ({}));

let small: FakeSpawner;
let whole: FakeSpawner;
let engine: Engine;

beforeEach(() => {
  small = new FakeSpawner(true);
  whole = new FakeSpawner();
  engine = new Engine({ small, whole });
});
afterEach(() => engine.dispose());

const run = (request: Record<string, unknown>) =>
  engine.run(request.op as never, request as never) as Promise<unknown>;

test('what the small module answers never fetches the whole one', async () => {
  expect(await run({ op: 'echo', say: 1 })).toEqual({ said: 1 });
  expect(whole.compiles).toBe(0);
});

test('an operation it does not know is answered by the whole one, which stays', async () => {
  expect(await run({ op: 'whole', say: 2 })).toEqual({ said: 2 });
  expect(small.last.dead).toBe(true);
  expect(await run({ op: 'echo', say: 3 })).toEqual({ said: 3 });
  expect(small.workers).toHaveLength(1);
  expect(whole.compiles).toBe(1);
});

test('a table goes to the whole one at once, several wait for it together', async () => {
  const loads = ['a', 'b'].map(
    (name) => engine.load(name, new Blob([name]), '') as Promise<unknown>,
  );
  expect(await Promise.all(loads)).toMatchObject([{ text: 'a' }, { text: 'b' }]);
  expect(whole.compiles).toBe(1);
  expect(whole.workers).toHaveLength(1);
});

test('while it is fetched the small one goes on answering', async () => {
  let arrive = (_: WebAssembly.Module) => {};
  const module = await whole.compile();
  whole.compile = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  const waiting = run({ op: 'whole', say: 1 });
  expect(await run({ op: 'echo', say: 2 })).toEqual({ said: 2 });
  expect(await run({ op: 'echo', say: 3 })).toEqual({ said: 3 });
  expect(small.last.dead).toBe(false);
  arrive(module);
  expect(await waiting).toEqual({ said: 1 });
});

test('one that does not arrive fails what needs it; the rest works, and the next one tries again', async () => {
  whole.compileError = new TypeError('no network');
  await expect(run({ op: 'whole' })).rejects.toMatchObject({ code: 'engine_unavailable' });
  expect(await run({ op: 'echo', say: 1 })).toEqual({ said: 1 });
  whole.compileError = undefined;
  expect(await run({ op: 'whole', say: 2 })).toEqual({ said: 2 });
});

test('a small worker that dies is replaced by a small one', async () => {
  await run({ op: 'echo' });
  small.last.fail('unhandled');
  expect(await run({ op: 'echo', say: 1 })).toEqual({ said: 1 });
  expect(small.workers).toHaveLength(2);
  expect(whole.compiles).toBe(0);
});
