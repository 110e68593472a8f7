// What the reader knows and which bars are changed, as the workspace asks with them.
import { beforeEach, describe, expect, test } from 'vitest';
import { Bars } from '../../web/src/model/bars.ts';
import type { Calculator } from '../../web/src/model/engine.ts';
import { Workspace } from '../../web/src/model/workspace.ts';
import { HeaderEngine, paste } from './fakes/header-engine.ts';

const whole = paste('date,price,nav\n');

let engine: HeaderEngine;
let workspace: Workspace;
beforeEach(() => {
  engine = new HeaderEngine();
  workspace = new Workspace(engine as unknown as Calculator);
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
