// What an analysis is asked with beside its tables: what the reader chose, mended, knows and changed.

import type { Known, Ops } from '../generated/ops.ts';
import type { Bars } from './bars.ts';
import { ruleBars } from './bars.ts';
import { joined, knownIn } from './known.ts';

export type Settings = Omit<Ops['analyze']['request'], 'table' | 'tables'>;

export type Mend = NonNullable<Settings['mends']>[number];

/** Mends, and what only the reader knows, are each for their fund. */
export function withSaidOf(settings: Settings, { mends, known }: Settings): Settings {
  const { mends: _, known: __, ...others } = settings;
  return { ...others, ...(mends && { mends }), ...(known && { known }) };
}

export function withBars(settings: Settings, bars: Bars | undefined): Settings {
  const { rule_bars: _, ...others } = settings;
  const changed = bars?.under(ruleBars);
  return changed ? { ...others, rule_bars: changed } : others;
}

export const withKnown = (settings: Settings, known: Known[]): Settings =>
  known.length > 0 ? { ...settings, known: joined(knownIn(settings), known) } : settings;

export const isSame = (one: object, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
