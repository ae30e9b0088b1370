"""What a group's count does to those who are in it: nobody is lost by a number."""

from functools import partial
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_invitation import GROUP

from conference.commands.attendance import check_in_guest
from conference.commands.invitation import InviteGroup, describe_guest, invite_group
from conference.commands.invitation_answers import (
    accept_invitation,
    name_substitute,
    withdraw_invitation,
)
from conference.commands.invitation_count import MOST_CALLED, count_group
from conference.domain.invitation import Invitation, place_id
from conference.errors import Refused
from conference.store import Store

THREE = id("group")
FIRST, SECOND, THIRD = (place_id(THREE, number) for number in (1, 2, 3))


@pytest.fixture
def home(store: Store) -> Store:
    plan(store)
    invite_group(store, STAMP, **HERE, guest=THREE, **InviteGroup().load({**GROUP, "count": 3}))
    return store


def recount(store: Store, count: int | None, **said: Any) -> None:
    count_group(store, STAMP, **HERE, guest=THREE, count=count, **said)


def named(store: Store, place: Any, name: str) -> None:
    describe_guest(store, STAMP, **HERE, guest=place, name=name)
    accept_invitation(store, STAMP, **HERE, guest=place)


def answers(store: Store) -> list[str]:
    rows = shelf_of(store).guest_list.by_id.values()
    kept = [row.answer for row in sorted(rows, key=lambda row: row.number)]
    assert kept == [store.load(Invitation, place_id(THREE, n + 1)).answer for n in range(len(kept))]
    return kept


def test_a_count_not_known_yet_leaves_everybody_in_the_group(home: Store) -> None:
    for place in (FIRST, SECOND, THIRD):
        named(home, place, "Lê Thị Bé")
    recount(home, None)
    assert answers(home) == ["accepted"] * 3
    assert shelf_of(home).guest_list.groups[THREE].count is None
    recount(home, 4)
    assert answers(home) == [*["accepted"] * 3, "invited"]


def test_a_smaller_count_takes_places_of_nobody_first(home: Store) -> None:
    named(home, THIRD, "Lê Thị Bé")
    recount(home, 2)
    assert answers(home) == ["invited", "withdrawn", "accepted"]
    recount(home, 1)
    assert answers(home) == ["withdrawn", "withdrawn", "accepted"]


def test_who_is_in_the_hall_is_never_the_one_too_many(home: Store) -> None:
    check_in_guest(home, STAMP, **HERE, guest=THIRD, at=at("07:30"))
    recount(home, 1)
    assert answers(home) == ["withdrawn", "withdrawn", "invited"]


def test_a_smaller_count_asks_before_it_withdraws_anybody(home: Store) -> None:
    for place, name in ((FIRST, "An"), (SECOND, "Bình"), (THIRD, "Chi")):
        named(home, place, name)
    head = home.head()
    with pytest.raises(Refused, match=r"invitation\.count-takes") as asked:
        recount(home, 1)
    assert (home.head(), asked.value.facts) == (head, {"count": 1, "who": "Chi; Bình"})
    recount(home, 1, sure=True)
    assert answers(home) == ["accepted", "withdrawn", "withdrawn"]


def test_a_larger_count_restores_answer_substitute_and_code(home: Store) -> None:
    name_substitute(home, STAMP, **HERE, guest=THIRD, name="Phó", post="Phó Giám đốc")
    accept_invitation(home, STAMP, **HERE, guest=SECOND)
    before = shelf_of(home).guest_list.by_id
    recount(home, 0, sure=True)
    recount(home, 3)
    after = shelf_of(home).guest_list.by_id
    for place, answer in ((FIRST, "invited"), (SECOND, "accepted"), (THIRD, "substituted")):
        assert (after[place].answer, after[place].revision) == (answer, 0)
        assert after[place].substitute == before[place].substitute
    assert home.load(Invitation, THIRD).substitute == ("Phó", None, "Phó Giám đốc", None, None)


def test_who_was_withdrawn_for_another_reason_does_not_come_back_by_a_number(home: Store) -> None:
    named(home, SECOND, "Bình")
    withdraw_invitation(home, STAMP, **HERE, guest=SECOND, reason="chuyển công tác")
    recount(home, 2)
    assert answers(home) == ["invited", "withdrawn", "invited"]
    recount(home, 3)
    assert answers(home) == ["invited", "withdrawn", "invited", "invited"]


def test_of_many_the_question_names_some(home: Store) -> None:
    recount(home, 9)
    accept = partial(accept_invitation, home, STAMP, **HERE)
    for number in range(1, 10):
        accept(guest=place_id(THREE, number))
    with pytest.raises(Refused) as asked:
        recount(home, 1)
    who = asked.value.facts["who"].split("; ")
    assert (len(who), who[0], who[-1]) == (MOST_CALLED + 1, "Vân Hòa 9", "…")
