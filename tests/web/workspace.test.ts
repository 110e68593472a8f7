// The workspace: what is shown stays until something better replaces it, halves find each other,
// and the engine keeps no table that is not needed.
import { beforeEach, describe, expect, test } from 'vitest';
import { Bars } from '../../web/src/model/bars.ts';
import type { Calculator } from '../../web/src/model/engine.ts';
import { FormatMemory, type Keeper } from '../../web/src/model/format-memory.ts';
import { type Input, type Mend, Workspace } from '../../web/src/model/workspace.ts';

/** Knows tables by their header only: enough to tell halves, wholes and prose apart. */
class HeaderEngine {
  readonly tables = new Map<string, string[]>();
  readonly analysed: Record<string, unknown>[] = [];
  readonly #headers = new Map<string, string[]>();
  /** How often a text was read. */
  loads = 0;

  async load(name: string, source: Blob, _: string, { signal }: { signal?: AbortSignal } = {}) {
    const text = await source.text();
    signal?.throwIfAborted();
    const header = text.split('\n')[0] ?? '';
    if (!header.includes(',')) throw { code: text ? 'not_a_table' : 'empty_input' };
    this.loads++;
    const columns = header.split(',');
    this.#headers.set(name, columns);
    this.tables.set(name, columns);
    return this.#described(columns, columns);
  }

  async correct(name: string, changes: Record<string, string | null>) {
    if (Object.values(changes).includes('no_such_role')) throw { code: 'bad_field' };
    const columns = this.#headers.get(name) ?? [];
    const before = this.tables.get(name) ?? [];
    const roles = columns.map((column, index) =>
      column in changes ? (changes[column] ?? column) : (before[index] ?? column),
    );
    this.tables.set(name, roles);
    return this.#described(columns, roles);
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
    if (request.fund === '000000') throw { code: 'unknown_fund' };
    return {
      shape: roles.includes('code') && !request.fund ? 'panel' : 'history',
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

  #described(names: string[], roles: string[]) {
    const columns = names.map((name, index) => ({
      name,
      role: roles[index],
      fund: '',
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

describe('an index and a rate', () => {
  const index = paste('date,index\n');
  const rate = paste('date,fx\n');

  test('pasted after a fund go beside it, and its settings stay', async () => {
    await workspace.open([whole]);
    await workspace.change({ region: 'us' });
    await workspace.open([index]);
    await workspace.open([rate]);
    expect(workspace.current?.tables).toHaveLength(3);
    expect(workspace.current?.settings).toEqual({ region: 'us' });
  });

  test('pasted first wait for the fund', async () => {
    await workspace.open([index]);
    expect(workspace.waiting?.tables).toHaveLength(1);
    await workspace.open([whole]);
    expect(workspace.current?.tables).toHaveLength(2);
    expect(workspace.waiting).toBeUndefined();
  });

  test('that come with a fund of their own begin anew', async () => {
    await workspace.open([whole]);
    await workspace.open([whole, index]);
    expect(workspace.current?.tables).toHaveLength(2);
    await workspace.open([paste('date,price,nav,index\n')]);
    expect(workspace.current?.tables).toHaveLength(1);
  });
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
});

describe('several funds', () => {
  const panel = paste('date,code,price,nav\n');

  test('are shown together; one is opened and left without being analysed again', async () => {
    await workspace.open([panel]);
    const overview = workspace.current;
    expect(overview?.settings).toEqual({});
    await workspace.openFund('513100');
    expect(workspace.current?.settings).toEqual({ fund: '513100' });
    expect(workspace.current?.overview).toBe(overview);
    await workspace.openFund('513050');
    expect(workspace.current?.overview).toBe(overview);
    const asked = engine.analysed.length;
    await workspace.closeFund();
    expect(workspace.current).toBe(overview);
    expect(engine.analysed).toHaveLength(asked);
  });

  test('a setting of one fund is not taken to the next', async () => {
    await workspace.open([panel]);
    await workspace.openFund('513100');
    await workspace.change({ kind: 'bond' });
    expect(workspace.current?.settings).toEqual({ fund: '513100', kind: 'bond' });
    await workspace.openFund('513050');
    expect(workspace.current?.settings).toEqual({ fund: '513050' });
  });

  test('one that cannot be analysed leaves what is shown, and is named', async () => {
    await workspace.open([panel]);
    const overview = workspace.current;
    await workspace.openFund('000000');
    expect(workspace.current).toBe(overview);
    expect(workspace.waiting).toBeUndefined();
    expect(workspace.troubles).toMatchObject([
      { file: '000000', trouble: { code: 'unknown_fund' } },
    ]);
  });

  test('are analysed again on the way back if a column was corrected meanwhile', async () => {
    await workspace.open([paste('date,code,price,nav,other\n')]);
    const overview = workspace.current;
    await workspace.openFund('513100');
    const [table] = workspace.current?.tables ?? [];
    if (!table) throw new Error('no table');
    await workspace.correct(table, 'other', { role: 'amount' });
    await workspace.closeFund();
    expect(workspace.current).not.toBe(overview);
    expect(workspace.current?.overview).toBeUndefined();
    expect(workspace.current?.tables[0]?.roles).toEqual({ other: 'amount' });
  });
});

describe('mends', () => {
  test('of one fund are kept for the others, and all funds are analysed with them', async () => {
    await workspace.open([paste('date,code,price,nav\n')]);
    await workspace.openFund('513100');
    await workspace.mend(mend, true);
    await workspace.openFund('513050');
    expect(workspace.current?.settings).toEqual({ fund: '513050', mends: [mend] });
    await workspace.closeFund();
    expect(workspace.current?.settings).toEqual({ mends: [mend] });
    expect(engine.analysed.at(-1)).toMatchObject({ mends: [mend] });
    expect(engine.analysed.at(-1)).not.toHaveProperty('fund');
  });

  const mend = {
    kind: 'scale',
    table: 't',
    column: null,
    from: null,
    to: null,
    factor: 2,
    sessions: null,
  } as Mend;

  test('of a split is what happens anyway; taking it back is a setting', async () => {
    await workspace.open([whole]);
    const split = { ...mend, kind: 'split' } as Mend;
    await workspace.mend(split, false);
    expect(engine.analysed.at(-1)).toMatchObject({ split_adjust: false });
    await workspace.mend(split, true);
    expect(engine.analysed.at(-1)).not.toHaveProperty('split_adjust');
    expect(engine.analysed.at(-1)).not.toHaveProperty('mends');
  });

  test('are sent, added to one another and taken back one by one', async () => {
    await workspace.open([whole]);
    await workspace.mend(mend, true);
    await workspace.mend({ ...mend, factor: 3 }, true);
    expect(engine.analysed.at(-1)).toMatchObject({ mends: [mend, { ...mend, factor: 3 }] });
    await workspace.mend({ ...mend }, false);
    expect(engine.analysed.at(-1)).toMatchObject({ mends: [{ ...mend, factor: 3 }] });
    await workspace.mend({ ...mend, factor: 3 }, false);
    expect(engine.analysed.at(-1)).not.toHaveProperty('mends');
  });
});

describe('a correction', () => {
  const unknown = paste('date,price,other\n');
  let stored: Map<string, string>;
  const remembering = () => {
    const keeper: Keeper = {
      recall: (key) => stored.get(key) ?? null,
      remember: (key, value) => void stored.set(key, value),
    };
    workspace = new Workspace(engine as unknown as Calculator, new FormatMemory(keeper));
  };
  const only = () => {
    const [table] = (workspace.waiting ?? workspace.current)?.tables ?? [];
    if (!table) throw new Error('no table');
    return table;
  };
  beforeEach(() => {
    stored = new Map();
    remembering();
  });

  test('never reads the text again', async () => {
    await workspace.open([unknown]);
    await workspace.correct(only(), 'other', { role: 'nav' });
    await workspace.correct(only(), 'other', { role: undefined });
    await workspace.correct(only(), 'other', { role: 'iopv' });
    expect(engine.loads).toBe(1);
  });

  test('is made at once on the next table of that header, in another session too', async () => {
    await workspace.open([unknown]);
    await workspace.correct(only(), 'other', { role: 'nav' });
    expect(only().isRemembered).toBe(false);
    remembering();
    await workspace.open([unknown]);
    expect(workspace.waiting).toBeUndefined();
    expect(only()).toMatchObject({ isRemembered: true, roles: { other: 'nav' } });
    await workspace.open([whole]);
    expect(only()).toMatchObject({ isRemembered: false, roles: {} });
  });

  test('is forgotten in one step: for this table and for the next', async () => {
    await workspace.open([unknown]);
    await workspace.correct(only(), 'other', { role: 'nav' });
    await workspace.forget(only());
    expect(workspace.waiting?.trouble.code).toBe('no_value_column');
    expect(only().columns.map(({ role }) => role)).toEqual(['date', 'price', 'other']);
    await workspace.open([unknown]);
    expect(only()).toMatchObject({ isRemembered: false, roles: {} });
  });

  test('that the core no longer knows is dropped, and the table read as it is', async () => {
    await workspace.open([unknown]);
    await workspace.correct(only(), 'other', { role: 'nav' });
    for (const [key, value] of stored) stored.set(key, value.replace('"nav"', '"no_such_role"'));
    await workspace.open([unknown]);
    expect(only()).toMatchObject({ isRemembered: false, roles: {} });
    expect([...stored.values()].join()).not.toContain('no_such_role');
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

describe('what only the reader knows', () => {
  const halted = { halt: true, halt_date: '2025-01-13' };

  test('is kept across other settings and more rows, and taken back by saying nothing', async () => {
    await workspace.open([whole]);
    await workspace.say(halted);
    await workspace.change({ denominator: 'nav_same_day' });
    expect(engine.analysed.at(-1)).toMatchObject({ known: [halted] });
    await workspace.open([whole], true);
    expect(engine.analysed.at(-1)).toMatchObject({ known: [halted] });
    await workspace.say({});
    expect(engine.analysed.at(-1)).not.toHaveProperty('known');
    await workspace.say(halted);
    await workspace.open([whole]);
    expect(engine.analysed.at(-1)).not.toHaveProperty('known');
  });

  test('is kept when a column is corrected and a table is taken away', async () => {
    await workspace.open([paste('date,price,nav,other\n')]);
    await workspace.say(halted);
    const [table] = workspace.current?.tables ?? [];
    if (!table) throw new Error('no table');
    await workspace.correct(table, 'other', { role: 'iopv' });
    expect(engine.analysed.at(-1)).toMatchObject({ known: [halted] });
    await workspace.open([whole], true);
    const [, added] = workspace.current?.tables ?? [];
    if (!added) throw new Error('no second table');
    await workspace.remove(added);
    expect(workspace.current?.tables).toHaveLength(1);
    expect(engine.analysed.at(-1)).toMatchObject({ known: [halted] });
  });

  test('comes back with an export that carries it', async () => {
    await workspace.open([{ ...whole, known: { ...halted, purchase: 'shut' } }]);
    expect(engine.analysed.at(-1)).toMatchObject({ known: [halted] });
    const limit = { purchase: 'limited', purchase_limit_cny: 1000 };
    await workspace.open([{ ...whole, known: limit }], true);
    expect(engine.analysed.at(-1)).toMatchObject({ known: [limit] });
  });

  test('of several funds is each fund’s own, and stays on the way back', async () => {
    await workspace.open([paste('code,date,price,nav\n')]);
    await workspace.openFund('513100');
    await workspace.say({ ...halted, fund: '513100' });
    await workspace.openFund('513050');
    await workspace.say({ index_high: true, fund: '513050' });
    await workspace.closeFund();
    const both = [
      { ...halted, fund: '513100' },
      { index_high: true, fund: '513050' },
    ];
    expect(engine.analysed.at(-1)).toMatchObject({ known: both });
    await workspace.openFund('513050');
    await workspace.say({ fund: '513050' });
    expect(workspace.current?.settings.known).toEqual(both.slice(0, 1));
  });
});

describe('bars of rules', () => {
  const name = 'premium_over_5.warn.bar_fraction';

  test('that change are judged by at once, others ask nothing', async () => {
    const bars = new Bars({ recall: () => null, remember: () => {} });
    workspace = new Workspace(engine as unknown as Calculator, undefined, bars);
    await workspace.open([whole]);
    expect(engine.analysed.at(-1)).not.toHaveProperty('rule_bars');
    bars.set(`rule.${name}`, 0.06);
    await expect.poll(() => engine.analysed.length).toBe(2);
    expect(engine.analysed.at(-1)).toMatchObject({ rule_bars: { [name]: 0.06 } });
    await expect.poll(() => workspace.progress).toBeUndefined();
    bars.set('causes.run_days', 10);
    await workspace.change({ region: 'us' });
    expect(engine.analysed).toHaveLength(3);
    bars.set(`rule.${name}`, undefined);
    await expect.poll(() => engine.analysed.length).toBe(4);
    expect(engine.analysed.at(-1)).not.toHaveProperty('rule_bars');
  });

  test('count in the overview that one comes back to', async () => {
    const bars = new Bars({ recall: () => null, remember: () => {} });
    workspace = new Workspace(engine as unknown as Calculator, undefined, bars);
    await workspace.open([paste('code,date,price,nav\n')]);
    await workspace.openFund('513100');
    bars.set(`rule.${name}`, 0.06);
    await expect.poll(() => workspace.current?.settings.rule_bars).toEqual({ [name]: 0.06 });
    await workspace.closeFund();
    expect(workspace.current?.settings).toEqual({ rule_bars: { [name]: 0.06 } });
  });
});
