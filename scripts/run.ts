// One JSON request on standard input, one JSON reply on standard output. See the usage below.
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type NamedFile, nativeDoor, wasmDoor } from './doors.ts';
import { Replies } from './replies.ts';

const usage = `usage: scripts/run [--native] [--lines] [--refs] [--table NAME=FILE]... < request.json
       scripts/run [--native] --list

  --table NAME=FILE  loads a table: text of any common encoding, .xlsx, a page or JSON; requests
                     call it NAME, and further tables of the file NAME/2, NAME/3 …
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

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) {
    await new Promise((drained) => process.stdout.once('drain', drained));
  }
}

async function main({ native, lines, refs, list, tables }: Options): Promise<number> {
  const replies = new Replies(() => (native ? nativeDoor(tables) : wasmDoor(tables)), refs);
  try {
    if (list) {
      await print(await (await replies.door()).list());
      return 0;
    }
    // Before anything is read, so that a file that cannot be read is told at once.
    await replies.door();
    if (lines) {
      const requests = createInterface({ input: process.stdin, crlfDelay: Infinity });
      for await (const request of requests) await print(await replies.to(request));
      return 0;
    }
    const reply = await replies.to(await text(process.stdin));
    await print(reply);
    return reply.startsWith('{"ok":true') ? 0 : 1;
  } finally {
    await replies.close();
  }
}

try {
  process.exitCode = await main(readArguments(process.argv.slice(2)));
} catch (error) {
  const { message } = error as Error;
  process.stderr.write(`scripts/run: ${message}\n${error instanceof UsageError ? usage : ''}`);
  process.exitCode = 2;
}
