"""The ranks of an index under changed weights of its leaves, in NumPy: what `parindex robustness` is timed against.

Draws go through in batches that fit the cache: weights, one matrix product, one sort, one count. Only the loop
over the batches is timed, not the start of Python, the import of NumPy, the reading of the files or the start
of worker processes. The table of scores must be complete.
"""

import argparse
import csv
import json
import multiprocessing
import resource
import time

import numpy as np

BATCH = 256
# Scores that are equal at eight decimals are equal.
STEPS = 1e8


def read(framework, scores):
    """Leaf codes, groups and scores: what a batch needs, as arrays."""
    with open(framework, newline="") as file:
        rows = list(csv.DictReader(file))
    maximum = {row["code"]: float(row["max_points"]) for row in rows}
    parent = {row["code"]: row["parent"] for row in rows}
    inner = [row["code"] for row in rows if row["code"] in set(parent.values())]
    with open(scores, newline="") as file:
        header, *body = list(csv.reader(file))
    leaves = header[1:]
    values = np.array([[float(cell) for cell in row[1:]] for row in body])
    raw = np.array([maximum[code] for code in leaves])
    # Which group of siblings each leaf is in, and what of each group's weight is not a leaf's.
    group = np.array([inner.index(parent[code]) for code in leaves])
    member = np.zeros((len(leaves), len(inner)))
    member[np.arange(len(leaves)), group] = 1
    fixed = np.zeros(len(inner))
    for code in inner[1:]:
        fixed[inner.index(parent[code])] += maximum[code]
    return {
        "units": [row[0] for row in body],
        "raw": raw,
        "share": (values / raw).T * maximum[inner[0]],
        "group": group,
        "member": member,
        "fixed": fixed,
        "above": [inner.index(parent[code]) if parent[code] else None for code in inner],
        "inner": np.array([maximum[code] for code in inner]),
    }


def loop(data, prior, draws, seed):
    """Counts `[unit, rank]` over the draws, and the seconds that took."""
    kind, _, parameter = prior.partition(":")
    raw, member, group, fixed = data["raw"], data["member"], data["group"], data["fixed"]
    share = np.ascontiguousarray(data["share"])
    leaves, units = share.shape
    rng = np.random.Generator(np.random.SFC64(seed))
    weights = np.empty((BATCH, leaves))
    product = np.empty((BATCH, units))
    keys = np.empty((BATCH, units), np.int64)
    # The low bits of a key say which unit it is, so that plain sorting does what argsort would, faster.
    bits = max(units - 1, 1).bit_length()
    labels = np.arange(units, dtype=np.int64)
    places = np.arange(units, dtype=np.int64)
    counts = np.zeros(units * units, np.int64)
    together = raw @ member
    if kind == "uniform":
        spread = float(parameter)
        width, least = raw * 2 * spread, raw * (1 - spread)
    elif kind == "dirichlet":
        # Siblings that are no leaves keep their weight, and the leaves share out what they have together.
        shape = float(parameter) * raw / together[group]

    start = time.perf_counter()
    for first in range(0, draws, BATCH):
        n = min(BATCH, draws - first)
        w, s, k = weights[:n], product[:n], keys[:n]
        if kind == "uniform":
            rng.random(out=w)
            w *= width
            w += least
            total = w @ member
            total += fixed
            factor = np.empty_like(total)
        else:
            if kind == "dirichlet":
                w[:] = rng.standard_gamma(shape, size=w.shape)
            else:
                rng.standard_exponential(out=w)
            total = w @ member
            with np.errstate(divide="ignore", invalid="ignore"):
                factor = together / total
            w *= factor[:, group]
            total = np.broadcast_to(together + fixed, factor.shape)
        factor[:, 0] = 1 / total[:, 0]
        for place, above in enumerate(data["above"][1:], 1):
            factor[:, place] = factor[:, above] * data["inner"][place] / total[:, place]
        w *= factor[:, group]
        np.matmul(w, share, out=s)
        s *= -STEPS
        np.rint(s, out=s)
        np.copyto(k, s, casting="unsafe")
        k <<= bits
        k |= labels
        k.sort(axis=1)
        unit = k & ((1 << bits) - 1)
        k >>= bits
        # Equal scores share the rank of the first of them.
        rank = np.where(k[:, 1:] != k[:, :-1], places[1:], 0)
        rank = np.maximum.accumulate(rank, axis=1)
        unit *= units
        unit[:, 1:] += rank
        counts += np.bincount(unit.ravel(), minlength=units * units)
    return counts.reshape(units, units), time.perf_counter() - start


def percentile(counts, draws, share):
    """Linear interpolation between the two nearest of the ordered draws, for every unit."""
    reached = np.cumsum(counts, axis=1)
    place = share * (draws - 1)
    low = int(place)
    below = (reached <= low).sum(axis=1) + 1
    above = (reached <= min(low + 1, draws - 1)).sum(axis=1) + 1
    return below + (above - below) * (place - low)


def summary(counts, draws):
    ranks = np.arange(1, counts.shape[1] + 1)
    mean = counts @ ranks / draws
    deviation = np.sqrt((counts @ ranks**2 / draws - mean**2) * draws / (draws - 1))
    result = {"meanRank": mean, "meanError": deviation / np.sqrt(draws)}
    for name, share in [("rankP05", 0.05), ("medianRank", 0.5), ("rankP95", 0.95)]:
        result[name] = percentile(counts, draws, share)
        step = np.sqrt(share * (1 - share) / draws)
        ends = [percentile(counts, draws, min(max(share + s, 0), 1)) for s in (-step, step)]
        result[name + "Error"] = (ends[1] - ends[0]) / 2
    result["acceptability"] = counts / draws
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--framework", required=True)
    parser.add_argument("--scores", required=True)
    parser.add_argument("--prior", default="uniform:0.25")
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    data = read(options.framework, options.scores)
    draws, workers = options.draws, options.workers
    if workers == 1:
        loop(data, options.prior, BATCH, 0)  # warms up BLAS and the caches
        start = time.perf_counter()
        counts, _ = loop(data, options.prior, draws, 1)
        found = summary(counts, draws)
        seconds = time.perf_counter() - start
    else:
        parts = [draws // workers + (worker < draws % workers) for worker in range(workers)]
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            pool.starmap(loop, [(data, options.prior, BATCH, 0)] * workers, chunksize=1)
            start = time.perf_counter()
            results = pool.starmap(
                loop, [(data, options.prior, part, seed) for seed, part in enumerate(parts, 1)], chunksize=1)
            found = summary(sum(counts for counts, _ in results), draws)
            seconds = time.perf_counter() - start
    usage = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({
        "seconds": seconds,
        "kilobytes": usage[0] + (workers * usage[1] if workers > 1 else 0),
        "units": data["units"],
        "meanRank": found["meanRank"].tolist(),
        "meanError": found["meanError"].tolist(),
    }))


if __name__ == "__main__":
    main()
