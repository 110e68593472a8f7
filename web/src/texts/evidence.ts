// Evidence as a text speaks of it. The suffix of a key is its unit, so no text formats a number.

import type { Format } from './format.ts';
import { missing } from './format.ts';

export type EvidenceValue = number | string | null;
export type EvidenceMap = Readonly<Record<string, EvidenceValue>>;

/** Looks a word of one of the core's vocabularies up in the reader's language. */
export type WordOf = (group: string, word: string) => string;

type Writer = (format: Format, value: number, key: string) => string;

// A bar reads "5 %", a measurement "5.00 %".
const isBar = (key: string): boolean => /(^|_)(bar|inner|outer|band|limit)_/.test(key);

// A change tells its direction; the change of a premium is a difference of percentages.
const isChange = (key: string): boolean => /(^|_)(change|move|return)_fraction$/.test(key);

function writeFraction(format: Format, value: number, key: string): string {
  if (key.endsWith('premium_change_fraction')) return format.points(value);
  return isBar(key) ? format.bar(value) : format.fraction(value, isChange(key));
}

const writers: Record<string, Writer> = {
  fraction: writeFraction,
  cny: (format, value) => format.cny(value),
  value: (format, value, key) =>
    key.startsWith('price') ? format.price(value) : format.value(value),
  count: (format, value) => format.count(value),
  days: (format, value) => format.amountOf(value, '天', 'day'),
  sessions: (format, value) => format.amountOf(value, '个交易日', 'session'),
  minutes: (format, value) => format.amountOf(value, '分钟', 'minute'),
  ratio: (format, value) => format.ratio(value),
};

/** "kind_name" is a word of the group "kind". */
const stemOf = (key: string): string => key.slice(0, key.lastIndexOf('_'));
export const unitOf = (key: string): string => key.slice(key.lastIndexOf('_') + 1);

export function writeEvidence(
  format: Format,
  wordOf: WordOf,
  key: string,
  value: EvidenceValue | undefined,
): string {
  if (value === null || value === undefined) return missing;
  if (typeof value === 'string') return unitOf(key) === 'name' ? wordOf(stemOf(key), value) : value;
  const writer = writers[unitOf(key)];
  return writer ? writer(format, value, key) : format.ratio(value);
}

/** What a text of a finding is given. */
export class Said {
  private readonly evidence: EvidenceMap;
  private readonly format: Format;
  private readonly wordOf: WordOf;

  constructor(evidence: EvidenceMap, format: Format, wordOf: WordOf) {
    this.evidence = evidence;
    this.format = format;
    this.wordOf = wordOf;
  }

  has(key: string): boolean {
    return this.evidence[key] !== null && this.evidence[key] !== undefined;
  }

  /** The evidence, written with its unit. */
  of(key: string): string {
    return writeEvidence(this.format, this.wordOf, key, this.evidence[key]);
  }

  /** Without its sign, where a word carries it. */
  size(key: string): string {
    const value = this.evidence[key];
    return writeEvidence(
      this.format,
      this.wordOf,
      key,
      typeof value === 'number' ? Math.abs(value) : value,
    );
  }

  isOver(key: string, bar: number): boolean {
    const value = this.evidence[key];
    return typeof value === 'number' && value > bar;
  }

  isBelowZero(key: string): boolean {
    const value = this.evidence[key];
    return typeof value === 'number' && value < 0;
  }

  keys(): string[] {
    return Object.keys(this.evidence);
  }
}
