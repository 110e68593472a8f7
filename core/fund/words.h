// Every closed vocabulary of the fund analyses, for whoever lists them.

#ifndef PREMIUMLENS_CORE_FUND_WORDS_H_
#define PREMIUMLENS_CORE_FUND_WORDS_H_

#include "core/fund/denominator.h"
#include "core/fund/doctor/mend.h"
#include "core/fund/identify.h"
#include "core/fund/kind.h"
#include "core/fund/premium.h"
#include "core/fund/purchase.h"
#include "core/fund/read/shape.h"
#include "core/fund/region.h"
#include "core/fund/rules.h"
#include "core/fund/value/iopv_estimate.h"
#include "core/fund/value/ladder.h"
#include "core/fund/value/past_estimate.h"
#include "core/fund/value/session_map.h"

#endif  // PREMIUMLENS_CORE_FUND_WORDS_H_
