/**
 * The interface of the wasm module (wasm/bindings.cpp), and the two things done with its memory.
 * Written by hand: keep it as small as the door is narrow.
 */
export interface CoreModule {
  /** Replaced whenever the memory grows: read it anew for each use. */
  readonly HEAPU8: Uint8Array;

  /** Starts (or starts again) a table of UTF-8 text. */
  tableCreate(name: string, file: string): void;
  /** Makes room for so many bytes, so that the text is not copied while it grows. */
  tableReserve(name: string, size: number): void;
  /** Room for `size` bytes behind the table's text; valid until the next call into the module. */
  tableRoom(name: string, size: number): number;
  /** Makes the first `size` bytes of that room part of the table's text. */
  tableExtend(name: string, size: number): void;
  /** Gives a table another name; a table that bore it is dropped. */
  tableRename(from: string, to: string): void;
  tableDrop(name: string): void;
  /** A view of the module's memory: slice it at once. Undefined if there is no such column. */
  tableColumn(name: string, column: string, from: number, to: number): ColumnView | undefined;
  /** JSON: the distinct texts of a text column. */
  tableWords(name: string, column: string): string;

  run(request: string): string;
  begin(request: string): number;
  step(job: number, budgetMs: number): boolean;
  progress(job: number): number;
  finish(job: number): string;
  abandon(job: number): void;
  list(): string;
}

/** Numbers; days since 1970 or seconds of the day; indexes into the column's words. */
export type ColumnView = Float64Array | Int32Array | Uint32Array;

/** What the JavaScript beside the module exports; `Options` differ between a worker and Node. */
export type CreateCore<Options> = (options: Options) => Promise<CoreModule>;

/** A day that is missing, in an Int32Array of days. */
export const missingDate = -2147483648;
/** A text that is missing, in a Uint32Array of indexes. */
export const missingText = 0xffffffff;

export function appendToTable(core: CoreModule, name: string, piece: Uint8Array): void {
  const pointer = core.tableRoom(name, piece.length);
  core.HEAPU8.set(piece, pointer);
  core.tableExtend(name, piece.length);
}

/** A copy of a whole column that may leave the worker. */
export function copyColumn(core: CoreModule, table: string, column: string) {
  const view = core.tableColumn(table, column, 0, 0x7fffffff);
  if (!view) return undefined;
  const values = view.slice();
  if (!(values instanceof Uint32Array)) return { values };
  return { values, words: JSON.parse(core.tableWords(table, column)) as string[] };
}
