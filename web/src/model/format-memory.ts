// What the reader said about the columns of a table, kept for the next table with the same header.
//
// A format is its header: the column names, however they were separated, with full-width letters
// folded, blanks left out and every date taken for the same one ("2025-01-03-单位净值" is another
// day's header of one format). The columns of a wide table stand for one, since the funds in it
// change; two exports of that kind may share such a header, so there the name of the file counts
// too. Nothing of the cells is kept.

import type { Role, Unit } from '../generated/ops.ts';
import type { LoadedTable } from './loaded-table.ts';

/** Where it is kept; the page gives the browser's storage. */
export interface Keeper {
  recall(key: string): string | null;
  remember(key: string, value: string): void;
}

export interface Corrections {
  roles: Record<string, Role>;
  units: Record<string, Unit>;
  wideRole: Role | null;
}

/** By place of the header's columns: "name" or, where a name comes again, "name#2". */
interface Kept {
  key: string;
  roles: Record<string, string>;
  units: Record<string, string>;
  wide: string | null;
}

const storageKey = 'formats';
const mostFormats = 100;
const aDate = /(?:19|20)\d{2}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?/g;

type Described = Pick<LoadedTable, 'header' | 'file'>;

export class FormatMemory {
  readonly #keeper: Keeper;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /**
   * What was said about the columns of such a table; undefined if nothing was. The words are as they
   * were kept: the core refuses one that it does not know (any more).
   */
  recall(table: Described): Corrections | undefined {
    const key = keyOf(table);
    const kept = this.#read().find((one) => one.key === key);
    if (!kept) return undefined;
    const roles: Record<string, Role> = {};
    const units: Record<string, Unit> = {};
    for (const [mark, name] of marksOf(table)) {
      const role = kept.roles[mark];
      const unit = kept.units[mark];
      if (role) roles[name] = role as Role;
      if (unit) units[name] = unit as Unit;
    }
    return { roles, units, wideRole: (kept.wide as Role | undefined) ?? null };
  }

  /** Takes the place of what was kept of that format; without corrections nothing is kept. */
  remember(table: Described, { roles, units, wideRole }: Corrections): void {
    const key = keyOf(table);
    const others = this.#read().filter((one) => one.key !== key);
    const kept: Kept = { key, roles: {}, units: {}, wide: wideRole };
    for (const [mark, name] of marksOf(table)) {
      if (roles[name]) kept.roles[mark] = roles[name];
      if (units[name]) kept.units[mark] = units[name];
    }
    const isEmpty = !wideRole && [kept.roles, kept.units].every((map) => isBare(map));
    const all = isEmpty ? others : [...others, kept].slice(-mostFormats);
    this.#keeper.remember(storageKey, JSON.stringify(all));
  }

  forget(table: Described): void {
    this.remember(table, { roles: {}, units: {}, wideRole: null });
  }

  /** Whatever stands there: another program may have written it. */
  #read(): Kept[] {
    try {
      const all: unknown = JSON.parse(this.#keeper.recall(storageKey) ?? '[]');
      return Array.isArray(all) ? all.filter(isKept) : [];
    } catch {
      return [];
    }
  }
}

export function keyOf(table: Described): string {
  const marks = marksOf(table).map(([mark]) => mark);
  const isWide = table.header.some(({ fund }) => fund);
  return (isWide ? [...marks, '*', fold(table.file).replace(/\d+/g, '')] : marks).join('\u001f');
}

/** Each column that is no fund's, by its mark. */
function marksOf({ header }: Described): [mark: string, name: string][] {
  const seen = new Map<string, number>();
  return header
    .filter(({ fund }) => !fund)
    .map(({ name }) => {
      const folded = fold(name);
      const count = (seen.get(folded) ?? 0) + 1;
      seen.set(folded, count);
      return [count === 1 ? folded : `${folded}#${count}`, name];
    });
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replace(aDate, '@');
}

const isBare = (map: object): boolean => Object.keys(map).length === 0;

function isKept(one: unknown): one is Kept {
  if (typeof one !== 'object' || one === null) return false;
  const { key, roles, units } = one as Partial<Kept>;
  return typeof key === 'string' && isMap(roles) && isMap(units);
}

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null;
