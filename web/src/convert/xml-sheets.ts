/** The sheets of a workbook in Excel's XML of 2003, which many programs write as .xls. */
import { decode } from '../engine/decode.ts';
import { type CellFormat, formatOf, numberText } from './cell-format.ts';
import { dayText } from './day-text.ts';
import { Budget, type Converted, dataOf, Grid, refuse, TableText } from './tabular.ts';
import { attribute, readXml } from './xml.ts';

export async function convertXmlSheets(
  source: Blob,
  onProgress: (fraction: number) => void = () => {},
): Promise<Converted[]> {
  const reader = new WorkbookReader();
  await readXml(textOf(source, onProgress), reader);
  const shown = reader.tables.filter((table) => !reader.hidden.has(table));
  const tables = dataOf(shown.length > 0 ? shown : reader.tables);
  return tables.length > 0 ? tables : refuse('sheet_without_rows', reader.tables[0]?.name);
}

async function* textOf(source: Blob, onProgress: (fraction: number) => void) {
  let pieces: Uint8Array[] = [];
  await decode(source, {
    start() {
      pieces = [];
    },
    append: (utf8) => pieces.push(utf8),
  });
  const decoder = new TextDecoder();
  for (const [index, piece] of pieces.entries()) {
    yield decoder.decode(piece, { stream: true });
    onProgress((index + 1) / pieces.length);
  }
}

class WorkbookReader {
  readonly tables: TableText[] = [];
  readonly hidden = new Set<TableText>();
  readonly #formats = new Map<string, CellFormat>();
  readonly #budget = new Budget();
  #style = '';
  #grid: Grid | undefined;
  #row = 0;
  #cell: Record<string, string> = {};
  #column = -1;
  #type = '';
  #isData = false;
  #isVisibility = false;
  #text = '';

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'Style') this.#style = attribute(attributes, 'ID') ?? '';
    else if (name === 'NumberFormat') this.#addFormat(attribute(attributes, 'Format') ?? '');
    else if (name === 'Worksheet') this.#beginSheet(attribute(attributes, 'Name') ?? '');
    else if (name === 'Row') this.#beginRow(Number(attribute(attributes, 'Index')));
    else if (name === 'Cell') this.#beginCell(attributes);
    else if (name === 'Visible') this.#isVisibility = true;
    else if (name === 'Data') {
      this.#isData = true;
      this.#type = attribute(attributes, 'Type') ?? 'String';
    }
  }

  text(piece: string): void {
    if (this.#isData) this.#text += piece;
    const sheet = this.tables.at(-1);
    if (this.#isVisibility && sheet && piece.includes('Hidden')) this.hidden.add(sheet);
  }

  close(name: string): void {
    if (name === 'Data') this.#isData = false;
    else if (name === 'Visible') this.#isVisibility = false;
    else if (name === 'Cell') this.#endCell();
    else if (name === 'Row') this.#grid?.end();
  }

  /** Days are written as days, so of the formats only percent and padding matter. */
  #addFormat(code: string): void {
    const format = formatOf(code === 'Percent' ? '0%' : code);
    if (format.shows === 'percent' || format.shows === 'padded')
      this.#formats.set(this.#style, format);
  }

  #beginSheet(name: string): void {
    const table = new TableText(this.#budget);
    table.name = name;
    this.tables.push(table);
    this.#grid = new Grid(table);
    this.#row = 0;
  }

  #beginRow(given: number): void {
    this.#row = given > this.#row ? Math.min(given, 1_048_576) : this.#row + 1;
    this.#column = -1;
    this.#grid?.begin(this.#row);
  }

  #beginCell(attributes: Record<string, string>): void {
    this.#cell = attributes;
    this.#text = '';
    this.#type = '';
  }

  #endCell(): void {
    const number = (name: string) => Number(attribute(this.#cell, name) ?? 0) || 0;
    const given = number('Index') - 1;
    const wide = 1 + Math.max(0, number('MergeAcross'));
    const high = 1 + Math.max(0, number('MergeDown'));
    const next = this.#column + 1;
    const column = given >= next ? given : (this.#grid?.free(next) ?? next);
    this.#grid?.put(this.#shown(), wide, high, column);
    this.#column = column + wide - 1;
  }

  #shown(): string {
    if (this.#type === 'DateTime') return dayText(this.#text);
    if (this.#type === 'Boolean') return this.#text === '1' ? 'TRUE' : 'FALSE';
    if (this.#type !== 'Number') return this.#text;
    const style = attribute(this.#cell, 'StyleID') ?? '';
    return numberText(this.#text, this.#formats.get(style) ?? { shows: 'number' }, false);
  }
}
