#include "core/fund/market_series.h"
