"""Whom a release is told to: everybody concerned, nobody else, one notice an address."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import DAY, at, id
from builders_commands import plan, shelf_of
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from conference.config import Settings
from conference.store import Store
from projections.agenda_item import AgendaItem
from projections.agenda_release import Release, changes
from projections.library import Shelf
from projections.release_notices import Told, Unsent, joined, told
from projections.speeches import Speech, Speeches

UNITS = ("a", "b", "c", "d")
ADDRESSES = st.sampled_from([None, "x@example.vn", "X@example.vn", "y@example.vn", "không có"])


@pytest.fixture
def empty(settings: Settings) -> Iterator[Shelf]:
    store = Store(settings)
    plan(store)
    yield shelf_of(store)
    store.close()


def known(shelf: Shelf, addresses: dict[str, str | None]) -> Shelf:
    """The documents in which these units have these addresses."""
    those = {id(one): Speech(id(one), one, DAY, email=to) for one, to in addresses.items()}
    return replace(shelf, speeches=Speeches(Map(those)))


def ordered(names: tuple[str, ...]) -> tuple[AgendaItem, ...]:
    """Speeches of ten minutes, one after the other."""
    return tuple(
        AgendaItem(id(name), "speech", name, 10, unit=name, starts_at=start, number=number)
        for number, name in enumerate(names, 1)
        for start in [at("08:00") + timedelta(minutes=10 * number)]
    )


def whom(found: tuple[Told, ...]) -> dict[str, str | None]:
    return {party.who: one.address for one in found for party in one.parties}


@given(st.data())
def test_exactly_those_concerned_are_told_and_each_address_once(
    empty: Shelf, data: st.DataObject
) -> None:
    addresses = data.draw(st.fixed_dictionaries(dict.fromkeys(UNITS, ADDRESSES)))
    after = tuple(data.draw(st.permutations(UNITS)))[: data.draw(st.integers(0, 4))]
    found = changes(ordered(UNITS), ordered(after))
    notices = told(known(empty, addresses), found)
    concerned = {one.item.title for one in found if one.aspects != ("words",)}
    assert set(whom(notices)) == concerned
    used = [one.address.casefold() for one in notices if one.address]
    assert sorted(used) == sorted(set(used))
    mailable = {one for one in concerned if "@" in (addresses[one] or "")}
    assert {who for who, to in whom(notices).items() if to} == mailable
    assert all(one.about.count(key) == 1 for one in notices for key in one.about)


def test_a_notice_that_has_not_gone_is_told_with_the_next_against_what_is_known(
    empty: Shelf,
) -> None:
    shelf = known(empty, dict.fromkeys(UNITS, "x@example.vn"))
    before = Release(1, DAY, None, None, ordered(("a", "b", "c")))
    third = ordered(("b", "a", "c", "d"))
    (one,) = told(shelf, changes(ordered(("b", "a", "c")), third))
    unsent = Unsent("X@example.vn", tuple(f"unit:{id(name)}" for name in "abc"), before)
    assert unsent.concerns(one)
    both = joined(shelf, one, [unsent], {item.id: item for item in third})
    said = [(line.change.item.title, line.kind, line.change.was) for line in both.lines]
    assert [(title, kind) for title, kind, _ in said] == [
        ("d", "added"),
        ("a", "changed"),
        ("b", "changed"),
    ]
    assert [was.number for _, _, was in said if was] == [1, 2]


def test_what_went_meanwhile_is_told_as_withdrawn(empty: Shelf) -> None:
    shelf = known(empty, dict.fromkeys(UNITS, "x@example.vn"))
    before = Release(1, DAY, None, None, ordered(("a", "b")))
    now = ordered(("b", "d"))
    (one,) = told(shelf, changes(ordered(("b",)), now))
    unsent = Unsent("x@example.vn", (f"unit:{id('a')}",), before)
    both = joined(shelf, one, [unsent], {item.id: item for item in now})
    assert [(line.change.item.title, line.kind) for line in both.lines] == [
        ("d", "added"),
        ("a", "withdrawn"),
    ]


def test_a_notice_to_others_is_no_part_of_this_one(empty: Shelf) -> None:
    shelf = known(empty, {"a": "x@example.vn", "b": "y@example.vn"})
    found = told(shelf, changes(ordered(("a",)), ordered(("a", "b"))))
    before = Release(1, DAY, None, None, ordered(("a",)))
    unsent = Unsent("x@example.vn", (f"unit:{id('a')}",), before)
    assert [unsent.concerns(one) for one in found] == [False]
