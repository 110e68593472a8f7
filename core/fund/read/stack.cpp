#include "core/fund/read/stack.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/base/missing.h"
#include "core/fund/read/stack_rows.h"
#include "core/fund/stages.h"

namespace premiumlens {
namespace {

constexpr std::size_t kPieceRows = 1 << 15;  // handled in one step
constexpr std::int64_t kRowsATable = std::int64_t{1} << 40;
constexpr std::uint32_t kNoRow = static_cast<std::uint32_t>(-1);

// Two records of one value agree to the last digit that both write; two series (a fund and its
// index, a rate) are rarely within half of one another. Ours.
constexpr double kSameValue = 1e-9;
constexpr double kOtherSeries = 0.5;

bool Has(const Table& table, Role role) {
  return std::any_of(table.meanings.begin(), table.meanings.end(),
                     [role](const Meaning& meaning) { return meaning.role == role; });
}

bool IsTimed(const Table& table) {
  const std::optional<std::size_t> date = FindRole(table, Role::kDate);
  return FindRole(table, Role::kTime) || (date && !table.columns[*date].seconds.empty());
}

bool IsWide(const Table& table) {
  return std::any_of(table.meanings.begin(), table.meanings.end(),
                     [](const Meaning& meaning) { return !meaning.fund.empty(); });
}

// What the table is a table of: prices, or else NAVs, or else an IOPV; or else by all its roles.
bool HoldSameThing(const Table& a, const Table& b) {
  for (const Role role : {Role::kPrice, Role::kNav, Role::kIopv, Role::kEstimate}) {
    if (Has(a, role) != Has(b, role)) return false;
    if (Has(a, role)) return true;
  }
  const auto roles = [](const Table& table) {
    std::vector<ColumnKey> keys;
    for (const auto& column : ColumnsOf(table)) keys.push_back(column.first);
    std::sort(keys.begin(), keys.end());
    return keys;
  };
  return !roles(a).empty() && roles(a) == roles(b);
}

std::string NameIn(const Table& table) {
  const std::optional<std::size_t> names = FindRole(table, Role::kName);
  return names && table.rows > 0 ? CellText(table.columns[*names], 0) : std::string();
}

bool AreOfOneFormat(const ToStack& a, const ToStack& b) {
  const auto has = [](const ToStack& one, Role role) {
    return FindRole(*one.table, role).has_value();
  };
  if (has(a, Role::kDate) != has(b, Role::kDate)) return false;
  if (IsTimed(*a.table) != IsTimed(*b.table)) return false;
  if (has(a, Role::kCode) != has(b, Role::kCode)) return false;
  if (IsWide(*a.table) != IsWide(*b.table)) return false;
  if (!HoldSameThing(*a.table, *b.table)) return false;
  if (has(a, Role::kCode) || IsWide(*a.table)) return true;
  if (a.fund != b.fund) return false;
  return !a.fund.empty() || NameIn(*a.table) == NameIn(*b.table);
}

struct KeyHash {
  std::size_t operator()(const std::pair<std::uint32_t, Moment>& key) const {
    const auto moment = static_cast<std::uint64_t>(key.second);
    return static_cast<std::size_t>((moment * 0x9E3779B97F4A7C15ULL) ^
                                    (std::uint64_t{key.first} * 0xC2B2AE3D27D4EB4FULL));
  }
};

double ValueOf(const Piece& piece, const ColumnKey& key, std::uint32_t row) {
  const auto found = piece.scaled.find(key);
  return found == piece.scaled.end() ? kMissing : found->second[row];
}

bool Differs(double a, double b) {
  return std::fabs(a - b) > kSameValue * std::max(std::fabs(a), std::fabs(b));
}

// By how much values of one role differ where two tables have both.
struct Distances {
  std::vector<double> logs;
  bool AreFar() {
    if (logs.empty()) return false;
    const auto middle = logs.begin() + static_cast<std::ptrdiff_t>(logs.size() / 2);
    std::nth_element(logs.begin(), middle, logs.end());
    return *middle > std::log1p(kOtherSeries);
  }
};

}  // namespace

std::int64_t EncodeRow(std::size_t place, std::int64_t row) {
  return (static_cast<std::int64_t>(place) + 1) * kRowsATable + row;
}

PlacedRow DecodeRow(std::int64_t row) {
  if (row < kRowsATable) return {{}, row};
  return {static_cast<std::size_t>(row / kRowsATable - 1), row % kRowsATable};
}

std::map<std::size_t, Rejections> ByPlace(const Rejections& rejected, std::size_t otherwise) {
  std::map<std::size_t, Rejections> by_place;
  for (Rejection rejection : rejected.listed) {
    const PlacedRow placed = DecodeRow(rejection.row);
    rejection.row = placed.row;
    by_place[placed.place.value_or(otherwise)].Add(std::move(rejection));
  }
  by_place[otherwise].count += rejected.count - static_cast<std::int64_t>(rejected.listed.size());
  return by_place;
}

namespace {

// Tables that go together. The first comes as it is and the others are laid upon it one by one;
// only when a second is there is anything read at all.
class Group {
 public:
  Group(std::size_t place, ToStack first) : fund_(std::move(first.fund)) {
    stack_.pieces.push_back({place, first.table, {}, {}, {}, {}, {}});
  }

  bool MayTake(const ToStack& other) const {
    return AreOfOneFormat({stack_.pieces.front().table, fund_}, other);
  }

  // Compares and takes the table a piece at a time; true when it is decided.
  bool StepTake(std::size_t place, const ToStack& other) {
    if (!candidate_) {
      if (!is_read_) return StepFirst(), false;
      candidate_.emplace(Piece{place, other.table, {}, {}, {}, {}, {}});
      Read(*candidate_);
      next_ = 0;
      return false;
    }
    if (next_ < other.table->rows) return Look(), false;
    took_ = IsSameSeries();
    if (took_) Lay();
    candidate_.reset();
    return true;
  }
  bool took() const { return took_; }

  bool IsStack() const { return stack_.pieces.size() > 1; }

  // A piece at a time; true when the table is whole.
  bool StepBuild() {
    if (!builder_) builder_.emplace(stack_);
    return builder_->Step();
  }

  Stacked Take() {
    Stacked stacked;
    for (const Piece& piece : stack_.pieces) stacked.places.push_back(piece.place);
    if (builder_) stacked.table = builder_->Finish();
    for (auto& [key, conflict] : conflicts_) stacked.conflicts.push_back(std::move(conflict));
    return stacked;
  }

 private:
  using Key = std::pair<std::uint32_t, Moment>;
  void Read(Piece& piece) {
    piece.moments = MomentsOf(*piece.table);
    piece.funds = FundsOf(*piece.table);
    for (const std::string& code : piece.funds.codes) {
      piece.fund_ids.push_back(
          fund_ids_.emplace(code, static_cast<std::uint32_t>(fund_ids_.size())).first->second);
    }
    for (const auto& [key, column] : ColumnsOf(*piece.table)) {
      if (ContentOf(key.first) == Content::kNumbers) {
        piece.scaled.emplace(key, ScaledNumbers(*piece.table, column));
      }
    }
  }

  // What tells a row from the others; nothing where nothing does.
  std::optional<Key> KeyOf(const Piece& piece, std::size_t row) const {
    const bool coded = !piece.funds.codes.empty();
    if (!coded && piece.moments.empty()) return {};
    if (coded && piece.funds.of_row[row] == kMissingText) return {};
    if (!piece.moments.empty() && piece.moments[row] == kNoMoment) return {};
    return Key{coded ? piece.fund_ids[piece.funds.of_row[row]] : 0,
               piece.moments.empty() ? 0 : piece.moments[row]};
  }

  void StepFirst() {
    if (next_ == 0) Read(stack_.pieces.front());
    Piece& first = stack_.pieces.front();
    const std::size_t end = std::min(next_ + kPieceRows, first.table->rows);
    for (; next_ < end; ++next_) Append(0, first, next_);
    is_read_ = next_ == first.table->rows;
  }

  // A row that is new, or that its own table has already.
  void Append(std::uint32_t number, const Piece& piece, std::size_t row) {
    if (const std::optional<Key> key = KeyOf(piece, row)) {
      row_of_.emplace(*key, static_cast<std::uint32_t>(stack_.rows.size()));
    }
    stack_.rows.push_back({number, static_cast<std::uint32_t>(row)});
  }

  // Where rows of the candidate meet rows that are there.
  void Look() {
    Piece& piece = *candidate_;
    const std::size_t end = std::min(next_ + kPieceRows, piece.table->rows);
    for (; next_ < end; ++next_) {
      const std::optional<Key> key = KeyOf(piece, next_);
      const auto found = key ? row_of_.find(*key) : row_of_.end();
      piece.met.push_back(found == row_of_.end() ? kNoRow : found->second);
    }
  }

  std::pair<double, Cell> Find(const ColumnKey& key, std::uint32_t row) const {
    double value = kMissing;
    Cell place{};
    stack_.VisitSources(row, [&](const Cell& cell) {
      value = ValueOf(stack_.pieces[cell.piece], key, cell.row);
      place = cell;
      return !IsMissing(value);
    });
    return {value, place};
  }

  bool IsSameSeries() const {
    const Piece& piece = *candidate_;
    const bool named = !fund_.empty() || !piece.funds.codes.empty() || IsWide(*piece.table);
    std::vector<bool> differs(piece.table->rows, false);
    for (const auto& [key, values] : piece.scaled) {
      Distances distances;
      for (std::size_t row = 0; row < values.size(); ++row) {
        if (piece.met[row] == kNoRow || IsMissing(values[row])) continue;
        const double other = Find(key, piece.met[row]).first;
        if (IsMissing(other)) continue;
        differs[row] = differs[row] || Differs(values[row], other);
        if (values[row] > 0 && other > 0 && (IsValue(key.first) || key.first == Role::kPrice)) {
          distances.logs.push_back(std::fabs(std::log(values[row] / other)));
        }
      }
      if (distances.AreFar()) return false;
    }
    const auto different =
        static_cast<std::size_t>(std::count(differs.begin(), differs.end(), true));
    return named || 2 * different <= std::max(stack_.rows.size(), piece.table->rows);
  }

  void Lay() {
    const auto number = static_cast<std::uint32_t>(stack_.pieces.size());
    ListConflicts();
    stack_.pieces.push_back(std::move(*candidate_));
    const Piece& piece = stack_.pieces.back();
    std::vector<std::uint32_t> met_before;
    for (std::size_t row = 0; row < piece.table->rows; ++row) {
      const std::uint32_t met = piece.met[row];
      std::vector<Cell>* over = met == kNoRow ? nullptr : &stack_.over[met];
      // A table's own second row of a key stands by itself.
      if (over == nullptr || (!over->empty() && over->back().piece == number)) {
        Append(number, piece, row);
      } else {
        over->push_back({number, static_cast<std::uint32_t>(row)});
      }
    }
  }

  void ListConflicts() {
    const Piece& piece = *candidate_;
    for (const auto& [key, values] : piece.scaled) {
      for (std::size_t row = 0; row < values.size(); ++row) {
        if (piece.met[row] == kNoRow || IsMissing(values[row])) continue;
        const auto [other, cell] = Find(key, piece.met[row]);
        if (!IsMissing(other) && Differs(values[row], other)) {
          ListConflict(key, row, values[row], other, cell);
        }
      }
    }
  }

  void ListConflict(const ColumnKey& key, std::size_t row, double value, double other,
                    const Cell& cell) {
    const Piece& piece = *candidate_;
    std::string fund = key.second.empty() ? fund_ : key.second;
    if (!piece.funds.codes.empty() && piece.funds.of_row[row] != kMissingText) {
      fund = piece.funds.codes[piece.funds.of_row[row]];
    }
    Conflict& conflict = conflicts_[{fund, key.first}];
    conflict.fund = std::move(fund);
    conflict.column = NameOf(key);
    ++conflict.count;
    if (conflict.rows.size() < Conflict::kListed) {
      const Piece& before = stack_.pieces[cell.piece];
      conflict.rows.push_back(EncodeRow(piece.place, piece.table->source_rows[row]));
      conflict.other_rows.push_back(EncodeRow(before.place, before.table->source_rows[cell.row]));
    }
    if (!piece.moments.empty() && FindRole(*piece.table, Role::kDate)) {
      const Date day = DayOf(piece.moments[row]);
      const bool is_first = conflict.first_date == kMissingDate;
      conflict.first_date = is_first ? day : std::min(conflict.first_date, day);
      conflict.last_date = is_first ? day : std::max(conflict.last_date, day);
    }
    if (other == 0) return;
    conflict.largest_difference_fraction =
        std::max(conflict.largest_difference_fraction, std::fabs(value / other - 1));
  }

  std::string NameOf(const ColumnKey& key) const {
    for (const auto& [known, column] : ColumnsOf(*stack_.pieces.front().table)) {
      if (known == key) return stack_.pieces.front().table->columns[column].name;
    }
    for (const auto& [known, column] : ColumnsOf(*candidate_->table)) {
      if (known == key) return candidate_->table->columns[column].name;
    }
    return {};
  }

  std::string fund_;
  StackRows stack_;
  std::optional<Piece> candidate_;
  bool is_read_ = false;  // the first table
  bool took_ = false;
  std::size_t next_ = 0;  // row to be read next
  std::unordered_map<std::string, std::uint32_t> fund_ids_;
  std::unordered_map<Key, std::uint32_t, KeyHash> row_of_;
  std::map<std::pair<std::string, Role>, Conflict> conflicts_;
  std::optional<StackedTable> builder_;
};

}  // namespace

class Stacker::Body {
 public:
  explicit Body(std::vector<ToStack> tables) : tables_(std::move(tables)) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      stages_.AddRepeated([this, i] { return StepPlace(i); });
    }
    stages_.Add([this] {
      for (const std::unique_ptr<Group>& group : groups_) {
        if (group->IsStack()) stages_.AddRepeated([&group] { return group->StepBuild(); });
      }
    });
  }

  bool Step() { return stages_.Step(); }

  std::vector<Stacked> Finish() {
    std::vector<Stacked> stacked;
    for (const std::unique_ptr<Group>& group : groups_) stacked.push_back(group->Take());
    return stacked;
  }

 private:
  // Tries the groups one after the other; true when the table has its place.
  bool StepPlace(std::size_t place) {
    while (trial_ < groups_.size() && !groups_[trial_]->MayTake(tables_[place])) ++trial_;
    if (trial_ == groups_.size()) {
      groups_.push_back(std::make_unique<Group>(place, tables_[place]));
      trial_ = 0;
      return true;
    }
    if (!groups_[trial_]->StepTake(place, tables_[place])) return false;
    const bool took = groups_[trial_]->took();
    trial_ = took ? 0 : trial_ + 1;
    return took;
  }

  Stages stages_;
  std::vector<ToStack> tables_;
  std::vector<std::unique_ptr<Group>> groups_;
  std::size_t trial_ = 0;
};

Stacker::Stacker(std::vector<ToStack> tables) : body_(std::make_unique<Body>(std::move(tables))) {}
Stacker::~Stacker() = default;
bool Stacker::Step() { return body_->Step(); }
std::vector<Stacked> Stacker::Finish() { return body_->Finish(); }

}  // namespace premiumlens
