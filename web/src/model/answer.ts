// A premium and what follows from it: what a quick check and the latest row of a history share.

import type { Denominator, Kind, Latest, Ops } from '../generated/ops.ts';

type Result = Ops['premium']['result'];

export interface Answer
  extends Pick<
    Result,
    | 'premium_fraction'
    | 'log_premium'
    | 'range'
    | 'verdict'
    | 'closing'
    | 'price_ladder'
    | 'breakeven_growth_fraction'
  > {
  price: number;
  value: number;
  kind: Kind;
  denominator: Denominator;
  date?: string | null;
  value_date?: string | null;
}

export const answerOf = (result: Result): Answer => result;

export function latestAnswer(latest: Latest, kind: Kind, denominator: Denominator): Answer {
  return { ...latest, kind, denominator };
}
