"""The verdict table, case by case from the file that the browser runs, too."""

import json
from pathlib import Path
from typing import Any

import pytest

from conference.rules.verdict import VERDICTS, verdict

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "verdicts.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["case"])
def test_the_table_says(vector: dict[str, Any]) -> None:
    assert verdict(**vector["said"]) == vector["verdict"]


def test_every_verdict_stands_in_the_file() -> None:
    assert {vector["verdict"] for vector in VECTORS} == set(VERDICTS)
