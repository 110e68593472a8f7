// The two builds behind one door: the wasm module in this process, or the native command beside it.
import { spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { appendToTable, copyColumn } from '../web/src/engine/core.ts';
import { type Decoded, decode } from '../web/src/engine/decode.ts';
import { type LongSeries, plainArrayOf } from '../web/src/engine/series.ts';
import { loadCore, root } from './load-core.ts';
import { type Loaded, load, type NamedFile } from './texts.ts';

export type { NamedFile };

export type PlainArray = (number | string | null)[];

export interface Door {
  list(): Promise<string>;
  /** The reply to one request, as the build wrote it. The request has no line break. */
  reply(request: string): Promise<string>;
  column(series: LongSeries): Promise<PlainArray>;
  drop(table: string): Promise<void>;
  close(): Promise<void>;
}

export async function wasmDoor(tables: NamedFile[]): Promise<Door> {
  const core = await loadCore();
  const loaded = await load(tables, ({ name, file, blob }) =>
    decode(blob, {
      start: () => core.tableCreate(name, file),
      append: (utf8) => appendToTable(core, name, utf8),
    }),
  );
  return {
    list: async () => core.list(),
    reply: (request) => loaded.reply(request, async () => core.run(request)),
    column: async ({ table, column }) =>
      plainArrayOf({ table, column, ...copyColumn(core, table, column) }),
    drop: async (table) => core.tableDrop(table),
    close: async () => {},
  };
}

export async function nativeDoor(tables: NamedFile[]): Promise<Door> {
  const folder = await mkdtemp(join(tmpdir(), 'premiumlens-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const decoded: string[] = [];
  let loaded: Loaded;
  try {
    loaded = await load(tables, ({ name, file, blob }) => {
      const copy = join(folder, String(decoded.length));
      decoded.push('--table', `${name}=${copy}=${file}`);
      return writeDecoded(blob, copy);
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const command = join(root, 'build/native/premiumlens-cli');
  const ask = asker(command, decoded);
  return {
    list: () => asker(command, ['--list']).line(),
    reply: (request) => loaded.reply(request, () => ask.line(request)),
    column: async ({ table, column }) => {
      const reply = await ask.line(JSON.stringify({ column_of: table, column }));
      return (JSON.parse(reply) as { result: PlainArray }).result;
    },
    drop: async () => {},
    close: async () => {
      ask.end();
      await remove();
    },
  };
}

/** The native command reads UTF-8 only. */
async function writeDecoded(source: Blob, path: string): Promise<Decoded> {
  const file = await open(path, 'w');
  let pieces: Uint8Array[] = [];
  const flush = async () => {
    for (const piece of pieces) await file.write(piece);
    pieces = [];
  };
  try {
    let restart = false;
    return await decode(source, {
      start: () => {
        pieces = [];
        restart = true;
      },
      append: (utf8) => pieces.push(utf8),
      pause: async () => {
        if (restart) await file.truncate(0);
        restart = false;
        await flush();
      },
    });
  } finally {
    await file.close();
  }
}

/** A process that answers one line with one line. */
function asker(command: string, args: string[]) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  child.on('error', end);
  child.stdin.on('error', end);
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', (line) => waiting.shift()?.resolve(line));
  child.on('close', (code) => end(new Error(`${command} ended with ${code}`)));
  return {
    line: (request?: string) =>
      new Promise<string>((resolve, reject) => {
        if (ended) return reject(ended);
        waiting.push({ resolve, reject });
        if (request !== undefined) child.stdin.write(`${request}\n`);
      }),
    end: () => child.stdin.end(),
  };
}
