"""How a figure is taken and told: ours and its floor in turn, medians, one JSON line."""

import json
import sys
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter, process_time

SMALL = "--small" in sys.argv
"""Only to see that a script runs: its figures say nothing."""


def sized(full: int, small: int) -> int:
    """How many of something: fewer with --small."""
    return small if SMALL else full


ROUNDS = sized(5, 1)
"""Rounds of ours and of the floor, in turn, so that a noisy minute meets both."""


def in_turn(*measured: Callable[[], float], rounds: int = ROUNDS) -> list[float]:
    """The median of each measurement, taken one after the other in every round."""
    taken = [[one() for one in measured] for _ in range(rounds)]
    return [median(values) for values in zip(*taken, strict=True)]


def seconds(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def cpu_seconds(act: Callable[[], object]) -> float:
    """Of this process: what one thread computes costs the same however busy the machine is."""
    begun = process_time()
    act()
    return process_time() - begun


def tell(figure: str, unit: str, ours: float, floor: float, aim: str = "", **more: object) -> None:
    """Print a figure beside its floor; `aim` is written as in benchmarks/README.md."""
    line = {"figure": figure, "unit": unit, "ours": rounded(ours), "floor": rounded(floor)}
    line |= {"ratio": rounded(ours / floor)} | ({"aim": aim} if aim else {}) | more
    print(json.dumps(line, ensure_ascii=False), flush=True)


def rounded(value: float) -> float:
    """Three figures that count: more would be noise."""
    return float(f"{value:.3g}")


def half_and_most(values: Sequence[float]) -> tuple[float, float]:
    """p50 and p95."""
    cut = quantiles(values, n=20, method="inclusive")
    return cut[9], cut[18]
