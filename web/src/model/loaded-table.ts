import type { ColumnInfo, Ops, Role, Unit } from '../generated/ops.ts';

type TableResult = Ops['table']['result'];

/** A table that the engine holds, with the user's corrections. */
export interface LoadedTable
  extends Pick<TableResult, 'rows' | 'columns' | 'rejected' | 'rejected_count'> {
  name: string;
  file: string;
  /** The columns as they were recognised before any correction. */
  recognised: ColumnInfo[];
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
    recognised: columns,
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

/**
 * What to tell the core: it keeps a correction until it is told another, so a column whose
 * correction was taken back is sent what it was recognised as.
 */
export function correctionsOf(table: LoadedTable, before: LoadedTable) {
  const roles = { ...table.roles };
  const units = { ...table.units };
  for (const { name, role, unit } of table.recognised) {
    if (name in before.roles && !(name in roles)) roles[name] = role;
    if (name in before.units && !(name in units)) units[name] = unit;
  }
  return { roles, units };
}

/** The table as the core describes it after a correction. */
export function described(
  table: LoadedTable,
  { columns, rejected, rejected_count }: TableResult,
): LoadedTable {
  const isCorrected = (name: string) => name in table.roles || name in table.units;
  const reasonOf = (name: string) =>
    table.recognised.find((column) => column.name === name)?.reason;
  const told = columns.map((column) =>
    isCorrected(column.name)
      ? column
      : { ...column, reason: reasonOf(column.name) ?? column.reason },
  );
  return { ...table, columns: told, rejected, rejected_count };
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
