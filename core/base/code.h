// The one list of codes.
//
// The core never speaks a language: an error, a rejected cell and a finding are each a code with
// evidence, and the page has a text for every code in every language. A code's name here is its
// name in JSON and in the page's texts. The English sentence is for the command line only.

#ifndef PREMIUMLENS_CORE_BASE_CODE_H_
#define PREMIUMLENS_CORE_BASE_CODE_H_

#include <span>
#include <string_view>

namespace premiumlens {

enum class CodeUse {
  kError,      // the request could not be answered
  kRejection,  // one cell or row could not be used; the rest counts
  kFinding,    // something the reader of a premium should know
};

// clang-format off
#define PREMIUMLENS_CODES(X)                                                                       \
  /* requests */                                                                                   \
  X(bad_json, kError, "the request is not valid JSON")                                             \
  X(bad_request, kError, "the request is not an object with an \"op\"")                            \
  X(unknown_op, kError, "there is no such operation")                                              \
  X(missing_field, kError, "a required field is missing")                                          \
  X(bad_field, kError, "a field has the wrong type or a value that is not allowed")                \
  X(unknown_table, kError, "no table of that name is loaded")                                      \
  X(unknown_column, kError, "the table has no such column")                                        \
  X(out_of_memory, kError, "the memory did not suffice")                                           \
  X(internal, kError, "an unexpected fault in the program")                                        \
  /* one price and one value */                                                                    \
  X(price_not_positive, kError, "a price must be greater than zero")                               \
  X(value_not_positive, kError, "a value (IOPV or NAV) must be greater than zero")                 \
  X(premium_below_total_loss, kError, "a premium or growth must be greater than -100 %")           \
  /* text to table */                                                                              \
  X(empty_input, kError, "the input is empty")                                                     \
  X(binary_input, kError, "the input is not text")                                                 \
  X(spreadsheet_input, kError, "the input is a binary spreadsheet file")                           \
  X(line_too_long, kError, "a line is longer than a million characters")                           \
  X(too_many_columns, kError, "a line has more than a thousand cells")                             \
  X(not_a_table, kError, "no rows of cells were found in the text")                                \
  X(no_rows, kError, "there is a header but no row below it")                                      \
  /* table to series */                                                                            \
  X(no_price_column, kError, "no column was taken for a price")                                    \
  X(no_value_column, kError, "no column was taken for a value (IOPV or NAV)")                      \
  X(only_market_series, kError, "an index or an exchange rate, and no fund beside it")             \
  X(no_date_column, kError, "no column was taken for a date")                                      \
  X(no_usable_row, kError, "no row has both a price and a value")                                  \
  X(no_common_key, kError, "the tables have no fund or no day in common")                          \
  X(unknown_fund, kError, "the table has no such fund")                                            \
  X(denominator_missing, kError, "the data do not hold that denominator")                          \
  X(level_missing, kError, "the index or the exchange rate has no level about that day")            \
  X(day_missing, kError, "the data hold no price of that day")                                     \
  X(no_history, kError, "this needs the days of one fund")                                         \
  X(unknown_series, kError, "no index or exchange rate of that name is there")                     \
  X(no_index_series, kError, "no index stands beside the fund")                                    \
  X(index_changes_alone, kError, "an index's changes stand beside the fund, and not its levels")   \
  X(index_unclear, kError, "several indexes, and neither a name nor enough days tell which it is")  \
  X(index_unrelated, kError, "no index there explains the NAV's moves")                            \
  X(no_nav_series, kError, "the data hold no NAVs by date")                                        \
  X(no_common_days, kError, "the NAVs and the index have too few days in common")                  \
  /* one cell or row */                                                                            \
  X(not_a_number, kRejection, "the cell is not a number")                                          \
  X(not_a_date, kRejection, "the cell is not a date")                                              \
  X(no_such_date, kRejection, "there is no such day in the calendar")                              \
  X(not_a_time, kRejection, "the cell is not a time of day")                                       \
  X(control_character, kRejection, "the cell holds a NUL or another control character")            \
  X(extra_cells, kRejection, "the row has more cells than the header")                             \
  X(open_quote, kRejection, "a quotation mark is never closed")                                    \
  X(footer, kRejection, "the row stands below the data and is none")                              \
  X(unit_differs, kRejection, "the cell is in another unit than most of its column")               \
  X(damaged_text, kRejection, "the text was damaged before it came here (a character is lost)")    \
  X(not_positive, kRejection, "a price or value must be greater than zero")                        \
  X(date_missing, kRejection, "the row has no date")                                               \
  X(code_missing, kRejection, "the row has no fund code, in a table of several funds")             \
  X(duplicate_date, kRejection, "the date stands on an earlier row already; the first row counts") \
  /* what the numbers say (premium) */                                                             \
  X(range_edge, kFinding, "the premium is between the inner and outer band for this kind")         \
  X(range_outside, kFinding, "the premium is outside the reference band for this kind")            \
  X(premium_over_5, kFinding, "the premium is over 5 %")                                           \
  X(premium_days_over_5, kFinding, "the premium has been over 5 % for several days running")       \
  X(small_float_premium, kFinding, "a high premium on a tradable float under CNY 2 bn")            \
  X(premium_over_50, kFinding, "the premium is 50 % or more")                                      \
  X(iopv_flat, kFinding, "the IOPV stands still while the price moves")                            \
  X(amount_under_100m, kFinding, "the daily turnover is under CNY 100 m")                          \
  X(amount_under_10m, kFinding, "the daily turnover is under CNY 10 m")                            \
  X(turnover_collapsed, kFinding, "the turnover rate has collapsed")                               \
  X(purchase_suspended, kFinding, "new shares cannot be bought")                                   \
  X(purchase_limited, kFinding, "the purchase of new shares is limited")                           \
  X(purchase_open_said, kFinding, "new shares can be bought, as the user says")                    \
  X(risk_notice_said, kFinding, "a notice of premium risk was issued, as the user says")           \
  X(halt_said, kFinding, "a halt of trading was announced, as the user says")                      \
  X(quota_released_said, kFinding, "quota was released, as the user says")                         \
  X(index_high_said, kFinding, "the index stands at a high, as the user says")                     \
  X(hindsight_disagrees, kFinding, "same-day and published value put the fund on two sides of a bar") \
  /* what was noticed in the data */                                                               \
  X(premium_column_agrees, kFinding, "the pasted premium column agrees with the recomputed one")   \
  X(premium_column_disagrees, kFinding, "the pasted premium column differs from the recomputed one") \
  X(premium_column_reversed, kFinding, "the pasted premium column has the opposite sign")          \
  X(split_adjusted, kFinding, "price and value were split; both are compared on one basis")        \
  X(split_one_sided, kFinding, "only one of price and value jumps by a split ratio")               \
  X(price_adjusted, kFinding, "the price is adjusted for splits or dividends, the NAV is not")      \
  X(cumulative_nav_suspected, kFinding, "the value stands on another footing than the price")       \
  X(nav_dates_early, kFinding, "the NAVs are dated before their own day")                          \
  X(nav_dates_late, kFinding, "the NAVs are dated after their own day")                            \
  X(nav_repeated, kFinding, "NAVs equal the one before too often for chance")                      \
  X(unit_changes, kFinding, "a column changes its unit from one day to the next")                  \
  X(weekend_rows, kFinding, "rows stand on a Saturday or Sunday")                                  \
  X(price_off_tick, kFinding, "prices have a fourth decimal, as no trade has")                      \
  X(price_stale, kFinding, "the price of a day without trading is the one before, carried forward") \
  X(duplicate_rows, kFinding, "several rows stand for one day; the first counts")                  \
  X(nav_holes, kFinding, "sessions of the fund have no NAV")                                       \
  X(price_holes, kFinding, "sessions of the fund have no price")                                   \
  X(money_fund_unit, kFinding, "the price is of a hundred units of a money fund, the NAV of one")  \
  X(price_of_other_fund, kFinding, "the price is another fund's for a stretch")                    \
  X(series_copied, kFinding, "two funds have the same series")                                     \
  X(premium_column_other, kFinding, "the pasted premium is against another value than it says")    \
  X(tables_disagree, kFinding, "tables of the same rows say different things; the later one counts") \
  X(value_stale, kFinding, "the latest value is many sessions old")                                \
  X(dates_unsorted, kFinding, "the dates were not in order and were sorted")                       \
  X(rows_unmatched, kFinding, "some rows of one table have no row of the other")                   \
  X(table_unused, kFinding, "a table was read but gave nothing that is used here")
// clang-format on

enum class Code {
#define X(name, use, message) name,
  PREMIUMLENS_CODES(X)
#undef X
};

struct CodeInfo {
  Code code;
  CodeUse use;
  std::string_view name;
  std::string_view message;  // English, for the command line
};

// Every code, in the order of the list.
std::span<const CodeInfo> AllCodes();

const CodeInfo& Info(Code code);

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_BASE_CODE_H_
