"""How turns are made by rules, kept by hand, and put in order."""

from collections import Counter
from dataclasses import replace
from uuid import UUID, uuid5

import pytest
from builders import id
from builders_awards import CERTIFICATE, FLAG
from cases import case_late_graduands as case
from hypothesis import given
from hypothesis import strategies as st

from conference.rules.award_plan import (
    Arrangement,
    Entry,
    PlannedTurn,
    Rules,
    by_rule,
    recipient_moved,
    sizes,
    turn_moved,
    turn_split,
    turns_joined,
    turns_of,
)

ORDER = "huan_chuong_lao_dong"


def entries(*groups: tuple[str, int], start: int = 1) -> list[Entry]:
    """A decision for each group: its award, and how many lines it has, named by their place."""
    return [
        Entry(id(f"{d}.{n}"), id(f"d{d}"), d, n, f"{d}.{n}", award, None)
        for d, (award, count) in enumerate(groups, start)
        for n in range(1, count + 1)
    ]


def names(turns: Arrangement, known: list[Entry]) -> list[list[str]]:
    by_line = {one.line: one.name for one in known}
    return [[by_line[line] for line in turn.lines] for turn in turns]


def test_a_turns_id_is_made_of_instrument_award_placing_and_number() -> None:
    turns = by_rule(entries((FLAG, 3)), Rules(capacity=2))
    assert [turn.id for turn in turns] == [uuid5(id("d1"), f"turn/{FLAG}/0/{n}") for n in (1, 2)]


@pytest.mark.parametrize(
    ("split", "count", "wanted"),
    [
        ("even", 16, [8, 8]),
        ("full", 16, [10, 6]),
        ("full", 10, [10]),
        ("full", 0, []),
        ("full", 7, [7]),
    ],
)
def test_a_group_is_split_evenly_or_full_turns_first(
    split: str, count: int, wanted: list[int]
) -> None:
    assert sizes(count, Rules(split=split)) == wanted


def test_names_put_a_group_in_order_by_the_given_name_and_awards_stay_in_theirs() -> None:
    """Keele's order: the highest award first, then by name."""
    said = [(CERTIFICATE, "Trần Ân"), (CERTIFICATE, "Lê Bình"), (ORDER, "Vũ An"), (ORDER, "Đỗ Ái")]
    known = [
        Entry(id(name), id("d"), 1, n, name, award, None) for n, (award, name) in enumerate(said)
    ]
    assert names(by_rule(known, Rules(within="name")), known) == [
        ["Đỗ Ái", "Vũ An"],
        ["Trần Ân", "Lê Bình"],
    ]
    assert names(by_rule(known, Rules()), known) == [["Vũ An", "Đỗ Ái"], ["Trần Ân", "Lê Bình"]]


def test_keeles_order_is_the_highest_award_first_and_then_the_surname() -> None:
    degrees = {"Degree": ORDER, "Diploma": CERTIFICATE}
    known = [
        Entry(id(name), id("d"), 1, n, name, degrees[award], None)
        for n, (award, name) in enumerate(case.GRADUANDS, 1)
    ]
    called = [name for turn in names(by_rule(known, Rules(within="name")), known) for name in turn]
    assert tuple(called) == case.IN_ORDER


def test_lines_that_come_later_are_placed_beside_what_was_put_in_order() -> None:
    known = entries((FLAG, 2), (CERTIFICATE, 2))
    arranged = tuple(reversed(by_rule(known, Rules())))
    later = [*known, *entries((ORDER, 1), start=3)]
    later.append(replace(known[0], line=id("1.3"), number=3, name="1.3"))
    turns = turns_of(later, Rules(), arranged)
    assert names(turns, later) == [["3.1"], ["2.1", "2.2"], ["1.1", "1.2"], ["1.3"]]
    assert [turn.loose for turn in turns] == [True, False, False, True]
    assert len({turn.id for turn in turns}) == 4


def test_what_leaves_the_decisions_leaves_the_turns() -> None:
    known = entries((FLAG, 2), (CERTIFICATE, 1))
    arranged = by_rule(known, Rules())
    assert names(turns_of(known[:1], Rules(), arranged), known) == [["1.1"]]


def test_a_turn_is_moved_split_and_joined() -> None:
    known = entries((FLAG, 3), (CERTIFICATE, 1))
    one, two = turns = by_rule(known, Rules())
    assert turn_moved(turns, two.id, one.id) == (two, one)
    assert turn_moved(turns, one.id, None) == (two, one)
    split = turn_split(turns, one.id, id("1.2"), id("new"))
    assert names(split, known) == [["1.1"], ["1.2", "1.3"], ["2.1"]]
    assert turns_joined(split, one.id, id("new")) == turns
    assert turn_split(turns, one.id, id("1.1"), id("new")) == turns  # nothing would stay
    assert split[1] == PlannedTurn(id("new"), (id("1.2"), id("1.3")))


def test_a_recipient_moves_within_a_turn_and_to_another_and_an_empty_turn_goes() -> None:
    known = entries((FLAG, 3))
    turns = turn_split(by_rule(known, Rules()), by_rule(known, Rules())[0].id, id("1.3"), id("new"))
    back = recipient_moved(turns, id("1.1"), turns[0].id, None)
    assert names(back, known) == [["1.2", "1.1"], ["1.3"]]
    alone = recipient_moved(turns, id("1.3"), turns[0].id, id("1.1"))
    assert names(alone, known) == [["1.3", "1.1", "1.2"]]


@given(
    st.lists(st.tuples(st.sampled_from([FLAG, CERTIFICATE, ORDER]), st.integers(1, 9)), max_size=4),
    st.integers(1, 5),
    st.sampled_from(["even", "full"]),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 3)), max_size=12),
)
def test_whatever_is_done_to_turns_every_line_stays_in_one(
    groups: list[tuple[str, int]], capacity: int, split: str, acts: list[tuple[int, int, int]]
) -> None:
    known = entries(*groups)
    turns = by_rule(known, Rules(capacity=capacity, split=split))
    assert all(len(turn.lines) <= capacity for turn in turns)
    for step, (one, other, kind) in enumerate(acts if turns else ()):
        turns = done(turns, one, other, kind, id(f"new {step}"))
    kept = turns_of(known, Rules(capacity=capacity), turns)
    assert Counter(line for turn in kept for line in turn.lines) == Counter(
        entry.line for entry in known
    )


def done(turns: Arrangement, one: int, other: int, kind: int, new: UUID) -> Arrangement:
    """One of the acts on some turn."""
    turn, second = turns[one % len(turns)], turns[other % len(turns)]
    line = second.lines[one % len(second.lines)]
    if kind == 0:
        return turn_moved(turns, turn.id, second.id if turn != second else None)
    if kind == 1:
        return recipient_moved(turns, line, turn.id, None)
    if kind == 2:
        return turn_split(turns, second.id, line, new)
    return turns_joined(turns, turn.id, second.id) if turn != second else turns
