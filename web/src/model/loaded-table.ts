import type { Ops, Role, Unit } from '../generated/ops.ts';

type TableResult = Ops['table']['result'];

/** A table that the engine holds, with the user's corrections. */
export interface LoadedTable
  extends Pick<TableResult, 'rows' | 'columns' | 'rejected' | 'rejected_count'> {
  name: string;
  file: string;
  roles: Record<string, Role>;
  units: Record<string, Unit>;
}

export interface Correction {
  /** Undefined takes the recognised one again. */
  role?: Role | undefined;
  unit?: Unit | undefined;
}

export function loadedTable(name: string, file: string, result: TableResult): LoadedTable {
  const { rows, columns, rejected, rejected_count } = result;
  return {
    name,
    file,
    rows,
    columns,
    rejected,
    rejected_count,
    roles: {},
    units: {},
  };
}

/** The user's corrections of a table with one more, or one less. */
export function withCorrection(
  table: LoadedTable,
  column: string,
  change: Correction,
): LoadedTable {
  const roles = { ...table.roles };
  const units = { ...table.units };
  if ('role' in change) put(roles, column, change.role);
  if ('unit' in change) put(units, column, change.unit);
  return { ...table, roles, units };
}

/** What to tell the core, which keeps a correction until it is told null. */
export function changesFor(column: string, change: Correction) {
  return {
    roles: 'role' in change ? { [column]: change.role ?? null } : {},
    units: 'unit' in change ? { [column]: change.unit ?? null } : {},
  };
}

/** The table as the core describes it after a correction. */
export function described(
  table: LoadedTable,
  { columns, rejected, rejected_count }: TableResult,
): LoadedTable {
  return { ...table, columns, rejected, rejected_count };
}

/** Both a price and a value are there, in one table or spread over several. */
export function isComplete(tables: LoadedTable[]): boolean {
  const roles = new Set(tables.flatMap(({ columns }) => columns.map(({ role }) => role)));
  return roles.has('price') && (roles.has('nav') || roles.has('iopv'));
}

function put<T>(map: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) delete map[key];
  else map[key] = value;
}
