// Every closed vocabulary of the fund analyses, for whoever lists them.

#ifndef PREMIUMLENS_CORE_FUND_WORDS_H_
#define PREMIUMLENS_CORE_FUND_WORDS_H_

#include "core/fund/denominator.h"
#include "core/fund/identify.h"
#include "core/fund/iopv_estimate.h"
#include "core/fund/kind.h"
#include "core/fund/ladder.h"
#include "core/fund/mend.h"
#include "core/fund/past_estimate.h"
#include "core/fund/premium.h"
#include "core/fund/purchase.h"
#include "core/fund/region.h"
#include "core/fund/rules.h"
#include "core/fund/session_map.h"
#include "core/fund/shape.h"

#endif  // PREMIUMLENS_CORE_FUND_WORDS_H_
