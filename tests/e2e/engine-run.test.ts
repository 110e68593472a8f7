// scripts/run.ts as a person at a terminal has it, through both builds.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/run.ts', import.meta.url));

interface Ended {
  status: number;
  out: string;
  err: string;
}

function run(args: string[], input: string): Promise<Ended> {
  return new Promise((ended) => {
    const options = { maxBuffer: 1 << 28 };
    const child = execFile(process.execPath, [script, ...args], options, (error, out, err) =>
      ended({ status: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

let folder: string;
const file = (name: string) => join(folder, name);
const rows = Array.from({ length: 6000 }, (_, i) => {
  const day = new Date(Date.UTC(2000, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
  return `${day},${(1 + (i % 50) / 1000).toFixed(3)},1.0000`;
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'premiumlens-test-'));
  await writeFile(
    file('short.csv'),
    '日期,收盘价,净值\n2025-01-03,1.804,1.7445\n2025-01-06,abc,1.75\n',
  );
  // 日期,收盘价,净值 in GBK.
  const gbk = Buffer.from('c8d5c6da2ccad5c5ccbcdb2cbebbd6b50a', 'hex');
  await writeFile(file('gbk.csv'), Buffer.concat([gbk, Buffer.from('2025-01-03,1.804,1.7445\n')]));
  await writeFile(file('long.csv'), `日期,收盘价,净值\n${rows.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe.each([
  ['wasm', []],
  ['native', ['--native']],
])('%s', (_, build) => {
  test('one request, spread over lines, one reply', async () => {
    const { status, out } = await run(
      build,
      '{\n  "op": "premium",\n "price": 1.804, "value": 1.7445\n}',
    );
    expect(status).toBe(0);
    expect(out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(out).result.premium_fraction).toBeCloseTo(1.804 / 1.7445 - 1, 15);
  });

  test('an error is a reply too, and the status says so', async () => {
    const { status, out } = await run(build, '{"op":"premium","price":0,"value":1}');
    expect(status).toBe(1);
    expect(JSON.parse(out).error).toMatchObject({ code: 'price_not_positive', column: 'price' });
    expect((await run(build, 'no\nJSON')).out).toContain('"bad_json"');
    expect((await run(build, '')).status).toBe(1);
  });

  test('--lines: a bad line is answered and the rest goes on', async () => {
    const quick = '{"op":"premium","price":1.804,"value":1.7445}';
    const { status, out } = await run([...build, '--lines'], `${quick}\nnonsense\n${quick}`);
    const replies = out.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(replies).toHaveLength(3);
    expect(JSON.parse(replies[1] ?? '').error.code).toBe('bad_json');
    expect(replies[2]).toBe(replies[0]);
  });

  test('--table: a file of any encoding under its own name; refused cells with their place', async () => {
    const tables = ['--table', `a=${file('short.csv')}`, '--table', `b=${file('gbk.csv')}`];
    const requests = '{"op":"table","table":"a"}\n{"op":"table","table":"b"}';
    const { out } = await run([...build, '--lines', ...tables], requests);
    const [a, b] = out
      .split('\n')
      .slice(0, 2)
      .map((line) => JSON.parse(line).result);
    expect(a.rejected).toEqual([{ row: 3, column: '收盘价', text: 'abc', code: 'not_a_number' }]);
    expect(a.file).toBe('short.csv');
    expect(b.columns.map((column: { name: string }) => column.name)).toEqual([
      '日期',
      '收盘价',
      '净值',
    ]);
  });

  test('long series are written out, or left as references', async () => {
    const args = [...build, '--table', `t=${file('long.csv')}`];
    const { result } = JSON.parse((await run(args, '{"op":"analyze","table":"t"}')).out);
    expect(result.dates).toHaveLength(rows.length);
    expect(result.dates[0]).toBe('2000-01-01');
    expect(result.price[1]).toBe(1.001);
    const { out } = await run([...args, '--refs'], '{"op":"analyze","table":"t"}');
    expect(JSON.parse(out).result.dates).toEqual({ table: '=1', column: expect.any(String) });
  });

  test('wrong usage and unreadable files', async () => {
    const missing = await run([...build, '--table', `t=${file('none.csv')}`], '{}');
    expect(missing).toMatchObject({ status: 2, out: '' });
    expect(missing.err).toContain('none.csv');
    for (const wrong of [['--what'], ['--table', 'nameless'], ['--table', '=x'], ['more']]) {
      const ended = await run([...build, ...wrong], '{}');
      expect(ended).toMatchObject({ status: 2, out: '' });
      expect(ended.err).toContain('usage:');
    }
  });
});

test('both builds say the same, to the letter', async () => {
  const requests = [
    '{"op":"premium","price":1.804,"value":1.7445,"kind":"cross_border"}',
    '{"op":"premium","price":"x","value":1}',
    '{"op":"convergence","premium_from":0.2,"premium_to":0.01,"value_growth":0.05}',
    '{"op":"analyze","table":"t"}',
    '{"op":"table","table":"b"}',
    '{"op":"reference"}',
    '{"op":"cases"}',
    '{"op":"nothing"}',
    '{"op":"premium","price":1,"value":1}\u0000',
    '"溢价',
  ];
  const args = ['--lines', '--table', `t=${file('long.csv')}`, '--table', `b=${file('gbk.csv')}`];
  const input = requests.join('\n');
  const [wasm, native] = await Promise.all([run(args, input), run([...args, '--native'], input)]);
  const replies = wasm.out.trimEnd().split('\n');
  const others = native.out.trimEnd().split('\n');
  expect([replies.length, others.length]).toEqual([requests.length, requests.length]);
  expect(requests.filter((_, i) => replies[i] !== others[i])).toEqual([]);
  expect((await run(['--list', '--native'], '')).out).toBe((await run(['--list'], '')).out);
});
