// Files named on the command line as the texts of tables, the same way the page takes what is
// dropped on it; and what is to be said of them beside what the core says.
import { openAsBlob } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { convert } from '../web/src/convert/convert.ts';
import { headBytes, sniff } from '../web/src/convert/sniff.ts';
import type { Decoded } from '../web/src/engine/decode.ts';
import { maxInputBytes } from '../web/src/engine/decode-limits.ts';
import { EngineError, type ErrorBody, errorBody } from '../web/src/engine/error.ts';
import { tablesIn } from '../web/src/engine/walk.ts';

export interface NamedFile {
  name: string;
  path: string;
}

export interface NamedText {
  name: string;
  /** As the core is to call it. */
  file: string;
  blob: Blob;
}

/** Regular files are read piece by piece; a pipe, which has no size, as a whole. */
async function blobOf(path: string): Promise<Blob> {
  try {
    return (await stat(path)).isFile() ? await openAsBlob(path) : new Blob([await readFile(path)]);
  } catch (error) {
    throw new Error(`cannot read ${path}: ${(error as Error).message}`);
  }
}

/**
 * The tables of a file: a plain text is one; of a page, a workbook or JSON the first has the name
 * that was asked for, the others are NAME/2, NAME/3 …
 */
async function textsOf({ name, path }: NamedFile): Promise<NamedText[]> {
  const blob = await blobOf(path);
  const file = basename(path);
  if (blob.size > maxInputBytes) throw new EngineError(errorBody('input_too_large'));
  const kind = sniff(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()));
  if (!kind) return [{ name, file, blob }];
  const tables = await convert(blob, kind);
  return tables.map(({ name: part, text }, index) => ({
    name: index === 0 ? name : `${name}/${index + 1}`,
    file: tables.length === 1 ? file : `${file} › ${part || `#${index + 1}`}`,
    blob: text,
  }));
}

/** Takes every table in; one that cannot be read is refused when it is asked for. */
export async function load(
  files: readonly NamedFile[],
  take: (text: NamedText) => Promise<Decoded>,
): Promise<Loaded> {
  const loaded = new Loaded();
  for (const file of files) {
    try {
      for (const text of await textsOf(file)) loaded.decoded.set(text.name, await take(text));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      loaded.broken.set(file.name, error.body);
    }
  }
  return loaded;
}

export class Loaded {
  readonly decoded = new Map<string, Decoded>();
  readonly broken = new Map<string, ErrorBody>();

  /** The core's reply, or the refusal of a table that the core was never given. */
  async reply(request: string, ask: () => Promise<string>): Promise<string> {
    const parsed = parse(request);
    if (!parsed) return ask();
    for (const table of tablesIn(parsed)) {
      const body = this.broken.get(table);
      if (body) return JSON.stringify({ ok: false, error: { ...body, table } });
    }
    return this.#withEncoding(parsed, await ask());
  }

  /** The reply to `table` says how the bytes were read too. */
  #withEncoding({ op, table }: Record<string, unknown>, reply: string): string {
    const decoded = op === 'table' ? this.decoded.get(String(table)) : undefined;
    if (!decoded || !reply.startsWith('{"ok":true')) return reply;
    const { encoding, row = null } = decoded;
    const said = JSON.stringify({ encoding, encoding_row: row }).slice(1);
    return reply.replace(/\}\}$/, `,${said}}`);
  }
}

function parse(request: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(request) as unknown;
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
