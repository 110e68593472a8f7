#include "core/fund/read/fund_tables.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "core/base/error.h"
#include "core/base/missing.h"
#include "core/fund/read/shape.h"
#include "core/fund/read/table_part.h"
#include "core/table/fund_code.h"

namespace premiumlens {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool Holds(const Table& table, bool (*wanted)(Role)) {
  return std::any_of(table.meanings.begin(), table.meanings.end(),
                     [wanted](const Meaning& meaning) { return wanted(meaning.role); });
}

bool HoldsPrice(const Table& table) {
  return Holds(table, [](Role role) { return role == Role::kPrice; });
}

bool HoldsValue(const Table& table) { return Holds(table, IsValue); }

// The rows in which a column of a wide table has a number. A column that is not of numbers has
// none, and a table of it no row.
void MarkFilled(const Column& column, std::vector<bool>& filled) {
  for (std::size_t row = 0; row < column.numbers.size(); ++row) {
    if (!IsMissing(column.numbers[row])) filled[row] = true;
  }
}

std::vector<ToStack> WithFunds(const std::vector<const Table*>& tables) {
  std::vector<ToStack> list;
  for (const Table* table : tables) list.push_back({table, CodeOutside(*table)});
  return list;
}

}  // namespace

std::string CodeOutside(const Table& table) {
  std::string code = FindCodeInText(table.file);
  return code.empty() ? FindCodeInText(table.title) : code;
}

FundTables::FundTables(const std::vector<const Table*>& tables)
    : given_(tables), stacker_(WithFunds(tables)) {
  rejected_.resize(tables.size());
}

bool FundTables::Step() {
  if (is_stacked_) return stages_.Step();
  is_stacked_ = stacker_.Step();
  if (is_stacked_) MakeInputs();
  return false;
}

void FundTables::MakeInputs() {
  for (Stacked& stacked : stacker_.Finish()) {
    // All of it is of no fund (market_series.h).
    if (!stacked.table && given_[stacked.places.front()]->columns.empty()) continue;
    Input& input = inputs_.emplace_back();
    input.place = stacked.places.front();
    input.stack = std::move(stacked.table);
    input.table = input.stack ? input.stack.get() : given_[input.place];
    for (Conflict& conflict : stacked.conflicts) conflicts_.push_back(std::move(conflict));
  }
  for (Input& input : inputs_) AddStages(input);
  stages_.Add([this] { FindOnly(); });
}

void FundTables::AddStages(Input& input) {
  stages_.Add([&input] { ReadCodes(input); });
  stages_.Add([this, &input] { LookForMoments(input); });
  stages_.Add([this, &input] {
    Rejections rejected;
    ListRowsWithoutCode(input, rejected);
    for (const auto& [place, of_place] : ByPlace(rejected, input.place)) {
      rejected_[place].Append(of_place);
    }
  });
  stages_.Add([&input] { SortRows(input); });
  stages_.Add([this, &input] { Collect(input); });
}

void FundTables::ReadCodes(Input& input) {
  const Table& table = *input.table;
  input.funds = FundsOf(table);
  input.codes = input.funds.codes;
  if (input.codes.empty()) ReadWide(input);
  if (!input.codes.empty()) return;
  std::string code = CodeOutside(table);
  if (!code.empty()) input.codes.push_back(std::move(code));
}

void FundTables::ReadWide(Input& input) {
  const std::vector<Meaning>& meanings = input.table->meanings;
  input.fund_of_column.assign(meanings.size(), kNone);
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (meanings[i].fund.empty()) continue;
    const std::string code = NormaliseCode(meanings[i].fund);
    const auto known = std::find(input.codes.begin(), input.codes.end(), code);
    input.fund_of_column[i] = static_cast<std::size_t>(known - input.codes.begin());
    if (known == input.codes.end()) input.codes.push_back(code);
  }
  input.is_wide = !input.codes.empty();
}

void FundTables::LookForMoments(const Input& input) {
  const Table& table = *input.table;
  if (!HoldsPrice(table) && !HoldsValue(table)) return;
  is_panel_ |= input.is_wide || input.codes.size() == 1;
  if (input.funds.codes.size() > 1) is_panel_ |= IsPanel(input.funds, MomentsOf(table));
}

// Where there are several funds, a row that names none can be of any.
void FundTables::ListRowsWithoutCode(const Input& input, Rejections& rejected) {
  if (input.funds.codes.size() < 2) return;
  const Table& table = *input.table;
  const std::string& column = table.columns[*FindRole(table, Role::kCode)].name;
  for (std::size_t i = 0; i < table.rows; ++i) {
    if (input.funds.of_row[i] != kMissingText) continue;
    rejected.Add({Code::code_missing, table.source_rows[i], column, ""});
  }
}

// The rows fund after fund, each fund's in the order of the table.
void FundTables::SortRows(Input& input) {
  const Funds funds = std::move(input.funds);
  input.funds = {};
  if (funds.codes.size() < 2) return;
  input.starts.assign(funds.codes.size() + 1, 0);
  for (const std::uint32_t fund : funds.of_row) {
    if (fund != kMissingText) ++input.starts[fund + 1];
  }
  std::partial_sum(input.starts.begin(), input.starts.end(), input.starts.begin());
  input.rows.resize(input.starts.back());
  std::vector<std::size_t> next = input.starts;
  for (std::size_t i = 0; i < funds.of_row.size(); ++i) {
    if (funds.of_row[i] == kMissingText) continue;
    input.rows[next[funds.of_row[i]]++] = static_cast<std::uint32_t>(i);
  }
}

// Adds the table's funds to the list of all, if it has a price or a value.
void FundTables::Collect(const Input& input) {
  const Table& table = *input.table;
  if (!HoldsPrice(table) && !HoldsValue(table)) return;
  const std::optional<std::size_t> names = FindRole(table, Role::kName);
  for (std::size_t k = 0; k < input.codes.size(); ++k) {
    const std::string& code = input.codes[k];
    auto entry = std::find_if(entries_.begin(), entries_.end(),
                              [&code](const FundEntry& known) { return known.code == code; });
    if (entry == entries_.end()) entry = entries_.insert(entry, {code, "", 0});
    std::int64_t rows = 0;
    if (input.is_wide) {
      for (std::size_t i = 0; i < input.fund_of_column.size(); ++i) {
        if (input.fund_of_column[i] != k) continue;
        rows = std::max(rows, std::int64_t{CountFilled(table.columns[i].numbers)});
      }
    } else if (input.starts.empty()) {
      rows = static_cast<std::int64_t>(table.rows);
    } else {
      rows = static_cast<std::int64_t>(input.starts[k + 1] - input.starts[k]);
    }
    entry->rows = std::max(entry->rows, rows);
    if (!names || !entry->name.empty() || table.rows == 0) continue;
    const std::size_t row = input.starts.empty() ? 0 : input.rows[input.starts[k]];
    entry->name = CellText(table.columns[*names], row);
  }
}

// Where several funds are named, some of them must have both a price and a value.
void FundTables::FindOnly() {
  if (entries_.size() == 1) only_ = 0;
  if (entries_.size() < 2) return;
  std::vector<unsigned> has(entries_.size(), 0);
  unsigned anybody = 0;
  for (const Input& input : inputs_) {
    const unsigned what =
        (HoldsPrice(*input.table) ? 1U : 0U) | (HoldsValue(*input.table) ? 2U : 0U);
    if (what == 0) continue;
    if (input.codes.empty()) anybody |= what;
    for (const std::string& code : input.codes) has[IndexOf(code)] |= what;
  }
  const auto complete = std::count(has.begin(), has.end(), 3U);
  const unsigned all = std::accumulate(has.begin(), has.end(), anybody,
                                       [](unsigned a, unsigned b) { return a | b; });
  if (complete == 0 && all == 3) {
    const std::string& second = anybody == 0 ? entries_.back().code : "";
    throw Failure({.code = Code::no_common_key, .text = entries_.front().code + " | " + second});
  }
  if (complete == 1 && inputs_.size() > 1) {
    const auto place = std::find(has.begin(), has.end(), 3U);
    only_ = static_cast<std::size_t>(place - has.begin());
  }
}

bool FundTables::is_any_stacked() const {
  return std::any_of(inputs_.begin(), inputs_.end(),
                     [](const Input& input) { return input.stack != nullptr; });
}

std::size_t FundTables::IndexOf(const std::string& code) const {
  const std::string wanted = NormaliseCode(code);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].code == wanted) return i;
  }
  throw Failure({.code = Code::unknown_fund, .text = wanted});
}

TablesOfFund FundTables::Of(std::size_t fund) const {
  TablesOfFund of;
  const auto add = [&of](const Table* table, std::size_t place) {
    of.tables.push_back(table);
    of.places.push_back(place);
  };
  for (const Input& input : inputs_) {
    const auto found = std::find(input.codes.begin(), input.codes.end(), entries_[fund].code);
    if (found == input.codes.end()) continue;
    const auto code = static_cast<std::size_t>(found - input.codes.begin());
    if (!input.is_wide && input.starts.empty()) {
      add(input.table, input.place);
      continue;
    }
    of.parts.push_back(input.is_wide ? ColumnsPart(input, code) : RowsPart(input, code));
    add(of.parts.back().get(), input.place);
  }
  // What is everybody's comes last: an index's close is not the fund's.
  for (const Input& input : inputs_) {
    if (input.codes.empty()) add(input.table, input.place);
  }
  return of;
}

TablesOfFund FundTables::All() const {
  TablesOfFund all;
  for (const Input& input : inputs_) {
    all.tables.push_back(input.table);
    all.places.push_back(input.place);
  }
  return all;
}

std::unique_ptr<Table> FundTables::RowsPart(const Input& input, std::size_t code) const {
  const Table& table = *input.table;
  return PartOf(
      table,
      std::span(input.rows)
          .subspan(input.starts[code], input.starts[code + 1] - input.starts[code]),
      [&table](std::size_t column) { return table.meanings[column].role != Role::kOther; });
}

std::unique_ptr<Table> FundTables::ColumnsPart(const Input& input, std::size_t code) const {
  const Table& table = *input.table;
  std::vector<bool> filled(table.rows, false);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (input.fund_of_column[i] == code) MarkFilled(table.columns[i], filled);
  }
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (filled[row]) rows.push_back(static_cast<std::uint32_t>(row));
  }
  return PartOf(table, rows, [&](std::size_t column) {
    const std::size_t fund = input.fund_of_column[column];
    return fund == code || (fund == kNone && table.meanings[column].role != Role::kOther);
  });
}

}  // namespace premiumlens
