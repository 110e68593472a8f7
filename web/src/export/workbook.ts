// Sheets as an .xlsx workbook, packed piece by piece while the rows are made. Days and premiums are
// numbers with a format, as a spreadsheet has them; texts stand in their cells.

import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Pace } from './pace.ts';
import type { Column, ColumnKind, ExportTable } from './table.ts';
import { numberText, pieceRows, pieces } from './table.ts';

export interface Sheet extends ExportTable {
  name: string;
}

/** With the header: what a sheet holds at most. */
export const mostSheetRows = 1_048_576;

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Indexes into the formats of the styles below. */
const styles: Record<ColumnKind | 'head', number> = {
  number: 0,
  day: 1,
  fraction: 2,
  time: 3,
  text: 4,
  head: 5,
};
const widths: Record<ColumnKind, number> = {
  number: 12,
  day: 12,
  fraction: 12,
  time: 10,
  text: 32,
};

export async function writeWorkbook(sheets: Sheet[], pace: Pace): Promise<Blob> {
  const parts: BlobPart[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    parts.push(bytes as Uint8Array<ArrayBuffer>);
  });
  for (const [name, xml] of Object.entries(frameOf(sheets))) {
    const part = begun(zip, name);
    part.push(strToU8(head + xml), true);
  }
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows, 0) || 1;
  let before = 0;
  for (const [index, sheet] of sheets.entries()) {
    const part = begun(zip, `xl/worksheets/sheet${index + 1}.xml`);
    await writeSheet(part, sheet, pace.within(before / rows, sheet.rows / rows));
    before += sheet.rows;
  }
  zip.end();
  return new Blob(parts, { type });
}

function begun(zip: Zip, name: string): ZipDeflate {
  const part = new ZipDeflate(name, { level: 4 });
  zip.add(part);
  return part;
}

/** Everything but the sheets themselves. */
function frameOf(sheets: Sheet[]): Record<string, string> {
  const each = (write: (number: number, sheet: Sheet) => string) =>
    sheets.map((sheet, index) => write(index + 1, sheet)).join('');
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const content = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${content('xl/workbook.xml', 'sheet.main')}${content('xl/styles.xml', 'styles')}${each((number) => content(`xl/worksheets/sheet${number}.xml`, 'worksheet'))}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((number, { name }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${each((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))}${relation('rIdStyles', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml,
  };
}

const xf = (format: number, rest = '') =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${rest || '/'}>`;

const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${xf(0)}${xf(164)}${xf(10)}${xf(21)}${xf(49, '><alignment vertical="top" wrapText="1"/></xf')}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

async function writeSheet(part: ZipDeflate, { rows, columns }: Sheet, pace: Pace): Promise<void> {
  const cols = columns
    .map(
      ({ kind }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${widths[kind]}" customWidth="1"/>`,
    )
    .join('');
  const titles = columns.map(({ title }) => textCell(title, styles.head)).join('');
  part.push(
    strToU8(
      `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData><row>${titles}</row>`,
    ),
  );
  for (const from of pieces(rows)) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + pieceRows); row++) {
      text += `<row>${columns.map((column) => cellOf(column, row)).join('')}</row>`;
    }
    part.push(strToU8(text));
    await pace.rest(from / rows);
  }
  part.push(strToU8('</sheetData></worksheet>'), true);
}

function cellOf({ kind, at }: Column, row: number): string {
  const value = at(row);
  if (value === null) return '<c/>';
  if (kind === 'text' || kind === 'number') {
    return typeof value === 'string'
      ? textCell(value, styles.text)
      : `<c><v>${numberText(value)}</v></c>`;
  }
  return `<c s="${styles[kind]}"><v>${numberText(serialOf(kind, value))}</v></c>`;
}

const dayMs = 86_400_000;
/** The serial of 1970-01-01. */
const epochDay = 25_569;

function serialOf(kind: ColumnKind, value: string | number): number {
  if (kind === 'day') return Date.parse(String(value)) / dayMs + epochDay;
  return kind === 'time' ? Number(value) / 86_400 : Number(value);
}

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Characters that XML forbids are left out. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
