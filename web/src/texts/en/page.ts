import type { Cards, PageTexts, ResultTexts } from '../types.ts';
import { words } from './words.ts';

export const page: PageTexts = {
  name: 'PremiumLens',
  tagline: 'What a cross-border ETF costs over its value',
  description:
    'Type or paste prices and NAVs of cross-border ETFs: premium, reference range, cost of closing, warnings. All inside your browser.',
  sections: 'Sections',
  skip: 'Skip to content',
  settings: 'Display',
  language: 'Language',
  theme: 'Theme',
  theme_words: { system: 'System', light: 'Light', dark: 'Dark' },
  rise: 'Colours of rise and fall',
  rise_words: { red: 'Red rises', green: 'Green rises' },
  privacy: 'Your data are computed in your browser and sent nowhere.',
  advice: 'This is a calculator: it has no quotes and gives no investment advice.',
  starting: 'Loading the calculator…',
  replaying: 'The calculator is recovering; your data are kept…',
  failed:
    'The calculator could not start. Check that the browser supports WebAssembly, then try again.',
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  drop_here: 'Let go to read it',
  chart_credit: 'Charts by TradingView Lightweight Charts™',
  loading: (percent) => `Reading and computing, ${percent}`,
  bar_changed: (standard) => `changed; otherwise ${standard}`,
  bar_undo: 'restore',
  bar_whole: 'A whole number. ',
  bar_range: (least, most) =>
    least !== undefined && most !== undefined
      ? `A number from ${least} to ${most}`
      : least !== undefined
        ? `A number of at least ${least}`
        : most !== undefined
          ? `A number of at most ${most}`
          : 'A number, please',
  sample: (count, from, to, denominator) =>
    [`n = ${count}`, from && `${from} to ${to}`, denominator && `against the ${denominator}`]
      .filter(Boolean)
      .join(', '),
  hindsight: 'The same-day NAV comes out after trading has ended: this is hindsight.',
  too_few: (needed, have) => `Too little data: days needed ${needed}, there ${have}.`,
};

export const result: ResultTexts = {
  premium: 'Premium',
  discount: 'Discount',
  par: 'At par',
  price: 'Price',
  value: 'Reference value',
  formula: 'Formula',
  definition: 'Definition',
  with_numbers: 'With these numbers',
  denominator: 'Denominator',
  dates: 'Dates',
  source: 'Source',
  why: 'Why',
  level_of: (level) => `Level: ${level}`,
  verdict: ({ verdict, kind, inner, outer, premium_fraction }, format) => {
    const name = words.kind[kind];
    const side = premium_fraction < 0 ? 'Below' : 'Above';
    const core = `the reference range of ±${format.bar(inner)} for ${name}`;
    if (verdict === 'no_band' || inner === null) {
      return kind === 'unknown'
        ? 'Choose the kind of fund to see its reference range.'
        : `The sources give no range for ${name}, so none is applied.`;
    }
    if (verdict === 'inside') return `Within ${core}. That does not mean it cannot lose money.`;
    if (outer === null) return `${side} ${core}; the sources give this kind no outer band.`;
    const rest = verdict === 'edge' ? 'but within' : 'and past';
    return `${side} ${core}, ${rest} the outer band of ±${format.bar(outer)}.`;
  },
  against: (denominator) => `Denominator: ${denominator}.`,
  scale: (premium, inner, outer) =>
    `Scale: ${premium}${inner ? `; inner band ±${inner}` : '; no reference range'}${outer ? `; outer band ±${outer}` : ''}`,
  costs: 'What closing would cost',
  costs_condition:
    'If the premium closed to the level below and the NAV stood still (a scenario, not a forecast)',
  to: (target) => `Closing to ${target}`,
  already_within: 'already within it',
  breakeven: 'NAV growth needed to make up the premium',
  breakeven_discount: 'NAV fall that would use up the discount',
  ladder: 'Price ladder',
  ladder_note: 'The highest quote, in ticks of CNY 0.001, while the reference value stands still',
  ladder_premium: 'Premium at most',
  ladder_price: 'Highest price',
  findings: 'Findings',
  no_findings: 'None of the rules that could be judged applies. No finding does not mean no risk.',
  unjudged: (count) =>
    count === 1
      ? '1 rule could not be judged for want of data'
      : `${count} rules could not be judged for want of data`,
  unjudged_line: (rule, needs) => `${rule}: needs ${needs}`,
  rule_changed: (rule, bar) => `${rule} (changed to ${bar})`,
  rule_names: {
    range_edge: 'Inner reference band',
    range_outside: 'Outer reference band',
    premium_over_5: 'Warning line',
    premium_days_over_5: 'Several days over the warning line',
    small_float_premium: 'High premium on a small float',
    premium_over_50: 'Extreme premium',
    iopv_flat: 'IOPV standing still',
    amount_under_100m: 'Low turnover',
    amount_under_10m: 'Very low turnover',
    turnover_collapsed: 'Turnover collapse',
    purchase_suspended: 'Creation suspended',
    purchase_limited: 'Creation limited',
    purchase_open_said: 'Open for purchase, as you say',
    risk_notice_said: 'Notice of premium risk',
    halt_said: 'Announced halt',
    quota_released_said: 'Quota released',
    index_high_said: 'Index at a high',
    hindsight_disagrees: 'Same-day against published NAV',
    premium_column_agrees: 'Pasted premium column',
    premium_column_disagrees: 'Pasted premium column',
    premium_column_reversed: 'Sign of the premium column',
    split_adjusted: 'Share split',
    split_one_sided: 'One-sided split',
    price_adjusted: 'Adjusted price',
    cumulative_nav_suspected: 'Footing of the NAV',
    nav_dates_early: 'NAV dates early',
    nav_dates_late: 'NAV dates late',
    nav_repeated: 'Repeated NAV',
    unit_changes: 'Change of unit',
    weekend_rows: 'Weekend rows',
    price_off_tick: 'Prices of four decimals',
    price_stale: 'Old prices of halted days',
    duplicate_rows: 'Repeated days',
    nav_holes: 'Missing NAVs',
    price_holes: 'Missing prices',
    money_fund_unit: 'Unit of a money fund',
    price_of_other_fund: 'Price of another fund',
    series_copied: 'Two funds with one series',
    premium_column_other: 'Denominator of the premium column',
    tables_disagree: 'Tables that disagree',
    value_stale: 'Old NAV',
    dates_unsorted: 'Order of dates',
    table_unused: 'Table not used',
    rows_unmatched: 'Rows joined',
  },
  more: (count) => `${count} more`,
  no_number: 'No number: the data are missing',
};

export const cards: Cards = {
  premium: {
    title: 'Premium',
    definition:
      'How far the price stands above the reference value, as a share of that value; a discount when negative. The reference value is the denominator: another one gives another premium.',
    formula: 'premium = (price − reference value) ÷ reference value',
  },
  log_premium: {
    title: 'Log premium',
    definition:
      'The difference of the natural logarithms of price and reference value. Premiums and discounts are symmetric in it, and research prefers it; it is slightly smaller than the simple premium.',
    formula: 'log premium = ln price − ln reference value',
  },
  verdict: {
    title: 'Reference range',
    definition:
      'An inner and an outer band for each kind of fund. Up to the inner band is inside, past the outer is outside, between them the edge. Inside does not mean it cannot lose money.',
    formula: '|premium| ≤ inner: inside; ≤ outer: edge; else: outside',
  },
  closing: {
    title: 'Closing scenario',
    definition:
      'The move of the price if only the premium went from its present level to the target and the NAV stood still. A scenario, not a forecast.',
    formula: 'move = (1 + target premium) ÷ (1 + present premium) − 1',
  },
  breakeven: {
    title: 'NAV move that makes up the premium',
    definition:
      'How far the NAV must move for the price to stand where it is now once the premium is zero.',
    formula: 'move needed = (1 + present premium) ÷ (1 + 0) − 1',
  },
  ladder: {
    title: 'Price ladder',
    definition:
      'The highest quote at which the premium is at most the level given, with the reference value unchanged, rounded down to the tick of CNY 0.001.',
    formula: 'highest price = reference value × (1 + level), rounded down to 0.001',
  },
  scenario: {
    title: 'Scenario return',
    definition:
      'The NAV’s move and the premium’s move make the price’s move together; they multiply rather than add, which leaves a cross term.',
    formula: '1 + return = (1 + NAV move) × (1 + later premium) ÷ (1 + present premium)',
  },
};
