#include "core/fund/doctor/mend.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "core/base/missing.h"
#include "core/base/word_list.h"
#include "core/fund/doctor/price_marks.h"
#include "core/fund/flat_iopv.h"
#include "core/fund/value/align.h"

namespace premiumlens {
namespace {

constexpr WordList<MendKind, 11> kKinds = {
    {MendKind::kScale, MendKind::kShiftDates, MendKind::kLeaveOut, MendKind::kDropRepeats,
     MendKind::kDropWeekends, MendKind::kDropUnmoved, MendKind::kDropOffTick, MendKind::kDropHalted,
     MendKind::kTakeLast, MendKind::kSetRole, MendKind::kSplit},
    {"scale", "shift_dates", "leave_out", "drop_repeats", "drop_weekends", "drop_unmoved",
     "drop_off_tick", "drop_halted", "take_last", "set_role", "split"}};

bool IsWithin(const Mend& mend, Date date) {
  return (mend.from == kMissingDate || date >= mend.from) &&
         (mend.to == kMissingDate || date <= mend.to);
}

// Whether a mend reaches a row: one without a date only if it is of all dates; in a cross-section
// only those of its fund.
bool Reaches(const FundData& data, const Mend& mend, std::size_t row) {
  if (data.shape == Shape::kCrossSection && !mend.fund.empty()) {
    const std::uint32_t fund = data.fund_of_row[row];
    if (fund == kMissingText || data.funds[fund].code != mend.fund) return false;
  }
  if (row < data.dates.size() && data.dates[row] != kMissingDate) {
    return IsWithin(mend, data.dates[row]);
  }
  return mend.from == kMissingDate && mend.to == kMissingDate;
}

// The series of a role that stand row by row; nothing for other roles.
std::vector<double>* SeriesOf(FundData& data, Role role) {
  switch (role) {
    case Role::kPrice:
      return &data.price_cny;
    case Role::kIopv:
      return &data.iopv_cny;
    case Role::kEstimate:
      return &data.estimate_cny;
    case Role::kNav:
      return &data.nav_beside_cny;
    case Role::kBid:
      return &data.bid_cny;
    case Role::kAsk:
      return &data.ask_cny;
    case Role::kAmount:
      return &data.amount_cny;
    case Role::kVolume:
      return &data.volume_shares;
    case Role::kTurnover:
      return &data.turnover_fraction;
    case Role::kShares:
      return &data.shares;
    case Role::kFloat:
      return &data.float_cny;
    default:
      return nullptr;
  }
}

void MultiplyWithin(FundData& data, const Mend& mend, double factor) {
  data.is_price_scaled |= mend.role == Role::kPrice && !IsMissing(factor);
  if (std::vector<double>* series = SeriesOf(data, mend.role)) {
    for (std::size_t i = 0; i < series->size(); ++i) {
      if (Reaches(data, mend, i)) (*series)[i] *= factor;
    }
  }
  for (PastedColumn& pasted : data.pasted) {
    if (mend.role != (pasted.is_discount ? Role::kDiscount : Role::kPremium)) continue;
    for (std::size_t i = 0; i < pasted.values.size(); ++i) {
      if (Reaches(data, mend, i)) pasted.values[i] *= factor;
    }
  }
  if (mend.role != Role::kNav) return;
  for (std::size_t i = 0; i < data.nav.dates.size(); ++i) {
    if (IsWithin(mend, data.nav.dates[i])) data.nav.values[i] *= factor;
  }
}

void Append(const DatedValues& from, std::size_t i, Date date, DatedValues& to) {
  to.dates.push_back(date);
  to.values.push_back(from.values[i]);
  if (i < from.source_rows.size()) to.source_rows.push_back(from.source_rows[i]);
}

// Keeps the NAVs that `keep` says, one by one.
void KeepNavs(DatedValues& nav, const std::vector<char>& keep) {
  DatedValues kept;
  for (std::size_t i = 0; i < nav.dates.size(); ++i) {
    if (keep[i]) Append(nav, i, nav.dates[i], kept);
  }
  nav = std::move(kept);
}

// The session `sessions` after (before, if negative) the one `date` counts as; kMissingDate where
// the data hold none.
Date Moved(Date date, int sessions, const std::vector<Date>& all) {
  const auto place = std::lower_bound(all.begin(), all.end(), date) - all.begin() + sessions;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(all.size())) return kMissingDate;
  return all[static_cast<std::size_t>(place)];
}

void ShiftDates(FundData& data, const Mend& mend) {
  const std::vector<Date> sessions = SessionsOf(data.dates, data.price_cny, data.nav);
  const DatedValues& nav = data.nav;
  std::vector<Date> own;  // days whose NAV stays
  for (const Date date : nav.dates) {
    if (!IsWithin(mend, date)) own.push_back(date);
  }
  // Both the ones that stay and the ones that move are in order: merged they are as well.
  DatedValues shifted;
  std::size_t stay = 0;
  const auto append_own = [&](Date before) {
    for (; stay < nav.dates.size() && nav.dates[stay] < before; ++stay) {
      if (!IsWithin(mend, nav.dates[stay])) Append(nav, stay, nav.dates[stay], shifted);
    }
  };
  for (std::size_t i = 0; i < nav.dates.size(); ++i) {
    if (!IsWithin(mend, nav.dates[i])) continue;
    const Date date = Moved(nav.dates[i], mend.sessions, sessions);
    if (date == kMissingDate || std::binary_search(own.begin(), own.end(), date)) continue;
    append_own(date);
    if (shifted.dates.empty() || shifted.dates.back() < date) Append(nav, i, date, shifted);
  }
  append_own(std::numeric_limits<Date>::max());
  data.nav = std::move(shifted);
}

void DropRepeats(DatedValues& nav, const Mend& mend) {
  std::vector<char> keep(nav.dates.size(), 1);
  for (std::size_t i = 1; i < nav.dates.size(); ++i) {
    keep[i] = nav.values[i] != nav.values[i - 1] || !IsWithin(mend, nav.dates[i]) ? 1 : 0;
  }
  KeepNavs(nav, keep);
}

// Takes the rows out that `keep` does not have; a series that is not there stays so.
template <typename T>
void KeepRows(std::vector<T>& series, const std::vector<char>& keep) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (keep[i]) series[next++] = series[i];
  }
  series.resize(next);
}

void DropWeekends(FundData& data) {
  std::vector<char> rows(data.rows, 1);
  for (std::size_t i = 0; i < data.dates.size(); ++i) {
    rows[i] = data.dates[i] == kMissingDate || !IsWeekend(data.dates[i]) ? 1 : 0;
  }
  for (const Role role :
       {Role::kPrice, Role::kIopv, Role::kEstimate, Role::kNav, Role::kBid, Role::kAsk,
        Role::kAmount, Role::kVolume, Role::kTurnover, Role::kShares, Role::kFloat}) {
    KeepRows(*SeriesOf(data, role), rows);
  }
  KeepRows(data.purchase_limit_cny, rows);
  KeepRows(data.purchase, rows);
  for (PastedColumn& pasted : data.pasted) KeepRows(pasted.values, rows);
  KeepRows(data.source_rows, rows);
  KeepRows(data.dates, rows);
  data.rows = data.dates.size();
  // A fund does publish a NAV for the last day of a quarter, whatever weekday it is.
  std::vector<char> keep;
  for (const Date date : data.nav.dates) {
    keep.push_back(!IsWeekend(date) || IsReportingDay(date) ? 1 : 0);
  }
  KeepNavs(data.nav, keep);
}

void LeaveOut(FundData& data, const Mend& mend) {
  MultiplyWithin(data, mend, kMissing);
  if (mend.role != Role::kNav) return;
  std::vector<char> keep;
  for (const double value : data.nav.values) keep.push_back(IsMissing(value) ? 0 : 1);
  KeepNavs(data.nav, keep);
}

// Leaves out what stands in `rows` of a series, as far as the mend reaches.
void LeaveOutRows(const FundData& data, const Mend& mend, const std::vector<std::size_t>& rows,
                  std::vector<double>& series) {
  for (const std::size_t row : rows) {
    if (IsWithin(mend, data.dates[row])) series[row] = kMissing;
  }
}

void DropOffTick(FundData& data, const Mend& mend) {
  for (std::size_t i = 0; i < std::min(data.rows, data.dates.size()); ++i) {
    if (IsWithin(mend, data.dates[i]) && IsOffTick(data.price_cny[i])) {
      data.price_cny[i] = kMissing;
    }
  }
}

void TakeLast(FundData& data, const Mend& mend) {
  const auto replace = [](const std::vector<Date>& dates, Date date, double value,
                          std::vector<double>& series) {
    const auto place = std::lower_bound(dates.begin(), dates.end(), date);
    if (IsMissing(value) || place == dates.end() || *place != date) return;
    const auto i = static_cast<std::size_t>(place - dates.begin());
    if (i < series.size()) series[i] = value;
  };
  for (const RepeatedRow& other : data.repeated) {
    if (!IsWithin(mend, other.date)) continue;
    replace(data.dates, other.date, other.price_cny, data.price_cny);
    replace(data.dates, other.date, other.iopv_cny, data.iopv_cny);
    replace(data.nav.dates, other.date, other.nav, data.nav.values);
  }
  std::erase_if(data.repeated,
                [&mend](const RepeatedRow& other) { return IsWithin(mend, other.date); });
}

void SetRole(FundData& data, const Mend& mend) {
  if (mend.role == Role::kCumulativeNav) {
    data.nav = {};
    data.nav_beside_cny.clear();
  }
  for (PastedColumn& pasted : data.pasted) {
    if (pasted.name == mend.column) pasted.is_discount = mend.role == Role::kDiscount;
  }
}

}  // namespace

std::string_view Name(MendKind kind) { return kKinds.NameOf(kind); }
std::optional<MendKind> FindMendKind(std::string_view name) { return kKinds.Find(name); }
std::span<const MendKind> AllMendKinds() { return kKinds.values; }

bool IsReportingDay(Date date) {
  const std::string text = FormatIso(date);
  const std::string_view day = std::string_view(text).substr(text.size() - 5);
  return day == "03-31" || day == "06-30" || day == "09-30" || day == "12-31";
}

bool IsFor(const FundData& data, const Mend& mend) {
  if (mend.fund.empty() || mend.fund == data.code) return true;
  return data.shape == Shape::kCrossSection &&
         (mend.kind == MendKind::kScale || mend.kind == MendKind::kLeaveOut);
}

void ApplyMend(FundData& data, const Mend& mend) {
  if (!IsFor(data, mend)) return;
  switch (mend.kind) {
    case MendKind::kScale:
      return MultiplyWithin(data, mend, mend.factor);
    case MendKind::kShiftDates:
      return ShiftDates(data, mend);
    case MendKind::kLeaveOut:
      return LeaveOut(data, mend);
    case MendKind::kDropRepeats:
      return DropRepeats(data.nav, mend);
    case MendKind::kDropWeekends:
      return DropWeekends(data);
    case MendKind::kDropUnmoved:
      return LeaveOutRows(data, mend, UnmovedRows(data), data.iopv_cny);
    case MendKind::kDropOffTick:
      return DropOffTick(data, mend);
    case MendKind::kDropHalted:
      return LeaveOutRows(data, mend, CarriedRows(data), data.price_cny);
    case MendKind::kTakeLast:
      return TakeLast(data, mend);
    case MendKind::kSetRole:
      return SetRole(data, mend);
    case MendKind::kSplit:
      return;
  }
}

void ApplyMends(FundData& data, const std::vector<Mend>& mends) {
  for (const Mend& mend : mends) ApplyMend(data, mend);
}

}  // namespace premiumlens
