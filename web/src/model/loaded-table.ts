import type { Ops, Role, Unit } from '../generated/ops.ts';
import type { Corrections } from './format-memory.ts';

type TableResult = Ops['table']['result'];

/** A table that the engine holds, with the user's corrections. */
export interface LoadedTable
  extends Pick<
      TableResult,
      'rows' | 'columns' | 'rejected' | 'rejected_count' | 'title' | 'wide_role'
    >,
    Corrections {
  name: string;
  file: string;
  /** The columns as they were recognised. */
  header: { name: string; fund: string }[];
  /** The first line in GBK of a text that is otherwise UTF-8. */
  mixedFrom: number | null;
  /** The corrections were made on an earlier table of this format. */
  isRemembered: boolean;
}

export interface Correction {
  /** Undefined takes the recognised one again. */
  role?: Role | undefined;
  unit?: Unit | undefined;
}

const none = (): Corrections => ({ roles: {}, units: {}, wideRole: null });

export function loadedTable(
  name: string,
  file: string,
  result: TableResult & { encoding_row?: number | null },
): LoadedTable {
  const { rows, columns, rejected, rejected_count, title, wide_role } = result;
  const read = { rows, columns, rejected, rejected_count, title, wide_role };
  const header = columns.map(({ name: column, fund }) => ({ name: column, fund }));
  const mixedFrom = result.encoding_row ?? null;
  return { name, file, ...read, ...none(), header, mixedFrom, isRemembered: false };
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

/** The table without any correction of the user's. */
export const uncorrected = (table: LoadedTable): LoadedTable => ({ ...table, ...none() });

export const isCorrected = ({ roles, units, wideRole }: Corrections): boolean =>
  wideRole !== null || Object.keys(roles).length + Object.keys(units).length > 0;

/** What to tell the core to get from one to the other: it keeps a correction until told null. */
export function changesBetween(from: Corrections, to: Corrections) {
  return {
    roles: changed(from.roles, to.roles),
    units: changed(from.units, to.units),
    wide_role: to.wideRole,
  };
}

/** The table as the core describes it after a correction. */
export function described(
  table: LoadedTable,
  { columns, rejected, rejected_count, wide_role }: TableResult,
): LoadedTable {
  return { ...table, columns, rejected, rejected_count, wide_role };
}

/** Both a price and a value are there, in one table or spread over several. */
export function isComplete(tables: LoadedTable[]): boolean {
  const roles = new Set(tables.flatMap(({ columns }) => columns.map(({ role }) => role)));
  const values: Role[] = ['nav', 'iopv', 'nav_estimate'];
  return roles.has('price') && values.some((role) => roles.has(role));
}

/** Nothing but indexes and exchange rates: it says nothing without a fund. */
export function isBeside({ columns }: LoadedTable): boolean {
  const roles = columns.map(({ role }) => role);
  const own: Role[] = ['price', 'nav', 'iopv', 'nav_estimate', 'cumulative_nav', 'premium'];
  return (
    roles.some((role) => role === 'index' || role === 'fx') &&
    !roles.some((role) => own.includes(role))
  );
}

function changed<T>(from: Record<string, T>, to: Record<string, T>): Record<string, T | null> {
  const gone = Object.keys(from).filter((key) => !(key in to));
  const set = Object.entries(to).filter(([key, word]) => from[key] !== word);
  return Object.fromEntries([...gone.map((key) => [key, null]), ...set]);
}

function put<T>(map: Record<string, T>, key: string, value: T | undefined): void {
  if (value === undefined) delete map[key];
  else map[key] = value;
}
