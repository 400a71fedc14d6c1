"""Times the building of authored pages beside Hugo and beside the bare loop, and how the cost grows.

What is compared: all three read the same Markdown, of one language half and of the other half. Hugo and ours make of
each page the same pieces (layout, menu, breadcrumbs, contents, link to the other language, canonical address), a
sitemap of all and a feed of thirty entries of each language. Ours builds synthetic data along, without a figure, whose
thirty documents its feeds list: about 150 small pages more than Hugo. It also writes the Markdown of every page and a
manifest with the SHA-256 of every file, and checks links and languages, which Hugo does not. The loop reads, renders
and writes, nothing else. The line "with the real data" builds the pages of Data/ and of site/
along as well; no bar is for it.
"""

import pathlib
import subprocess
import sys

from common import ROOT, Bar, Run, Table, median, ratio

HERE = pathlib.Path(__file__).resolve().parent
ADDRESS = "https://bench.example/"
# Of Hugo's time, of the loop's time, and megabytes: at the pages of the comparison, and at a hundred thousand.
LARGEST_HUGO_RATIO = 0.25
LARGEST_LOOP_RATIO = 2
LARGEST_MEGABYTES = 250
LARGEST_GROWN_MEGABYTES = 600


def run(command):
    """Runs what is needed before anything is measured; its output is shown only when it fails."""
    made = subprocess.run(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if made.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, command))}\n{made.stdout}")
    return made.stdout


class Tools:
    """What ours is compared with: Hugo as requirements.txt names it, and the loop."""

    def __init__(self):
        python = pathlib.Path(run([ROOT / "scripts/python-tools"]).splitlines()[-1])
        found = sorted(python.parent.parent.glob("lib/*/site-packages/hugo/binaries/hugo*"))
        if not found:
            sys.exit("bench: Hugo was not found after it was installed.")
        self.hugo = found[0]
        print("Building MarkdownLoop (release) ...", flush=True)
        self.loop = pathlib.Path(run([ROOT / "scripts/build-benchmark", "MarkdownLoop"]).splitlines()[-1])


def make_pages(folder, count, compared=False):
    command = [sys.executable, HERE / "make_pages.py", "--pages", str(count), "--ours", folder / "ours",
               "--data", folder / "data"]
    run(command + (["--along", folder / "along", "--hugo", folder / "hugo"] if compared else []))


def ours(command, folder, out):
    return Run([command, "build", "--data", folder / "data", "--site", folder / "ours", "--out", out,
                "--base-url", ADDRESS])


def compare(command, tools, folder, pages, count):
    make_pages(folder, pages, compared=True)
    names = ["Hugo", "parindex", "bare loop", "with the real data"]
    runs = {name: [] for name in names}
    # The first round fills the file cache and is not counted.
    for number in range(count + 1):
        out = folder / f"out-{number}"
        out.mkdir()
        made = [
            Run([tools.hugo, "--source", folder / "hugo", "--destination", out / "hugo", "--cacheDir", out / "cache",
                 "--quiet"]),
            ours(command, folder, out / "ours"),
            Run([tools.loop, folder / "ours" / "pages", out / "loop"]),
            Run([command, "build", "--site", folder / "along", "--out", out / "along", "--base-url", ADDRESS]),
        ]
        if number == 0:
            check(out, pages)
            continue
        for name, one in zip(names, made, strict=True):
            runs[name].append(one)
    hugo, own, loop, along = (runs[name] for name in names)
    Table.title(f"{pages:,} authored pages of about 3 KB")
    Table.row("Hugo", hugo, pages)
    Table.row("reading, rendering and writing, no more", loop, pages)
    Table.row(
        "parindex build", own, pages, ("beside Hugo", hugo),
        [Bar("wall", ratio(own, hugo, "wall"), LARGEST_HUGO_RATIO),
         Bar("CPU", ratio(own, hugo, "processor"), LARGEST_HUGO_RATIO),
         Bar("MB", median(own, "megabytes"), LARGEST_MEGABYTES)])
    Table.row(
        "the same", own, pages, ("beside the loop", loop),
        [Bar("wall", ratio(own, loop, "wall"), LARGEST_LOOP_RATIO),
         Bar("CPU", ratio(own, loop, "processor"), LARGEST_LOOP_RATIO)])
    Table.row("with the real data", along, pages, ("beside Hugo", hugo))


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


def grow(command, folder, counts, runs):
    Table.title("Growth, authored pages")
    before = None
    for count in [0, *counts]:
        place = folder / str(count)
        place.mkdir()
        make_pages(place, count)
        made = [ours(command, place, place / f"out-{number}") for number in range(runs)]
        processor, megabytes = median(made, "processor"), median(made, "megabytes")
        note = ""
        if before:
            # What one more page costs: the same on each line when the cost grows linearly.
            step = 1e6 * (processor - before[1]) / (count - before[0])
            more = 1024 * (megabytes - before[2]) / (count - before[0])
            note = f"since the line before: {step:.0f} µs of CPU and {more:.1f} KB a page"
        bars = [Bar("MB", megabytes, LARGEST_GROWN_MEGABYTES)] if count >= 100_000 else []
        Table.row(f"{count:,} pages", made, count, note=note, bars=bars)
        before = (count, processor, megabytes)
