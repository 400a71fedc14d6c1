"""What the benchmarks of authored pages and of national data share."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Run:
    """Wall and processor seconds, peak megabytes and the output of a process; the program ends when it failed."""

    def __init__(self, command):
        os.sync()
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
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


class Draw:
    """Whole numbers at random that depend on nothing but the seed, on any version of Python."""

    def __init__(self, seed):
        self.state = (seed * 2 + 1) * 0x9E3779B97F4A7C15 % 2**64

    def below(self, bound):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound
