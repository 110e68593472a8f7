import { expect } from 'vitest';
import { convertJson } from '../../web/src/convert/json.ts';

/** The lines of each table in a JSON, by the table's name. */
export async function tablesOf(source: unknown): Promise<Record<string, string[]>> {
  const text = typeof source === 'string' ? source : JSON.stringify(source);
  const tables = await convertJson(new Blob([text]));
  const entries = tables.map(async (table) => [
    table.name,
    (await table.text.text()).split('\n').slice(0, -1),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}

export async function only(source: unknown): Promise<string[]> {
  const tables = Object.values(await tablesOf(source));
  expect(tables).toHaveLength(1);
  return tables[0] as string[];
}
