// What is written to a file: columns that give a cell for each row. Numbers are given as they are;
// what is missing is null and leaves the cell empty.

export type ColumnKind = 'day' | 'time' | 'number' | 'fraction' | 'text';

export interface Column {
  /** Its name for programs: "premium_fraction_iopv". */
  key: string;
  /** Its heading for readers. */
  title: string;
  kind: ColumnKind;
  /** A day is "2025-01-02", a time seconds of the day. */
  at: (row: number) => string | number | null;
}

export interface ExportTable {
  rows: number;
  columns: Column[];
}

/** Rows that are made and written at once. */
export const pieceRows = 500;

/** The first row of every piece. */
export function* pieces(rows: number): Generator<number> {
  for (let from = 0; from < rows; from += pieceRows) yield from;
}

/** A long text as it grows: handed over bit by bit, so that no end of it takes long to pack. */
export class LongText {
  readonly #parts: Blob[] = [];
  #growing = '';

  add(text: string): void {
    this.#growing += text;
    if (this.#growing.length > 1 << 20) this.#flush();
  }

  finish(type: string): Blob {
    this.#flush();
    return new Blob(this.#parts, { type });
  }

  #flush(): void {
    this.#parts.push(new Blob([this.#growing]));
    this.#growing = '';
  }
}

/** The shortest text that reads as the same number. */
export const numberText = (value: number): string => String(value);
