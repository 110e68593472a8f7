#!/usr/bin/env python3
"""Writes tests/reference/money_weighted.json: flows and their yearly money-weighted return.

Day count 365 from the first flow (XIRR's). The root is scipy.optimize.brentq's on the rate itself, to
1e-15. The flows are invented, from a fixed seed.

    python3 scripts/reference/money_weighted.py > tests/reference/money_weighted.json
"""

import datetime
import json
import random

from scipy.optimize import brentq

EPOCH = datetime.date(1970, 1, 1)


def rate_of(flows):
    first = flows[0][0]

    def worth(rate):
        return sum(cny * (1 + rate) ** (-(day - first) / 365) for day, cny in flows)

    return brentq(worth, -0.999999, 1e6, xtol=1e-15, rtol=8.9e-16, maxiter=1000)


def case(seed, payments, gap_days, final_share, tail_days):
    draw = random.Random(seed)
    day = (datetime.date(2020, 1, 2) - EPOCH).days
    flows = []
    for _ in range(payments):
        flows.append((day, -float(draw.randint(200, 5000))))
        day += gap_days + draw.randint(-2, 2)
    paid = -sum(cny for _, cny in flows)
    flows.append((day + tail_days, round(paid * final_share, 2)))
    return {
        "dates": [(EPOCH + datetime.timedelta(days=d)).isoformat() for d, _ in flows],
        "cny": [cny for _, cny in flows],
        "rate": rate_of(flows),
    }


cases = [
    case(1, 24, 30, 1.31, 5),
    case(2, 60, 7, 0.62, 5),
    case(3, 1, 30, 1.08, 400),
    case(4, 12, 91, 3.7, 0),
    case(5, 150, 7, 1.0003, 9),
    case(6, 36, 30, 0.08, 2),
]
print("[" + ",\n".join(json.dumps(one) for one in cases) + "]")
