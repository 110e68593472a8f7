"""Writes core/stats/ar1_quantiles.inc: quantiles of the t ratio (estimate - truth) / standard error
of an AR(1)'s coefficient, estimated by least squares with a constant, normal innovations, stationary
start (any start where the truth is 1: the constant takes it out). By simulation, seeded.

  /usr/bin/python3 scripts/reference/ar1_quantiles.py > core/stats/ar1_quantiles.inc
  /usr/bin/python3 scripts/reference/ar1_quantiles.py --paths 20000   # a quick look
"""
import argparse
import sys

import numpy as np

PAIRS = (20, 30, 50, 100, 200, 500, 1000)
DISTANCES = (0, 0.5, 1, 2, 4, 7, 12, 20, 35, 60, 100)  # pairs x (1 - truth)
SHARES = (0.025, 0.5, 0.975)
LEAST = -0.9  # the truth is taken no lower than this


def t_ratios(pairs, rho, paths, random):
    """Running sums of y, x, xx, xy, yy over the pairs (x, y), for all paths at once."""
    x = np.zeros(paths)
    if rho < 1:
        x = random.standard_normal(paths) / np.sqrt(1 - rho * rho)
    start = x.copy()
    x = x - start  # a level takes no part; small numbers lose fewer digits
    sx, sy, sxx, sxy, syy = (np.zeros(paths) for _ in range(5))
    shift = (rho - 1) * start
    for _ in range(pairs):
        y = rho * x + shift + random.standard_normal(paths)
        sx += x
        sy += y
        sxx += x * x
        sxy += x * y
        syy += y * y
        x = y
    vxx = sxx - sx * sx / pairs
    vxy = sxy - sx * sy / pairs
    vyy = syy - sy * sy / pairs
    slope = vxy / vxx
    rest = vyy - slope * vxy
    return (slope - rho) / np.sqrt(rest / (pairs - 2) / vxx)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--paths", type=int, default=200_000)
    paths = options.parse_args().paths
    random = np.random.default_rng(20260101)
    print(f"// Made by scripts/reference/ar1_quantiles.py with {paths} paths a cell.")
    print("constexpr double kPairs[] = {%s};" % ", ".join(map(str, PAIRS)))
    print("constexpr double kDistances[] = {%s};" % ", ".join(map(str, DISTANCES)))
    print("// The 2.5, 50 and 97.5 % quantiles.")
    print("constexpr double kQuantiles[][%d][%d] = {" % (len(DISTANCES), len(SHARES)))
    for pairs in PAIRS:
        print(f"    // {pairs} pairs")
        rows = []
        for distance in DISTANCES:
            rho = max(1 - distance / pairs, LEAST)
            found = np.quantile(t_ratios(pairs, rho, paths, random), SHARES)
            rows.append("{%s}" % ", ".join("%.3f" % q for q in found))
            print(pairs, distance, found, file=sys.stderr)
        print("    {%s}," % ",\n     ".join(rows))
    print("};")


main()
