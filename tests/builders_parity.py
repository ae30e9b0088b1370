"""Builders of plans at random: decisions whose lines are called by words that nothing else is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from builders import STAMP
from builders_awards import CERTIFICATE, FLAG, an_instrument
from builders_ceremony import prepare
from builders_commands import HERE, plan, shelf_of
from builders_demo import settings_in
from hypothesis import strategies as st

from conference.commands.awards import register_instrument
from conference.commands.awards_plan import move_recipient, move_turn
from conference.commands.awards_rules import set_stage_capacity
from conference.store import Store
from projections.library import Shelf

AWARDS = (FLAG, CERTIFICATE, "huan_chuong_lao_dong")

INSTRUMENTS = st.lists(
    st.tuples(st.sampled_from(AWARDS), st.integers(1, 4)), min_size=1, max_size=3
)
EDITS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3)
SIDES = st.lists(st.sampled_from(["left", "right"]), min_size=1, max_size=3)


@contextmanager
def a_store() -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        Store.migrate(settings_in(Path(folder)))
        store = Store(settings_in(Path(folder)))
        yield store
        store.close()


def planned(store: Store, instruments: list[tuple[str, int]], capacity: int) -> None:
    """Decisions with lines that are called by letters which no other word of a paper is."""
    plan(store)
    number = 0
    for n, (award, lines) in enumerate(instruments, 1):
        names = [f"QX{number + m:02}Z" for m in range(lines)]
        number += lines
        said: dict[str, Any] = {"award": award, "number": f"{n}/QĐ", "title": f"Tặng {n}"}
        register_instrument(store, STAMP, **HERE, **an_instrument(*names, **said))
    set_stage_capacity(store, STAMP, **HERE, capacity=capacity)


def edited(store: Store, edits: list[tuple[int, int]], sides: list[str]) -> Shelf:
    """Turns and recipients put in another order, rows that enter from here and there."""
    for one, other in edits:
        turns = shelf_of(store).run_sheet.turns
        turn, before = turns[one % len(turns)], turns[other % len(turns)]
        move_turn(store, STAMP, **HERE, turn=turn.id, before=before.id)
        row = turn.recipients
        said = {"line": row[one % len(row)].line, "turn": turn.id, "why": "vai"}
        move_recipient(store, STAMP, **HERE, before=row[other % len(row)].line, **said)
    for number, side in enumerate(sides, 1):
        if number <= len(shelf_of(store).run_sheet.turns):
            prepare(store, number, side=side)
    return shelf_of(store)
