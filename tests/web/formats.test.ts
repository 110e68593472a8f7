import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Door, wasmDoor } from '../../scripts/doors.ts';
import type { Ops } from '../../web/src/generated/ops.ts';

/**
 * What people paste, each read untouched: fixtures/formats.json says what of each file. A column is
 * written as its role, unit, type and fund, then its first cells.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), '../fixtures');
const files = readdirSync(join(folder, 'formats')).sort();
const expected = JSON.parse(readFileSync(join(folder, 'formats.json'), 'utf8')) as Record<
  string,
  unknown
>;

type Table = Ops['table']['result'];

function inShort(table: Table) {
  const columns = table.columns.map((column) => {
    const unit = column.unit === 'none' ? [] : [column.unit];
    const fund = column.fund ? [`(${column.fund})`] : [];
    const words = [column.role, ...unit, column.type, ...fund].join(' ');
    return [column.name, `${words}: ${column.sample.join(' | ')}`];
  });
  const rejected = table.rejected.map(({ row, column, code }) => `${row} ${column}: ${code}`);
  return {
    rows: table.rows,
    ...(table.title ? { title: table.title } : {}),
    ...(table.wide_role ? { wide_role: table.wide_role } : {}),
    ...(rejected.length > 0 ? { rejected } : {}),
    columns: Object.fromEntries(columns),
  };
}

async function read(door: Door, table: string) {
  const reply = JSON.parse(await door.reply(JSON.stringify({ op: 'table', table })));
  return reply.ok ? inShort(reply.result) : reply.error;
}

test('every fixture is expected, and every expectation has its file', () => {
  expect(Object.keys(expected).sort()).toEqual(files);
  expect(files.length).toBeGreaterThan(60);
});

test.each(files)('%s', async (name) => {
  const door = await wasmDoor([{ name: 't', path: join(folder, 'formats', name) }]);
  try {
    expect(await read(door, 't')).toEqual(expected[name]);
  } finally {
    await door.close();
  }
});
