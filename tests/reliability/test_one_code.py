"""T8: one code at two and at eight doors at the same instant, over HTTP, at one server process and
at two: exactly one door is told to let the guest in, and no door is told of an error."""

from collections import Counter

import pytest
from builders import KIEN_GIANG
from builders_load import at_once, figure, kind_of, rounds
from builders_serving import SAFE, doors_of, server

from conference.config import Settings
from conference.store import Store
from projections.library import Library

BLIND = "reliability.unsafe_blind:app"


def played(settings: Settings, count: int, doors: int, app: str = SAFE) -> Counter[str]:
    """How the rounds came out, by what the doors of each were told."""
    token, codes = doors_of(settings, count)
    told: Counter[str] = Counter()
    with server(settings, app) as one, server(settings, app) as two:
        for number, code in enumerate(codes):
            bodies = [{"token": code, "scan_id": f"{number} {n}"} for n in range(doors)]
            ports = (one, two) if number % 2 else (one,)
            answers = at_once(one, token, bodies, ports=ports)
            told[", ".join(sorted(said(*answer) for answer in answers))] += 1
    return told


def said(status: int, answer: dict[str, str]) -> str:
    return answer["verdict"] if status == 200 else str(status)


@pytest.mark.slow
@pytest.mark.parametrize("doors", [2, 8])
def test_one_of_the_doors_admits(any_settings: Settings, doors: int) -> None:
    count = rounds(15, each=250)
    told = played(any_settings, count, doors)
    figure("T8", store=kind_of(any_settings), doors=doors, rounds=count)
    assert told == {", ".join(["admitted", *["already"] * (doors - 1)]): count}
    store = Store(any_settings)
    assert Library(store.facts).shelf(KIEN_GIANG).attendance.present == count
    store.close()


@pytest.mark.slow
def test_the_broken_twin_is_seen_to_admit_twice(any_settings: Settings) -> None:
    told = played(any_settings, 15, 8, BLIND)
    assert [one for one in told if one.count("admitted") > 1]
