// Long work as a list of stages, so that whoever runs it can pause in between.

#ifndef PREMIUMLENS_CORE_FUND_STAGES_H_
#define PREMIUMLENS_CORE_FUND_STAGES_H_

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace premiumlens {

class Stages {
 public:
  // A stage does all of its work in one call and takes a few milliseconds on a million rows. It may
  // add further stages, which come after all others.
  void Add(std::function<void()> stage) {
    AddRepeated([stage = std::move(stage)] {
      stage();
      return true;
    });
  }

  // A stage that is called again and again, a few milliseconds each time, until it returns true.
  void AddRepeated(std::function<bool()> stage) { stages_.push_back(std::move(stage)); }

  // Does the next piece; true when none is left.
  bool Step() {
    if (next_ < stages_.size()) {
      const std::function<bool()> stage = stages_[next_];  // adding stages may move the list
      if (stage()) ++next_;
    }
    return next_ == stages_.size();
  }

  double Progress() const {
    return stages_.empty() ? 0 : static_cast<double>(next_) / static_cast<double>(stages_.size());
  }

 private:
  std::vector<std::function<bool()>> stages_;
  std::size_t next_ = 0;
};

}  // namespace premiumlens

#endif  // PREMIUMLENS_CORE_FUND_STAGES_H_
