// Workbooks as spreadsheets write them, from Node's own deflate: independent of the library that
// reads them.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  /** Text, or bytes that are packed already. */
  content: string | { packed: Uint8Array; size: number; crc: number };
  /** What the directory claims the part unpacks to. */
  claims?: number;
  method?: 0 | 8;
  encrypted?: boolean;
}

/** A zip file. Sizes stand in the directory only, as programs that stream write it. */
export function zip(parts: Part[]): Uint8Array<ArrayBuffer> {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, method = 8, encrypted = false } of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : undefined;
    const packed = bytes ? (method === 8 ? deflateRawSync(bytes) : bytes) : packedOf(content);
    const size = bytes?.length ?? (content as { size: number }).size;
    const crc = bytes ? crc32(bytes) : (content as { crc: number }).crc;
    const flags = 0x0800 | (encrypted ? 1 : 0);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? size, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    written.push(local, label, Buffer.from(packed));
    directory.push(entry, label);
    offset += local.length + label.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...written, listed, end]));
}

function packedOf(content: Part['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content.packed;
}

export interface FakeSheet {
  name: string;
  /** The inside of <worksheet>. */
  xml: string;
  state?: string;
}

export interface FakeBook {
  sheets: FakeSheet[];
  strings?: string[];
  /** Number formats of the styles 1, 2, …: a code, or the number of one that needs no code. */
  formats?: (string | number)[];
  from1904?: boolean;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

export function bookParts({ sheets, strings = [], formats = [], from1904 }: FakeBook): Part[] {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const codes = formats.map((format, index) => (typeof format === 'string' ? 164 + index : format));
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 10}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, index) => relation(`rId${index + 10}`, 'worksheet', `worksheets/s${index + 1}.xml`))
      .join(
        '',
      )}${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((format, index) =>
        typeof format === 'string'
          ? `<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
          : '',
      )
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes
      .map((code) => `<xf numFmtId="${code}" applyNumberFormat="1"/>`)
      .join(
        '',
      )}</cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="0%"/></dxf></dxfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  for (const [index, { xml }] of sheets.entries())
    parts[`xl/worksheets/s${index + 1}.xml`] = `${head}<worksheet>${xml}</worksheet>`;
  return Object.entries(parts).map(([name, content]) => ({ name, content }));
}

export const workbook = (book: FakeBook): Blob => new Blob([zip(bookParts(book))]);

type Cell = string | number | null;

/** Rows of texts and numbers as a sheet, texts in place. */
export function sheetOf(rows: Cell[][]): string {
  const cells = (row: Cell[]) =>
    row.map((cell) => {
      if (cell === null) return '<c/>';
      if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
      return `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
    });
  return `<sheetData>${rows.map((row) => `<row>${cells(row).join('')}</row>`).join('')}</sheetData>`;
}
