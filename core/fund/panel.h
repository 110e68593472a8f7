// From tables, whatever they hold, to one analysis: of one fund, of many funds at one moment, or of
// a panel, fund by fund.
//
// Of a panel the series are in long form, fund after fund in the order of the tables; every fund is
// analysed by itself as if it had been given alone, so that each has its own warning value. The
// premium shown in the series is against one value, the one asked for or the commonest; a fund's
// summary has its own and names it. A fund that cannot be analysed has a summary with the reason,
// and the others count.

#ifndef PREMIUMLENS_CORE_FUND_PANEL_H_
#define PREMIUMLENS_CORE_FUND_PANEL_H_

#include <memory>
#include <string>
#include <vector>

#include "core/fund/analysis.h"

namespace premiumlens {

class Analyst {
 public:
  // The tables must outlive the analyst. `fund` is a code in any form, or empty. Failure as
  // FundTables and FundAnalyst; of a panel only if no fund can be analysed.
  Analyst(const std::vector<const Table*>& tables, const std::string& fund,
          AnalysisOptions options);
  ~Analyst();
  Analyst(Analyst&&) noexcept;
  Analyst& operator=(Analyst&&) noexcept;

  bool Step();  // a few milliseconds on a million rows; true when all is done
  double Progress() const;
  Analysis Finish();  // only after Step() said true

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

// All at once.
Analysis Analyze(const std::vector<const Table*>& tables, const std::string& fund = {},
                 AnalysisOptions options = {});

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_PANEL_H_
