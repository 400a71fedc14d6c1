"""Times validation and building of synthetic national data: bench.py COMMAND [--runs N] [--provinces N …]

Megabytes a second of YAML are those of the data without tables; those of CSV follow from what the tables add. Pages a
second count every page of the site, both languages. Every run writes to a fresh folder, and nothing is deleted before
the end. A measurement, not a test: it ends with 1 only when a run fails.
"""

import argparse
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from common import ROOT, Run, median  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
# Megabytes a second, and pages a second.
SMALLEST_CSV = 60
SMALLEST_YAML = 15
SMALLEST_PAGES = 8_000


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


def line(name, runs, more=""):
    print(
        f"  {name:<34}{median(runs, 'wall'):>9.2f}{median(runs, 'processor'):>9.2f}{median(runs, 'megabytes'):>9.0f}"
        f"   {more}", flush=True)


def verdict(name, value, bar):
    print(f"  {name:<45}{value:>10.1f}   bar {bar}: {'met' if value >= bar else 'MISSED'}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("command", type=pathlib.Path, help="the parindex command")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--build-runs", type=int, default=3)
    arguments.add_argument(
        "--provinces", type=int, nargs="*", default=[16, 32, 63], help="what the site is built of, for the growth")
    arguments.add_argument("--folder", type=pathlib.Path, help="where to write; a temporary folder otherwise")
    given = arguments.parse_args()
    command = given.command.resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="national-", dir=given.folder)).resolve()
    try:
        whole = make(folder / "whole")
        plain = make(folder / "plain", "--without-tables")
        csv, yaml, plain_yaml = size(whole, ".csv"), size(whole, ".yaml"), size(plain, ".yaml")
        runs = {"whole": [], "plain": []}
        for _ in range(given.runs):
            runs["whole"].append(Run([command, "validate", "--data", whole]))
            runs["plain"].append(Run([command, "validate", "--data", plain]))
        print("Synthetic national data, 63 provinces x 15 years x 88 leaves and 3,321 communes x 5 years")
        print(f"  {'':<34}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}")
        line("validate, all", runs["whole"], f"{csv:.0f} MB of CSV, {yaml:.0f} MB of YAML")
        line("validate, without tables", runs["plain"], f"{plain_yaml:.0f} MB of YAML")
        more = statistics.median(
            whole.wall - plain.wall for whole, plain in zip(runs["whole"], runs["plain"], strict=True))
        verdict("CSV, MB/s", csv / more, SMALLEST_CSV)
        verdict("YAML, MB/s", plain_yaml / median(runs["plain"], "wall"), SMALLEST_YAML)
        pages_site = site(folder / "site")
        print("\nThe site of the provinces' data")
        speed = 0
        for count in given.provinces:
            data = whole if count == 63 else make(folder / f"data-{count}", "--provinces", count)
            built = [
                Run([command, "build", "--data", data, "--site", pages_site, "--lang", "en", "--out",
                     folder / f"site-{count}-{number}"])
                for number in range(given.build_runs)]
            pages = int(re.search(r"Wrote ([\d,]+) pages", built[0].text)[1].replace(",", ""))
            speed = pages / median(built, "wall")
            cost = 1e6 * median(built, "processor") / pages
            line(f"build, {count} provinces", built, f"{pages:,} pages, {speed:.0f} a second, {cost:.0f} µs of CPU each")
        if given.provinces:
            verdict("pages, a second", speed, SMALLEST_PAGES)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
