// The funds of a cross-section or a panel as a table: which are shown, and in which order.

import type { FindingCode, FundEntry, Kind, Level, Verdict } from '../generated/ops.ts';
import { Observable } from './observable.ts';

export type SortKey =
  | 'fund'
  | 'premium'
  | 'verdict'
  | 'warnings'
  | 'price'
  | 'value'
  | 'amount'
  | 'purchase'
  | 'fee';

/** A fund with what is known of it by its code, where the core knows it. */
export type Fund = FundEntry & { index_name?: string | null; fee_fraction?: number | null };

export interface FundFilter {
  text: string;
  kind: Kind | '';
  verdict: Verdict | '';
  isWarned: boolean;
}

export interface Warning {
  code: FindingCode;
  level: Level;
}

const levels: Level[] = ['info', 'watch', 'warn', 'severe'];
const verdicts: Verdict[] = ['no_band', 'inside', 'edge', 'outside'];
const noFilter: FundFilter = { text: '', kind: '', verdict: '', isWarned: false };

/** Numbers begin with the highest, words with the first. */
const isAscendingFirst = (key: SortKey): boolean => key === 'fund' || key === 'purchase';

/** What a fund is asked for by. */
export const nameOf = ({ code, name }: Pick<FundEntry, 'code' | 'name'>): string => code || name;

/** What is said about a fund that asks for attention, the worst first. */
export function warningsOf({ findings }: Pick<FundEntry, 'findings'>): Warning[] {
  return findings
    .filter(({ level }) => level !== 'info')
    .sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
}

export class FundTable extends Observable {
  filter: FundFilter = { ...noFilter };
  key: SortKey = 'premium';
  isAscending = false;

  get isFiltered(): boolean {
    return JSON.stringify(this.filter) !== JSON.stringify(noFilter);
  }

  setFilter(change: Partial<FundFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.changed();
  }

  clearFilter(): void {
    this.setFilter(noFilter);
  }

  /** By that column; once more turns the order round. */
  sortBy(key: SortKey): void {
    this.isAscending = key === this.key ? !this.isAscending : isAscendingFirst(key);
    this.key = key;
    this.changed();
  }

  /** What is missing stands last in either order; equals keep the order of the source. */
  rows(funds: readonly Fund[]): Fund[] {
    const words = folded(this.filter.text).split(' ').filter(Boolean);
    const keyed = funds
      .filter((fund) => this.#isShown(fund, words))
      .map((fund) => ({ fund, by: sortValue(fund, this.key) }));
    const sign = this.isAscending ? 1 : -1;
    keyed.sort((a, b) => {
      if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
      return sign * (a.by < b.by ? -1 : a.by > b.by ? 1 : 0);
    });
    return keyed.map(({ fund }) => fund);
  }

  #isShown(fund: Fund, words: string[]): boolean {
    const { kind, verdict, isWarned } = this.filter;
    if (kind && fund.kind !== kind) return false;
    if (verdict && fund.verdict !== verdict) return false;
    if (isWarned && warningsOf(fund).length === 0) return false;
    return matches(fund, words);
  }
}

/** Whether each word is somewhere in the fund's code, name or index. */
export function matches(fund: Pick<Fund, 'code' | 'name' | 'index_name'>, words: string[]) {
  if (words.length === 0) return true;
  const text = folded(`${fund.code} ${fund.name} ${fund.index_name ?? ''}`);
  return words.every((word) => text.includes(word));
}

export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

function sortValue(fund: Fund, key: SortKey): number | string | null {
  switch (key) {
    case 'fund':
      return nameOf(fund);
    case 'premium':
      return fund.premium_fraction;
    case 'verdict':
      return fund.premium_fraction === null ? null : verdicts.indexOf(fund.verdict);
    case 'warnings':
      return warningRank(warningsOf(fund));
    case 'amount':
      return fund.amount_cny;
    case 'fee':
      return fund.fee_fraction ?? null;
    case 'purchase':
      return fund.purchase === 'unknown' ? null : fund.purchase;
    default:
      return fund[key];
  }
}

/** The worst level first, then how many. */
const warningRank = (warnings: Warning[]): number =>
  1000 * levels.indexOf(warnings[0]?.level ?? 'info') + warnings.length;
