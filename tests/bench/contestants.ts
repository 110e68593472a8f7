/**
 * Those who read the table: each takes bytes (or text) and gives the premium of every row. What
 * is timed is the way to the premiums; tables are dropped after the clock has stopped.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import { type loadCore, root } from '../../scripts/load-core.ts';
import { appendToTable } from '../../web/src/engine/core.ts';

/** What shows that the premiums are the same. */
export interface Premiums {
  rows: number;
  last: number;
  sum: number;
}

export interface Timed {
  seconds: number;
  premiums: Premiums;
}

function clocked(read: () => ArrayLike<number>): Timed {
  const began = performance.now();
  const premium = read();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, premiums: summary(premium) };
}

export function summary(premium: ArrayLike<number>): Premiums {
  let sum = 0;
  for (let row = 0; row < premium.length; row++) sum += premium[row] as number;
  return { rows: premium.length, last: premium[premium.length - 1] as number, sum };
}

/** The same for all who give columns: no library is asked to divide. */
function premiumOf(price: ArrayLike<number>, value: ArrayLike<number>): Float64Array {
  const premium = new Float64Array(price.length);
  for (let row = 0; row < premium.length; row++) {
    premium[row] = (price[row] as number) / (value[row] as number) - 1;
  }
  return premium;
}

/** From bytes, as ours; or from text that was decoded before the clock started. */
export function uDsv(source: string | Uint8Array): Timed {
  return clocked(() => {
    const text = typeof source === 'string' ? source : new TextDecoder().decode(source);
    const schema = inferSchema(text);
    const columns = initParser(schema).typedCols(text);
    const at = (name: string) =>
      columns[schema.cols.findIndex((column) => column.name === name)] as number[];
    return premiumOf(at('price'), at('iopv'));
  });
}

export function papaParse(bytes: Uint8Array): Timed {
  return clocked(() => {
    const text = new TextDecoder().decode(bytes);
    const { data } = Papa.parse<number[]>(text, { dynamicTyping: true, skipEmptyLines: true });
    const body = data.slice(1);
    return premiumOf(
      body.map((cells) => cells[0] as number),
      body.map((cells) => cells[1] as number),
    );
  });
}

/** DuckDB-wasm's blocking interface, from its package alone. */
export async function openDuckDb() {
  const require = createRequire(import.meta.url);
  const blocking = '@duckdb/duckdb-wasm/blocking';
  const duckdb = require(blocking) as typeof import('@duckdb/duckdb-wasm/blocking');
  const bundle = (name: string) => ({
    mainModule: join(require.resolve(blocking), `../duckdb-${name}.wasm`),
    mainWorker: '',
  });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => undefined);
  return { db, connection: db.connect() };
}

/** Made once, so it is warm. */
export async function duckDb(): Promise<(bytes: Uint8Array) => Timed> {
  const { db, connection } = await openDuckDb();
  return (bytes) => {
    const own = bytes.slice(); // it may keep what it is given
    const timed = clocked(() => {
      db.registerFileBuffer('bench.csv', own);
      connection.query(`CREATE TABLE t AS SELECT * FROM read_csv('bench.csv')`);
      const premium = connection.query('SELECT price / iopv - 1 AS premium FROM t');
      return premium.getChild('premium')?.toArray() as Float64Array;
    });
    connection.query('DROP TABLE t');
    db.dropFile('bench.csv');
    return timed;
  };
}

export type Core = Awaited<ReturnType<typeof loadCore>>;

const pieceSize = 1 << 20; // of the page: web/src/engine/decode.ts

export function load(core: Core, bytes: Uint8Array, table = 't'): void {
  core.tableCreate(table, 'bench.csv');
  core.tableReserve(table, bytes.length);
  for (let from = 0; from < bytes.length; from += pieceSize) {
    appendToTable(core, table, bytes.subarray(from, from + pieceSize));
  }
}

export function ask(core: Core, request: object) {
  const { ok, result, error } = JSON.parse(core.run(JSON.stringify(request)));
  if (!ok) throw new Error(`${error.code}: ${error.message}`);
  return result;
}

/** Bytes to typed columns to premiums. */
export function wasmColumns(core: Core, bytes: Uint8Array): Timed {
  const timed = clocked(() => {
    load(core, bytes);
    const { rows } = ask(core, { op: 'table', table: 't' });
    const at = (name: string) => core.tableColumn('t', name, 0, rows) as Float64Array;
    return premiumOf(at('price'), at('iopv'));
  });
  core.tableDrop('t');
  return timed;
}

/** The whole answer of the page: premiums, ranges, findings, series. */
export function wasmAnalyze(core: Core, bytes: Uint8Array): Timed {
  let made = { table: '', column: '' };
  const timed = clocked(() => {
    load(core, bytes);
    made = ask(core, { op: 'analyze', table: 't', kind: 'cross_border' }).premium_fraction;
    return core.tableColumn(made.table, made.column, 0, 0x7fffffff) as Float64Array;
  });
  core.tableDrop('t');
  core.tableDrop(made.table);
  return timed;
}

/** The same two, timed inside a native process (native.cpp). */
export function native(file: string): { columns: Timed; analyze: Timed } {
  const command = join(root, 'build/native/premiumlens-bench');
  return JSON.parse(execFileSync(command, [file], { encoding: 'utf8' }));
}
