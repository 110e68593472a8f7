// How long a pasted table takes to become premiums, against two CSV libraries, in one run on the
// same text: 1,000,000 rows of 6 columns (or as many rows as the first argument says).
//   scripts/bench [ROWS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { loadCore, root } from '../../scripts/load-core.ts';
import { appendToTable } from '../../web/src/engine/core.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const rounds = 3;
const pieceSize = 1 << 20;

/** Prices around values, the premium walking within ±10 %; the same text every time. */
function generate(): string {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const lines = ['price,iopv,volume,amount,turnover,float'];
  let premium = 0.02;
  for (let row = 0; row < rows; row++) {
    premium = Math.min(0.1, Math.max(-0.1, premium + (random() - 0.5) * 0.002));
    const value = 1 + random();
    const price = value * (1 + premium);
    const volume = Math.floor(random() * 1e8);
    const numbers = [price.toFixed(3), value.toFixed(4), volume, (volume * price).toFixed(2)];
    lines.push(`${numbers.join(',')},${(random() * 5).toFixed(4)},${Math.floor(random() * 3e9)}`);
  }
  return `${lines.join('\n')}\n`;
}

interface Premiums {
  count: number;
  last: number | undefined;
}

function ofColumns(price: ArrayLike<number>, value: ArrayLike<number>): Premiums {
  const premium = Float64Array.from(price, (p, row) => p / (value[row] as number) - 1);
  return { count: premium.length, last: premium.at(-1) as number };
}

function uDsv(text: string): Premiums {
  const [price, value] = initParser(inferSchema(text)).typedCols(text);
  return ofColumns(price as number[], value as number[]);
}

function papaParse(text: string): Premiums {
  const { data } = Papa.parse<number[]>(text, { dynamicTyping: true, skipEmptyLines: true });
  const body = data.slice(1);
  return ofColumns(
    body.map((cells) => cells[0] as number),
    body.map((cells) => cells[1] as number),
  );
}

const analyze = JSON.stringify({ op: 'analyze', table: 't', kind: 'cross_border' });
const table = JSON.stringify({ op: 'table', table: 't' });

/** A reply to `analyze`, or to `table`, which has no premium. */
function premiumsOf(reply: string): Premiums {
  const { ok, result, error } = JSON.parse(reply);
  if (!ok) throw new Error(`${error.code}: ${error.message}`);
  return { count: result.rows, last: result.latest?.premium_fraction };
}

type Core = Awaited<ReturnType<typeof loadCore>>;

function wasm(core: Core, bytes: Uint8Array, request: string): Premiums {
  core.tableCreate('t', 'bench.csv');
  for (let from = 0; from < bytes.length; from += pieceSize) {
    appendToTable(core, 't', bytes.subarray(from, from + pieceSize));
  }
  const reply = core.run(request);
  core.tableDrop('t');
  core.tableDrop('=1');
  return premiumsOf(reply);
}

/** The whole process: start, read the file, parse, analyse, write the reply. */
function native(file: string, request: string): Premiums {
  const command = join(root, 'build/native/premiumlens-cli');
  const { stdout } = spawnSync(command, ['--table', `t=${file}`], {
    input: `${request}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return premiumsOf(stdout);
}

function best(run: () => Premiums, expected: Premiums): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const premiums = run();
    shortest = Math.min(shortest, performance.now() - began);
    const { last = expected.last } = premiums;
    const isSame = Math.abs((last ?? Number.NaN) - (expected.last ?? Number.NaN)) < 1e-12;
    if (premiums.count !== expected.count || !isSame) {
      throw new Error(`${JSON.stringify(premiums)}, not ${JSON.stringify(expected)}`);
    }
  }
  return shortest / 1000;
}

const text = generate();
const bytes = new TextEncoder().encode(text);
const megabytes = bytes.length / 1e6;
const folder = mkdtempSync(join(tmpdir(), 'premiumlens-bench-'));
try {
  const file = join(folder, 'bench.csv');
  writeFileSync(file, bytes);
  const core = await loadCore();
  const expected = uDsv(text);
  const seconds = {
    'PremiumLens, native': best(() => native(file, analyze), expected),
    '  of it, the table': best(() => native(file, table), expected),
    'PremiumLens, wasm in Node': best(() => wasm(core, bytes, analyze), expected),
    '  of it, the table ': best(() => wasm(core, bytes, table), expected),
    'uDSV 0.7.3': best(() => uDsv(text), expected),
    'PapaParse 5.7.1': best(() => papaParse(text), expected),
  };
  const ours = seconds['PremiumLens, wasm in Node'];
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(
    `${rows} rows × 6 columns, ${megabytes.toFixed(1)} MB, text to premiums, best of ${rounds}`,
  );
  for (const [name, time] of Object.entries(seconds)) {
    const speed = `${(megabytes / time).toFixed(0).padStart(4)} MB/s`;
    const ratio = `${(time / ours).toFixed(2).padStart(6)} × the time of our wasm`;
    print(`${name.padEnd(26)}${time.toFixed(2).padStart(6)} s  ${speed}  ${ratio}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
