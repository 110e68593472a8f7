#include "core/fund/value/nav_dating.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace premiumlens {
namespace {

constexpr double kBasisPoints = 1e4;

std::size_t Place(int lag) {
  const int place = lag + kDatingLag;
  return static_cast<std::size_t>(place);
}

// The logarithms of a series' levels around a day.
class Levels {
 public:
  explicit Levels(const DatedValues& series) : dates_(series.dates) {
    logs_.reserve(series.values.size());
    for (const double value : series.values) logs_.push_back(std::log(value));
  }

  // Its last day on or before `date`, −1 if there is none. Days must be asked for in order.
  std::ptrdiff_t On(Date date) {
    while (next_ < dates_.size() && dates_[next_] <= date) ++next_;
    return static_cast<std::ptrdiff_t>(next_) - 1;
  }

  // Whether it has a level for a date whose last day is `place`.
  bool Covers(std::ptrdiff_t place, Date date) const { return IsCovered(dates_, place, date); }

  // The return between two of its days, both moved back by `lag`; NaN beyond its ends.
  double Return(std::ptrdiff_t from, std::ptrdiff_t to, int lag) const {
    const std::ptrdiff_t first = from - lag;
    const std::ptrdiff_t last = to - lag;
    const auto size = static_cast<std::ptrdiff_t>(logs_.size());
    if (std::min(first, last) < 0 || std::max(first, last) >= size) return kMissing;
    return logs_[static_cast<std::size_t>(last)] - logs_[static_cast<std::size_t>(first)];
  }

 private:
  const std::vector<Date>& dates_;
  std::vector<double> logs_;
  std::size_t next_ = 0;
};

// One pair of NAV dates.
struct Pair {
  double nav;
  std::array<double, kDatingLags> index;
  std::array<double, kDatingLags> fx;
};

bool IsWhole(const std::array<double, kDatingLags>& returns) {
  return std::none_of(returns.begin(), returns.end(), IsMissing);
}

bool IsWild(const Pair& pair) {
  const auto wild = [](double value) { return std::fabs(value) > kWildest; };
  return wild(pair.nav) || std::any_of(pair.index.begin(), pair.index.end(), wild) ||
         std::any_of(pair.fx.begin(), pair.fx.end(), wild);
}

// Means and cross products of the NAV's return with all lags of both series, so that each of the
// 49 fits is two by two.
class Moments {
 public:
  void Add(const Pair& pair) {
    std::array<double, kWidth> row;
    row[0] = pair.nav;
    std::copy(pair.index.begin(), pair.index.end(), row.begin() + 1);
    std::copy(pair.fx.begin(), pair.fx.end(), row.begin() + 1 + kDatingLags);
    ++count_;
    // Means move first, so that the products are of deviations and none cancels.
    std::array<double, kWidth> before;
    for (std::size_t i = 0; i < kWidth; ++i) {
      before[i] = row[i] - means_[i];
      means_[i] += before[i] / static_cast<double>(count_);
    }
    for (std::size_t i = 0; i < kWidth; ++i) {
      for (std::size_t j = 0; j <= i; ++j) products_[i][j] += before[i] * (row[j] - means_[j]);
    }
  }

  std::size_t count() const { return count_; }
  // Sum of squared deviations or of their products.
  double Index(int k, int m) const { return At(1 + Place(k), 1 + Place(m)); }
  double Fx(int k, int m) const { return At(kFx + Place(k), kFx + Place(m)); }
  double IndexFx(int k, int m) const { return At(1 + Place(k), kFx + Place(m)); }
  double NavIndex(int k) const { return At(0, 1 + Place(k)); }
  double NavFx(int m) const { return At(0, kFx + Place(m)); }
  double Nav() const { return At(0, 0); }
  // e of a pair.
  double Error(const Pair& pair, int k, double b, int m, double c) const {
    return pair.nav - means_[0] - b * (pair.index[Place(k)] - means_[1 + Place(k)]) -
           c * (pair.fx[Place(m)] - means_[kFx + Place(m)]);
  }

 private:
  static constexpr std::size_t kFx = 1 + kDatingLags;
  static constexpr std::size_t kWidth = 1 + 2 * kDatingLags;

  double At(std::size_t i, std::size_t j) const {
    return products_[std::max(i, j)][std::min(i, j)];
  }

  std::size_t count_ = 0;
  std::array<double, kWidth> means_{};
  std::array<std::array<double, kWidth>, kWidth> products_{};
};

struct Fit {
  double residual_bp = kMissing;
  double index_slope = kMissing;
  double fx_slope = kMissing;
};

Fit FitAt(const Moments& moments, int k, std::optional<int> m) {
  const double ii = moments.Index(k, k);
  const double ni = moments.NavIndex(k);
  Fit fit;
  double explained = 0;
  if (m) {
    const double ff = moments.Fx(*m, *m);
    const double fi = moments.IndexFx(k, *m);
    const double nf = moments.NavFx(*m);
    const double determinant = ii * ff - fi * fi;
    if (!(determinant > 1e-12 * ii * ff)) return fit;
    fit.index_slope = (ni * ff - nf * fi) / determinant;
    fit.fx_slope = (nf * ii - ni * fi) / determinant;
    explained = fit.index_slope * ni + fit.fx_slope * nf;
  } else {
    if (!(ii > 0)) return fit;
    fit.index_slope = ni / ii;
    explained = fit.index_slope * ni;
  }
  const double freedom = static_cast<double>(moments.count()) - (m ? 3 : 2);
  fit.residual_bp = kBasisPoints * std::sqrt(std::max(0.0, moments.Nav() - explained) / freedom);
  return fit;
}

LagFit Judge(const ResidualsByLag& residual_bp, std::size_t nobs) {
  LagFit fit{residual_bp};
  double least = kMissing;
  for (int lag = -kDatingLag; lag <= kDatingLag; ++lag) {
    const double residual = residual_bp[Place(lag)];
    if (IsMissing(residual)) continue;
    if (IsMissing(least) || residual < least) {
      fit.next_bp = least;
      least = residual;
      fit.best = lag;
    } else if (IsMissing(fit.next_bp) || residual < fit.next_bp) {
      fit.next_bp = residual;
    }
  }
  fit.told =
      fit.next_bp > 0 &&
      2 * static_cast<double>(nobs) * std::log(fit.next_bp / std::max(least, 1e-9)) > kToldApart;
  return fit;
}

// All fits, and the best of them: its lags.
std::pair<int, int> Choose(const Moments& moments, bool has_fx, NavDating& dating) {
  const int farthest_rate = has_fx ? kDatingLag : -kDatingLag;
  std::pair<int, int> best{0, 0};
  dating.residual_bp = kMissing;
  dating.nobs = moments.count();
  dating.nav_bp = kBasisPoints * std::sqrt(moments.Nav() / (static_cast<double>(dating.nobs) - 1));
  for (ResidualsByLag& row : dating.grid_bp) row.fill(kMissing);
  for (int k = -kDatingLag; k <= kDatingLag; ++k) {
    for (int m = -kDatingLag; m <= farthest_rate; ++m) {
      const Fit fit = FitAt(moments, k, has_fx ? std::optional(m) : std::nullopt);
      dating.grid_bp[Place(k)][Place(m)] = fit.residual_bp;
      if (!IsMissing(dating.residual_bp) && !(fit.residual_bp < dating.residual_bp)) continue;
      dating.residual_bp = fit.residual_bp;
      dating.index_slope = fit.index_slope;
      dating.fx_slope = fit.fx_slope;
      best = {k, m};
    }
  }
  ResidualsByLag by_index;
  for (int k = -kDatingLag; k <= kDatingLag; ++k) {
    by_index[Place(k)] = dating.grid_bp[Place(k)][Place(best.second)];
  }
  dating.index = Judge(by_index, dating.nobs);
  if (has_fx) dating.fx = Judge(dating.grid_bp[Place(best.first)], dating.nobs);
  return best;
}

// The pairs of NAV dates that can be fitted.
std::vector<Pair> PairsOf(const DatedValues& nav, const DatedValues& index, const DatedValues& fx,
                          std::size_t& wild) {
  const bool has_fx = !fx.values.empty();
  Levels navs(nav);
  Levels indexes(index);
  Levels rates(fx);
  std::vector<Pair> pairs;
  std::ptrdiff_t index_before = -1;
  std::ptrdiff_t rate_before = -1;
  const std::size_t first = nav.dates.size() - std::min(nav.dates.size(), kMostDatedNavs);
  for (std::size_t i = first; i < nav.dates.size(); ++i) {
    const std::ptrdiff_t index_now = indexes.On(nav.dates[i]);
    const std::ptrdiff_t rate_now = rates.On(nav.dates[i]);
    const bool fresh = indexes.Covers(index_now, nav.dates[i]) &&
                       (!has_fx || rates.Covers(rate_now, nav.dates[i]));
    if (i > first && fresh && nav.dates[i] - nav.dates[i - 1] <= kLongestGap) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      Pair pair{navs.Return(at - 1, at, 0), {}, {}};
      for (int lag = -kDatingLag; lag <= kDatingLag; ++lag) {
        pair.index[Place(lag)] = indexes.Return(index_before, index_now, lag);
        pair.fx[Place(lag)] = has_fx ? rates.Return(rate_before, rate_now, lag) : 0;
      }
      const bool known = index_before >= 0 && (!has_fx || rate_before >= 0);
      if (known && IsWhole(pair.index) && IsWhole(pair.fx)) {
        if (IsWild(pair)) {
          ++wild;
        } else {
          pairs.push_back(pair);
        }
      }
    }
    index_before = fresh ? index_now : -1;
    rate_before = fresh ? rate_now : -1;
  }
  return pairs;
}

Moments MomentsOf(const std::vector<Pair>& pairs) {
  Moments moments;
  for (const Pair& pair : pairs) moments.Add(pair);
  return moments;
}

// Takes out the pairs that the best fit leaves far off; how many they were.
std::size_t DropFarOff(const Moments& moments, std::pair<int, int> best, const NavDating& dating,
                       std::vector<Pair>& pairs) {
  const double fx_slope = IsMissing(dating.fx_slope) ? 0 : dating.fx_slope;
  const auto error = [&](const Pair& pair) {
    return std::fabs(moments.Error(pair, best.first, dating.index_slope, best.second, fx_slope));
  };
  std::vector<double> errors;
  for (const Pair& pair : pairs) errors.push_back(error(pair));
  const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
  std::nth_element(errors.begin(), middle, errors.end());
  const double bar = std::max(kFarOff, kFarOffDeviations * 1.4826 * *middle);
  return std::erase_if(pairs, [&](const Pair& pair) { return error(pair) > bar; });
}

}  // namespace

NavDating DateNav(const DatedValues& nav, const DatedValues& index, const DatedValues& fx) {
  NavDating dating;
  std::vector<Pair> pairs = PairsOf(nav, index, fx, dating.wild);
  dating.nobs = pairs.size();
  dating.enough = dating.nobs >= kLeastDatingPairs;
  if (!dating.enough) return dating;
  const bool has_fx = !fx.values.empty();
  const Moments moments = MomentsOf(pairs);
  const std::pair<int, int> best = Choose(moments, has_fx, dating);
  if (IsMissing(dating.index_slope)) return dating;
  const std::size_t far_off = DropFarOff(moments, best, dating, pairs);
  if (far_off == 0 || pairs.size() < kLeastDatingPairs) return dating;
  dating.wild += far_off;
  Choose(MomentsOf(pairs), has_fx, dating);
  return dating;
}

}  // namespace premiumlens
