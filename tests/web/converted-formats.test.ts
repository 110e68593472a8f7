import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wasmDoor } from '../../scripts/doors.ts';
import type { Ops } from '../../web/src/generated/ops.ts';

/**
 * Pages, workbooks and JSON as services and programs give them (invented values, real shapes), all
 * the way to typed columns: fixtures/converted.json says what each of their tables holds. A column
 * is its role, unit and type, then its first filled cell.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), '../fixtures');
const files = readdirSync(join(folder, 'converted')).sort();
const expected = JSON.parse(readFileSync(join(folder, 'converted.json'), 'utf8')) as Record<
  string,
  Record<string, unknown>
>;

async function read(name: string): Promise<Record<string, unknown>> {
  const door = await wasmDoor([{ name: 't', path: join(folder, 'converted', name) }]);
  const tables: Record<string, unknown> = {};
  for (const table of ['t', 't/2', 't/3']) {
    const reply = JSON.parse(await door.reply(JSON.stringify({ op: 'table', table })));
    if (reply.error?.code === 'unknown_table') break;
    tables[table] = reply.ok ? inShort(reply.result) : reply.error;
  }
  await door.close();
  return tables;
}

function inShort({ file, rows, columns, rejected }: Ops['table']['result']) {
  const described = columns.map(({ name, role, unit, type, sample }) => [
    name,
    `${role} ${unit} ${type}: ${sample.find((cell) => cell !== '') ?? ''}`,
  ]);
  return { file, rows, rejected: rejected.length, columns: Object.fromEntries(described) };
}

test('every fixture is expected, and every expectation has its file', () => {
  expect(Object.keys(expected).sort()).toEqual(files);
});

test.each(files)('%s', async (name) => expect(await read(name)).toEqual(expected[name]));
