"""Times validation and building of synthetic national data.

Megabytes a second of YAML are those of the data without tables; those of CSV follow from what the tables add. Pages a
second count every page of the site, both languages.
"""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys

from common import ROOT, Bar, Run, Table, edits, median, written
from working_copy import change_number

HERE = pathlib.Path(__file__).resolve().parent
# Megabytes a second, pages a second, and seconds.
SMALLEST_CSV = 60
SMALLEST_YAML = 15
SMALLEST_PAGES = 8_000
LONGEST_AGAIN = 1.5
ALL = 63


def size(folder, ending):
    return sum(file.stat().st_size for file in folder.rglob("*" + ending)) / 1e6


def make(folder, *options):
    subprocess.run([sys.executable, HERE / "make_data.py", folder, *map(str, options)], check=True)
    return folder


def site(folder):
    """The site's own texts, which name real provinces: without the real data their names have to be allowed."""
    shutil.copytree(ROOT / "site", folder)
    names = set()
    for file in [*(ROOT / "Data/provinces").rglob("profile.yaml"), ROOT / "Data/national/entities.yaml"]:
        names |= set(re.findall(r"name: \{vi: ([^,}]+), en:", file.read_text(encoding="utf-8")))
    with (folder / "names.txt").open("a", encoding="utf-8") as allowed:
        allowed.write("".join(f"{name}\n" for name in sorted(names)))
    return folder


def edit_target(data):
    change_number(sorted((data / "provinces/synthetic-01/plans").iterdir())[0], 1)


def validate(command, folder, runs):
    """Returns the data of all provinces."""
    whole = make(folder / "whole")
    plain = make(folder / "plain", "--without-tables")
    csv, yaml, plain_yaml = size(whole, ".csv"), size(whole, ".yaml"), size(plain, ".yaml")
    every, bare = [], []
    for _ in range(runs):
        every.append(Run([command, "validate", "--data", whole]))
        bare.append(Run([command, "validate", "--data", plain]))
    more = statistics.median(one.wall - other.wall for one, other in zip(every, bare, strict=True))
    Table.title("Synthetic national data, 63 provinces x 15 years x 88 leaves and 3,321 communes x 5 years")
    Table.row(
        "validate, all", every, note=f"{csv:.0f} MB of CSV, {yaml:.0f} MB of YAML",
        bars=[Bar("CSV MB/s", csv / more, SMALLEST_CSV, at_least=True)])
    Table.row(
        "validate, without tables", bare, note=f"{plain_yaml:.0f} MB of YAML",
        bars=[Bar("YAML MB/s", plain_yaml / median(bare, "wall"), SMALLEST_YAML, at_least=True)])
    return whole


def measure(command, folder, provinces, runs):
    whole = validate(command, folder, runs)
    pages_site = site(folder / "site")
    for count in provinces:
        data = whole if count == ALL else make(folder / f"data-{count}", "--provinces", count)

        def build(number):
            return Run([command, "build", "--data", data, "--site", pages_site, "--lang", "en", "--out",
                        folder / f"site-{count}-{number}"])

        # The large ones fill the disk: only the first size is built again and again.
        fresh = [build(number) for number in range(runs if count == provinces[0] else 1)]
        pages = written(fresh[0])
        Table.row(
            f"build, {count} provinces, {pages:,} pages", fresh, pages,
            note=f"{1e6 * median(fresh, 'processor') / pages:.0f} µs of CPU a page",
            bars=[Bar("pages/s", pages / median(fresh, "wall"), SMALLEST_PAGES, at_least=True)])
        again = [build(0) for _ in range(runs)]
        Table.row("  again, nothing changed", again, bars=[Bar("wall", median(again, "wall"), LONGEST_AGAIN)])
        edited = edits(lambda: edit_target(data), lambda: build(0), runs if count == provinces[0] else 1)
        Table.row("  one target edited", edited, bars=[Bar("wall", median(edited, "wall"), LONGEST_AGAIN)])
