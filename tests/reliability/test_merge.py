"""T9: doors that were cut off bring scans, walk-ins and reversals in any order, in parts, some of
them twice or broken off, by clocks that are wrong by years, while invitations are withdrawn and
codes replaced; who is in the hall, what is contested and when each entry was made come out the
same, as a few lines count."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from builders_doors import serving
from builders_load import ROUNDS, figure, kind_of, rounds
from builders_merge import DEVICES, NAMES, NOW, Act, Came, Entry, Merge, merged
from flask import Flask
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conference import check_in_desk, vault_door
from conference.commands import check_in_code, check_in_reversal
from conference.config import Settings
from conference.domain.invitation_attendance import Made

UNDO_S = 125
"""How long a door may take back its own entry, with what is allowed for the way."""

YEARS_S = 10 * 365 * 86_400

devices, guests = st.integers(0, DEVICES - 1), st.integers(0, len(NAMES) - 1)
entry: st.SearchStrategy[Entry] = st.one_of(
    st.tuples(st.sampled_from(["scan", "unlisted"]), devices, guests, st.integers(0, 1)),
    st.tuples(st.just("walk_in"), devices),
    st.tuples(st.just("undo"), devices, st.integers(0, 24)),
)
act: st.SearchStrategy[Act] = st.tuples(
    st.integers(0, 8), st.sampled_from(["withdraw", "reissue"]), guests
)
wrong_by = st.tuples(*[st.integers(-YEARS_S, YEARS_S)] * DEVICES)


@st.composite
def merges(draw: st.DrawFn) -> Merge:
    entries = draw(st.lists(entry, min_size=1, max_size=25))
    order, part = draw(st.permutations(range(len(entries)))), draw(st.integers(1, 7))
    gap_s, acts = draw(st.sampled_from([1, 50])), draw(st.lists(act, max_size=3))
    return Merge(entries, order, part, draw(wrong_by), gap_s, acts)


def oracle(merge: Merge) -> Came:
    """What it comes to: an act in the middle parts what has arrived from what has not."""
    undone, arrived = dict(undoings(merge)), set[int]()
    newest, withdrawn, good = Counter[int](), set[int](), dict[int, list[int]]()
    contested: Counter[tuple[str, str]] = Counter()
    for acts, numbers in merge.parts():
        for _, verb, guest in acts:
            if verb == "reissue":
                newest[guest] += 1
                withdrawn.discard(guest)
            elif all(undone.get(n, set()) & arrived for n in good.get(guest, ())):
                withdrawn.add(guest)
        for n in numbers:
            arrived.add(n)
            one = merge.entries[n]
            if one[0] == "scan" and one[2] not in withdrawn and one[3] == newest[one[2]]:
                good.setdefault(one[2], []).append(n)
            elif one[0] in ("scan", "unlisted") and n not in undone:
                good_one = "unlisted" if one[3] == newest[one[2]] else "replaced"
                contested[NAMES[one[2]], "withdrawn" if one[2] in withdrawn else good_one] += 1
    left = {NAMES[g]: sum(n not in undone for n in made) for g, made in good.items()}
    contested += Counter({(name, "already"): n - 1 for name, n in left.items() if n > 1})
    walked = sum(one[0] == "walk_in" and n not in undone for n, one in enumerate(merge.entries))
    here = Counter({name: min(n, 1) for name, n in left.items()} | {"Khách": walked})
    kept = [n for n, one in enumerate(merge.entries) if one[0] != "undo"]
    return Came(+here, +contested, {n: (merge.at(n), merge.shown(n)) for n in kept})


def undoings(merge: Merge) -> Iterator[tuple[int, set[int]]]:
    """The entries that the door which made them took back in time, and by which reversals."""
    by: dict[int, set[int]] = {}
    for n, one in enumerate(merge.entries):
        if one[0] == "undo":
            of = one[2] % len(merge.entries)
            entry, late_s = merge.entries[of], abs(n - of) * merge.gap_s
            if entry[0] != "undo" and entry[1] == one[1] and late_s <= UNDO_S:
                by.setdefault(of, set()).add(n)
    yield from by.items()


@pytest.fixture
def app(any_settings: Settings) -> Iterator[Flask]:
    with serving(any_settings, lambda: NOW) as made:
        made.extensions["merges"] = sizes = []
        yield made
    if sizes:
        told = {"examples": len(sizes), "largest": max(sizes)}
        figure("T9", store=kind_of(any_settings), **told)


TWICE: list[Entry] = [("scan", 0, 0, 0), ("scan", 1, 0, 0), ("undo", 0, 0)]
AFAR = (YEARS_S, -YEARS_S, 3_600, -86_400, 0)

EARLY = Merge([("scan", 0, 0, 0), ("undo", 0, 0)], [1, 0], 1)
WRONG_CLOCK = Merge(TWICE, [2, 1, 0], 1, AFAR)
MEANWHILE = Merge(TWICE, [1, 0, 2], 1, acts=[(0, "withdraw", 0)])
TOO_LATE = Merge(TWICE, [0, 1, 2], 3, AFAR, 100)


@pytest.mark.parametrize("number", range(rounds(1)))
@settings(max_examples=1_000 if ROUNDS else 20)
@given(merge=merges())
@example(merge=Merge([("walk_in", 0), ("undo", 0, 0)], [1, 0], 1))
@example(merge=Merge(TWICE, [0, 1, 2], 3, acts=[(1, "withdraw", 0), (9, "reissue", 0)]))
@example(merge=EARLY)
@example(merge=Merge([("unlisted", 0, 0, 0), ("scan", 1, 0, 0)], [1, 0], 1))
@example(merge=WRONG_CLOCK)
@example(merge=MEANWHILE)
@example(merge=TOO_LATE)
@example(merge=Merge([("walk_in", 1), ("undo", 0, 0), ("undo", 1, 0)], [1, 2, 0], 1))
def test_any_order_of_upload_comes_to_the_same(app: Flask, number: int, merge: Merge) -> None:
    app.extensions["merges"].append(len(merge.entries))
    assert merged(app, merge) == oracle(merge)


def forget(*said: object) -> str:
    """A server that forgets a reversal which came before its entry."""
    return "kept"


def believe(scanned_at: datetime, *said: object) -> tuple[datetime, bool]:
    """A server that takes a device's clock as it is."""
    return scanned_at, False


def quiet(*said: object) -> None:
    """A server that tells nobody whom a door let in against the log."""


def patient(early: vault_door.Early, made: Made) -> str:
    """A server that lets a door take back an own entry whenever it likes."""
    return "reversed" if made.by == early.by else "not_yours"


@pytest.mark.parametrize(
    ("where", "name", "broken", "merge"),
    [
        (check_in_reversal, "keep", forget, EARLY),
        (check_in_desk, "corrected", believe, WRONG_CLOCK),
        (check_in_code, "contest", quiet, MEANWHILE),
        (check_in_reversal, "allowed", patient, TOO_LATE),
    ],
    ids=["forgets reversals", "believes clocks", "is quiet", "is patient"],
)
def test_the_broken_twin_is_found_out(
    app: Flask, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, broken: Any, merge: Merge
) -> None:
    monkeypatch.setattr(where, name, broken)
    assert merged(app, merge) != oracle(merge)
