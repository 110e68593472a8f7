/**
 * How long pasted bytes take to become premiums: 1,000,000 rows × 6 columns (or --rows N), the
 * same bytes for all, read in turns in one run; the best turn of each counts.
 *   scripts/bench paste [--json] [--rows N]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCore } from '../../scripts/load-core.ts';
import {
  duckDb,
  native,
  type Premiums,
  papaParse,
  type Timed,
  uDsv,
  wasmAnalyze,
  wasmColumns,
} from './contestants.ts';
import { formats, generate } from './generate.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rows: { type: 'string' } },
});
const rows = Number(options.rows ?? 1_000_000);
if (!Number.isInteger(rows) || rows < 10_000) throw new Error('--rows: 10000 or more');
const rounds = 5;

interface Row {
  format: string;
  name: string;
  measures: string;
  seconds: number;
}

const best = new Map<string, Row>();
let expected: Premiums | undefined;

/** Keeps the better time; premiums that are not those of the others are no time at all. */
function note(format: string, name: string, measures: string, { seconds, premiums }: Timed): void {
  expected ??= premiums;
  const { last, sum } = expected;
  const isSame =
    premiums.rows === rows &&
    Math.abs(premiums.last - last) < 1e-12 &&
    Math.abs(premiums.sum - sum) < 1e-9 * rows;
  if (!isSame) throw new Error(`${name}: ${JSON.stringify([premiums, expected])}`);
  const key = `${format} ${name}`;
  const before = best.get(key);
  if (!before || seconds < before.seconds) best.set(key, { format, name, measures, seconds });
}

const columns = 'bytes → typed columns → premium';
const analyze = 'bytes → typed columns → the whole `analyze`';
const core = await loadCore();
const duckdb = await duckDb();
const folder = mkdtempSync(join(tmpdir(), 'premiumlens-bench-'));
const sizes: Record<string, number> = {};
try {
  const [plain, ...others] = formats;
  const bytes = generate(rows, plain);
  sizes[plain.name] = bytes.length;
  const text = new TextDecoder().decode(bytes);
  const file = join(folder, 'bench.csv');
  writeFileSync(file, bytes);
  for (let round = 0; round < rounds; round++) {
    note(plain.name, 'uDSV', columns, uDsv(bytes));
    note(plain.name, 'uDSV, decoded before', 'text → typed columns → premium', uDsv(text));
    note(plain.name, 'PremiumLens, wasm', columns, wasmColumns(core, bytes));
    const { columns: first, analyze: second } = native(file);
    note(plain.name, 'PremiumLens, native', columns, first);
    note(plain.name, 'PremiumLens, wasm, analyze', analyze, wasmAnalyze(core, bytes));
    note(plain.name, 'PremiumLens, native, analyze', analyze, second);
    note(plain.name, 'DuckDB-wasm, warm', columns, duckdb(bytes));
    if (round < 2) note(plain.name, 'PapaParse', 'bytes → typed rows → premium', papaParse(bytes));
  }
  for (const format of others) {
    const other = generate(rows, format);
    sizes[format.name] = other.length;
    for (let round = 0; round < rounds - 2; round++) {
      note(format.name, 'uDSV', columns, uDsv(other));
      note(format.name, 'PremiumLens, wasm', columns, wasmColumns(core, other));
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

const secondsOf = (format: string, name: string) => (best.get(`${format} ${name}`) as Row).seconds;
const ours = (format: string) => secondsOf(format, 'PremiumLens, wasm');
const ratios = {
  uDSV: secondsOf('plain', 'uDSV') / ours('plain'),
  'uDSV, decoded before': secondsOf('plain', 'uDSV, decoded before') / ours('plain'),
  'DuckDB-wasm, warm': secondsOf('plain', 'DuckDB-wasm, warm') / ours('plain'),
  PapaParse: secondsOf('plain', 'PapaParse') / ours('plain'),
  'wasm to native': ours('plain') / secondsOf('plain', 'PremiumLens, native'),
};

function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function printTable(): void {
  print(`${rows} rows × 6 columns, the same bytes for all; best of ${rounds} turns`);
  for (const [format, size] of Object.entries(sizes)) {
    print();
    print(`${format}, ${(size / 1e6).toFixed(1)} MB`);
    for (const row of [...best.values()].filter((one) => one.format === format)) {
      const speed = `${(size / 1e6 / row.seconds).toFixed(0).padStart(5)} MB/s`;
      const ratio = `${(row.seconds / ours(format)).toFixed(2).padStart(6)} × ours`;
      const time = `${row.seconds.toFixed(3).padStart(7)} s`;
      print(`  ${row.name.padEnd(30)}${time} ${speed} ${ratio}   ${row.measures}`);
    }
  }
  print();
  print(`ours is ${ratios.uDSV.toFixed(2)} × as fast as uDSV                (wanted: 6 or more)`);
  print(
    `        ${ratios['DuckDB-wasm, warm'].toFixed(2)} × as fast as DuckDB-wasm, warm   (1.5 or more)`,
  );
  print(`        ${ratios.PapaParse.toFixed(2)} × as fast as PapaParse`);
  print(
    `and takes ${ratios['wasm to native'].toFixed(2)} × the time of the native build (1.6 or less)`,
  );
}

if (options.json) {
  print(JSON.stringify({ rows, bytes: sizes, times: [...best.values()], ratios }));
} else {
  printTable();
}
