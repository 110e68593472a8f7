// A finding says first what was seen and against which bar; `why` says why it matters, and what
// it does not mean.

import type { Said } from '../evidence.ts';
import type { Texts } from '../types.ts';

const sideOf = (said: Said, key: string): string =>
  said.isBelowZero(key) ? 'discount' : 'premium';

const gap = (said: Said, key = 'premium_fraction'): string =>
  `${said.isBelowZero(key) ? 'Discount' : 'Premium'} of ${said.size(key)}`;

/** How far the NAV went after its publication: that part is no premium. */
const moved = (said: Said): string =>
  said.has('value_move_fraction')
    ? `; the NAV has moved ${said.of('value_move_fraction')} since, and on the same-day NAV it is a ${sideOf(said, 'same_day_premium_fraction')} of ${said.size('same_day_premium_fraction')}`
    : '';

/** The turnover of one day, or the mean of several. */
const amount = (said: Said): string =>
  said.isOver('amount_days', 1)
    ? `Mean daily turnover of ${said.of('amount_cny')} over ${said.of('amount_days')}`
    : `Daily turnover of ${said.of('amount_cny')}`;

const against = (said: Said): string =>
  said.has('denominator_name') ? ` (against ${said.of('denominator_name')})` : '';

const kindOf = (said: Said): string =>
  said.has('kind_name') ? said.of('kind_name') : 'this kind of fund';

const on = (said: Said): string => (said.has('last_date') ? ` (${said.of('last_date')})` : '');

/** Who says so: the data, or the reader. */
const told = (s: Said): string => {
  if (s.has('said_date')) return `as you say (${s.of('said_date')})`;
  return s.has('said_name') ? 'as you say' : 'the data say';
};

const otherwise = (s: Said): string =>
  s.has('purchase_status_name')
    ? `; in the data it is “${s.of('purchase_status_name')}”, and what you say counts`
    : '';

const now = (s: Said): string =>
  s.has('premium_fraction')
    ? `; now a ${sideOf(s, 'premium_fraction')} of ${s.size('premium_fraction')}${against(s)}`
    : '';

export const findings: Texts['findings'] = {
  range_edge: {
    line: (s) =>
      `${gap(s)}, past the inner band of ±${s.of('inner_fraction')} for ${kindOf(s)}${s.has('outer_fraction') ? `, within the outer ±${s.of('outer_fraction')}` : ''}${moved(s)}`,
    why: 'Between the two bands the gap is on the large side but common. Currency quota, time zones and mood can all cause it; it need neither narrow nor widen.',
  },
  range_outside: {
    line: (s) =>
      `${gap(s)}, outside the reference range for ${kindOf(s)}, ${s.has('outer_fraction') ? `whose outer band is ±${s.of('outer_fraction')}` : `±${s.of('inner_fraction')}`}${moved(s)}`,
    why: 'Price and value are further apart than is usual for this kind of fund. If the gap narrows, the price moves even if the NAV does not.',
  },
  premium_over_5: {
    line: (s) => `${gap(s)}, over the warning line of ${s.of('bar_fraction')}${moved(s)}`,
    why: 'The investors’ guide draws its warning line at 5 %: above it, the loss from a shrinking premium often outweighs the move of the index itself.',
  },
  premium_days_over_5: {
    line: (s) =>
      `Premium over ${s.of('bar_fraction')} for ${s.of('run_days')} running; the bar is ${s.of('bar_days')}`,
    why: 'The guide warns above all of premiums that stay high for several days. It does not say how many; three, the standard here, is this tool’s choice.',
  },
  small_float_premium: {
    line: (s) =>
      `${gap(s)}, over ${s.of('bar_fraction')}, on a tradable float of ${s.of('float_cny')}, under ${s.of('bar_cny')}`,
    why: 'The brokerage study flags a premium above a threshold (6, 10 or 15 %) on a float under CNY 2 bn. In a small float, little money moves the price.',
  },
  premium_over_50: {
    line: (s) => `${gap(s)}, at or over ${s.of('bar_fraction')}`,
    why: 'One fund peaked twice near 50 % and was halted; others were halted near 10 %. Fifty per cent is a piece of history, not a ceiling.',
  },
  iopv_flat: {
    line: (s) =>
      s.has('rows_count')
        ? `On ${s.of('rows_count')} rows (${s.of('first_date')} to ${s.of('last_date')}) the IOPV stands still while the price moves, longest at ${s.of('iopv_value')} for ${s.has('flat_minutes') ? s.of('flat_minutes') : s.of('flat_days')} while the price ranged over ${s.size('price_move_fraction')}`
        : `IOPV unchanged at ${s.of('iopv_value')} for ${s.has('flat_minutes') ? s.of('flat_minutes') : s.of('flat_days')} while the price ranged over ${s.size('price_move_fraction')}; the bar is ${s.of('bar_minutes')}`,
    why: 'While the foreign market is shut, the IOPV stays at its last close. The premium then sets a live price against an old value; part of it is news the value has not seen.',
  },
  amount_under_100m: {
    line: (s) => `${amount(s)}, under ${s.of('bar_cny')}`,
    why: 'The guide takes an average above CNY 100 m a day as a sign of good liquidity. For a history, the average of the last 20 sessions is this tool’s choice.',
  },
  amount_under_10m: {
    line: (s) => `${amount(s)}, under ${s.of('bar_cny')}`,
    why: 'The guide reports slippage of 3–5 % for funds trading less than CNY 10 m a day.',
  },
  turnover_collapsed: {
    line: (s) =>
      `Turnover rate of ${s.of('recent_fraction')} over ${s.of('recent_days')}, under ${s.of('bar_fraction')}, and under ${s.of('bar_ratio')} times its median of ${s.of('usual_fraction')} over ${s.of('usual_days')}`,
    why: 'The guide describes turnover falling from 5 % to under 1 %. Both bars and the numbers of days are this tool’s choice.',
  },
  purchase_suspended: {
    line: (s) => `Creation of new shares is suspended, ${told(s)}${otherwise(s)}`,
    why: 'Without new shares, arbitrage cannot press the premium down. When creation resumes, the premium can shrink fast.',
  },
  purchase_limited: {
    line: (s) =>
      `Creation of new shares is limited${s.has('limit_cny') ? ` to ${s.of('limit_cny')}` : ''}, ${told(s)}${otherwise(s)}`,
    why: 'Limits and high premiums tend to come together: with few new shares the price drifts more easily. When a limit is lifted, the premium can shrink fast.',
  },
  purchase_open_said: {
    line: (s) => `New shares can be had, ${told(s)}${otherwise(s)}`,
    why: 'What you say goes before the data. Where new shares can be had, arbitrage works against a premium; quota and delay still limit it.',
  },
  risk_notice_said: {
    line: (s) => `A notice of premium risk was issued, ${told(s)}${now(s)}`,
    why: 'The investors’ guide lists such a notice among the signals to watch and speaks of leaving in several steps. It says that the manager sees the gap too, not when the price will move.',
  },
  halt_said: {
    line: (s) => `A halt of trading was announced, ${told(s)}${now(s)}`,
    why: 'During a halt nothing can be traded; holders can only wait. The guide lists it among the signals to watch and speaks of leaving in several steps; the brokerage study has funds halted near 10 % and near 50 %.',
  },
  quota_released_said: {
    line: (s) => `Quota was released or large purchases resumed, ${told(s)}${now(s)}`,
    why: 'The guide writes that the premium may then close quickly. By how much and how soon, it does not say.',
  },
  index_high_said: {
    line: (s) => `The foreign index stands at a high, ${told(s)}${now(s)}`,
    why: 'The guide warns of a double risk, an index that falls and a premium that shrinks with it. A high foretells neither.',
  },
  hindsight_disagrees: {
    line: (s) =>
      `On ${s.of('disagree_days')} the same-day NAV and the NAV published by then put the fund on two sides of ${s.of('bar_fraction')}; most recently${on(s)} a ${sideOf(s, 'same_day_fraction')} of ${s.size('same_day_fraction')} against a ${sideOf(s, 'published_fraction')} of ${s.size('published_fraction')}`,
    why: 'The same-day NAV is computed after the close and already holds the night’s news abroad. Warnings go by the NAV published at the time; both are shown.',
  },
  premium_column_agrees: {
    line: (s) =>
      `The column “${s.of('column_text')}” agrees with the recomputed one${against(s)}, ${s.of('rows_count')} rows`,
    why: 'A pasted premium is only compared. Every number here is computed from price and value.',
  },
  premium_column_disagrees: {
    line: (s) =>
      `The column “${s.of('column_text')}” differs from the recomputed one${against(s)}: median difference ${s.of('difference_fraction')}, bar ${s.of('bar_fraction')}, ${s.of('rows_count')} rows`,
    why: 'Usually the denominator differs (IOPV, same-day or previous NAV), or the dates are one day apart. The recomputed value is shown.',
  },
  premium_column_reversed: {
    line: (s) =>
      `The column “${s.of('column_text')}” has the opposite sign${against(s)}, ${s.of('rows_count')} rows`,
    why: 'Some feeds give a discount rate, the negative of the premium. The recomputed value is shown: a price above the value is a premium.',
  },
  split_adjusted: {
    line: (s) =>
      `Share split on ${s.of('split_date')}, ratio ${s.of('split_ratio')}; prices and NAVs before and after are put on one basis`,
    why: 'Price and NAV jump at once by the same simple ratio: a split, not a return. It leaves the premium unchanged.',
  },
  split_one_sided: {
    line: (s) =>
      `On ${s.of('split_date')} only ${s.has('side_name') ? `the ${s.of('side_name')}` : 'one column'} jumps, by a ratio of ${s.of('split_ratio')}`,
    why: 'One column may be adjusted and the other not, or their split dates are a day apart. Read the premiums of those days with care.',
  },
  price_adjusted: {
    line: (s) =>
      s.has('split_ratio')
        ? `On ${s.of('split_date')} the NAV splits by ${s.of('split_ratio')} and the price does not jump: the price looks adjusted, the NAV is not`
        : s.has('first_date')
          ? `The price does not fall where the NAV goes ex dividend: ${s.of('steps_count')} steps from ${s.of('first_date')} to ${s.of('last_date')}, at the farthest the price is ${s.of('gap_fraction')} off the NAV`
          : `The data say “${s.of('title_text')}”: the price may be adjusted, the NAV is not`,
    why: 'An adjusted price carries dividends and splits back into the past, a unit NAV does not. Dividing one by the other gives wrong premiums before each such day. Use unadjusted prices.',
  },
  cumulative_nav_suspected: {
    line: (s) =>
      `Price and NAV stand on different footings: from ${s.of('first_date')} to ${s.of('last_date')} the price is steadily ${s.size('gap_fraction')} ${s.isBelowZero('gap_fraction') ? 'below' : 'above'} the NAV`,
    why: 'Usually a cumulative NAV has been taken for the unit NAV; it may also be another share class or currency. A cumulative NAV holds all past dividends and is never a denominator.',
  },
  nav_dates_early: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')} the NAVs are dated ${s.of('off_sessions')} early: the price’s returns correlate ${s.of('found_correlation')} with NAV returns ${s.of('found_lag_sessions')} apart, and ${s.of('usual_correlation')} where they should (${s.of('usual_lag_sessions')}), over ${s.of('pairs_count')} pairs`,
    why: 'A NAV paired with the wrong day puts a day of the market into the premium. A correlation is evidence, not proof: compare with the dates the fund company gives.',
  },
  nav_dates_late: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')} the NAVs are dated ${s.of('off_sessions')} late: the price’s returns correlate ${s.of('found_correlation')} with NAV returns ${s.of('found_lag_sessions')} apart, and ${s.of('usual_correlation')} where they should (${s.of('usual_lag_sessions')}), over ${s.of('pairs_count')} pairs`,
    why: 'A NAV paired with the wrong day puts a day of the market into the premium. A correlation is evidence, not proof: compare with the dates the fund company gives.',
  },
  nav_repeated: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')} the NAV equals the day before’s on ${s.of('repeats_count')} days; by its movement and digits about ${s.of('expected_ratio')} would happen by chance`,
    why: 'Most likely a missing NAV was filled with the one before. The premiums of those days are against the day before’s NAV.',
  },
  unit_changes: {
    line: (s) =>
      `${s.has('role_name') ? s.of('role_name') : 'A column'}: the unit changes on ${s.of('change_date')}, from ${s.of('before_count')} to ${s.of('after_count')}, and stays; times ${s.of('factor_ratio')} joins it to what was before${s.has('funds_count') ? ` (${s.of('funds_count')} funds, the numbers are of one of them)` : ''}`,
    why: 'With two units in one column, turnover and liquidity are judged hundreds or thousands of times too low or high. The mend puts the later rows into the earlier unit; if the earlier ones are wrong, change the column’s unit instead.',
  },
  weekend_rows: {
    line: (s) =>
      `${s.of('rows_count')} rows are dated a Saturday or Sunday${s.isOver('priced_count', 0) ? `, ${s.of('priced_count')} of them with a price` : ', without a price'}${s.has('first_date') ? ` (${s.of('first_date')} to ${s.of('last_date')})` : ''}`,
    why: 'Exchanges are shut at weekends. A priced weekend row is most likely misdated; one without a price does not touch any premium.',
  },
  price_off_tick: {
    line: (s) =>
      `${s.of('rows_count')} of ${s.of('priced_count')} prices (${s.of('share_fraction')}) have a fourth decimal, such as ${s.of('sample_value')}; trades go by ${s.of('price_tick_value')}${s.isOver('equals_nav_count', 0) ? `; ${s.of('equals_nav_count')} of them equal the NAV of the day` : ''}${s.isOver('equals_previous_count', 0) ? `; ${s.of('equals_previous_count')} equal the NAV before` : ''}`,
    why: 'No trade can have such a price: it is a NAV, an average or an adjusted price. Over a NAV it makes no premium.',
  },
  price_stale: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')}, ${s.of('rows_count')} rows without any trading repeat the price before, at most ${s.of('longest_sessions')} running`,
    why: 'A halted day has no price; the feed carried the last one forward. The NAV goes on moving, so nobody could have traded at such a premium.',
  },
  duplicate_rows: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')}, ${s.of('rows_count')} rows have a day that stands on an earlier row already; the first counts. ${s.of('differing_count')} of them differ from it${s.has('largest_difference_fraction') ? `, in price or value by up to ${s.of('largest_difference_fraction')}` : ''}`,
    why: 'Rows that agree change nothing. Where they differ, only one can be right: a revised number, another share class, or a day misspelt.',
  },
  nav_holes: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')}, ${s.of('rows_count')} sessions have no NAV, at most ${s.of('longest_sessions')} running (from ${s.of('longest_date')})`,
    why: 'Such a day can only be set against an older NAV, and its premium takes in the market’s move since. Sessions are told by prices, the other series and weekdays; long holidays are no hole. Some cross-border funds publish no NAV for a foreign holiday.',
  },
  price_holes: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')}, ${s.of('rows_count')} sessions have no price, at most ${s.of('longest_sessions')} running (from ${s.of('longest_date')})`,
    why: 'A day with a NAV and no price is most likely a halt, or the feed lost it. Sessions are told by NAVs, the other series and weekdays; long holidays are no hole.',
  },
  money_fund_unit: {
    line: (s) =>
      s.has('factor_ratio')
        ? `Prices near ${s.of('price_value')}, NAVs near ${s.of('nav_value')}: a money fund is quoted for a hundred units and valued for one, a factor of ${s.of('factor_ratio')}`
        : `Prices near ${s.of('price_value')}, “NAVs” near ${s.of('nav_value')} that change daily: like a money fund’s income per 10,000 units, not a NAV`,
    why: 'A difference of units, not a premium. In one unit, price and NAV of a money fund are all but equal.',
  },
  price_of_other_fund: {
    line: (s) =>
      `From ${s.of('first_date')} to ${s.of('last_date')}, ${s.of('rows_count')} rows have a price ${s.of('own_gap_fraction')} off their own NAV${s.has('other_text') ? `, but ${s.of('other_gap_fraction')} off the ${s.has('other_side_name') ? s.of('other_side_name') : 'NAV'} of ${s.of('other_text')}` : ', and fit it before and after'}`,
    why: 'Most likely another fund’s price: a wrong code, or rows mixed up in a merge. Such a premium means nothing, and none comes and goes within a day.',
  },
  series_copied: {
    line: (s) =>
      `${s.of('rows_count')} rows have exactly the ${s.of('side_name')} of ${s.of('other_text')} (${s.of('first_date')} to ${s.of('last_date')})`,
    why: 'No two funds have the same number day after day. At least one has the other’s data.',
  },
  premium_column_other: {
    line: (s) =>
      s.has('off_sessions')
        ? `The numbers of the column “${s.of('column_text')}” are those of the row before: against ${s.of('denominator_name')} they are ${s.of('said_difference_fraction')} off on their own day, ${s.of('difference_fraction')} off a session later (medians of ${s.of('rows_count')} rows)`
        : `By its name the column “${s.of('column_text')}” is against ${s.of('said_denominator_name')}, but its numbers fit ${s.of('denominator_name')}: ${s.has('said_difference_fraction') ? `${s.of('said_difference_fraction')} off the one` : 'the one is not in the data'}, ${s.of('difference_fraction')} off the other (medians of ${s.of('rows_count')} rows)`,
    why: 'One price against different values, or those of another day, can differ by points of premium. The recomputed premium is shown with its denominator; the column itself takes no part, so there is nothing to mend.',
  },
  tables_disagree: {
    line: (s) => {
      const [first, last] = [s.of('first_date'), s.of('last_date')];
      const days = s.has('first_date')
        ? ` (${first === last ? first : `${first} to ${last}`})`
        : '';
      const rows = s.of('rows_count');
      return `Tables that were put on one another differ on ${rows} ${rows === '1' ? 'row' : 'rows'}${days}, by up to ${s.of('largest_difference_fraction')}; the table added later counts`;
    },
    why: 'An older export may hold values that were revised, or be adjusted for dividends otherwise. If the earlier table is the right one, remove the later one.',
  },
  value_stale: {
    line: (s) =>
      `The latest value is of ${s.of('value_date')}, ${s.of('lag_sessions')} behind the price`,
    why: 'The older the value, the more of the premium is simply the market’s move since. Add a newer NAV and look again.',
  },
  dates_unsorted: {
    line: (s) =>
      s.has('rows_count')
        ? `The dates were out of order (${s.of('rows_count')} rows) and have been sorted`
        : 'The dates were out of order and have been sorted',
    why: 'Tables with the newest day first are common. Sorting does not change any result.',
  },
  table_unused: {
    line: (s) => `Not used here: ${s.of('table')}`,
    why: 'The table was read, but it has no column that is needed here, or another table gives the same.',
  },
  rows_unmatched: {
    line: (s) =>
      `Joined by date: ${s.of('matched_count')} rows matched, ${s.of('price_only_count')} with a price only, ${s.of('value_only_count')} with a value only`,
    why: 'Unmatched rows take no part. Halts, holidays and different first and last days all cause them.',
  },
};
