"""Introductions: who is introduced before whom and why, up to a depth, then groups."""

from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_conference import a_conference
from builders_invitation import a_group, a_place, enter, facts_of, issued, replace_by

from events.base import Fact
from projections import introductions as document
from projections.conference import INTRODUCTION_DEPTH
from projections.introductions import Introduction


def read(*nouns: Any, depth: int | None = None) -> tuple[Introduction, ...]:
    """The lines to read, from the facts of these."""
    return folded(document, [*facts_of(*nouns), *deep(depth)]).introductions  # type: ignore[no-any-return]


def deep(depth: int | None) -> list[Fact]:
    conference = a_conference()
    if depth is not None:
        conference.choose_introduction_depth(STAMP, depth)
    return facts_of(conference)


def names(lines: tuple[Introduction, ...]) -> list[str | None]:
    return [line.name for line in lines]


def test_whole_lines_of_persons_and_groups() -> None:
    a = issued("a", honorific="Bà", post="Phó Bí thư", body="Tỉnh ủy", bloc="party", group="TU")
    enter(a)
    groups = (a_group(2), a_place(1, of=2), a_place(2, of=2))
    person, group = read(*groups, a)
    assert person == Introduction(
        *(1, "person", "a", "Bà", "Phó Bí thư", "Tỉnh ủy", "TU", 1, 1, "last", id("a")),
        state="present",
    )
    said = ("Xã Vân Hòa", "Vân Hòa", 2, 0, "group_order")
    assert group == Introduction(2, "group", None, None, None, *said)


STEPS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("superior", {"superior": True, "bloc": "other"}, {"bloc": "party"}),
    ("tier", {"tier": "province", "bloc": "front"}, {"tier": "district", "bloc": "party"}),
    ("bloc", {"bloc": "party"}, {"bloc": "assembly"}),
    ("bloc", {"bloc": "assembly"}, {"bloc": "government"}),
    ("bloc", {"bloc": "government"}, {"bloc": "front"}),
    ("host", {"post_rank": 2}, {"post_rank": 1, "host": True}),
    ("post_rank", {"post_rank": 1, "former": True}, {"post_rank": 2}),
    ("former", {}, {"former": True}),
    ("in_post_since", {"in_post_since": "2010-06-01"}, {"in_post_since": "2015-01-01"}),
    ("birth", {"birth_date": "1958"}, {"birth_date": "1964"}),
]


@pytest.mark.parametrize(("step", "first", "second"), STEPS)
def test_who_comes_first_and_why(step: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    lines = read(issued("second", **second), issued("first", **first))
    assert names(lines) == ["first", "second"]
    assert [line.reason for line in lines] == [step, "last"]


def test_a_substitute_is_introduced_by_the_own_post() -> None:
    chief, other = issued("chief", post_rank=1), issued("other", post_rank=2)
    replace_by(chief, "Phó", honorific="Bà", post_rank=3)
    lines = read(chief, other)
    assert names(lines) == ["other", "Phó"]
    assert (lines[1].honorific, lines[1].post, lines[1].guest) == (
        "Bà",
        "Phó Giám đốc",
        id("chief"),
    )


def test_an_exception_is_read_with_its_stated_reason() -> None:
    first, guest = issued("first", post_rank=1), issued("guest", post_rank=9)
    guest.override_precedence(STAMP, id("first"), "khách của Bí thư")
    lines = read(first, guest)
    assert names(lines) == ["guest", "first"]
    assert (lines[0].reason, lines[0].detail) == ("exception", "khách của Bí thư")
    assert (lines[1].reason, lines[1].detail) == ("last", None)


def test_a_post_is_introduced_without_a_name_and_a_place_is_not() -> None:
    post = issued("x", kind="post", name=None, post="Chủ tịch", body="UBND huyện")
    named = a_place(1, of=2)
    named.describe(STAMP, name="Lê Thị Bé")
    lines = read(post, named, a_place(2, of=2))
    assert [(line.by, line.name, line.post) for line in lines] == [
        ("person", None, "Chủ tịch"),
        ("person", "Lê Thị Bé", None),
        ("group", None, None),
    ]


def test_who_is_no_longer_invited_is_not_introduced() -> None:
    a, b, c = issued("a"), issued("b"), issued("c")
    a.decline(STAMP, "ốm")
    b.withdraw(STAMP, "trùng")
    assert names(read(a, b, c)) == ["c"]


@pytest.mark.parametrize(("depth", "persons"), [(0, 0), (1, 1), (2, 2), (3, 3), (200, 3)])
def test_persons_are_read_down_to_the_depth_and_the_rest_as_groups(
    depth: int, persons: int
) -> None:
    guests = [issued(name, post_rank=rank) for rank, name in enumerate("abc", 1)]
    enter(guests[2])
    lines = read(*guests, depth=depth)
    people = [line for line in lines if line.by == "person"]
    groups = [(line.count, line.present) for line in lines if line.by == "group"]
    assert len(people) == persons
    assert groups == ([(3 - persons, 1)] if persons < 3 else [])
    assert [line.rank for line in lines] == list(range(1, len(lines) + 1))


def test_the_depth_is_a_default_until_it_is_chosen() -> None:
    guests = [issued(f"g{n}", post_rank=n) for n in range(1, INTRODUCTION_DEPTH + 3)]
    lines = read(*guests)
    assert sum(line.by == "person" for line in lines) == INTRODUCTION_DEPTH
    assert (lines[-1].by, lines[-1].count) == ("group", 2)


def test_groups_follow_the_organisers_order_and_an_unknown_count_is_0() -> None:
    late, unknown = a_group(0, "late", group="Báo chí", order=20), a_group(None)
    early = issued("e", kind="post", name=None, group="Tỉnh ủy", order=1)
    lines = read(late, unknown, early, depth=0)
    assert [(line.group, line.count) for line in lines] == [
        ("Tỉnh ủy", 1),
        ("Vân Hòa", 0),
        ("Báo chí", 0),
    ]


def test_a_group_from_several_bodies_is_read_without_one() -> None:
    one, other = issued("a", body="Sở Y tế"), issued("b", body="Sở Tài chính")
    assert [line.body for line in read(one, other, depth=0)] == [None]
    assert [line.body for line in read(issued("a", body="Sở Y tế"), depth=0)] == ["Sở Y tế"]


def test_a_group_without_places_is_read_with_the_body_it_was_invited_from() -> None:
    (alone,) = read(a_group(None))
    assert (alone.group, alone.body, alone.count) == ("Vân Hòa", "Xã Vân Hòa", 0)
    (several,) = read(a_group(None), a_group(None, "other", body="Xã An Minh"))
    assert (several.group, several.body) == ("Vân Hòa", None)


def test_a_group_that_was_withdrawn_is_not_read_and_a_recount_is() -> None:
    group, other = a_group(2), a_group(None, "other", group="Báo chí")
    other.count_group(STAMP, 5)
    group.withdraw(STAMP, "trùng")
    page = folded(document, facts_of(group, other))
    assert [line.group for line in page.introductions] == ["Báo chí"]
    assert dict(page.counts) == {other.id: ("Báo chí", 9, 5, "Xã Vân Hòa")}


def test_a_fact_of_another_noun_leaves_the_same_document() -> None:
    page = document.blank(KIEN_GIANG)
    for fact in facts_of(a_conference()):
        assert document.evolve(fact, page) is page


def reading(*nouns: Any, depth: int | None = None) -> list[tuple[int | None, str | None, str]]:
    """What is read now: number, name or group, state."""
    page = folded(document, [*facts_of(*nouns), *deep(depth)])
    return [(line.number, line.name or line.group, line.state) for line in page.now]


def guests(*names: str) -> list[Any]:
    return [issued(name, post_rank=rank) for rank, name in enumerate(names, 1)]


def test_before_anybody_comes_the_plan_is_marked_and_nothing_is_numbered() -> None:
    assert reading(*guests(*"abc"), depth=2) == [
        (None, "a", "expected"),
        (None, "b", "expected"),
        (None, "Sở, ban, ngành", "expected"),
    ]


def test_who_is_here_fills_the_places_of_who_is_not() -> None:
    invited = guests(*"abcde")
    for guest in invited[1:]:
        enter(guest)
    assert reading(*invited, depth=2) == [
        (None, "a", "expected"),
        (1, "b", "present"),
        (2, "c", "present"),
        (3, "Sở, ban, ngành", "present"),
    ]


def test_who_comes_late_is_read_in_the_own_place_and_the_last_one_goes_to_the_group() -> None:
    invited = guests(*"abc")
    facts = facts_of(*invited)
    for guest in (invited[1], invited[2], invited[0]):
        enter(guest)
        facts += facts_of(guest)
    before = folded(document, [*facts[:-1], *deep(2)]).now
    after = folded(document, [*facts, *deep(2)]).now
    assert [(line.number, line.name) for line in before] == [(None, "a"), (1, "b"), (2, "c")]
    assert [(line.number, line.name, line.count) for line in after] == [
        (1, "a", 1),
        (2, "b", 1),
        (3, None, 1),
    ]


def test_an_excuse_an_exception_and_an_entry_taken_back_are_seen() -> None:
    a, b, c = guests(*"abc")
    a.excuse_absence(STAMP, "ốm")
    c.override_precedence(STAMP, id("a"), "khách của Bí thư")
    enter(b)
    b.reverse_check_in(STAMP, "nhầm", at("07:40"))
    enter(c)
    page = folded(document, facts_of(a, b, c))
    assert [(line.number, line.name, line.state, line.reason) for line in page.now] == [
        (1, "c", "present", "exception"),
        (None, "a", "excused", "post_rank"),
        (None, "b", "expected", "last"),
    ]


def test_a_group_is_read_when_one_of_it_is_here_or_when_nobody_counts_it() -> None:
    first, second = a_place(1, of=2), a_place(2, of=2)
    unknown = a_group(None, "unknown", group="Báo chí", order=20)
    group = (a_group(2), first, second)
    facts = facts_of(*group, unknown)
    assert [(line.number, line.state) for line in folded(document, facts).now] == [
        (None, "expected"),
        (1, "uncounted"),
    ]
    enter(second)
    later = folded(document, [*facts, *facts_of(second)]).now
    assert [(line.number, line.present, line.count) for line in later] == [(1, 1, 2), (2, 0, 0)]
