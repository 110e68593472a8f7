// A question about the past asked twice: against the value that was known while each day traded, and
// against the same day's NAV, which was not, so that a reader sees what hindsight makes of it.

import type { Denominator } from '../../generated/ops.ts';
import type { Analysed } from '../../model/workspace.ts';

export interface Both<Result> {
  judged: Result;
  /** Where the data hold both. */
  sameDay: Result | undefined;
}

export async function askBoth<Result extends { denominator: Denominator | null }>(
  { result, settings }: Analysed,
  ask: (denominator: Denominator | null) => Promise<Result>,
): Promise<Both<Result>> {
  const named = settings.denominator === 'nav_same_day' ? result.warning_denominator : undefined;
  const judged = await ask(named ?? settings.denominator ?? null);
  const isThere = result.denominators.includes('nav_same_day');
  const isOther = judged.denominator !== 'nav_same_day';
  return { judged, sameDay: isThere && isOther ? await ask('nav_same_day') : undefined };
}
