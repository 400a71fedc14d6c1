"""Times `parindex robustness` against NumPy and prints one table: compare.py COMMAND [--quick]

Ours is the whole process (start, reading, simulation, JSON); of NumPy's only the loop counts. Both run in turn,
pair after pair, so that a change of the machine's speed meets both; the ratio is the median over the pairs.
A measurement, not a test: it ends with 1 only when a run fails or the two disagree on a mean rank.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "Examples" / "synthetic-63"
FRAMEWORK = EXAMPLE / "framework.csv"
PRIORS = ["uniform:0.25", "dirichlet:100", "simplex"]
DRAWS = [10_000, 100_000, 1_000_000]
# Each process computes on as many threads as it is asked to, BLAS on none of its own.
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
LARGEST_RATIO = 0.7
LARGEST_MEGABYTES = 60


def run(command):
    """Output, wall and processor seconds, and peak megabytes of a process."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE, env=ENVIRONMENT)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode != 0:
            sys.exit(f"bench: {' '.join(map(str, command))}\n{errors.decode()}")
        output.seek(0)
        return json.load(output), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Measured:
    """One line of the table: a prior, a number of threads and of draws, run in pairs."""

    def __init__(self, command, scores, prior, threads, draws, pairs):
        self.prior, self.threads, self.draws = prior, threads, draws
        ours = [
            command, "robustness", "--framework", FRAMEWORK, "--scores", scores, "--levels", "leaves",
            "--perturb", prior, "--draws", str(draws), "--threads", str(threads), "--seed", "1",
            "--format", "json"]
        numpys = [
            sys.executable, HERE / "numpy_ranks.py", "--framework", FRAMEWORK, "--scores", scores,
            "--prior", prior, "--draws", str(draws), "--workers", str(threads)]
        walls, processors, megabytes, loops, numpy_megabytes = [], [], [], [], []
        for _ in range(pairs):
            result, wall, processor, peak = run(ours)
            other, _, _, _ = run(numpys)
            walls.append(wall)
            processors.append(processor)
            megabytes.append(peak)
            loops.append(other["seconds"])
            numpy_megabytes.append(other["kilobytes"] / 1024)
        self.apart = apart(result, other, draws)
        self.ratio = statistics.median(a / b for a, b in zip(walls, loops))
        self.wall, self.loop = statistics.median(walls), statistics.median(loops)
        self.processor = statistics.median(processors)
        self.megabytes, self.numpy_megabytes = max(megabytes), max(numpy_megabytes)

    def __str__(self):
        return (
            f"{self.prior:<14} {self.threads:>7} {self.draws:>9,} {self.wall:>10.3f} {self.processor:>9.3f} "
            f"{self.loop:>9.3f} {self.ratio:>6.2f} {self.megabytes:>8.1f} {self.numpy_megabytes:>9.1f}")


def apart(ours, numpys, draws):
    """How many standard errors the mean ranks of the two differ by, at most; one draw counts as one at least."""
    means = {unit["unit"]: unit["meanRank"] for unit in ours["units"]}
    return max(
        abs(means[unit] - mean) / max(error * 2**0.5, 1 / draws)
        for unit, mean, error in zip(numpys["units"], numpys["meanRank"], numpys["meanError"]))


def verdict(text, met):
    print(f"  {'met    ' if met else 'not met'}  {text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command")
    parser.add_argument("--quick", action="store_true", help="one pair each and no million draws")
    options = parser.parse_args()
    command = os.path.abspath(options.command)
    with tempfile.TemporaryDirectory() as folder:
        scores = pathlib.Path(folder) / "scores.csv"
        subprocess.run([sys.executable, EXAMPLE / "make.py", "--complete", scores], check=True)
        print("parindex robustness, 63 units, 88 leaves in 8 components, weights of the leaves changed")
        print("seconds: ours of the whole process, NumPy's of the loop alone; MB: peak, all processes")
        print()
        print("prior          threads     draws  ours wall  ours cpu     numpy  ratio  ours MB  numpy MB")
        lines = []
        for prior in PRIORS:
            for threads in (1, 2):
                for draws in DRAWS[: 2 if options.quick else 3]:
                    pairs = 1 if options.quick else 3 if draws == DRAWS[2] else 7
                    lines.append(Measured(command, scores, prior, threads, draws, pairs))
                    print(lines[-1], flush=True)
    found = {(line.prior, line.threads, line.draws): line for line in lines}
    print()
    for threads in (1, 2):
        line = found["uniform:0.25", threads, 100_000]
        verdict(
            f"uniform:0.25, 100,000 draws, {threads} thread{'s' * (threads > 1)}: {line.ratio:.2f} of NumPy's time"
            f" (at most {LARGEST_RATIO})", line.ratio <= LARGEST_RATIO)
    peak = max(line.megabytes for line in lines)
    verdict(f"peak memory {peak:.1f} MB (below {LARGEST_MEGABYTES})", peak < LARGEST_MEGABYTES)
    if not options.quick:
        growth = max(
            found[p, t, DRAWS[2]].megabytes - found[p, t, DRAWS[0]].megabytes for p in PRIORS for t in (1, 2))
        verdict(f"memory from 10,000 to 1,000,000 draws: {growth:+.1f} MB (within 2)", growth <= 2)
        for prior in PRIORS:
            for threads in (1, 2):
                few, some, many = (found[prior, threads, draws].processor for draws in DRAWS)
                early = (some - few) / (DRAWS[1] - DRAWS[0])
                late = (many - some) / (DRAWS[2] - DRAWS[1])
                verdict(
                    f"{prior}, {threads} thread{'s' * (threads > 1)}: {early * 1e6:.2f} µs a draw from 10,000 to"
                    f" 100,000, {late * 1e6:.2f} µs from there to 1,000,000 (linear: within a fifth)",
                    abs(late / early - 1) <= 0.2)
    worst = max(line.apart for line in lines)
    agrees = worst < 5
    verdict(f"mean ranks of both agree within {worst:.1f} standard errors (below 5)", agrees)
    return 0 if agrees else 1


if __name__ == "__main__":
    sys.exit(main())
