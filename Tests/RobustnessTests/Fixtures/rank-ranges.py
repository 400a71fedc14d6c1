"""Best and worst ranks over all weights within a share of the stated ones, by mixed-integer programming.

Writes rank-ranges.csv, which RankRangeTests compares with: made-up scores of 30 units on 6 components, and for
each unit the best and the worst rank with all raw weights within 30 %. Another formulation and another program
than the library's: shares and a scale as variables, the HiGHS solver of SciPy.

    python3 rank-ranges.py        (NumPy 2.4.6, SciPy 1.17.1)
"""

from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

SHARE = 0.3
WEIGHTS = np.array([20.0, 10, 15, 5, 30, 20])
MARGIN = 1e-8


def most(rows, threshold, lower, upper):
    """The greatest number of rows r with r·y at or above the threshold, y the shares of weights in the box."""
    n, m = len(lower), len(rows)
    least = -np.abs(rows).sum(axis=1)  # r·y is never below this, as the shares are between 0 and 1
    a, low, high = [], [], []

    def add(row, l, h):
        a.append(row), low.append(l), high.append(h)

    # Variables: n shares, the scale, m indicators.
    row = np.zeros(n + 1 + m)
    row[:n] = 1
    add(row, 1, 1)
    for c in range(n):
        for bound, l, h in ((lower[c], 0, np.inf), (upper[c], -np.inf, 0)):
            row = np.zeros(n + 1 + m)
            row[c], row[n] = 1, -bound
            add(row, l, h)
    for j in range(m):
        row = np.zeros(n + 1 + m)
        row[:n] = rows[j]
        row[n + 1 + j] = least[j] - threshold
        add(row, least[j], np.inf)
    result = milp(
        np.r_[np.zeros(n + 1), -np.ones(m)],
        constraints=LinearConstraint(np.array(a), low, high),
        integrality=np.r_[np.zeros(n + 1), np.ones(m)],
        bounds=Bounds(0, np.r_[np.ones(n), np.inf, np.ones(m)]),
        options={"mip_rel_gap": 0},
    )
    assert result.status == 0, result.message
    return round(-result.fun)


def main():
    random = np.random.default_rng(20)
    scores = np.round(0.7 + 0.1 * random.standard_normal((30, 6)) + 0.04 * random.standard_normal((30, 1)), 3)
    lower, upper = WEIGHTS * (1 - SHARE), WEIGHTS * (1 + SHARE)
    lines = [",".join([f"c{c}" for c in range(6)] + ["best", "worst"])]
    for unit, own in enumerate(scores):
        others = np.delete(scores, unit, axis=0) - own
        best = len(scores) - most(-others, 0.0, lower, upper)
        worst = 1 + most(others, MARGIN, lower, upper)
        lines.append(",".join([f"{x:.3f}" for x in own] + [str(best), str(worst)]))
    Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
