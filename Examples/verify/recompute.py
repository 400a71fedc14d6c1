#!/usr/bin/env python3
"""Recomputes in NumPy what `parindex robustness` says.

    python3 Examples/verify/recompute.py COMMAND            write expected.csv
    python3 Examples/verify/recompute.py COMMAND --check    fail unless expected.csv is what would be written

For each row of cases.csv it lets the command write the raw weights of its draws, and recomputes the rest from
the framework, the scores and these weights alone. It shares no code with the command and follows other ways
where there are any: every draw is aggregated through the whole tree, ranks are counted pair by pair, medians and
percentiles are NumPy's own, flip points are found by bisection on recomputed scores. It also holds every rank of
every draw against the command's, and the weights of uniform priors against NumPy's own Philox.

The tests compare the command with expected.csv, so that they need neither Python nor NumPy.
"""

import argparse
import csv
import io
import itertools
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent
# Scores closer than this share of the largest are equal: far above rounding errors, far below any real gap.
TIE = 1e-9
# How many places apart two units are at most whose flip points are written.
FLIP_REACH = 3


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


class Tree:
    """A framework with the normalised values of the units, NaN where not known."""

    def __init__(self, framework, scores):
        header, *body = rows_of(framework)
        rows = [dict(zip(header, row)) for row in body]
        self.points = "max_points" in header
        self.rows = {row["code"]: row for row in rows}
        self.codes = list(self.rows)
        self.root = next(row["code"] for row in rows if not row["parent"])
        self.children = {code: [row["code"] for row in rows if row["parent"] == code] for code in self.codes}
        self.components = self.children[self.root]
        self.leaves = [code for code in self.codes if not self.children[code]]
        key = "max_points" if self.points else "weight"
        self.weight = {code: float(self.rows[code][key] or 1) for code in self.codes}
        self.scale = self.weight[self.root] if self.points else 1.0
        header, *body = rows_of(scores)
        self.units = [row[0] for row in body]
        cells = {code: [row[place] for row in body] for place, code in enumerate(header) if place}
        self.absent = {code: np.array([cell == "na" for cell in cells[code]]) for code in self.leaves}
        self.value = {code: self.normalised(code, cells[code]) for code in self.leaves}

    def normalised(self, code, cells):
        x = np.array([float(cell) if cell not in ("", "na") else np.nan for cell in cells])
        if self.points:
            return x / self.weight[code]
        lower = self.rows[code].get("direction") == "lower"
        method, *parameters = self.rows[code].get("normalise", "none").split(":")
        numbers = [float(parameter) for parameter in parameters]
        low, high = (numbers + [0.0, 1.0])[:2] if len(numbers) == 2 else (0.0, 1.0)
        if method == "min-max":
            share = (x - np.nanmin(x)) / (np.nanmax(x) - np.nanmin(x))
            return low + (high - low) * (1 - share if lower else share)
        if method == "z-score":
            return (-1 if lower else 1) * (x - np.nanmean(x)) / np.nanstd(x, ddof=1)
        if method == "rank":
            y = -x if lower else x
            mean_place = [(np.sum(y < v) + np.sum(y <= v) + 1) / 2 if v == v else np.nan for v in y]
            return np.array(mean_place)
        if method == "distance-to-target":
            return numbers[0] / x if lower else x / numbers[0]
        if method == "goalposts":
            share = np.clip((x - low) / (high - low), 0, 1)
            return 1 - share if lower else share
        return x

    def node(self, code, weights, aggregation=None):
        """The values of a node, `[draw, unit]`; weights are arrays `[draw]` by code."""
        if not self.children[code]:
            draws = len(next(iter(weights.values())))
            return np.broadcast_to(self.value[code], (draws, len(self.units)))
        kind = aggregation or self.rows[code].get("aggregate") or "arithmetic"
        x = np.stack([self.node(child, weights, aggregation) for child in self.children[code]])
        w = np.stack([weights[child] for child in self.children[code]])[:, :, None] * ~np.isnan(x)
        with np.errstate(divide="ignore", invalid="ignore"):
            total = w.sum(axis=0)
            counted = np.where(w > 0, x, 1.0)
            if kind == "geometric":
                result = np.prod(counted ** (w / total), axis=0)
            elif kind == "harmonic":
                result = total / (w / counted).sum(axis=0)
            else:
                result = (w * np.where(w > 0, x, 0.0)).sum(axis=0) / total
        return np.where(total > 0, result, np.nan)

    def scores(self, weights, aggregation=None):
        return self.scale * self.node(self.root, weights, aggregation)

    def weights(self, draws=1, changed=None):
        """Those of the framework for a number of draws, but for what is changed."""
        return {code: np.full(draws, self.weight[code]) for code in self.codes} | (changed or {})

    def shares(self):
        """The share of each leaf in the whole weight."""
        share = {self.root: 1.0}
        for code in self.codes:
            total = sum(self.weight[child] for child in self.children[code])
            for child in self.children[code]:
                share[child] = share[code] * self.weight[child] / total
        return {leaf: share[leaf] for leaf in self.leaves}

    def coverage(self):
        known = applicable = 0.0
        for leaf, share in self.shares().items():
            applicable = applicable + share * ~self.absent[leaf]
            known = known + share * ~np.isnan(self.value[leaf])
        return known / applicable


def ranks_of(scores):
    """Competition ranks along the last axis."""
    tie = TIE * np.max(np.abs(scores))
    return 1 + (scores[..., None, :] > scores[..., :, None] + tie).sum(axis=-1)


def philox(seed, draw, count):
    """Raw numbers of NumPy's own Philox-4x64-10 from the counter (0, draw, 0, 0) on."""
    # NumPy steps the counter before its first block.
    counter = ((draw << 64) - 1) % (1 << 256)
    words = [(counter >> (64 * word)) & ((1 << 64) - 1) for word in range(4)]
    generator = np.random.Philox(key=np.array([seed, 0], np.uint64), counter=np.array(words, np.uint64))
    return generator.random_raw(count)


class Rows:
    """Rows `case,statistic,unit,other,value` of one case."""

    def __init__(self, case):
        self.case = case
        self.rows = []

    def add(self, statistic, unit="", other="", value=""):
        text = value if isinstance(value, str) else f"{float(value):.12g}"
        self.rows.append([self.case, statistic, unit, str(other), text])


def percentile_error(ranks, share):
    """Half the distance of the percentiles one binomial standard error up and down."""
    step = np.sqrt(share * (1 - share) / len(ranks))
    low, high = np.quantile(ranks, [max(share - step, 0), min(share + step, 1)], axis=0)
    return (high - low) / 2


def nominal(rows, tree, scores, ranks):
    for name, column in [("score", scores), ("rank", ranks), ("coverage", tree.coverage())]:
        for unit, value in zip(tree.units, column):
            rows.add(name, unit, "", value)


def simulation(rows, tree, ranks, draws):
    """What is known of the ranks `[draw, unit]` of the counted draws."""
    rows.add("draws", value=draws)
    rows.add("counted", value=len(ranks))
    columns = {
        "meanRank": ranks.mean(axis=0),
        "meanRankError": ranks.std(axis=0, ddof=1) / np.sqrt(len(ranks)),
    }
    for name, share in [("rankP05", 0.05), ("medianRank", 0.5), ("rankP95", 0.95)]:
        columns[name] = np.quantile(ranks, share, axis=0)
        columns[name + "Error"] = percentile_error(ranks, share)
    for name, column in columns.items():
        for unit, value in zip(tree.units, column):
            rows.add(name, unit, "", value)
    for place, unit in enumerate(tree.units):
        for rank in np.unique(ranks[:, place]):
            rows.add("acceptability", unit, rank, (ranks[:, place] == rank).mean())


def pairs(rows, tree, ranks, order, level):
    """Shares of the draws with one unit above another, and the runs that cannot be told apart."""
    above = (ranks[:, :, None] < ranks[:, None, :]).mean(axis=0)
    for a, b in itertools.permutations(range(len(tree.units)), 2):
        if above[a, b] not in (0, 1):
            rows.add("above", tree.units[a], tree.units[b], above[a, b])
    alike = np.maximum(above, above.T) < level
    runs = [
        set(order[first:last])
        for first, last in itertools.combinations(range(len(order) + 1), 2)
        if last - first > 1 and all(alike[a, b] for a, b in itertools.combinations(order[first:last], 2))
    ]
    longest = [run for run in runs if not any(run < other for other in runs)]
    for number, run in enumerate(longest, 1):
        for unit in order:
            if unit in run:
                rows.add("group", tree.units[unit], number, 1)


def flips(rows, tree, scores, order):
    """For near pairs the least change of a single component's weight that swaps them, by bisection."""
    near = [
        (order[first], order[second])
        for first, second in itertools.combinations(range(len(order)), 2)
        if second - first <= FLIP_REACH
        and scores[order[first]] - scores[order[second]] > TIE * np.max(np.abs(scores))
    ]
    above, below = np.array(near).T
    best = np.full(len(near), np.inf)
    which = np.full(len(near), "", dtype=object)
    falling = np.append(-(1 - np.geomspace(1, 1e-12, 400)), -1.0)
    rising = np.append(0, np.geomspace(1e-6, 1e9, 800))
    for component in tree.components:

        def gaps(changes):
            weight = tree.weight[component] * (1 + changes)
            return tree.scores(tree.weights(len(changes), {component: weight}))

        for ends in (falling, rising):
            grid = gaps(ends)
            reversed_ = grid[:, above] - grid[:, below] < -TIE * np.max(np.abs(scores))
            found = reversed_.any(axis=0)
            step = reversed_.argmax(axis=0)
            low, high = ends[np.maximum(step - 1, 0)], ends[step]
            pair = np.arange(len(near))
            for _ in range(100):
                middle = (low + high) / 2
                at = gaps(middle)
                passed = at[pair, above] <= at[pair, below]
                low, high = np.where(passed, low, middle), np.where(passed, middle, high)
            better = found & (np.abs(high) < np.abs(best) * (1 - 1e-9))
            best, which = np.where(better, high, best), np.where(better, component, which)
    for (a, b), change, component in zip(near, best, which):
        other = f"{tree.units[b]}/{component}" if component else tree.units[b]
        rows.add("flip", tree.units[a], other, change if component else "never")


def check_ranks(tree, ranks, path):
    """Every rank of every draw against the command's."""
    header, *body = rows_of(path)
    wrong = 0
    for mine, theirs in zip(ranks, body, strict=True):
        expected = ["" if np.isnan(rank) else str(int(rank)) for rank in mine]
        wrong += sum(a != b for a, b in zip(expected, theirs[1:], strict=True))
    return [f"{wrong} ranks differ"] if wrong or header[1:] != tree.units else []


def check_weights(tree, drawn, table, spread, seed):
    """The weights of a uniform prior against NumPy's own generator: group by group, node by node."""
    parent = {code: tree.codes.index(tree.rows[code]["parent"]) for code in drawn}
    order = sorted(range(len(drawn)), key=lambda place: (parent[drawn[place]], place))
    usual = np.array([tree.weight[drawn[place]] for place in order])
    worst = 0.0
    for draw, row in enumerate(table):
        unit = ((philox(seed, draw, len(order)) >> np.uint64(11)) + np.uint64(1)) * 2.0**-53
        expected = usual * (1 - spread + 2 * spread * unit)
        worst = max(worst, np.max(np.abs(row[order] / expected - 1)))
    return [f"weights differ by {worst:.1g} of themselves"] if worst > 1e-12 else []


def recompute(command, case, folder):
    """The rows of a case, and what the command did wrong."""
    arguments = case["arguments"].split()

    def given(name, default):
        return arguments[arguments.index(name) + 1] if name in arguments else default

    framework, scores = EXAMPLES / case["framework"], EXAMPLES / case["scores"]
    weights, ranks_file = folder / "weights.csv", folder / "ranks.csv"
    files = ["--ranks-out", ranks_file]
    if "--weights-in" in arguments:
        weights = EXAMPLES.parent / given("--weights-in", "")
    else:
        files += ["--weights-out", weights]
    subprocess.run(
        [command, "robustness", "--framework", framework, "--scores", scores, *arguments, *files],
        check=True, stdout=subprocess.DEVNULL, cwd=EXAMPLES.parent)
    tree = Tree(framework, scores)
    header, *body = rows_of(weights)
    drawn, table = header[1:], np.array([[float(cell) for cell in row[1:]] for row in body])
    changed = {code: table[:, place] for place, code in enumerate(drawn)}
    simulated = tree.scores(tree.weights(len(body), changed))
    counted = ~np.isnan(simulated).any(axis=1)
    ranks = np.full(simulated.shape, np.nan)
    ranks[counted] = ranks_of(simulated[counted])

    problems = check_ranks(tree, ranks, ranks_file)
    prior, _, parameter = given("--perturb", "uniform:0.25").partition(":")
    if prior == "uniform" and "--weights-in" not in arguments:
        problems += check_weights(tree, drawn, table, float(parameter), int(given("--seed", "1")))

    rows = Rows(case["case"])
    usual = tree.scores(tree.weights())[0]
    usual_ranks = ranks_of(usual)
    order = sorted(range(len(usual)), key=lambda unit: (usual_ranks[unit], unit))
    nominal(rows, tree, usual, usual_ranks)
    simulation(rows, tree, ranks[counted].astype(int), len(body))
    if "--pairs" in arguments:
        pairs(rows, tree, ranks[counted], order, float(given("--level", "0.9")))
    if "--flips" in arguments:
        flips(rows, tree, usual, order)
    return rows.rows, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", help="the built parindex")
    parser.add_argument("--check", action="store_true", help="fail unless expected.csv is what would be written")
    options = parser.parse_args()
    command = pathlib.Path(options.command).resolve()
    header, *body = rows_of(HERE / "cases.csv")
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(["case", "statistic", "unit", "other", "value"])
    failed = False
    for case in (dict(zip(header, row)) for row in body):
        with tempfile.TemporaryDirectory() as folder:
            rows, problems = recompute(command, case, pathlib.Path(folder))
        writer.writerows(rows)
        failed = failed or bool(problems)
        print(f"{case['case']}: {len(rows)} figures" + "".join(f"; {text}" for text in problems), file=sys.stderr)
    expected = HERE / "expected.csv"
    if not options.check:
        expected.write_text(output.getvalue(), encoding="utf-8")
    elif expected.read_text(encoding="utf-8") != output.getvalue():
        print("expected.csv is not what would be written", file=sys.stderr)
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
