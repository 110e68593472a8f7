#include "core/fund/past/bands.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/missing.h"

namespace premiumlens {
namespace {

constexpr std::size_t kDaysAStep = 4096;

std::array<std::vector<double>*, 6> AllOf(Bands& bands) {
  return {&bands.mean,   &bands.low,          &bands.high,
          &bands.median, &bands.quantile_low, &bands.quantile_high};
}

}  // namespace

BandMaker::BandMaker(const std::vector<double>& series, const BandOptions& options)
    : options_(options),
      length_(series.size()),
      rows_(RowsOf(series)),
      values_(Gather(series, rows_)),
      moments_(values_, static_cast<std::size_t>(options.window_days)),
      order_(values_, static_cast<std::size_t>(options.window_days)) {}

void BandMaker::Day(std::size_t day) {
  const Moments moments = moments_.Next();
  order_.Advance();
  if (day + 1 < static_cast<std::size_t>(options_.window_days)) return;
  const double reach = options_.deviations * moments.Deviation();
  const double out = 0.5 * (1 - options_.inside_share);
  const std::size_t row = rows_[day];
  bands_.mean[row] = moments.mean;
  bands_.low[row] = moments.mean - reach;
  bands_.high[row] = moments.mean + reach;
  bands_.median[row] = order_.Quantile(0.5);
  bands_.quantile_low[row] = order_.Quantile(out);
  bands_.quantile_high[row] = order_.Quantile(1 - out);
}

bool BandMaker::Step() {
  if (lines_ < AllOf(bands_).size()) {
    AllOf(bands_)[lines_++]->assign(length_, kMissing);
    return false;
  }
  const std::size_t end = std::min(values_.size(), done_ + kDaysAStep);
  for (; done_ < end; ++done_) Day(done_);
  return done_ == values_.size();
}

double BandMaker::Progress() const {
  return values_.empty() ? 1 : static_cast<double>(done_) / static_cast<double>(values_.size());
}

Bands BandMaker::Take() { return std::move(bands_); }

}  // namespace premiumlens
