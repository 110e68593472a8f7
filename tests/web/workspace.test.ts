// The workspace: what is shown stays until something better replaces it, halves find each other,
// and the engine keeps no table that is not needed.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Calculator } from '../../web/src/model/engine.ts';
import { FormatMemory, type Keeper } from '../../web/src/model/format-memory.ts';
import type { Mend } from '../../web/src/model/settings.ts';
import { Workspace } from '../../web/src/model/workspace.ts';
import { HeaderEngine, paste } from './fakes/header-engine.ts';

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
