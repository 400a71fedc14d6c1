"""Times the building of authored pages beside Hugo and beside the bare loop:
bench.py COMMAND LOOP HUGO [--runs N] [--pages N] [--growth N …]

What is compared: all three read the same Markdown, of one language half and of the other half. Hugo and ours make of
each page the same pieces (layout, menu, breadcrumbs, contents, link to the other language, canonical address), a
sitemap of all and a feed of thirty entries of each language. Ours builds synthetic data along, without a figure, whose
thirty documents its feeds list: about 150 small pages more than Hugo. It also writes the Markdown of every page and a
manifest with the SHA-256 of every file, and checks links and languages, which Hugo does not. The loop reads, renders
and writes, nothing else. The line "with the real data" builds the pages of Data/ and of site/
along as well; no bar is for it.

Each round runs all in turn, so that a change of the machine's speed meets all of them; the ratios are medians over
the rounds. Every run writes to a fresh folder, and nothing is deleted before the end: deleting and rewriting
thousands of files right before a run makes it 2 to 5 times slower. A measurement, not a test: it ends with 1 only
when a run fails or one of the three did not make what the others made.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from common import Run, median  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ADDRESS = "https://bench.example/"
# Of Hugo's time, of the loop's time, and megabytes: at the pages of the comparison, and at a hundred thousand.
LARGEST_HUGO_RATIO = 0.25
LARGEST_LOOP_RATIO = 2
LARGEST_MEGABYTES = 250
LARGEST_GROWN_MEGABYTES = 600


def ratio(runs, others, name):
    return statistics.median(
        getattr(run, name) / getattr(other, name) for run, other in zip(runs, others, strict=True))


def make_pages(folder, count, compared=False):
    command = [sys.executable, HERE / "make_pages.py", "--pages", str(count), "--ours", folder / "ours",
               "--data", folder / "data"]
    more = ["--along", folder / "along", "--hugo", folder / "hugo"] if compared else []
    subprocess.run(command + more, check=True)


def ours(command, folder, out):
    return Run([command, "build", "--data", folder / "data", "--site", folder / "ours", "--out", out,
                "--base-url", ADDRESS])


def verdict(name, value, bar, unit=""):
    word = "met" if value <= bar else "MISSED"
    print(f"  {name:<58} {value:8.2f}{unit}   bar {bar}{unit}: {word}")


def compare(given, folder):
    make_pages(folder, given.pages, compared=True)
    names = ["hugo", "parindex", "bare loop", "with the real data"]
    runs = {name: [] for name in names}
    # The first round fills the file cache and is not counted.
    for number in range(given.runs + 1):
        out = folder / f"out-{number}"
        out.mkdir()
        made = [
            Run([given.hugo, "--source", folder / "hugo", "--destination", out / "hugo", "--cacheDir", out / "cache",
                 "--quiet"]),
            ours(given.command, folder, out / "ours"),
            Run([given.loop, folder / "ours" / "pages", out / "loop"]),
            Run([given.command, "build", "--site", folder / "along", "--out", out / "along", "--base-url", ADDRESS]),
        ]
        if number == 0:
            check(out, given.pages)
            continue
        for name, run in zip(names, made, strict=True):
            runs[name].append(run)
    print(f"{given.pages:,} authored pages of about 3 KB, {given.runs} rounds, medians")
    print(f"  {'':<20}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}{'pages/s':>10}{'wall/Hugo':>12}{'CPU/Hugo':>12}")
    for name in names:
        own = runs[name]
        wall = median(own, "wall")
        print(
            f"  {name:<20}{wall:>10.2f}{median(own, 'processor'):>10.2f}{median(own, 'megabytes'):>10.0f}"
            f"{given.pages / wall:>10.0f}{ratio(own, runs['hugo'], 'wall'):>12.2f}"
            f"{ratio(own, runs['hugo'], 'processor'):>12.2f}")
    own = runs["parindex"]
    verdict("wall time beside Hugo's", ratio(own, runs["hugo"], "wall"), LARGEST_HUGO_RATIO)
    verdict("processor time beside Hugo's", ratio(own, runs["hugo"], "processor"), LARGEST_HUGO_RATIO)
    verdict("peak memory", median(own, "megabytes"), LARGEST_MEGABYTES, " MB")
    verdict("wall time beside the bare loop's", ratio(own, runs["bare loop"], "wall"), LARGEST_LOOP_RATIO)
    verdict(
        "processor time beside the bare loop's", ratio(own, runs["bare loop"], "processor"), LARGEST_LOOP_RATIO)


def check(out, count):
    """Ends when one of the three did not make the pages or the pieces that the others made."""
    for name in ("hugo", "ours"):
        for language in ("", "en/"):
            made = sum(1 for _ in (out / name / language / "p").glob("p??????/index.html"))
            if made != count // 2:
                sys.exit(f"bench: {name} made {made} pages of {count // 2} in {language or 'vi/'}")
            page = (out / name / language / "p/p000001/index.html").read_text(encoding="utf-8")
            pieces = ['class="menu"', 'class="breadcrumbs"', 'class="contents"', 'class="language"', "canonical",
                      'hreflang="en"', 'hreflang="vi"', "og:title", "<table", "+xml", "<h2 id="]
            missing = [piece for piece in pieces if piece not in page.replace("&#43;", "+")]
            if missing:
                sys.exit(f"bench: the pages of {name} lack {missing}")
    for file in ("hugo/sitemap.xml", "hugo/en/sitemap.xml", "ours/sitemap.xml"):
        if not (out / file).exists():
            sys.exit(f"bench: {file} was not made")
    for file, mark in (("hugo/index.xml", "<item>"), ("hugo/en/index.xml", "<item>"), ("ours/feed.xml", "<entry>"),
                       ("ours/en/feed.xml", "<entry>")):
        entries = (out / file).read_text(encoding="utf-8").count(mark) if (out / file).exists() else 0
        if entries != 30:
            sys.exit(f"bench: {file} has {entries} entries of 30")
    made = sum(1 for _ in (out / "loop").glob("*/p/*.html"))
    if made != count:
        sys.exit(f"bench: the loop made {made} pages of {count}")


def grow(given, folder):
    print(f"\nGrowth, authored pages, median of {given.growth_runs} runs")
    print(f"  {'pages':>10}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}{'CPU µs a page':>16}{'more than the step before':>28}")
    before = None
    for count in [0, *given.growth]:
        place = folder / f"growth-{count}"
        place.mkdir()
        make_pages(place, count)
        runs = [ours(given.command, place, place / f"out-{number}") for number in range(given.growth_runs)]
        processor, megabytes = median(runs, "processor"), median(runs, "megabytes")
        line = f"  {count:>10,}{median(runs, 'wall'):>10.2f}{processor:>10.2f}{megabytes:>10.0f}"
        if before:
            # What one more page costs: the same on each line when the cost grows linearly.
            step = 1e6 * (processor - before[1]) / (count - before[0])
            more = f"{1024 * (megabytes - before[2]) / (count - before[0]):.1f} KB a page"
            line += f"{step:>16.0f}{more:>28}"
        print(line, flush=True)
        before = (count, processor, megabytes)
    if before[0] >= 100_000:
        verdict(f"peak memory at {before[0]:,} pages", before[2], LARGEST_GROWN_MEGABYTES, " MB")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("command", type=pathlib.Path, help="the parindex command")
    arguments.add_argument("loop", type=pathlib.Path, help="the program MarkdownLoop")
    arguments.add_argument("hugo", type=pathlib.Path, help="the program hugo")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--pages", type=int, default=10_000)
    arguments.add_argument("--growth", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    arguments.add_argument("--growth-runs", type=int, default=3)
    arguments.add_argument("--folder", type=pathlib.Path, help="where to write; a temporary folder otherwise")
    given = arguments.parse_args()
    for name in ("command", "loop", "hugo"):
        setattr(given, name, getattr(given, name).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="authored-", dir=given.folder)).resolve()
    try:
        compare(given, folder)
        if given.growth:
            grow(given, folder)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
