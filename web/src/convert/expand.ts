/**
 * What came in, as the texts of tables: a page, a workbook or JSON becomes one input for each table
 * in it. Plain text passes as it is, and brings no converter.
 */
import { maxInputBytes } from '../engine/decode-limits.ts';
import { EngineError, errorBody } from '../engine/error.ts';
import type { ConvertOptions } from './in-worker.ts';
import { headBytes, type Kind, sniff } from './sniff.ts';
import type { Converted } from './tabular.ts';

export interface Expandable {
  blob: Blob;
  file: string;
  /** The same as the clipboard has it as a page; its table is preferred if it is as full. */
  rich?: Blob;
}

export type Convert = (source: Blob, kind: Kind, options: ConvertOptions) => Promise<Converted[]>;

const inWorker: Convert = async (source, kind, options) => {
  let module: typeof import('./in-worker.ts');
  try {
    module = await import('./in-worker.ts');
  } catch (error) {
    throw new EngineError(errorBody('engine_unavailable', String(error)));
  }
  return module.convertInWorker(source, kind, options);
};

export async function expand<I extends Expandable>(
  input: I,
  options: ConvertOptions = {},
  convert = inWorker,
): Promise<I[]> {
  const { rich, ...plain } = input;
  if (rich) {
    const tables = await tablesOfPage(input, options, convert);
    if (cellsOf(tables) >= (await tabularCells(input.blob))) return named(input, tables);
  }
  if (input.blob.size > maxInputBytes) throw new EngineError(errorBody('input_too_large'));
  const kind = sniff(await head(input.blob));
  if (!kind) return [plain as I];
  return named(input, await convert(input.blob, kind, options));
}

/** None, where the page on the clipboard gives no table: then its text is what was copied. */
async function tablesOfPage(
  { rich, blob }: Expandable,
  options: ConvertOptions,
  convert: Convert,
): Promise<Converted[]> {
  if (!rich) return [];
  try {
    return await convert(rich, 'html', options);
  } catch (error) {
    if (error instanceof EngineError && blob.size > 0) return [];
    throw error;
  }
}

function named<I extends Expandable>({ rich: _, ...input }: I, tables: Converted[]): I[] {
  return tables.map(({ name, text, known }, index) => {
    const part = name || `#${index + 1}`;
    const file = tables.length > 1 ? [input.file, part].filter(Boolean).join(' › ') : input.file;
    return { ...input, blob: text, file, ...(known ? { known } : {}) } as I;
  });
}

/** No table where there is none: then nothing is as full. */
function cellsOf(tables: Converted[]): number {
  return tables.length === 0 ? -1 : tables.reduce((sum, { cells }) => sum + cells, 0);
}

/** Filled cells in the lines that have several; prose around a copied table does not count. */
async function tabularCells(text: Blob): Promise<number> {
  let cells = 0;
  for (const line of (await text.text()).split('\n')) {
    if (!line.includes('\t')) continue;
    cells += line.split('\t').filter((cell) => cell.trim() !== '').length;
  }
  return cells;
}

async function head(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  } catch (error) {
    throw new EngineError(errorBody('input_unreadable', String(error)));
  }
}
