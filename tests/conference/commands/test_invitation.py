"""What may be asked of invitations, on real stores: groups with their places, answers."""

from functools import partial
from typing import Any

import pytest
from builders import STAMP, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from builders_invitation import GROUP
from marshmallow import ValidationError

from conference.commands.attendance import check_in_guest
from conference.commands.invitation import (
    InviteGroup,
    IssueInvitation,
    describe_guest,
    invite_group,
    issue_invitation,
    override_precedence,
)
from conference.commands.invitation_answers import (
    DeclineInvitation,
    NameSubstitute,
    accept_invitation,
    decline_invitation,
    name_substitute,
    reissue_invitation,
    withdraw_invitation,
)
from conference.commands.invitation_count import CountGroup, count_group
from conference.domain.invitation import Invitation, place_id
from conference.errors import NotFound, Refused, Stale
from conference.store import Store
from events.invitation import GroupCounted, GroupInvited, PlaceOpened
from events.invitation_answers import InvitationRestored, InvitationWithdrawn

PERSON: dict[str, Any] = {"group": "Sở", "bloc": "agency", "order": 5}


@pytest.fixture
def home(store: Store) -> Store:
    plan(store)
    return store


def invite(store: Store, name: str = "a", **said: Any) -> Any:
    person = IssueInvitation().load({"kind": "person", "name": name, **PERSON, **said})
    return issue_invitation(store, STAMP, **HERE, guest=id(name), **person)


def group_of(store: Store, count: int | None = 3) -> Any:
    said = InviteGroup().load({**GROUP, "count": count, "invited_by": "UBND huyện"})
    return invite_group(store, STAMP, **HERE, guest=id("group"), **said)


def answer(store: Store, guest: Any) -> str:
    return store.load(Invitation, guest).answer


def places(store: Store) -> dict[int, str]:
    """The answers of the group's places by number."""
    rows = shelf_of(store).guest_list.by_id.values()
    return {row.number: row.answer for row in sorted(rows, key=lambda row: row.number)}


def test_a_guest_is_invited_described_and_answers(home: Store) -> None:
    guest = invite(home, site="phu-quoc")
    describe_guest(home, STAMP, **HERE, guest=guest, honorific="Bà", post_rank=1)
    accept_invitation(home, STAMP, **HERE, guest=guest)
    decline_invitation(home, STAMP, **HERE, guest=guest, reason="ốm")
    name_substitute(home, STAMP, **HERE, guest=guest, name="Phó", post="Phó Giám đốc")
    row = shelf_of(home).guest_list.by_id[guest]
    assert (row.honorific, row.standing.post_rank, row.site) == ("Bà", 1, "phu-quoc")
    assert (row.answer, row.coming, row.rank.post_rank) == ("substituted", "Phó", None)
    withdraw_invitation(home, STAMP, **HERE, guest=guest, reason="trùng")
    reissue_invitation(home, STAMP, **HERE, guest=guest, reason="mời lại")
    assert answer(home, guest) == "invited"


def test_whom_a_substitute_in_the_hall_stands_for_is_not_said_to_have_come(home: Store) -> None:
    guest = invite(home)
    name_substitute(home, STAMP, **HERE, guest=guest, name="Phó", post="Phó Giám đốc")
    check_in_guest(home, STAMP, **HERE, guest=guest, at=STAMP.at)
    with pytest.raises(Refused, match=r"invitation\.already-in"):
        accept_invitation(home, STAMP, **HERE, guest=guest)
    now = shelf_of(home)
    assert now.guest_list.by_id[guest].coming == "Phó"
    assert [one.name for one in now.introductions.now if one.state == "present"] == ["Phó"]


def test_a_guest_is_invited_once_under_one_id(home: Store) -> None:
    invite(home)
    with pytest.raises(Refused, match=r"store\.exists"):
        invite(home)


def test_a_group_of_n_opens_n_places_as_one_save(home: Store) -> None:
    head = home.head()
    group_of(home, 3)
    facts = recorded(home, head)
    assert [fact for fact, _ in facts] == [GroupInvited, *[PlaceOpened] * 3]
    like = {**GROUP, "invited_by": "UBND huyện", "group_invitation": id("group")}
    for number, (_, said) in enumerate(facts[1:], 1):
        assert (like | {"number": number, "of": 3}).items() <= said.items()


@pytest.mark.parametrize("count", [None, 0])
def test_an_unknown_count_opens_no_place(home: Store, count: int | None) -> None:
    head = home.head()
    group_of(home, count)
    assert [fact for fact, _ in recorded(home, head)] == [GroupInvited]
    assert shelf_of(home).attendance.invited == 0


def test_a_place_is_named_later(home: Store) -> None:
    group = group_of(home, 8)
    describe_guest(home, STAMP, **HERE, guest=place_id(group, 3), name="Lê Thị Bé")
    row = shelf_of(home).guest_list.by_id[place_id(group, 3)]
    assert (row.name, row.number, row.of, row.group) == ("Lê Thị Bé", 3, 8, "Vân Hòa")


def test_a_larger_count_opens_the_places_behind(home: Store) -> None:
    group = group_of(home, 1)
    head = home.head()
    count_group(home, STAMP, **HERE, guest=group, count=3)
    assert [fact for fact, _ in recorded(home, head)] == [GroupCounted, PlaceOpened, PlaceOpened]
    assert [row.of for row in shelf_of(home).guest_list.by_id.values()] == [3, 3, 3]


def test_a_smaller_count_withdraws_the_last_places_and_a_larger_one_reopens_them(
    home: Store,
) -> None:
    group = group_of(home, 3)
    head = home.head()
    count_group(home, STAMP, **HERE, guest=group, count=1)
    assert places(home) == {1: "invited", 2: "withdrawn", 3: "withdrawn"}
    count_group(home, STAMP, **HERE, guest=group, count=4)
    assert places(home) == dict.fromkeys((1, 2, 3, 4), "invited")
    kinds = [fact for fact, _ in recorded(home, head)]
    gone, back = [InvitationWithdrawn] * 2, [InvitationRestored] * 2
    assert kinds == [GroupCounted, *gone, GroupCounted, *back, PlaceOpened]


def test_a_group_whose_count_is_unknown_again_is_withdrawn_with_its_places(home: Store) -> None:
    group = group_of(home, 2)
    count_group(home, STAMP, **HERE, guest=group, count=None)
    withdraw_invitation(home, STAMP, **HERE, guest=group, reason="trùng")
    assert places(home) == {1: "withdrawn", 2: "withdrawn"}


def test_a_place_whose_guest_is_in_is_not_counted_away(home: Store) -> None:
    group = group_of(home, 1)
    check_in_guest(home, STAMP, **HERE, guest=place_id(group, 1), at=STAMP.at)
    head = home.head()
    for act in (
        partial(count_group, count=0, sure=True),
        partial(withdraw_invitation, reason="trùng"),
    ):
        with pytest.raises(Refused, match=r"invitation\.already-in"):
            act(home, STAMP, **HERE, guest=group)
    assert home.head() == head


def test_a_group_is_withdrawn_with_its_places_and_then_counts_nothing(home: Store) -> None:
    group = group_of(home, 2)
    withdraw_invitation(home, STAMP, **HERE, guest=group, reason="trùng")
    shelf = shelf_of(home)
    assert (places(home), shelf.attendance.invited) == ({1: "withdrawn", 2: "withdrawn"}, 0)
    assert (len(shelf.guest_list.groups), shelf.introductions.introductions) == (0, ())
    with pytest.raises(Refused, match=r"invitation\.withdrawn"):
        count_group(home, STAMP, **HERE, guest=group, count=5)


def test_an_old_version_is_stale(home: Store) -> None:
    guest, group = invite(home), group_of(home, 1)
    accept_invitation(home, STAMP, **HERE, guest=guest, expecting=1)
    count_group(home, STAMP, **HERE, guest=group, count=2, expecting=1)
    head = home.head()
    for act in (
        partial(decline_invitation, guest=guest, reason="ốm"),
        partial(withdraw_invitation, guest=guest, reason="trùng"),
        partial(count_group, guest=group, count=3),
    ):
        with pytest.raises(Stale) as stale:
            act(home, STAMP, **HERE, expecting=1)
        assert (stale.value.kind, stale.value.version) == ("invitation", 2)
    assert home.head() == head


def test_two_who_count_a_group_at_once_leave_as_many_places_as_it_has(home: Store) -> None:
    group = group_of(home, None)
    outcomes = at_once(
        partial(count_group, home, STAMP, **HERE, guest=group, count=3),
        partial(count_group, home, STAMP, **HERE, guest=group, count=5),
    )
    assert outcomes == [None, None]
    count = home.load(Invitation, group).count
    assert sum(one == "invited" for one in places(home).values()) == count


def test_a_guest_precedes_another_guest_of_the_same_conference_only(home: Store) -> None:
    first, guest = invite(home, "first", post_rank=1), invite(home, "guest", post_rank=9)
    override_precedence(home, STAMP, **HERE, guest=guest, before=first, reason="khách")
    assert [row.name for row in shelf_of(home).guest_list.guests] == ["guest", "first"]
    override_precedence(home, STAMP, **HERE, guest=guest, before=None, reason="theo quy định")
    elsewhere = {"conference_id": id("elsewhere")}
    stranger = issue_invitation(home, STAMP, **elsewhere, kind="post", name=None, **STRANGER)
    for before in (stranger, id("nobody")):
        with pytest.raises(NotFound):
            override_precedence(home, STAMP, **HERE, guest=guest, before=before, reason="")


STRANGER: dict[str, Any] = {**PERSON, "honorific": None, "post": "Chủ tịch", "body": "UBND"}


def test_another_conferences_guest_does_not_exist_here(home: Store) -> None:
    guest, group = invite(home), group_of(home)
    elsewhere = {"conference_id": id("elsewhere")}
    for act in (
        partial(accept_invitation, guest=guest),
        partial(withdraw_invitation, guest=guest, reason=""),
        partial(count_group, guest=group, count=1),
    ):
        with pytest.raises(NotFound):
            act(home, STAMP, **elsewhere)


def test_fields_become_values() -> None:
    said = IssueInvitation().load({"group": "Sở", "post": "Giám đốc", "host": "on", "vip": "false"})
    assert (said["kind"], said["bloc"], said["tier"], said["order"]) == (
        *("post", "other", "province", 0),
    )
    assert (said["host"], said["vip"], said["superior"], said["site"]) == (True, False, False, "")
    assert InviteGroup().load({"group": "Sở", "count": ""})["count"] is None
    assert CountGroup().load({"count": "8"}) == {"count": 8, "sure": False}


@pytest.mark.parametrize(
    ("schema", "said", "code"),
    [
        (IssueInvitation, {"kind": "group"}, "field.choice"),
        (IssueInvitation, {"bloc": "village"}, "field.choice"),
        (IssueInvitation, {"post_rank": 0}, "field.range"),
        (IssueInvitation, {"post_rank": 99}, "field.range"),
        (IssueInvitation, {"post_rank": 1.5}, "field.number"),
        (IssueInvitation, {"group": ""}, "field.required"),
        (IssueInvitation, {"name": "x" * 121}, "field.long"),
        (InviteGroup, {"count": -1}, "field.range"),
        (InviteGroup, {"count": 2_001}, "field.range"),
        (CountGroup, {"count": True}, "field.number"),
        (DeclineInvitation, {"reason": " "}, "field.required"),
        (NameSubstitute, {"name": None}, "field.required"),
    ],
)
def test_a_field_that_is_not_understood_is_refused(
    schema: Any, said: dict[str, Any], code: str
) -> None:
    usual = {"group": "Sở", "name": "a", "post": "Giám đốc", "reason": "x"}
    with pytest.raises(ValidationError) as error:
        schema().load({**usual, **said})
    (field,) = said
    assert error.value.normalized_messages() == {field: [code]}
