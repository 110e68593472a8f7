// Report and data as one JSON: the report as the core gives it, the data a row an object.

import type { Pace } from './pace.ts';
import type { Column, ExportTable } from './table.ts';
import { LongText, pieceRows, pieces } from './table.ts';

/** `head`: everything but the rows, written before them; the titles of the rows' fields go with it. */
export async function writeJson(
  head: Record<string, unknown>,
  { rows, columns }: ExportTable,
  pace: Pace,
): Promise<Blob> {
  const long = new LongText();
  const titles = Object.fromEntries(columns.map(({ key, title }) => [key, title]));
  long.add(`${JSON.stringify({ ...head, columns: titles }, null, 1).slice(0, -2)},\n "data": [\n`);
  for (const from of pieces(rows)) {
    const list: string[] = [];
    for (let row = from; row < Math.min(rows, from + pieceRows); row++)
      list.push(rowText(columns, row));
    long.add(`${from > 0 ? ',\n' : ''}${list.join(',\n')}`);
    await pace.rest(from / rows);
  }
  long.add('\n ]\n}\n');
  return long.finish('application/json');
}

function rowText(columns: Column[], row: number): string {
  return JSON.stringify(Object.fromEntries(columns.map(({ key, at }) => [key, at(row)])));
}
