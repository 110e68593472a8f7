// Pairs of a price and a value, row by row: the same operation as the quick check, for the rows that
// are looked at.

import type { Kind, Ops } from '../generated/ops.ts';
import { at } from './brand.ts';
import type { Calculator } from './engine.ts';
import type { Analysed } from './workspace.ts';

export type PairAnswer = Ops['premium']['result'];

/** The answers of the rows from `from` up to `to`; undefined where a row has no premium. */
export function answerPairs(
  engine: Calculator,
  { result, series }: Analysed,
  from: number,
  to: number,
): Promise<(PairAnswer | undefined)[]> {
  const kind: Kind = result.fund.kind;
  const { denominator } = result;
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  return Promise.all(
    rows.map((row) => {
      const price = at(series.price, row);
      const value = at(series.value, row);
      if (Number.isNaN(price) || Number.isNaN(value)) return undefined;
      return engine.run('premium', { price, value, kind, denominator });
    }),
  );
}
