// What is pasted, dropped or named on the command line, as the texts of tables.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wasmDoor } from '../../scripts/doors.ts';
import { convert } from '../../web/src/convert/convert.ts';
import { type Expandable, expand } from '../../web/src/convert/expand.ts';
import { EngineError, errorBody } from '../../web/src/engine/error.ts';
import { sheetOf, workbook } from './fakes/workbook.ts';

const prices = sheetOf([
  ['日期', '收盘价'],
  ['2025-01-02', 1.804],
  ['2025-01-03', 1.812],
]);
const values = sheetOf([
  ['日期', '单位净值'],
  ['2025-01-02', 1.7445],
  ['2025-01-03', 1.752],
]);
const book = workbook({
  sheets: [
    { name: '价格', xml: prices },
    { name: '净值', xml: values },
  ],
});

const opened = (input: Expandable) => expand(input, {}, (source, kind) => convert(source, kind));
const linesOf = async ({ blob }: Expandable) => (await blob.text()).trimEnd().split('\n');

describe('an input', () => {
  test('of plain text passes as it is, and brings no converter', async () => {
    const input = { blob: new Blob(['日期,收盘价\n2025-01-02,1.804']), file: 'a.csv' };
    const never = () => Promise.reject(new Error('brought'));
    const [same] = await expand(input, {}, never);
    expect(same?.blob).toBe(input.blob);
  });

  test('of several sheets is one for each, by name; of one sheet it keeps its name', async () => {
    const inputs = await opened({ blob: book, file: 'book.xlsx' });
    expect(inputs.map(({ file }) => file)).toEqual(['book.xlsx › 价格', 'book.xlsx › 净值']);
    const single = workbook({ sheets: [{ name: '价格', xml: prices }] });
    const [only] = await opened({ blob: single, file: 'one.xlsx' });
    expect(only?.file).toBe('one.xlsx');
  });

  test('over 512 MB is refused by its size alone', async () => {
    const blob = Object.setPrototypeOf(
      { size: 512 * 1024 ** 2 + 1, slice: () => expect.unreachable() },
      Blob.prototype,
    );
    await expect(opened({ blob, file: 'huge.csv' })).rejects.toMatchObject({
      code: 'input_too_large',
    });
  });

  test('is what it is by its bytes, whatever its name says', async () => {
    const page = new Blob([
      '<html><table><tr><td>日期</td><td>价格</td></tr><tr><td>2025-01-02</td><td>1.8</td></tr></table>',
    ]);
    const [input] = await opened({ blob: page, file: 'export.xls' });
    expect(await linesOf(input as Expandable)).toEqual(['日期\t价格', '2025-01-02\t1.8']);
  });
});

describe('the clipboard', () => {
  const row = (...cells: string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const text = '日期\t价格\n2025-01-02\t1.8\n2025-01-03\t1.9';
  const pasted = (plain: string, page: string): Expandable => ({
    blob: new Blob([plain]),
    rich: new Blob([page]),
    file: '',
  });

  test('gives its table where it is as full as the text', async () => {
    const page = `<table>${row('日期', '价格')}${row('2025-01-02', '<b x>1.8</b>')}${row('2025-01-03', '1.9')}</table>`;
    const [input] = await opened(pasted(text, page));
    expect(await linesOf(input as Expandable)).toEqual(text.split('\n'));
    expect(input?.rich).toBeUndefined();
  });

  test('gives every table in it, and prose around them does not count', async () => {
    const one = `<table>${row('日期', '价格')}${row('2025-01-02', '1.8')}</table>`;
    const two = `<table>${row('日期', '净值')}${row('2025-01-02', '1.7')}</table>`;
    const inputs = await opened(
      pasted(
        '说明\n很长\n日期\t价格\n2025-01-02\t1.8\n日期\t净值\n2025-01-02\t1.7',
        `<p>说明</p>${one}<p>很长</p>${two}`,
      ),
    );
    expect(inputs.map(({ file }) => file)).toEqual(['#1', '#2']);
  });

  test('gives its text where the page holds less, or no table', async () => {
    for (const page of [
      `<table>${row('日期', '价格')}${row('2025-01-02', '1.8')}</table>`,
      '<p>日期 价格</p>',
      '<table></table>',
    ]) {
      const [input] = await opened(pasted(text, page));
      expect(await linesOf(input as Expandable)).toEqual(text.split('\n'));
    }
  });

  test('gives the reason where there is no text to fall back on', async () => {
    await expect(opened(pasted('', '<table></table>'))).rejects.toMatchObject({
      code: 'html_without_rows',
    });
    const [input] = await expand(pasted(text, '<table>'), {}, () =>
      Promise.reject(new EngineError(errorBody('engine_unavailable'))),
    );
    expect(await linesOf(input as Expandable)).toEqual(text.split('\n'));
  });
});

describe('the command line', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'premiumlens-test-'));
    await writeFile(file('book.xlsx'), Buffer.from(await book.arrayBuffer()));
    await writeFile(file('cut.xlsx'), Buffer.from(await book.arrayBuffer()).subarray(0, 900));
    await writeFile(file('cut.json'), '{"rows":[\n{"date":"2025');
    await writeFile(
      file('mixed.csv'),
      Buffer.concat([
        Buffer.from('日期,收盘价,净值\n2025-01-02,1.8,1.7\n2025-01-03,'),
        Buffer.from('c8d5c6da', 'hex'),
        Buffer.from(',1.7\n'),
      ]),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  const ask = async (tables: [string, string][], request: object) => {
    const door = await wasmDoor(tables.map(([name, path]) => ({ name, path: file(path) })));
    return JSON.parse(await door.reply(JSON.stringify(request)));
  };

  test('the sheets of a workbook are t and t/2, and are analysed together', async () => {
    const second = await ask([['t', 'book.xlsx']], { op: 'table', table: 't/2' });
    expect(second.result).toMatchObject({ rows: 2, file: 'book.xlsx › 净值', encoding: 'utf-8' });
    const both = await ask([['t', 'book.xlsx']], { op: 'analyze', tables: ['t', 't/2'] });
    expect(both.result.premium_fraction[0]).toBeCloseTo(1.804 / 1.7445 - 1, 12);
  });

  test('what cannot be read is an error of that table, with its place', async () => {
    const tables: [string, string][] = [
      ['a', 'cut.xlsx'],
      ['b', 'cut.json'],
      ['t', 'book.xlsx'],
    ];
    expect((await ask(tables, { op: 'table', table: 'a' })).error).toMatchObject({
      code: 'sheet_damaged',
      table: 'a',
    });
    expect((await ask(tables, { op: 'analyze', tables: ['t', 'b'] })).error).toMatchObject({
      code: 'json_broken',
      row: 2,
    });
    expect((await ask(tables, { op: 'table', table: 't' })).ok).toBe(true);
  });

  test('a text of two encodings says so, with its first row', async () => {
    const { result } = await ask([['t', 'mixed.csv']], { op: 'table', table: 't' });
    expect(result).toMatchObject({ encoding: 'mixed', encoding_row: 3 });
    expect(result.rejected[0]).toMatchObject({ row: 3, text: '日期' });
  });
});
