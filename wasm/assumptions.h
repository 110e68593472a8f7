// The bars and other assumptions of an operation: numbers, and lists of them, that stand until the
// request says otherwise. Each has a range, a unit and a source, and the reply tells them all back,
// so that the page can show and change every one of them without knowing any.

#ifndef PREMIUMLENS_WASM_ASSUMPTIONS_H_
#define PREMIUMLENS_WASM_ASSUMPTIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/source.h"
#include "wasm/op.h"

namespace premiumlens::wasm {

struct Assumption {
  std::string_view name;  // a field of the request
  double standard;        // NaN: none, or only known later
  double least;           // these two are within the range
  double most;
  std::string_view unit;  // AssumptionUnit
  Source source;          // of the standard
};

// A bar is over nothing: a hundredth of a percent at least.
inline constexpr double kLeastBar = 0.0001;
inline constexpr double kMostBar = 10;
// A premium or a growth: over −1, and no number that only a mistyped unit explains.
inline constexpr double kLeastFraction = -0.99;
inline constexpr double kMostFraction = 100;

class Assumptions {
 public:
  explicit Assumptions(const Json& request) : request_(request) {}
  // The number asked for, or the standard one. Failure bad_field outside its range.
  double Read(const Assumption& assumption);
  // Also where it is no whole number. Of ReadCount there is a standard; without one it is nothing.
  std::int64_t ReadCount(const Assumption& assumption);
  std::optional<std::int64_t> ReadOptionalCount(const Assumption& assumption);
  // One number or a list of them, in ascending order and each once; the standard is `standard`,
  // that of `each` does not count. Failure bad_field also for an empty list or a longer one.
  std::vector<double> ReadList(const Assumption& each, const std::vector<double>& standard,
                               std::size_t longest = 20);
  std::vector<std::int64_t> ReadCounts(const Assumption& each,
                                       const std::vector<std::int64_t>& standard,
                                       std::size_t longest = 20);
  // Tells the standard of what has been read without one; its value too where none was given.
  void TellStandard(std::string_view name, double standard);
  const Json& told() const { return told_; }  // Assumptions

 private:
  void Tell(const Assumption& assumption, Json value, Json standard, bool whole);
  [[noreturn]] void Refuse(std::string_view name) const;

  Json request_;
  Json told_ = Json::object();
};

}  // namespace premiumlens::wasm

#endif  // PREMIUMLENS_WASM_ASSUMPTIONS_H_
