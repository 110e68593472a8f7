// One JSON request on standard input, one JSON reply on standard output. See the usage below.
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { LongSeries } from '../web/src/engine/series.ts';
import { type Door, type NamedFile, nativeDoor, wasmDoor } from './doors.ts';

const usage = `usage: scripts/run [--native] [--lines] [--refs] [--table NAME=FILE]... < request.json
       scripts/run [--native] --list

  --table NAME=FILE  loads a table of any common encoding; requests call it NAME
  --lines            one request a line, one reply a line; a bad line is answered with an error
  --refs             leaves long series as {"table", "column"} instead of writing them out
  --native           the native build instead of the wasm build
  --list             prints the operations, their fields, the vocabularies and the codes

Ends with 0 if the request was answered (with --lines: if every line was, be it with an error),
1 if the reply is an error, 2 for wrong usage or a file that cannot be read.
`;

class UsageError extends Error {}

interface Options {
  native: boolean;
  lines: boolean;
  refs: boolean;
  list: boolean;
  tables: NamedFile[];
}

function readArguments(args: string[]): Options {
  const options = {
    native: { type: 'boolean', default: false },
    lines: { type: 'boolean', default: false },
    refs: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    table: { type: 'string', multiple: true, default: [] as string[] },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    const { table, ...rest } = values;
    return { ...rest, tables: table.map(namedFile) };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function namedFile(argument: string): NamedFile {
  const at = argument.indexOf('=');
  const name = argument.slice(0, Math.max(at, 0));
  const path = argument.slice(at + 1);
  if (!name || !path) throw new UsageError(`--table takes NAME=FILE, not "${argument}"`);
  return { name, path };
}

async function openDoor({ native, tables }: Options): Promise<Door> {
  return native ? nativeDoor(tables) : wasmDoor(tables);
}

/**
 * The request as one line. In valid JSON a line break is blank space; in anything else it becomes
 * a character that is valid nowhere in JSON, so that the request stays as wrong as it was.
 */
function asLine(request: string): string {
  const trimmed = request.trim();
  return trimmed.replace(/[\r\n]+/g, isJson(trimmed) ? ' ' : '\v');
}

function isJson(request: string): boolean {
  try {
    JSON.parse(request);
    return true;
  } catch {
    return false;
  }
}

async function answer(door: Door, request: string, refs: boolean): Promise<string> {
  const reply = await door.reply(asLine(request));
  if (refs || !reply.includes('{"table":"=')) return reply;
  const dropped = new Set<string>();
  const expanded = await expand(JSON.parse(reply), async (series) => {
    dropped.add(series.table);
    return door.column(series);
  });
  for (const table of dropped) await door.drop(table);
  return JSON.stringify(expanded);
}

/** The value with every long series in it written out. */
async function expand(
  value: unknown,
  columnOf: (series: LongSeries) => Promise<unknown>,
): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return Promise.all(value.map((item) => expand(item, columnOf)));
  }
  const { table, column } = value as Partial<LongSeries>;
  if (table?.startsWith?.('=') && column !== undefined) return columnOf({ table, column });
  const fields: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    fields.push([key, await expand(item, columnOf)]);
  }
  return Object.fromEntries(fields);
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) {
    await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

async function main(options: Options): Promise<number> {
  const door = await openDoor(options);
  try {
    if (options.list) {
      await print(await door.list());
      return 0;
    }
    if (options.lines) {
      const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
      for await (const line of lines) await print(await answer(door, line, options.refs));
      return 0;
    }
    const reply = await answer(door, await text(process.stdin), options.refs);
    await print(reply);
    return reply.startsWith('{"ok":true') ? 0 : 1;
  } finally {
    await door.close();
  }
}

try {
  process.exitCode = await main(readArguments(process.argv.slice(2)));
} catch (error) {
  const { message } = error as Error;
  process.stderr.write(`scripts/run: ${message}\n${error instanceof UsageError ? usage : ''}`);
  process.exitCode = 2;
}
