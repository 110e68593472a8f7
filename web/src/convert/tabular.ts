/**
 * Tables on their way out of a converter. Each becomes a text with one line for each row of its
 * source (an empty row is an empty line), so that the rows the core speaks of are the rows of the
 * sheet, of the page's table or of the list.
 */

import type { EngineCode } from '../engine/codes.ts';
import { maxInputBytes } from '../engine/decode-limits.ts';
import { EngineError, errorBody } from '../engine/error.ts';

/** What the tables of one file may grow to with merged cells repeated: more is not read anyway. */
const maxConvertedBytes = maxInputBytes;

/** More columns than the core reads; where a row goes on and on, its rest only costs memory. */
const mostColumns = 4096;

/** A wider cell is a frame, not a heading over columns. */
const widestRepeated = 256;

export interface Converted {
  /** Of the sheet, the list or the table in its file; may be empty. */
  name: string;
  text: Blob;
  /** Rows that hold something. */
  rows: number;
  /** Cells that hold something. */
  cells: number;
  /** Of an export of this page's: what its reader knew of the fund. */
  known?: unknown;
}

export interface Place {
  row?: number;
  /** A column, or which character of the row. */
  column?: string;
}

export function refuse(code: EngineCode, detail?: string, place?: Place): never {
  throw new EngineError({ ...errorBody(code, detail), ...place });
}

/** How much a whole file has grown to; shared by its tables. */
export class Budget {
  #left: number;

  constructor(bytes = maxConvertedBytes) {
    this.#left = bytes;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) refuse('inflates_too_large');
  }
}

interface Row {
  cells: readonly string[];
  line: number;
}

const linesIn = (cell: string): string[] =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Two cells that begin with a number, a day or a code. */
const holdsData = (cells: readonly string[]): boolean =>
  cells.filter((cell) => /^\s*[-+−]?\d[\d.,/:-]*%?\s*(\n|$)/.test(cell)).length > 1;

/** Pages stack two values in a cell, and their two names in the header above: 代码 over 名称. */
function partsOf(header: readonly string[], row: readonly string[]): number[] {
  const parts = row.map((cell, at) => {
    const lines = linesIn(cell).length;
    return lines > 1 && linesIn(header[at] ?? '').length === lines ? lines : 1;
  });
  return parts.some((count) => count > 1) ? parts : [];
}

function partsIn(cell: string, count: number): string[] {
  if (count === 1) return [cell];
  const lines = linesIn(cell);
  const rest = lines.slice(count - 1).join(' ');
  return Array.from({ length: count }, (_, at) => (at < count - 1 ? (lines[at] ?? '') : rest));
}

/** The text of one table while it grows. Cells are parted by tabs. */
export class TableText {
  name = '';
  rows = 0;
  cells = 0;
  /** Rows of at least two cells: what a table has and a frame has not. */
  broad = 0;
  /** Cells with a digit. */
  digits = 0;
  columns = 0;
  /** The first row that holds something. */
  head = '';
  /** The last row that was added. */
  #last = 0;
  #line = 0;
  /** What may be the header: whether its cells hold several names the first row of data tells. */
  #held: Row | undefined;
  /** Of each column: how many cells lie in one of its cells, a line each. */
  #parts: number[] | undefined;
  #pieces: Blob[] = [];
  #growing = '';
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** A row, at the line after the last one or further down. */
  add(cells: readonly string[], line = this.#last + 1): void {
    this.#last = Math.max(line, this.#last + 1);
    if (this.#parts) {
      this.#put(cells, this.#last);
      return;
    }
    if (holdsData(cells))
      this.#parts = this.broad > 0 ? [] : partsOf(this.#held?.cells ?? [], cells);
    this.settle();
    if (this.#parts) this.#put(cells, this.#last);
    else this.#held = { cells, line: this.#last };
  }

  /** Counts in what is held back. */
  settle(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#put(held.cells, held.line);
  }

  #put(given: readonly string[], line: number): void {
    const parts = this.#parts;
    const cells = parts?.length
      ? given.flatMap((cell, at) => partsIn(cell, parts[at] ?? 1))
      : given;
    const written = cells.slice(0, mostColumns).map(clean);
    const filled = written.filter((cell) => cell !== '');
    const blank = '\n'.repeat(Math.max(0, line - this.#line - 1));
    this.#line = Math.max(line, this.#line + 1);
    if (filled.length > 0) {
      this.head ||= written.join('\t');
      this.#count(filled, written.length);
    }
    // All rows as wide as the widest so far: so the tab is the one separator they agree on.
    const missing = this.broad > 0 ? this.columns - written.length : 0;
    const text = written.map(quoted).join('\t') + '\t'.repeat(Math.max(0, missing));
    this.#write(`${blank}${filled.length > 0 ? text : ''}\n`);
  }

  #count(filled: string[], width: number): void {
    this.rows++;
    this.cells += filled.length;
    if (filled.length > 1) this.broad++;
    this.columns = Math.max(this.columns, width);
    this.digits += filled.filter((cell) => /\d/.test(cell)).length;
  }

  /** The rows of another table below the rows of this one. */
  append(other: TableText): void {
    other.settle();
    this.settle();
    other.#flush();
    this.#flush();
    this.#pieces.push(...other.#pieces);
    this.#line += other.#line;
    this.#last = this.#line;
    for (const key of ['rows', 'cells', 'broad', 'digits'] as const) this[key] += other[key];
    this.columns = Math.max(this.columns, other.columns);
    this.head ||= other.head;
  }

  finish(): Converted {
    this.settle();
    this.#flush();
    const { name, rows, cells } = this;
    return { name, text: new Blob(this.#pieces), rows, cells };
  }

  #write(text: string): void {
    this.#budget.spend(text.length);
    this.#growing += text;
    if (this.#growing.length > 1 << 20) this.#flush();
  }

  #flush(): void {
    if (this.#growing) this.#pieces.push(new Blob([this.#growing]));
    this.#growing = '';
  }
}

/** What only lays out a page, or is a sheet of notes, has few rows of several cells, or no numbers. */
export function isData(table: TableText): boolean {
  table.settle();
  const { broad, columns, digits } = table;
  return broad >= 2 && columns >= 2 && digits >= Math.max(2, broad / 2);
}

/** Tables of data; where there are none, whatever holds something, for the core to refuse. */
export function dataOf(tables: readonly TableText[]): Converted[] {
  const data = tables.filter(isData);
  const kept = data.length > 0 ? data : tables.filter(({ rows }) => rows > 0);
  return kept.map((table) => table.finish());
}

/** Where the first table is a trifle beside the biggest, that one leads. */
export function mainFirst(tables: Converted[]): Converted[] {
  const biggest = tables.reduce((one, other) => (other.cells > one.cells ? other : one));
  const [first] = tables;
  if (!first || first.cells * 5 >= biggest.cells) return tables;
  return [biggest, ...tables.filter((table) => table !== biggest)];
}

/** A cell in one line: line ends, tabs and runs of blanks are one blank. */
function clean(cell: string): string {
  return /[\s\u00a0\u200b\ufeff]/.test(cell)
    ? cell.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
    : cell;
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

interface Span {
  text: string;
  /** The last row it reaches. */
  last: number;
}

/** Rows of cells that may reach over several columns and rows: their text is repeated there. */
export class Grid {
  readonly table: TableText;
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  /** Of the row: cells that hold something of their own. */
  #own = 0;
  #inherited = 0;
  #title = '';
  readonly #spans = new Map<number, Span>();

  constructor(table: TableText) {
    this.table = table;
  }

  /** The next row, or the row of that number, which is not before it. */
  begin(row = this.#row + 1): void {
    this.#row = Math.max(row, this.#row + 1);
    this.#column = 0;
    this.#cells = [];
    this.#own = 0;
    this.#inherited = 0;
  }

  /** A cell at the next free column, or at `column` (from 0). */
  put(text: string, wide = 1, high = 1, column = this.free(this.#column)): void {
    const repeated = wide > widestRepeated ? 1 : Math.max(1, wide);
    const shown = text.trim();
    if (shown) this.#own++;
    this.#title = shown;
    for (let at = column; at < column + repeated && at < mostColumns; at++) {
      while (this.#cells.length < at) this.#cells.push(this.#inherit(this.#cells.length));
      this.#cells[at] = shown;
      if (high > 1) this.#spans.set(at, { text: shown, last: this.#row + high - 1 });
    }
    this.#column = column + Math.max(1, Math.min(wide, mostColumns));
  }

  end(): void {
    for (const [column, { last }] of this.#spans) {
      if (column < this.#cells.length || last < this.#row) continue;
      while (this.#cells.length <= column) this.#cells.push(this.#inherit(this.#cells.length));
    }
    // A title over the whole width is one cell, and a row that has only what reaches down to it
    // has nothing.
    const isTitle = this.#own === 1 && this.#inherited === 0 && this.#cells[0] === this.#title;
    if (isTitle && this.#cells.filter((cell) => cell === this.#title).length > 1)
      this.#cells = [this.#title];
    this.table.add(this.#own > 0 ? this.#cells : [], this.#row);
  }

  /** The first column from there on that nothing from above reaches into. */
  free(from: number): number {
    let column = from;
    while ((this.#spans.get(column)?.last ?? -1) >= this.#row) column++;
    return column;
  }

  #inherit(column: number): string {
    const span = this.#spans.get(column);
    if (!span) return '';
    if (span.last < this.#row) {
      this.#spans.delete(column);
      return '';
    }
    if (span.text) this.#inherited++;
    return span.text;
  }
}
