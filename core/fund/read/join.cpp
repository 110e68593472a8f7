#include "core/fund/read/join.h"

#include <cstddef>
#include <unordered_map>

#include "core/base/missing.h"

namespace premiumlens {

std::vector<double> JoinByMoment(const std::vector<Moment>& wanted,
                                 const std::vector<Moment>& moments,
                                 const std::vector<double>& values) {
  std::vector<double> joined(wanted.size(), kMissing);
  std::size_t k = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    while (k < values.size() && moments[k] < wanted[i]) ++k;
    if (k < values.size() && moments[k] == wanted[i]) joined[i] = values[k];
  }
  return joined;
}

std::vector<double> JoinByFund(const std::vector<std::string>& wanted, const Funds& funds,
                               const std::vector<Moment>& moments,
                               const std::vector<double>& values) {
  std::unordered_map<std::string, std::size_t> latest;
  for (std::size_t row = 0; row < values.size(); ++row) {
    const std::uint32_t fund = funds.of_row[row];
    if (fund == kMissingText || IsMissing(values[row])) continue;
    const auto [known, is_new] = latest.emplace(funds.codes[fund], row);
    if (is_new || moments.empty() || moments[row] >= moments[known->second]) known->second = row;
  }
  std::vector<double> joined(wanted.size(), kMissing);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto found = latest.find(wanted[i]);
    if (found != latest.end()) joined[i] = values[found->second];
  }
  return joined;
}

Join CountMatches(const FundData& data) {
  Join join;
  std::size_t k = 0;
  std::int64_t met = 0;
  for (std::size_t i = 0; i < data.rows; ++i) {
    if (IsMissing(data.price_cny[i])) continue;
    while (k < data.nav.dates.size() && data.nav.dates[k] < data.dates[i]) ++k;
    const bool nav = k < data.nav.dates.size() && data.nav.dates[k] == data.dates[i];
    const auto beside = [i](const std::vector<double>& series) {
      return !series.empty() && !IsMissing(series[i]);
    };
    met += nav;
    ++(nav || beside(data.iopv_cny) || beside(data.estimate_cny) ? join.matched : join.price_only);
  }
  join.value_only = static_cast<std::int64_t>(data.nav.dates.size()) - met;
  return join;
}

}  // namespace premiumlens
