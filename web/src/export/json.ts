// Report and data as one JSON: the report as the core gives it, the data a row an object.

import type { Pace } from './pace.ts';
import type { Column, ExportTable } from './table.ts';
import { pieceRows, pieces } from './table.ts';

/** `head`: everything but the rows, written before them. */
export async function writeJson(
  head: Record<string, unknown>,
  { rows, columns }: ExportTable,
  pace: Pace,
): Promise<Blob> {
  const parts: BlobPart[] = [`${JSON.stringify(head, null, 1).slice(0, -2)},\n "data": [\n`];
  for (const from of pieces(rows)) {
    const list: string[] = [];
    for (let row = from; row < Math.min(rows, from + pieceRows); row++)
      list.push(rowText(columns, row));
    parts.push(`${from > 0 ? ',\n' : ''}${list.join(',\n')}`);
    await pace.rest(from / rows);
  }
  parts.push('\n ]\n}\n');
  return new Blob(parts, { type: 'application/json' });
}

function rowText(columns: Column[], row: number): string {
  return JSON.stringify(Object.fromEntries(columns.map(({ key, at }) => [key, at(row)])));
}
