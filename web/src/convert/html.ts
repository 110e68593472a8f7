/**
 * The tables of a page, or of the clipboard's text/html. The text is read, never made into a
 * document: nothing in it runs and nothing it names is fetched.
 */
import { Parser } from 'htmlparser2';
import { decode } from '../engine/decode.ts';
import { exactText } from './number-text.ts';
import { Budget, type Converted, Grid, isData, mainFirst, refuse, TableText } from './tabular.ts';

type Attributes = Record<string, string>;

interface OpenTable {
  grid: Grid;
  inRow: boolean;
  cell: { text: string; attributes: Attributes } | undefined;
  caption: string | undefined;
  /** Filled cells so far, and the text of the last. */
  filled: number;
  last: string;
}

/** What is inside is not shown to a reader as text. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'svg', 'select', 'title']);
/** No page is so; each tag that is open costs the parser time at every further one. */
const deepest = 5000;
/** Stands for a line end that is shown; those of the source are blanks. */
const lineEnd = '\u0001';
/** In a cell these part words, as a line end would. */
const parting = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'dd', 'dt', 'hr', 'tr', 'td', 'th']);

export async function convertHtml(
  source: Blob,
  onProgress: (fraction: number) => void = () => {},
  limit?: number,
): Promise<Converted[]> {
  let reader = new TableReader(limit);
  let parser = new Parser(reader);
  let decoder = new TextDecoder();
  await decode(source, {
    start() {
      reader = new TableReader(limit);
      parser = new Parser(reader);
      decoder = new TextDecoder();
    },
    append: (utf8) => parser.write(decoder.decode(utf8, { stream: true })),
    pause: async (fraction) => onProgress(fraction),
  });
  parser.end();
  return reader.result();
}

class TableReader {
  readonly #budget: Budget;
  readonly #open: OpenTable[] = [];
  readonly #done: TableText[] = [];
  #depth = 0;
  #unseenDepth = 0;
  #preformatted = '';
  #inPre = 0;

  constructor(limit?: number) {
    this.#budget = new Budget(limit);
  }

  result(): Converted[] {
    while (this.#open.length > 0) this.#closeTable();
    const tables = stacked(withHeaders(this.#done).filter(isData));
    if (tables.length > 0) return mainFirst(tables.map((table) => table.finish()));
    const text = this.#preformatted.trim();
    // How a browser shows a text file, and what it then saves as a page.
    if (this.#done.length === 0 && text.includes('\n'))
      return [{ name: '', text: new Blob([text]), rows: 1, cells: 1 }];
    const places = this.#done.reduce((sum, { rows }) => sum + rows, 0);
    return refuse('html_without_rows', undefined, places > 0 ? { row: 1 } : {});
  }

  onopentag(name: string, attributes: Attributes): void {
    if (++this.#depth > deepest) refuse('html_without_rows', 'nested too deep');
    if (this.#unseenDepth > 0 || isUnseen(name, attributes)) {
      this.#unseenDepth++;
      return;
    }
    const table = this.#open.at(-1);
    if (parting.has(name) && table?.cell) table.cell.text += lineEnd;
    if (name === 'table') this.#openTable();
    else if (name === 'pre') this.#inPre++;
    else if (!table) return;
    else if (name === 'caption') table.caption = '';
    else if (name === 'tr') this.#beginRow(table);
    else if (name === 'td' || name === 'th') this.#beginCell(table, attributes);
  }

  ontext(text: string): void {
    if (this.#unseenDepth > 0) return;
    const table = this.#open.at(-1);
    if (table?.cell) table.cell.text += text;
    else if (table?.caption !== undefined && !table.inRow) table.caption += text;
    else if (this.#inPre > 0) this.#preformatted += text;
  }

  onclosetag(name: string): void {
    this.#depth--;
    if (this.#unseenDepth > 0) {
      this.#unseenDepth--;
      return;
    }
    const table = this.#open.at(-1);
    if (name === 'pre') this.#inPre--;
    if (!table) return;
    if (name === 'table') this.#closeTable();
    else if (name === 'tr') this.#endRow(table);
    else if (name === 'td' || name === 'th') this.#endCell(table);
    else if (parting.has(name) && table.cell) table.cell.text += lineEnd;
  }

  #openTable(): void {
    const grid = new Grid(new TableText(this.#budget));
    this.#open.push({
      grid,
      inRow: false,
      cell: undefined,
      caption: undefined,
      filled: 0,
      last: '',
    });
  }

  #closeTable(): void {
    const table = this.#open.pop();
    if (!table) return;
    this.#endRow(table);
    const around = this.#open.at(-1)?.cell;
    // A table of one cell inside a cell only lays it out.
    if (around && table.filled <= 1) {
      around.text += ` ${table.last} `;
      return;
    }
    table.grid.table.settle();
    table.grid.table.name = (table.caption ?? '').replace(/\s+/g, ' ').trim();
    this.#done.push(table.grid.table);
  }

  #beginRow(table: OpenTable): void {
    this.#endRow(table);
    table.inRow = true;
    table.grid.begin();
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table);
    if (table.inRow) table.grid.end();
    table.inRow = false;
  }

  #beginCell(table: OpenTable, attributes: Attributes): void {
    this.#endCell(table);
    if (!table.inRow) this.#beginRow(table);
    table.cell = { text: '', attributes };
  }

  #endCell(table: OpenTable): void {
    const { cell } = table;
    if (!cell) return;
    table.cell = undefined;
    const { colspan, rowspan } = cell.attributes;
    const shown = cell.text
      .replace(/[\s\u00a0]+/g, ' ')
      .split(lineEnd)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
    const text = exactText(shown, exactValue(cell.attributes));
    if (text) {
      table.filled++;
      table.last = text;
    }
    table.grid.put(text, span(colspan), span(rowspan));
  }
}

/** Spreadsheets put the number behind the rounded text on the clipboard, each in its own way. */
function exactValue(attributes: Attributes): string | undefined {
  const google = attributes['data-sheets-value']?.match(/"3":(-?[\d.eE+-]+)/)?.[1];
  return attributes['x:num'] ?? attributes.sdval ?? google;
}

function isUnseen(name: string, attributes: Attributes): boolean {
  if (unseen.has(name) || attributes.hidden !== undefined) return true;
  return /display\s*:\s*none/i.test(attributes.style ?? '');
}

/** As HTML has it: at most 1000 columns and 65534 rows; 0 rows are all that follow. */
function span(attribute: string | undefined): number {
  const count = Number.parseInt(attribute ?? '1', 10);
  if (count === 0) return 65534;
  return count > 0 ? Math.min(count, 65534) : 1;
}

/** Lists of other funds under the same header, a market each, are one list: 集思录 has three. */
function stacked(tables: TableText[]): TableText[] {
  const lists: TableText[] = [];
  for (const table of tables) {
    const above = lists.find(
      ({ head, columns }) =>
        head === table.head && columns === table.columns && /代码|code/i.test(head),
    );
    if (above) above.append(table);
    else lists.push(table);
  }
  return lists;
}

/** Scrolling tables keep their header in a table of its own, above. */
function withHeaders(tables: TableText[]): TableText[] {
  const joined: TableText[] = [];
  for (const table of tables) {
    const above = joined.at(-1);
    const isHeader = above && above.rows <= 2 && above.rows > 0 && above.digits === 0;
    if (isHeader && above.columns > 1 && above.columns === table.columns && table.digits > 0)
      above.append(table);
    else joined.push(table);
  }
  return joined;
}
