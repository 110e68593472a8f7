// The workspace: what is shown stays until something better replaces it, halves find each other,
// and the engine keeps no table that is not needed.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Calculator } from '../../web/src/model/engine.ts';
import { type Input, Workspace } from '../../web/src/model/workspace.ts';

/** Knows tables by their header only: enough to tell halves, wholes and prose apart. */
class HeaderEngine {
  readonly tables = new Map<string, string[]>();
  readonly analysed: Record<string, unknown>[] = [];

  async load(name: string, source: Blob, _: string, { signal }: { signal?: AbortSignal } = {}) {
    const text = await source.text();
    signal?.throwIfAborted();
    const header = text.split('\n')[0] ?? '';
    if (!header.includes(',')) throw { code: text ? 'not_a_table' : 'empty_input' };
    const roles = header.split(',');
    this.tables.set(name, roles);
    return this.#described(roles);
  }

  async correct(name: string, roles: Record<string, string>) {
    const corrected = (this.tables.get(name) ?? []).map((column) => roles[column] ?? column);
    this.tables.set(name, corrected);
    return this.#described(corrected);
  }

  async drop(name: string) {
    this.tables.delete(name);
  }

  async run(op: string, request: { tables: string[]; fund?: string }) {
    expect(op).toBe('analyze');
    this.analysed.push(request);
    const roles = request.tables.flatMap((name) => this.tables.get(name) ?? ['gone']);
    expect(roles).not.toContain('gone');
    if (!roles.includes('price')) throw { code: 'no_price_column' };
    if (!roles.includes('nav')) throw { code: 'no_value_column' };
    if (roles.includes('code') && !request.fund)
      throw { code: 'several_funds', text: '513100, 513050, …' };
    return {
      dates: null,
      times: null,
      price: [1],
      value: [1],
      premium_fraction: [0],
      premiums: { iopv: [0] },
    };
  }

  async series(series: number[]) {
    return Float64Array.from(series);
  }

  #described(roles: string[]) {
    const columns = roles.map((role) => ({
      name: role,
      role,
      unit: 'none',
      type: 'number',
      reason: 'header',
      sample: [],
    }));
    return { rows: 1, columns, rejected: [], rejected_count: 0, file: '' };
  }
}

const paste = (text: string): Input => ({ blob: new Blob([text]), file: '' });
const whole = paste('date,price,nav\n');
const prices = paste('date,price\n');
const navs = paste('date,nav\n');

let engine: HeaderEngine;
let workspace: Workspace;
beforeEach(() => {
  engine = new HeaderEngine();
  workspace = new Workspace(engine as unknown as Calculator);
});

describe('opening', () => {
  test('shows what can be analysed', async () => {
    await workspace.open([whole]);
    expect(workspace.current?.tables).toHaveLength(1);
    expect(workspace.progress).toBeUndefined();
  });

  test.each([
    ['', 'empty_input'],
    ['prose', 'not_a_table'],
  ])('%j leaves the last result and says %s', async (text, code) => {
    await workspace.open([whole]);
    const before = workspace.current;
    await workspace.open([{ ...paste(text), file: 'bad.csv' }]);
    expect(workspace.current).toBe(before);
    expect(workspace.troubles).toEqual([
      { file: 'bad.csv', trouble: expect.objectContaining({ code }) },
    ]);
    await workspace.open([whole]);
    expect(workspace.troubles).toEqual([]);
  });

  test('joins two tables that came together', async () => {
    await workspace.open([prices, navs]);
    expect(workspace.current?.tables).toHaveLength(2);
  });

  test('reads the good one of two files and names the bad one', async () => {
    await workspace.open([whole, { ...paste('prose'), file: 'bad.txt' }]);
    expect(workspace.current?.tables).toHaveLength(1);
    expect(workspace.troubles.map(({ file }) => file)).toEqual(['bad.txt']);
  });

  test('replaces the tables before and drops them from the engine', async () => {
    await workspace.open([whole]);
    await workspace.open([whole]);
    expect([...engine.tables.keys()]).toEqual(workspace.current?.tables.map(({ name }) => name));
  });
});

describe('halves', () => {
  test('wait for each other, while the last result stays', async () => {
    await workspace.open([whole]);
    const before = workspace.current;
    await workspace.open([prices]);
    expect(workspace.waiting?.trouble.code).toBe('no_value_column');
    expect(workspace.current).toBe(before);
    await workspace.open([navs]);
    expect(workspace.waiting).toBeUndefined();
    expect(workspace.current?.tables).toHaveLength(2);
    expect(engine.tables.size).toBe(2);
  });

  test('give way to a table that needs no other', async () => {
    await workspace.open([prices]);
    await workspace.open([whole]);
    expect(workspace.current?.tables).toHaveLength(1);
    expect(workspace.waiting).toBeUndefined();
    expect(engine.tables.size).toBe(1);
  });

  test('become whole by a corrected column', async () => {
    await workspace.open([paste('date,price,other\n')]);
    const [table] = workspace.waiting?.tables ?? [];
    if (!table) throw new Error('nothing waits');
    await workspace.correct(table, 'other', { role: 'nav' });
    expect(workspace.waiting).toBeUndefined();
    expect(workspace.current?.tables[0]?.roles).toEqual({ other: 'nav' });
  });

  test('can be given up', async () => {
    await workspace.open([prices]);
    workspace.dismissWaiting();
    expect(workspace.waiting).toBeUndefined();
  });
});

describe('settings', () => {
  test('are sent, kept and taken back', async () => {
    await workspace.open([whole]);
    await workspace.change({ kind: 'bond', denominator: 'iopv' });
    expect(engine.analysed.at(-1)).toMatchObject({ kind: 'bond', denominator: 'iopv' });
    await workspace.change({ kind: undefined });
    expect(engine.analysed.at(-1)).not.toHaveProperty('kind');
    expect(workspace.current?.settings).toEqual({ denominator: 'iopv' });
  });

  test('of several funds the first is shown', async () => {
    await workspace.open([paste('date,code,price,nav\n')]);
    expect(workspace.current?.settings).toEqual({ fund: '513100' });
  });
});

test('a cancelled load changes nothing', async () => {
  await workspace.open([whole]);
  const before = workspace.current;
  const opening = workspace.open([whole]);
  workspace.cancel();
  await opening;
  expect(workspace.current).toBe(before);
  expect(workspace.troubles).toEqual([]);
  expect(workspace.progress).toBeUndefined();
});
