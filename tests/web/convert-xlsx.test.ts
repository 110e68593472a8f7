import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatOf, numberText } from '../../web/src/convert/cell-format.ts';
import { convert } from '../../web/src/convert/convert.ts';
import { percentText } from '../../web/src/convert/number-text.ts';
import { headBytes, sniff } from '../../web/src/convert/sniff.ts';
import { convertXlsx } from '../../web/src/convert/xlsx.ts';
import { bookParts, type FakeBook, sheetOf, workbook, zip } from './fakes/workbook.ts';

async function linesOf(book: FakeBook | Blob): Promise<Record<string, string[]>> {
  const source = book instanceof Blob ? book : workbook(book);
  const head = new Uint8Array(await source.slice(0, headBytes).arrayBuffer());
  const tables = await convert(source, sniff(head) as 'zip');
  const entries = tables.map(async ({ name, text }) => [
    name,
    (await text.text()).split('\n').slice(0, -1),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

const one = async (xml: string, book: Partial<FakeBook> = {}) =>
  (await linesOf({ ...book, sheets: [{ name: 'Sheet1', xml }] })).Sheet1;

const plain = sheetOf([
  ['日期', '收盘价'],
  ['2025-01-02', 1.804],
  ['2025-01-03', 1.812],
]);

describe('cells', () => {
  test('numbers unrounded, percent as percent, days and times by their format, codes with zeros', async () => {
    const formats = [
      14,
      '0.00%',
      'yyyy"年"m"月"d"日";@',
      'h:mm:ss',
      'yyyy/m/d h:mm',
      '000000',
      '#,##0.00_);[Red](#,##0.00)',
      58,
    ];
    const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
    const row = [
      cell(1, '45659'),
      cell(2, '3.4112000000000003E-2'),
      cell(3, '45659.5'),
      cell(4, '0.3993055555555556'),
      cell(5, '45659.3993055555556'),
      cell(6, '300'),
      cell(7, '1.7444999999999999'),
      cell(8, '45659'),
      cell(0, '45659'),
    ];
    expect(
      await one(`<sheetData><row r="1">${row.join('')}</row></sheetData>`, { formats }),
    ).toEqual([
      [
        '2025-01-02',
        '3.4112%',
        '2025-01-02',
        '09:35:00',
        '2025-01-02 09:35:00',
        '000300',
        '1.7445',
        '2025-01-02',
        '45659',
      ].join('\t'),
    ]);
  });

  test('two values in the lines of a cell, below their two names', async () => {
    const xml = sheetOf([
      ['代码\n名称', '现价'],
      ['599001\n示例', 1.8],
      ['599002\n示例', 1.9],
    ]);
    expect(await one(xml)).toEqual(['代码\t名称\t现价', '599001\t示例\t1.8', '599002\t示例\t1.9']);
  });

  test('days that lost their format, below a heading that says so', async () => {
    const xml = sheetOf([
      ['日期', '成交量', '净值日期'],
      [45659, 45659, 20250102],
    ]);
    expect(await one(xml)).toEqual(['日期\t成交量\t净值日期', '2025-01-02\t45659\t20250102']);
  });

  test('days counted from 1904', async () => {
    const xml = '<sheetData><row><c s="1"><v>44197</v></c></row></sheetData>';
    expect(await one(xml, { formats: [14], from1904: true })).toEqual(['2025-01-02']);
  });

  test('texts: shared, in runs, with reading aids, in place, of formulas; booleans and errors', async () => {
    const strings = [
      '<t>净值日期</t>',
      '<r><t>单位</t></r><r><rPr/><t xml:space="preserve">净值 </t></r><rPh sb="0" eb="1"><t>jing</t></rPh>',
      '<t>a_x000D_\nb &amp; c</t>',
    ];
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="inlineStr"><is><t>停牌</t></is></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>净值日期x</v></c>',
      '<c><f>1/8</f><v>0.125</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2025-01-02T00:00:00</v></c>',
    ];
    expect(await one(`<sheetData><row>${cells.join('')}</row></sheetData>`, { strings })).toEqual([
      '净值日期\t单位净值\ta b & c\t停牌\t净值日期x\t0.125\tTRUE\t#N/A\t2025-01-02',
    ]);
  });

  test('stand where the sheet has them: empty rows and columns keep their places', async () => {
    const xml =
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c></row></sheetData>';
    expect(await one(xml)).toEqual(['', '\t1\t\t2', '', '', '3\t\t\t']);
  });

  test('merged ones repeat their text; a title over the whole width does not', async () => {
    const merges =
      '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="B2:C2"/><mergeCell ref="A4:A5"/></mergeCells>';
    const row = (r: number, ...cells: [string, string][]) =>
      `<row r="${r}">${cells.map(([at, text]) => `<c r="${at}${r}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const rows = [
      row(1, ['A', '溢价明细']),
      row(2, ['A', ''], ['B', '价格']),
      row(3, ['A', '代码'], ['B', '开盘'], ['C', '收盘']),
      row(4, ['A', '513100'], ['B', '1.1'], ['C', '1.2']),
      row(5, ['B', '1.3'], ['C', '1.4']),
      row(6, ['B', '1.5'], ['C', '1.6']),
    ];
    expect(await one(`<sheetData>${rows.join('')}</sheetData>${merges}`)).toEqual([
      '溢价明细',
      '\t价格\t价格',
      '代码\t开盘\t收盘',
      '513100\t1.1\t1.2',
      '513100\t1.3\t1.4',
      '\t1.5\t1.6',
    ]);
  });

  test('with prefixed names and parts elsewhere, as some programs write them', async () => {
    const parts = bookParts({ sheets: [{ name: 'S', xml: '' }] }).map(({ name, content }) =>
      name.includes('worksheets/')
        ? {
            name,
            content:
              '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : { name, content, method: 0 as const },
    );
    expect(await linesOf(new Blob([zip(parts)]))).toEqual({ S: ['1'] });
  });
});

describe('sheets', () => {
  test('each that holds a table, hidden ones and notes left out', async () => {
    const notes = sheetOf([['说明'], ['数据仅供参考']]);
    const lines = await linesOf({
      sheets: [
        { name: '说明', xml: notes },
        { name: '价格', xml: plain },
        { name: '空', xml: '<sheetData/>' },
        { name: '旧', xml: plain, state: 'hidden' },
        { name: '净值', xml: plain },
      ],
    });
    expect(Object.keys(lines)).toEqual(['价格', '净值']);
  });

  test('of a hundred thousand rows', async () => {
    const rows: (string | number)[][] = [['日期', '收盘价', '单位净值']];
    for (let i = 0; i < 100_000; i++) rows.push(['2025-01-02', 1 + i / 1e5, 1.7445]);
    const [line] = (await one(sheetOf(rows)))?.slice(-1) ?? [];
    expect(line).toBe('2025-01-02\t1.99999\t1.7445');
  });
});

describe('refused', () => {
  const code = (book: Blob, limit?: number) =>
    convertXlsx(book, undefined, limit).then(
      () => 'read',
      (error) => error.code,
    );

  test('no sheet with rows, no workbook, a password', async () => {
    expect(await code(workbook({ sheets: [{ name: '空', xml: '<sheetData/>' }] }))).toBe(
      'sheet_without_rows',
    );
    expect(await code(new Blob([zip([{ name: 'a.csv', content: 'a,b' }])]))).toBe('archive_input');
    const locked = zip([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]);
    expect(await code(new Blob([locked]))).toBe('sheet_encrypted');
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expect(convert(new Blob([ole]), 'ole')).rejects.toMatchObject({
      code: 'sheet_encrypted',
    });
    const old = convert(new Blob([ole.subarray(0, 8)]), 'ole');
    await expect(old).rejects.toMatchObject({ code: 'spreadsheet_input' });
  });

  test('cut anywhere, or a byte changed anywhere', async () => {
    const whole = zip(bookParts({ sheets: [{ name: 'S', xml: plain }], strings: ['<t>x</t>'] }));
    for (let cut = 30; cut < whole.length; cut += 97)
      expect(await code(new Blob([whole.subarray(0, cut)]))).toBe('sheet_damaged');
    let refused = 0;
    for (let at = 0; at < whole.length; at += 13) {
      const changed = whole.slice();
      changed[at] = (changed[at] as number) ^ 0x10;
      const result = await code(new Blob([changed]));
      expect([
        'read',
        'sheet_damaged',
        'archive_input',
        'sheet_encrypted',
        'sheet_without_rows',
      ]).toContain(result);
      if (result !== 'read') refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });

  test('a string that is not there names its cell', async () => {
    const xml = '<sheetData><row r="7"><c r="B7" t="s"><v>5</v></c></row></sheetData>';
    await expect(one(xml)).rejects.toMatchObject({ code: 'sheet_damaged', row: 7, text: 'B7' });
  });

  test('part names and relations that are no addresses', async () => {
    const parts = bookParts({ sheets: [{ name: 'S', xml: plain }] }).map((part) =>
      part.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...part,
            content: String(part.content).replace('worksheets/s1.xml', 'http://[%E0%A4%A'),
          }
        : part,
    );
    await expect(linesOf(new Blob([zip(parts)]))).rejects.toMatchObject({ code: 'sheet_damaged' });
  });
});

describe('zip bombs', () => {
  /** A sheet of three gigabytes of blanks. */
  function bomb(claims?: number): Blob {
    const block = packedBlanks(3 * 1024);
    const parts = bookParts({ sheets: [{ name: 'S', xml: '' }] }).map((part) =>
      part.name.includes('worksheets/') ? { ...part, content: block, claims } : part,
    );
    return new Blob([zip(parts)]);
  }

  test.each([
    ['that says what it is', undefined],
    ['that claims to be small', 1000],
  ])('%s', async (_, claims) => {
    const source = bomb(claims);
    expect(source.size).toBeLessThan(16 * 1024 ** 2);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    await expect(convertXlsx(source)).rejects.toMatchObject({ code: 'inflates_too_large' });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 ** 2);
  });

  test('of shared strings, and one below the ratio but over the limit', async () => {
    const parts = bookParts({ sheets: [{ name: 'S', xml: plain }] }).map((part) =>
      part.name.endsWith('sharedStrings.xml') ? { ...part, content: packedBlanks(1024) } : part,
    );
    await expect(convertXlsx(new Blob([zip(parts)]))).rejects.toMatchObject({
      code: 'inflates_too_large',
    });
    const book = workbook({ sheets: [{ name: 'S', xml: plain }] });
    await expect(convertXlsx(book, undefined, 100)).rejects.toMatchObject({
      code: 'inflates_too_large',
    });
  });
});

/** So many blanks: one packed block over and over, as bombs are made. */
function packedBlanks(megabytes: number): { packed: Uint8Array; size: number; crc: number } {
  const blanks = Buffer.alloc(1024 ** 2, ' ');
  const block = deflateRawSync(blanks, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array(megabytes).fill(block), Buffer.from([3, 0])]);
  return { packed, size: megabytes * 1024 ** 2, crc: 0 };
}

describe('numbers', () => {
  test.each([
    ['0.0341', '3.41%'],
    ['-0.0341', '-3.41%'],
    ['1', '100%'],
    ['0', '0%'],
    ['0.1', '10%'],
    ['12.345', '1234.5%'],
    ['0.005', '0.5%'],
    ['1e-7', '0.00001%'],
    ['1.5E3', '150000%'],
    ['3.4112000000000003E-2', '3.4112%'],
  ])('%s is %s', (fraction, percent) => expect(percentText(fraction)).toBe(percent));

  test.each([
    ['yyyy-mm-dd', 'day'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'day'],
    ['mmm-yy', 'day'],
    ['h:mm', 'time'],
    ['[h]:mm:ss', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['m/d/yy h:mm', 'moment'],
    ['0.00%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00"元/day"', 'number'],
    ['[Red]#,##0', 'number'],
    ['0.00_);\\(0.00\\)', 'number'],
    ['000000', 'padded'],
  ])('the format %s shows a %s', (code, shows) => expect(formatOf(code).shows).toBe(shows));

  test('a day before March 1900, the day that never was, and numbers that are no days', () => {
    expect(numberText('1', { shows: 'day' }, false)).toBe('1900-01-01');
    expect(numberText('61', { shows: 'day' }, false)).toBe('1900-03-01');
    expect(numberText('-5', { shows: 'day' }, false)).toBe('-5');
    expect(numberText('9999999', { shows: 'day' }, false)).toBe('9999999');
  });
});

describe("Excel's XML of 2003", () => {
  test('days, percent, merged cells, cells that are left out', async () => {
    const cell = (type: string, text: string, more = '') =>
      `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
    const source = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="0.00%"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="Standard"/></Style></Styles>
<Worksheet ss:Name="行情"><Table>
<Row>${cell('String', '513100 日线', ' ss:MergeAcross="2"')}</Row>
<Row ss:Index="3">${cell('String', '日期')}${cell('String', '收盘价')}${cell('String', '溢价率')}</Row>
<Row>${cell('DateTime', '2025-01-02T00:00:00.000')}${cell('Number', '1.804', ' ss:StyleID="s2"')}${cell('Number', '0.0341', ' ss:StyleID="s1"')}</Row>
<Row>${cell('DateTime', '2025-01-03T00:00:00.000')}${cell('Number', '0.02', ' ss:Index="3" ss:StyleID="s1"')}</Row>
</Table></Worksheet></Workbook>`;
    expect(await linesOf(new Blob([source]))).toEqual({
      行情: [
        '513100 日线',
        '',
        '日期\t收盘价\t溢价率',
        '2025-01-02\t1.804\t3.41%',
        '2025-01-03\t\t2%',
      ],
    });
  });

  test('hidden sheets are left out', async () => {
    const row = (...texts: (string | number)[]) =>
      `<Row>${texts.map((text) => `<Cell><Data ss:Type="${typeof text === 'number' ? 'Number' : 'String'}">${text}</Data></Cell>`).join('')}</Row>`;
    const sheet = (name: string, visible: string) => `<Worksheet ss:Name="${name}">
<Table>${row('日期', '净值')}${row('2025-01-02', 1.7)}${row('2025-01-03', 1.8)}</Table>
<WorksheetOptions>${visible}</WorksheetOptions></Worksheet>`;
    const source = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
${sheet('a', '<Visible>SheetHidden</Visible>')}${sheet('b', '<Selected/>')}</Workbook>`;
    expect(Object.keys(await linesOf(new Blob([source])))).toEqual(['b']);
  });
});
