import type { Ops } from '../generated/ops.ts';

type TableResult = Ops['table']['result'];

/** A table that the engine holds, with the user's corrections. */
export interface LoadedTable
  extends Pick<TableResult, 'rows' | 'columns' | 'rejected' | 'rejected_count'> {
  name: string;
  file: string;
  roles: Record<string, string>;
  units: Record<string, string>;
}

export const keysOf = ({ rows, columns, rejected, rejected_count }: TableResult) => ({
  rows,
  columns,
  rejected,
  rejected_count,
});

export function loadedTable(name: string, file: string, result: TableResult): LoadedTable {
  return { name, file, roles: {}, units: {}, ...keysOf(result) };
}

/** Both a price and a value are there, in one table or spread over several. */
export function isComplete(tables: LoadedTable[]): boolean {
  const roles = new Set(tables.flatMap(({ columns }) => columns.map(({ role }) => role)));
  return roles.has('price') && (roles.has('nav') || roles.has('iopv'));
}
