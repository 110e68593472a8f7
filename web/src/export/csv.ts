// A table as CSV (RFC 4180), with the byte order mark that a spreadsheet needs to see UTF-8.

import { timeOfDay } from '../model/brand.ts';
import type { Pace } from './pace.ts';
import type { Column, ExportTable } from './table.ts';
import { LongText, numberText, pieceRows, pieces } from './table.ts';

export async function writeCsv({ rows, columns }: ExportTable, pace: Pace): Promise<Blob> {
  const long = new LongText();
  long.add(`\ufeff${columns.map(({ title }) => quoted(title)).join(',')}\r\n`);
  for (const from of pieces(rows)) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + pieceRows); row++) {
      text += `${columns.map((column) => cellText(column, row)).join(',')}\r\n`;
    }
    long.add(text);
    await pace.rest(from / rows);
  }
  return long.finish('text/csv;charset=utf-8');
}

function cellText({ kind, at }: Column, row: number): string {
  const value = at(row);
  if (value === null) return '';
  if (typeof value === 'string') return quoted(value);
  return kind === 'time' ? timeOfDay(value) : numberText(value);
}

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
