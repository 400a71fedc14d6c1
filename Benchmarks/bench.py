"""Prints one table of how fast the commands are: bench.py COMMAND [--only PART …] [--runs N]

Each line is the median of its runs, every run into a fresh folder, nothing deleted before the end: on ext4, deleting and rewriting thousands of files right before a run makes it 2 to 5 times slower. Where a line stands
beside a reference both ran in turn, so that a change of the machine's speed meets both, and the ratio is the median
over the rounds. A measurement, not a test: a missed bar is printed and counted; it ends with 1 only when a run fails
or two that are compared did not make the same.
"""

import argparse
import os
import pathlib
import platform
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
for folder in (HERE / "authored", HERE / "national", HERE.parent / "scripts"):
    sys.path.insert(0, str(folder))

import authored  # noqa: E402
import national  # noqa: E402
import real  # noqa: E402
from common import ROOT, Bar, Table  # noqa: E402

PARTS = ["real", "authored", "growth", "national"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("command", type=pathlib.Path, help="the parindex command")
    arguments.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS))
    arguments.add_argument("--runs", type=int, default=5, help="of each line but the longest, which say how many")
    arguments.add_argument("--pages", type=int, default=10_000, help="beside Hugo")
    arguments.add_argument("--growth", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="numbers of pages")
    arguments.add_argument("--provinces", type=int, nargs="*", default=[8, 16, 63], help="of the national site")
    given = arguments.parse_args()
    if given.runs < 1:
        arguments.error("--runs is at least 1")
    command = given.command.resolve()
    kept = ROOT / ".build-bench"
    kept.mkdir(exist_ok=True)
    if "authored" in given.only:
        tools = authored.Tools()
    print(f"{os.cpu_count()} processors, {platform.platform()}\n")
    Table.head()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=kept)).resolve()
    try:
        for part in given.only:
            place = folder / part
            place.mkdir()
            if part == "real":
                # These take a moment each.
                real.measure(command, place, 2 * given.runs + 1)
            elif part == "authored":
                authored.compare(command, tools, place, given.pages, given.runs)
            elif part == "growth":
                authored.grow(command, place, given.growth, given.runs)
            else:
                national.measure(command, place, given.provinces, given.runs)
    finally:
        shutil.rmtree(folder)
    print(f"\nBars missed: {Bar.missed}")


if __name__ == "__main__":
    main()
