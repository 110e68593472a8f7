/**
 * The sheets of an .xlsx workbook. Read as a stream with fflate (inflating) and htmlparser2 (its
 * XML): a library that hands out whole sheets as arrays holds all of one in memory several times,
 * unpacks without a limit, and gives neither percent cells nor merged ones as such.
 */
import { reportSheet } from '../export/report-sheet.ts';
import { builtinFormat, type CellFormat, formatOf, numberText } from './cell-format.ts';
import { dayText } from './day-text.ts';
import { Budget, type Converted, dataOf, Grid, refuse, TableText } from './tabular.ts';
import { attribute, readXml } from './xml.ts';
import { Zip } from './zip.ts';

/** In a workbook that the page itself has written. */
const ownReports = new Set(Object.values(reportSheet));

interface Sheet {
  name: string;
  hidden: boolean;
  part: string;
}

interface Book {
  zip: Zip;
  strings: string[];
  formats: CellFormat[];
  from1904: boolean;
  budget: Budget;
}

interface Merge {
  row: number;
  column: number;
  wide: number;
  high: number;
}

export async function convertXlsx(
  source: Blob,
  onProgress: (fraction: number) => void = () => {},
  limit?: number,
): Promise<Converted[]> {
  const zip = await Zip.open(source, limit);
  if ([...zip.parts.values()].some(({ encrypted }) => encrypted)) refuse('sheet_encrypted');
  const main = await mainPart(zip);
  if (!main) return refuse('archive_input');
  const relations = await relationsOf(zip, main);
  const { sheets, from1904 } = await sheetsOf(zip, main, relations);
  const named = (type: string) => relations.find((one) => one.type === type)?.part;
  const book: Book = {
    zip,
    strings: await sharedStrings(zip, named('sharedStrings')),
    formats: await cellFormats(zip, named('styles')),
    from1904,
    budget: new Budget(limit),
  };
  const shown = sheets.filter(({ hidden, name }) => !hidden && !ownReports.has(name));
  const read = shown.length > 0 ? shown : sheets;
  const texts: TableText[] = [];
  for (const [index, sheet] of read.entries()) {
    const told = (fraction: number) => onProgress((index + fraction) / read.length);
    const table = await readSheet(book, sheet.part, told);
    table.name = sheet.name;
    texts.push(table);
  }
  const tables = dataOf(texts);
  return tables.length > 0 ? tables : refuse('sheet_without_rows', read[0]?.name);
}

async function mainPart(zip: Zip): Promise<string | undefined> {
  const relations = zip.parts.has('_rels/.rels') ? await relationsOf(zip, '') : [];
  const named = relations.find(({ type }) => type === 'officeDocument')?.part;
  const part = [named, 'xl/workbook.xml'].find((one) => one && zip.parts.has(one));
  // A text document has a main part too; a binary workbook (.xlsb) holds no XML.
  return part?.startsWith('xl/') && part.endsWith('.xml') ? part : undefined;
}

interface Relation {
  id: string;
  type: string;
  part: string;
}

/** The parts that a part (or, for '', the file) speaks of. */
async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  await readXml(zip.text(`${folder}_rels/${part.slice(folder.length)}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id: id = '', Type = '', Target = '' } = attributes;
      // The address only makes sense of "..", nothing is asked of it.
      const { pathname } = new URL(Target, `file:///${folder}`);
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.push({ id, type, part: decodeURIComponent(pathname).slice(1) });
    },
  });
  return relations;
}

async function sheetsOf(zip: Zip, main: string, relations: Relation[]) {
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(zip.text(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = attributes['r:id'] ?? attribute(attributes, 'id');
      const relation = relations.find((one) => one.id === id);
      // A sheet may be a chart.
      if (relation?.type !== 'worksheet') return;
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', hidden, part: relation.part });
    },
  });
  return { sheets, from1904 };
}

async function sharedStrings(zip: Zip, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  const text = new RunText();
  await readXml(zip.text(part), {
    open(name) {
      if (name === 'si') text.begin();
      text.open(name);
    },
    text: (piece) => text.text(piece),
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.end());
    },
  });
  return strings;
}

/** The text of a string: its runs put together, without the reading aids above it. */
class RunText {
  #text = '';
  #isText = false;
  #isPhonetic = false;

  begin(): void {
    this.#text = '';
  }
  open(name: string): void {
    if (name === 'rPh') this.#isPhonetic = true;
    if (name === 't') this.#isText = true;
  }
  text(piece: string): void {
    if (this.#isText && !this.#isPhonetic) this.#text += piece;
  }
  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    if (name === 't') this.#isText = false;
  }
  end(): string {
    return unescaped(this.#text);
  }
}

/** Characters that XML forbids are written _x000D_. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

async function cellFormats(zip: Zip, part: string | undefined): Promise<CellFormat[]> {
  const own = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  if (!part) return formats;
  let isOfCells = false;
  await readXml(zip.text(part), {
    open(name, attributes) {
      if (name === 'numFmt')
        own.set(Number(attributes.numFmtId), formatOf(attributes.formatCode ?? ''));
      if (name === 'cellXfs') isOfCells = true;
      if (name !== 'xf' || !isOfCells) return;
      const id = Number(attributes.numFmtId ?? 0);
      formats.push(own.get(id) ?? builtinFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

/** Merged cells are listed below the rows, so the sheet is gone through for them first. */
async function mergesOf(zip: Zip, part: string): Promise<Map<number, Merge>> {
  const merges = new Map<number, Merge>();
  let text = '';
  let found = false;
  for await (const piece of zip.text(part, false)) {
    text += piece;
    const at: number = found ? 0 : text.search(/<(\w+:)?mergeCells\b/);
    if (!found && at < 0) text = text.slice(-64);
    else if (at > 0) text = text.slice(at);
    found ||= at >= 0;
    if (text.includes('mergeCells>')) break;
  }
  if (!found) return merges;
  for (const [, from = '', to = ''] of text.matchAll(/\bref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const first = placeOf(from);
    const last = placeOf(to);
    const wide = last.column - first.column + 1;
    merges.set(keyOf(first.row, first.column), { ...first, wide, high: last.row - first.row + 1 });
  }
  return merges;
}

const keyOf = (row: number, column: number): number => row * 16_384 + column;

/** "C5": row 5, column 2. */
function placeOf(reference: string): { row: number; column: number } {
  let column = 0;
  let at = 0;
  for (; reference.charCodeAt(at) >= 65; at++) column = 26 * column + reference.charCodeAt(at) - 64;
  return { row: Number(reference.slice(at)), column: column - 1 };
}

async function readSheet(
  book: Book,
  part: string,
  onProgress: (fraction: number) => void,
): Promise<TableText> {
  const { zip } = book;
  const merges = await mergesOf(zip, part);
  const table = new TableText(book.budget);
  const size = zip.parts.get(part)?.size ?? 1;
  const before = zip.unpacked;
  const reader = new SheetReader(book, merges, table);
  await readXml(
    told(zip.text(part), () => onProgress(Math.min(1, (zip.unpacked - before) / size))),
    reader,
  );
  return table;
}

async function* told(pieces: AsyncIterable<string>, tell: () => void): AsyncGenerator<string> {
  for await (const piece of pieces) {
    yield piece;
    tell();
  }
}

/** The cells of one sheet as they stream by. */
class SheetReader {
  readonly #book: Book;
  readonly #merges: Map<number, Merge>;
  readonly #grid: Grid;
  readonly #run = new RunText();
  #row = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #isValue = false;
  #value = '';
  /** Columns whose heading says that they hold days. */
  readonly #days = new Set<number>();

  constructor(book: Book, merges: Map<number, Merge>, table: TableText) {
    this.#book = book;
    this.#merges = merges;
    this.#grid = new Grid(table);
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.#beginRow(attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'v') this.#isValue = true;
    else this.#run.open(name);
  }

  text(piece: string): void {
    if (this.#isValue) this.#value += piece;
    else this.#run.text(piece);
  }

  close(name: string): void {
    if (name === 'v') this.#isValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#grid.end();
    else this.#run.close(name);
  }

  #beginRow(attributes: Record<string, string>): void {
    const given = Number(attributes.r);
    this.#row = given > this.#row ? Math.min(given, 1_048_576) : this.#row + 1;
    this.#column = -1;
    this.#grid.begin(this.#row);
  }

  #beginCell({ r, t, s }: Record<string, string>): void {
    const column = r ? placeOf(r).column : this.#column + 1;
    this.#column = Math.max(column, this.#column + 1);
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#value = '';
    this.#run.begin();
  }

  #endCell(): void {
    const text = this.#text();
    const merge = this.#merges.size > 0 && this.#merges.get(keyOf(this.#row, this.#column));
    if (text === '' && !merge) return;
    if (text.length <= 12 && /日期|交易日|\bdate\b/i.test(text)) this.#days.add(this.#column);
    this.#grid.put(text, merge ? merge.wide : 1, merge ? merge.high : 1, this.#column);
  }

  /** A day that lost its format is still a day below "日期": 45659, and not 20250102. */
  #format(given: CellFormat = { shows: 'number' }): CellFormat {
    if (given.shows !== 'number' || !this.#days.has(this.#column)) return given;
    return /^[34]\d{4}$/.test(this.#value) ? { shows: 'day' } : given;
  }

  #text(): string {
    const { strings, formats, from1904 } = this.#book;
    switch (this.#type) {
      case 's': {
        const text = strings[Number(this.#value)];
        return (
          text ??
          refuse('sheet_damaged', `${letters(this.#column)}${this.#row}`, { row: this.#row })
        );
      }
      case 'inlineStr':
        return this.#run.end();
      case 'b':
        return this.#value && (this.#value === '1' ? 'TRUE' : 'FALSE');
      case 'n':
        return numberText(this.#value, this.#format(formats[this.#style]), from1904);
      case 'd':
        return dayText(this.#value);
      default:
        return unescaped(this.#value);
    }
  }
}

/** The column's name: 0 is A, 26 is AA. */
function letters(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
