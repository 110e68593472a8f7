// An error says the place first, then the reason and what to do.

import type { Place, Texts } from '../types.ts';

const quoted = (place: Place): string => (place.text ? `“${place.text}”` : 'the cell');

const at = (place: Place): string => {
  const parts = [
    place.row ? `row ${place.row}` : '',
    place.column ? `column “${place.column}”` : '',
  ];
  const joined = parts.filter(Boolean).join(', ');
  return joined && `${joined.charAt(0).toUpperCase()}${joined.slice(1)}: `;
};

const field: Record<string, string> = { price: 'price', value: 'reference value' };
const fieldOf = (place: Place): string => field[place.column ?? ''] ?? place.column ?? '';

export const errors: Texts['errors'] = {
  bad_json: () =>
    'The request was not valid JSON. That is a fault of this program; reload the page and try again.',
  bad_request: () =>
    'The request named nothing to compute. That is a fault of this program; reload the page and try again.',
  unknown_op: (p) => `There is no operation ${quoted(p)}. Reload the page and try again.`,
  missing_field: (p) => `The ${fieldOf(p)} is missing.`,
  bad_field: (p) => `${quoted(p)} cannot be used as ${fieldOf(p)}.`,
  unknown_table: () => 'That table is no longer in memory. Paste or open it again.',
  unknown_column: (p) => `The table has no column “${p.column ?? p.text ?? ''}”.`,
  out_of_memory: () =>
    'Not enough memory for these data. Try fewer rows or columns; the earlier result is kept.',
  internal: () =>
    'The program met an unexpected fault. Nothing you entered is lost; please try again.',
  price_not_positive: (p) =>
    `${at({ row: p.row })}A price must be greater than 0${p.text ? `; this one is ${p.text}` : ''}.`,
  value_not_positive: (p) =>
    `${at({ row: p.row })}A reference value (IOPV or NAV) must be greater than 0${p.text ? `; this one is ${p.text}` : ''}.`,
  premium_below_total_loss: () => 'Premiums and growth must be greater than −100 %.',
  empty_input: () =>
    'There is nothing in it. Paste a table with a header, such as date, close, NAV.',
  binary_input: () => 'This is not a text file. Save it as CSV, or copy the cells and paste them.',
  spreadsheet_input: () =>
    'This is a binary Excel file of the old kind (.xls), which cannot be read here. Save it as .xlsx or CSV in Excel, or copy the cells and paste them on the page.',
  line_too_long: (p) =>
    `${at({ row: p.row })}the line is longer than a million characters, which no table is. It was not read.`,
  too_many_columns: (p) =>
    `${at({ row: p.row })}the line has more than a thousand cells. It was not read.`,
  not_a_table: () =>
    'No table was found; this looks like prose. A table needs a header and cells parted by commas, tabs or semicolons.',
  no_rows: () => 'There is a header, but no row of data below it.',
  no_price_column: () =>
    'No column was taken for a price. Set one under “What each column means”, or add a table that has prices.',
  no_value_column: () =>
    'No column was taken for an IOPV or NAV. Correct it under “What each column means”, or add a table of NAVs; the two are joined by date.',
  no_date_column: () =>
    'No column was taken for a date, so the tables cannot be joined. Set one under “What each column means”.',
  no_usable_row: () =>
    'No row has both a price and a value, so there is no premium. If these are two tables, check that their dates overlap.',
  no_common_key: ({ text }) =>
    `The tables have no fund and no day in common${text ? ` (${text})` : ''}, so they cannot be joined. Check their code and date columns.`,
  unknown_fund: (p) => `The table has no fund ${quoted(p)}.`,
  level_missing: () =>
    'The pasted index or exchange rate has no level about that day, so the NAV cannot be carried on to it.',
  day_missing: (p) =>
    `The data hold no price of that day${quoted(p)}; the nearest days that have one stand in brackets.`,
  denominator_missing: (p) => `The data do not hold the denominator ${quoted(p)}. Choose another.`,
  no_history: () => 'This needs the days of one fund.',
  unknown_series: (p) =>
    `There is no index or exchange rate called ${quoted(p)}. Choose one of those that were read.`,
  only_market_series: () =>
    'There is an index or an exchange rate and no fund. Add the fund’s table: date, close, NAV (to tell the NAV’s dates alone, the NAV will do).',
  index_changes_alone: () =>
    'The index beside the fund is given by its changes, not by its levels, and changes were not taken for levels. Add a table of its levels by day (date, close).',
  no_index_series: () =>
    'No index stands beside the fund. Add a table of its index by day (date, close) and, for a foreign one, the exchange rate to the yuan: then the value can be estimated and the NAV’s dates can be told.',
  index_unclear: () =>
    'Several indexes stand beside the fund; neither a name nor enough days in common tell which is its own. Name it.',
  index_unrelated: () =>
    'No index here explains the moves of the NAV, so none was used for an estimate. Add the index it follows, or name one.',
  no_nav_series: () =>
    'The data hold no NAVs by date, so there is nothing to carry on and no date to tell.',
  no_common_days: () =>
    'The index and the NAVs have no days in common, so no estimate can be made. Check the days of both tables.',
  input_too_large: () =>
    'The file is too large and was not read: at most 512 MB (JSON at most 256 MB). Use fewer rows, or split it.',
  input_unreadable: () =>
    'The file could not be read; it may have been moved or changed. Choose it again.',
  html_without_rows: () =>
    'The page holds no table with rows of data. Select the whole table before copying it.',
  json_broken: (p) =>
    `Row ${p.row ?? 1}, character ${p.column ?? 1}: the JSON breaks off or is malformed${p.text ? ` after ${quoted(p)}` : ''}. It may not have been copied whole.`,
  json_without_rows: (p) =>
    `The JSON holds no list of rows. It was not read.${p.text ? ` It says ${quoted(p)}.` : ''}`,
  sheet_without_rows: (p) =>
    `No sheet of the workbook holds a row${p.text ? `; ${quoted(p)} is empty` : ''}.`,
  sheet_damaged: (p) =>
    `The workbook is cut or damaged${p.text ? ` (${p.text})` : ''} and was not read. Open it in Excel and save it anew.`,
  sheet_encrypted: () =>
    'The workbook is protected by a password. Save it without one in Excel, then drop it again.',
  archive_input: () =>
    'The archive holds no Excel workbook (.xlsx). Unpack it first; save .xlsb, .ods and the like as .xlsx or CSV.',
  inflates_too_large: (p) =>
    `Half unpacked, the file was already far larger than any table, as a zip bomb is; it was given up${p.text ? ` (${p.text})` : ''}. The earlier result is kept.`,
  mixed_encoding: (p) =>
    `${at({ row: p.row })}from here on lines of this UTF-8 text are in GBK; they were read as GBK, so check them.`,
  engine_unavailable: () =>
    'The calculator could not be loaded. Check the connection and that the browser supports WebAssembly, then try again.',
  engine_failed: () =>
    'The calculation stopped twice and was given up. Nothing you entered is lost; try a smaller table.',
  not_a_number: (p) => `${at(p)}${quoted(p)} is not a number`,
  not_a_date: (p) => `${at(p)}${quoted(p)} is not a date`,
  no_such_date: (p) => `${at(p)}there is no such day as ${quoted(p)}`,
  not_a_time: (p) => `${at(p)}${quoted(p)} is not a time of day`,
  control_character: (p) => `${at(p)}the cell holds a NUL or another control character`,
  extra_cells: (p) =>
    `${at(p)}more cells than the header has${p.text ? `, from ${quoted(p)} on` : ''}`,
  open_quote: (p) => `${at(p)}a quotation mark is never closed`,
  footer: (p) => `${at(p)}${quoted(p)} stands below the data and is not part of it`,
  unit_differs: (p) =>
    `${at(p)}${quoted(p)} is written in another unit than most of its column and was left out`,
  damaged_text: (p) =>
    `${at(p)}a character of ${quoted(p)} was lost before it came here; the text is kept as it is`,
  not_positive: (p) => `${at(p)}${quoted(p)} is not greater than 0, as a price or value must be`,
  date_missing: (p) => `${at(p)}the row has no date`,
  code_missing: (p) => `${at(p)}the table has several funds and the row names none`,
  duplicate_date: (p) =>
    `${at(p)}${quoted(p)} stands on an earlier row already; the first one counts`,
};
