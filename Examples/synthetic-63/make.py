#!/usr/bin/env python3
"""Makes the synthetic example: every number below is invented, none describes a real place.

    python3 Examples/synthetic-63/make.py                  write the files beside this script
    python3 Examples/synthetic-63/make.py --check          fail unless the files are what would be written
    python3 Examples/synthetic-63/make.py --complete FILE  write the scores before any cell is emptied

All arithmetic is on integers with a generator of its own, so that every machine writes the same bytes.
"""

import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
UNITS = [f"SYN-{number:02d}" for number in range(1, 64)]
ROOT = "SYN"

# Code, name, maximum in quarter points, shape: 1 is a leaf, n > 1 a group of n leaves.
COMPONENTS = [
    ("P1", "Alpha", 44, [1, 3, 1, 2, 2]),
    ("P2", "Beta", 54, [4, 1, 3, 1, 3]),
    ("P3", "Gamma", 36, [1, 1, 1, 1, 1, 1, 1]),
    ("P4", "Delta", 60, [5, 1, 4, 1, 3]),
    ("P5", "Epsilon", 50, [2, 3, 1, 1, 4]),
    ("P6", "Zeta", 56, [1, 1, 5, 2, 4]),
    ("P7", "Eta", 42, [3, 1, 1, 1, 2]),
    ("P8", "Theta", 58, [4, 5, 2, 3]),
]

# How much a component follows the general level of a unit, in thousandths. Eta runs against the others, so
# that the coherence report has something to flag.
FOLLOWS = {"P7": -250}

# Second year: Beta and Theta exchange two points, Alpha 3 is dropped and Alpha 6 is new.
SECOND_YEAR = {"P2": 46, "P8": 66}

# Code, name, weight, aggregation, and indicators: weight, lower is better, normalisation, mean and spread in
# hundredths of the unit.
INDICATORS = [
    ("R1", "Iota", "3", "arithmetic", [
        ("2", False, "goalposts:0:100", 6800, 1100),
        ("1", False, "goalposts:40:100", 7600, 900),
        ("1", True, "goalposts:0:30", 1200, 420),
        ("2", False, "goalposts:0:100", 5500, 1400),
        ("1", True, "goalposts:0:60", 2500, 800),
    ]),
    ("R2", "Kappa", "2", "geometric", [
        ("1", False, "min-max:0.1:1", 4200, 900),
        ("1", True, "min-max:0.1:1", 1500, 400),
        ("1", False, "min-max:0.1:1", 90000, 21000),
        ("1", False, "min-max:0.1:1", 310, 80),
    ]),
    ("R3", "Lambda", "2.5", "harmonic", [
        ("1", False, "distance-to-target:95", 8400, 600),
        ("3", True, "distance-to-target:5", 750, 150),
        ("1", False, "distance-to-target:80", 6500, 700),
    ]),
    ("R4", "Mu", "1.5", "arithmetic", [
        ("1", False, "min-max", 5000, 1200),
        ("1", True, "min-max", 2200, 600),
        ("0.5", False, "min-max", 130, 40),
        ("0", False, "min-max", 5000, 1500),
        ("1", False, "min-max", 7100, 900),
        ("1", True, "min-max", 880, 250),
    ]),
    ("R5", "Nu", "1", "arithmetic", [
        ("1", False, "goalposts:0:10", 620, 140),
        ("1", False, "goalposts:0:10", 580, 160),
    ]),
]


class Generator:
    """SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators")."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed

    def word(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        word = self.state
        word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & self.MASK
        return word ^ (word >> 31)

    def below(self, bound):
        return self.word() % bound

    def normal(self):
        """About standard normal, in thousandths: the sum of twelve uniform numbers."""
        return (sum(self.below(1001) for _ in range(12)) - 6000) * 998 // 1000


def decimal(units, places):
    """An integer count of the last place as a decimal number."""
    sign = "-" if units < 0 else ""
    whole, part = divmod(abs(units), 10**places)
    return f"{sign}{whole}.{part:0{places}d}" if places else f"{sign}{whole}"


def short(hundredths):
    text = decimal(hundredths, 2).rstrip("0")
    return text.rstrip(".")


def table(header, rows):
    return "".join(",".join(row) + "\n" for row in [header, *rows])


class Leaf:
    def __init__(self, code, component, maximum):
        self.code, self.component, self.maximum = code, component, maximum


def share_out(quarters, count, random):
    """Whole numbers from 2 that sum to `quarters`."""
    parts = [2] * count
    for _ in range(quarters - 2 * count):
        parts[random.below(count)] += 1
    return parts


def tree(random, maxima=None):
    """Rows of a framework of points, and its leaves; of the second year when component maxima are given."""
    rows, leaves = [], []
    total = 0
    for code, name, quarters, shape in COMPONENTS:
        parts = iter(share_out(quarters, sum(shape), random))
        wanted = (maxima or {}).get(code, quarters)
        below, own = [], []
        for number, count in enumerate(shape, 1):
            group = f"{code}.{number}"
            if count == 1:
                own.append((Leaf(group, code, 25 * next(parts)), f"{name} {number}", code))
                continue
            members = [
                (Leaf(f"{group}.{k}", code, 25 * next(parts)), f"{name} {number}.{k}", group)
                for k in range(1, count + 1)
            ]
            own += members
            below.append(group)
        if maxima is not None and code == "P1":
            for leaf, _, _ in own:
                if leaf.code == "P1.3":
                    leaf.code = "P1.6"
            own = [(leaf, "Alpha 6" if leaf.code == "P1.6" else label, up) for leaf, label, up in own]
        # A component that gains or loses points does so leaf by leaf, a quarter point at a time.
        step = 1 if wanted > quarters else -1
        left, place = abs(wanted - quarters), 0
        while left:
            leaf = own[place % len(own)][0]
            if leaf.maximum + 25 * step >= 50:
                leaf.maximum += 25 * step
                left -= 1
            place += 1
        component_maximum = sum(leaf.maximum for leaf, _, _ in own)
        total += component_maximum
        rows.append([code, ROOT, name, short(component_maximum)])
        opened = set()
        for leaf, label, up in own:
            if up != code and up not in opened:
                opened.add(up)
                maximum = sum(other.maximum for other, _, parent in own if parent == up)
                rows.append([up, code, label.rsplit(".", 1)[0], short(maximum)])
            rows.append([leaf.code, up, label, short(leaf.maximum)])
            leaves.append(leaf)
    return [[ROOT, "", "Synthetic", short(total)], *rows], leaves


def clamp(value, low, high):
    return min(max(value, low), high)


class Scores:
    """Hundredths of a point for each unit and leaf, drawn so that leaves of a component go together."""

    def __init__(self, leaves, random, levels=None):
        self.leaves = leaves
        self.levels = levels or [random.normal() for _ in UNITS]
        styles = [(random.below(4), 780 + random.below(160), 60 + random.below(90)) for _ in leaves]
        codes = [code for code, _, _, _ in COMPONENTS]
        self.rows = []
        for level in self.levels:
            own = {code: random.normal() for code in codes}
            row = []
            for leaf, (style, mean, spread) in zip(leaves, styles):
                follows = FOLLOWS.get(leaf.component, 550)
                z = follows * level + 450 * own[leaf.component] + 700 * random.normal()
                value = clamp(mean + spread * z // 1_000_000, 0, 1000)
                if style == 0:  # judged in quarters of the maximum
                    value = (value + 125) // 250 * 250
                row.append((leaf.maximum * value + 500) // 1000)
            self.rows.append(row)

    def total(self, unit):
        return sum(self.rows[unit])

    def tie(self, unit, other):
        """Moves hundredths into or out of the leaves of `unit`, a few each, until both totals are equal."""
        row, place = self.rows[unit], 0
        while gap := self.total(other) - self.total(unit):
            column = place % len(row)
            step = clamp(gap, -3, 3)
            row[column] = clamp(row[column] + step, 0, self.leaves[column].maximum)
            place += 7

    def texts(self):
        return [[decimal(value, 2) for value in row] for row in self.rows]


def unit_row(number):
    return number - 1


def empty_some(texts, leaves):
    """Empties cells that are not known and marks those that do not apply."""
    column = {leaf.code: place for place, leaf in enumerate(leaves)}
    missing = [
        (7, ["P2.1.3"]), (12, ["P4.3.1", "P4.3.2", "P4.3.3", "P4.3.4"]), (18, ["P3.5"]),
        (26, ["P6.3.2", "P6.3.4"]), (39, ["P8.1.1"]), (54, ["P1.4.2", "P5.1.1"]),
        (63, [leaf.code for leaf in leaves if leaf.component in ("P6", "P7", "P8")]),
    ]
    for number, codes in missing:
        for code in codes:
            texts[unit_row(number)][column[code]] = ""
    for number, code in [(5, "P6.1"), (9, "P6.1"), (27, "P6.1"), (27, "P7.4"), (48, "P2.5.1")]:
        texts[unit_row(number)][column[code]] = "na"
    return texts


def wide(leaves, texts):
    return table(
        ["unit", *(leaf.code for leaf in leaves)],
        [[unit, *row] for unit, row in zip(UNITS, texts)])


def indicator_files(random):
    header = ["code", "parent", "name", "weight", "direction", "normalise", "aggregate"]
    columns, specifications = [], []
    by_method = {"weights.csv": [], "weights-z-score.csv": [], "weights-rank.csv": []}
    for name, rows in by_method.items():
        rows.append(["IDX", "", "Synthetic", "", "", "", "arithmetic"])
        for code, label, weight, aggregation, indicators in INDICATORS:
            if name != "weights.csv":
                aggregation = "arithmetic"
            rows.append([code, "IDX", label, weight, "", "", aggregation])
            for number, (share, lower, method, mean, spread) in enumerate(indicators, 1):
                method = {"weights-z-score.csv": "z-score", "weights-rank.csv": "rank"}.get(name, method)
                rows.append([
                    f"{code}.{number}", code, f"{label} {number}", share, "lower" if lower else "higher",
                    method, ""])
                if name == "weights.csv":
                    columns.append(f"{code}.{number}")
                    specifications.append((lower, mean, spread))
    rows = []
    for unit in UNITS:
        level = random.normal()
        row = [unit]
        for lower, mean, spread in specifications:
            z = 600 * level + 800 * random.normal()
            value = mean + (-spread if lower else spread) * z // 1_000_000
            row.append(decimal(max(value, mean // 10 + 1), 2))
        rows.append(row)
    for number, code in [(4, "R1.3"), (22, "R2.2"), (22, "R2.3"), (41, "R4.6")]:
        rows[unit_row(number)][1 + columns.index(code)] = ""
    files = {name: table(header, rows) for name, rows in by_method.items()}
    files["indicators.csv"] = table(["unit", *columns], rows)
    return files


def standard_errors(leaves, texts, random):
    """Standard errors of the leaves that a survey is imagined for, between 1 and 4 percent of the maximum."""
    surveyed = [
        (place, leaf) for place, leaf in enumerate(leaves)
        if leaf.code.startswith("P8.2.") or leaf.code in ("P3.1", "P3.2")
    ]
    rows = []
    for unit, scores in zip(UNITS, texts):
        errors = [
            decimal((leaf.maximum * (100 + random.below(300)) + 50) // 100, 4) if scores[place] else ""
            for place, leaf in surveyed
        ]
        rows.append([unit, *errors])
    return table(["unit", *(leaf.code for _, leaf in surveyed)], rows)


def first_year():
    rows, leaves = tree(Generator(1))
    scores = Scores(leaves, Generator(2))
    scores.tie(unit_row(45), unit_row(20))
    scores.rows[unit_row(32)] = list(scores.rows[unit_row(31)])
    return rows, leaves, scores


def files():
    header = ["code", "parent", "name", "max_points"]
    rows, leaves, scores = first_year()
    later_rows, later_leaves = tree(Generator(1), maxima=SECOND_YEAR)
    drift = Generator(3)
    later = Scores(later_leaves, Generator(4), [level * 8 // 10 + drift.normal() // 2 for level in scores.levels])
    texts = empty_some(scores.texts(), leaves)
    return {
        "framework.csv": table(header, rows),
        "scores.csv": wide(leaves, texts),
        "standard-errors.csv": standard_errors(leaves, texts, Generator(5)),
        "framework-2.csv": table(header, later_rows),
        "scores-2.csv": wide(later_leaves, later.texts()),
        **indicator_files(Generator(6)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="fail unless the files are what would be written")
    choice.add_argument("--complete", metavar="FILE", help="write the scores before any cell is emptied")
    options = parser.parse_args()
    if options.complete:
        _, leaves, scores = first_year()
        pathlib.Path(options.complete).write_bytes(wide(leaves, scores.texts()).encode())
        return 0
    different = []
    for name, text in files().items():
        path = HERE / name
        if not options.check:
            path.write_bytes(text.encode())
        elif not path.exists() or path.read_bytes() != text.encode():
            different.append(name)
    for name in different:
        print(f"make.py: {name} is not what would be written", file=sys.stderr)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
