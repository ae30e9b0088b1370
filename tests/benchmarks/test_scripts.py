"""The quick benchmarks run, in a tiny size, and tell a figure in one JSON line with its floor."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIGURES = {
    "annex": 4,
    "appends": 4,
    "arrivals": 12,
    "backlog": 6,
    "ceremony_papers": 14,
    "door_latency": 5,
    "fold": 4,
    "guest_import": 3,
    "letters": 2,
    "lint": 1,
    "reads": 7,
    "screens": 2,
}
"""The quick ones and how many figures each tells; `./run bench NAME --small` tries the others,
which start many servers and would take a minute each."""


@pytest.mark.slow
@pytest.mark.parametrize("name", list(FIGURES))
def test_a_benchmark_tells_its_figures(name: str) -> None:
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    told = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), "--small"],
        env={**os.environ, "PYTHONPATH": path},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert len({line["figure"] for line in lines}) == FIGURES[name]
    assert all(line["ours"] > 0 < line["floor"] for line in lines)
