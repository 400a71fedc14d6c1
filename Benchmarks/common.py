"""What the parts of the benchmark share."""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Run:
    """Wall and processor seconds, peak megabytes and the output of a process; the program ends when it failed."""

    def __init__(self, command, cwd=ROOT):
        os.sync()
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            self.text = output.read().decode()
            if process.returncode != 0:
                sys.exit(f"bench: {' '.join(map(str, command))}\n{self.text}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024


def median(runs, name):
    return statistics.median(getattr(run, name) for run in runs)


def ratio(runs, others, name):
    """The median over rounds in which both ran in turn."""
    return statistics.median(
        getattr(run, name) / getattr(other, name) for run, other in zip(runs, others, strict=True))


def written(run):
    """How many pages a build wrote."""
    return int(re.search(r"Wrote ([\d.,]+) ", run.text)[1].replace(",", "").replace(".", ""))


def edits(edit, build, runs):
    """Builds after an edit each. The first build over a fresh site links every file anew and is not counted."""
    made = []
    for _ in range(runs + 1):
        edit()
        made.append(build())
    return made[1:]


class Bar:
    """What a figure is held against; how often it was missed is counted."""

    missed = 0

    def __init__(self, name, value, limit, at_least=False):
        met = value >= limit if at_least else value <= limit
        Bar.missed += not met
        shown = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
        self.text = f"{name} {shown} {'>=' if at_least else '<='} {limit:,}: {'met' if met else 'MISSED'}"


class Table:
    """The table of all measurements, printed line by line as they are made."""

    @staticmethod
    def head():
        print(
            f"{'':<42}{'runs':>5}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'pages/s':>9}{'wall':>7}{'CPU':>7}  beside, bars")

    @staticmethod
    def title(text):
        print(f"\n{text}", flush=True)

    @staticmethod
    def row(name, runs, pages=None, beside=None, bars=(), note=""):
        """Medians of runs. `beside` is the name of a reference and its runs, each made in turn with one of these."""
        wall = median(runs, "wall")
        speed = f"{pages / wall:,.0f}" if pages else ""
        line = (
            f"{name:<42}{len(runs):>5}{wall:>9.3f}{median(runs, 'processor'):>9.3f}{median(runs, 'megabytes'):>9.0f}"
            f"{speed:>9}")
        words = [note] if note else []
        if beside:
            name, others = beside
            line += f"{ratio(runs, others, 'wall'):>7.2f}{ratio(runs, others, 'processor'):>7.2f}"
            words.insert(0, name)
        else:
            line += " " * 14
        print(f"{line}  {'; '.join(words + [bar.text for bar in bars])}".rstrip(), flush=True)


class Draw:
    """Whole numbers at random that depend on nothing but the seed, on any version of Python."""

    def __init__(self, seed):
        self.state = (seed * 2 + 1) * 0x9E3779B97F4A7C15 % 2**64

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound
