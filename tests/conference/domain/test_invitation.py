"""The rules of an invitation: who is invited, what is answered, who comes instead."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import STAMP, at, given, id, then, told
from builders_invitation import (
    GROUP,
    a_group,
    a_place,
    an_invitation,
    enter,
    issued,
    replace_by,
)

from conference.domain.invitation import DESCRIPTION, MOST_PLACES, Invitation, place_id
from conference.errors import Refused
from events.invitation import (
    GroupCounted,
    GroupInvited,
    GuestDescribed,
    InvitationIssued,
    PlaceOpened,
    PrecedenceOverridden,
)
from events.invitation_answers import (
    InvitationAccepted,
    InvitationDeclined,
    InvitationReissued,
    InvitationWithdrawn,
    SubstituteNamed,
)

POST: dict[str, Any] = {"kind": "post", "name": None, "post": "Chủ tịch", "body": "UBND huyện"}


def withdrawn(invitation: Invitation) -> None:
    invitation.withdraw(STAMP, "trùng")


def test_a_post_in_a_body_is_invited_by_a_third_party_at_a_site() -> None:
    invitation = issued(**POST, invited_by="UBND huyện", site="phu-quoc")
    (fact,) = then(invitation)
    assert isinstance(fact, InvitationIssued)
    assert (fact.kind, fact.name, fact.post, fact.body) == tuple(POST.values())
    assert (fact.invited_by, fact.site) == ("UBND huyện", "phu-quoc")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"kind": "person", "name": None}, "invitation.person-without-name"),
        ({"kind": "person", "name": ""}, "invitation.person-without-name"),
        (POST | {"post": None}, "invitation.post-without-post"),
    ],
)
def test_nobody_is_not_invited(said: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        issued("a", **said)
    assert refused.value.code == code


@pytest.mark.parametrize("count", [None, 0, 1, MOST_PLACES])
def test_a_group_is_invited_with_its_count_or_without(count: int | None) -> None:
    group = a_group(count, invited_by="UBND huyện")
    (fact,) = then(group)
    assert isinstance(fact, GroupInvited)
    assert (fact.count, fact.invited_by, group.kind) == (count, "UBND huyện", "group")


@pytest.mark.parametrize("count", [-1, MOST_PLACES + 1])
def test_a_group_beyond_any_hall_is_refused(count: int) -> None:
    with pytest.raises(Refused, match=r"invitation\.too-many-places"):
        a_group(count)
    with pytest.raises(Refused, match=r"invitation\.too-many-places"):
        a_group().count_group(STAMP, count)


def test_a_group_is_counted_anew_once() -> None:
    group = given(lambda: a_group(None))
    for count in (8, 8, None, None):
        group.count_group(STAMP, count)
    counted = [(GroupCounted, {"count": 8}), (GroupCounted, {"count": None})]
    assert told(then(group)) == counted


def test_only_a_group_that_stands_is_counted() -> None:
    with pytest.raises(Refused, match=r"invitation\.not-a-group"):
        an_invitation().count_group(STAMP, 8)
    with pytest.raises(Refused, match=r"invitation\.withdrawn"):
        given(a_group, withdrawn).count_group(STAMP, 8)


def test_a_place_is_opened_under_an_id_of_its_own_and_named_later() -> None:
    place = a_place(3, of=8)
    place.describe(STAMP, name="Lê Thị Bé")
    assert place.id == place_id(id("group"), 3)
    opened, described = told(then(place))
    said = {**GROUP, "number": 3, "of": 8, "group_invitation": id("group")}
    assert opened[0] is PlaceOpened
    assert said.items() <= opened[1].items()
    assert described[0] is GuestDescribed
    assert (described[1]["name"], described[1]["body"]) == ("Lê Thị Bé", "Xã Vân Hòa")


def test_a_description_keeps_what_it_does_not_say() -> None:
    invitation = an_invitation(phone="0912 345 678", post_rank=2, vip=True)
    for _ in range(2):
        invitation.describe(STAMP, honorific="Bà", post_rank=1)
    kept = dict.fromkeys(DESCRIPTION) | {"name": "a", "post": "Giám đốc", "body": "Sở"}
    kept |= {"tier": "province", "bloc": "agency", "superior": False, "host": False}
    kept |= {"former": False, "vip": True, "phone": "0912 345 678"}
    assert told(then(invitation)) == [(GuestDescribed, kept | {"honorific": "Bà", "post_rank": 1})]


def test_a_guest_needs_a_name_or_a_post_and_a_place_neither() -> None:
    with pytest.raises(Refused, match=r"invitation\.nobody-named"):
        an_invitation().describe(STAMP, name=None, post=None)
    place = given(a_place, lambda place: place.describe(STAMP, name="Lê Thị Bé"))
    place.describe(STAMP, name=None)
    assert [type(fact) for fact in then(place)] == [GuestDescribed]


def test_an_answer_is_recorded_once_and_may_change() -> None:
    invitation = an_invitation()
    for _ in range(2):
        invitation.accept(STAMP)
    for _ in range(2):
        invitation.decline(STAMP, "đi công tác")
    invitation.accept(STAMP)
    accepted, declined = (InvitationAccepted, {}), (InvitationDeclined, {"reason": "đi công tác"})
    assert told(then(invitation)) == [accepted, declined, accepted]


def test_a_substitute_does_not_inherit_the_rank() -> None:
    invitation = an_invitation(post_rank=1)
    for _ in range(2):
        replace_by(invitation, "Lê Văn B", honorific="Ông", phone="0912")
    who = {"name": "Lê Văn B", "honorific": "Ông", "post": "Phó Giám đốc", "phone": "0912"}
    assert told(then(invitation)) == [(SubstituteNamed, who | {"post_rank": None})]
    assert invitation.answer == "substituted"


@pytest.mark.parametrize("answer", [Invitation.accept, lambda i, s: i.decline(s, "ốm")])
def test_a_substitute_who_was_no_longer_to_come_is_named_again(
    answer: Callable[..., None],
) -> None:
    invitation = an_invitation(replace_by, lambda i: answer(i, STAMP))
    replace_by(invitation)
    assert [type(fact) for fact in then(invitation)] == [SubstituteNamed]


def test_a_withdrawn_invitation_takes_no_answer_until_it_is_reissued() -> None:
    invitation = an_invitation(withdrawn)
    withdrawn(invitation)
    for act in (lambda: invitation.accept(STAMP), lambda: replace_by(invitation)):
        with pytest.raises(Refused, match=r"invitation\.withdrawn"):
            act()
    with pytest.raises(Refused, match=r"invitation\.withdrawn"):
        invitation.decline(STAMP, "ốm")
    invitation.reissue(STAMP, "mời lại")
    invitation.accept(STAMP)
    reissued = (InvitationReissued, {"revision": 1, "reason": "mời lại"})
    assert told(then(invitation)) == [reissued, (InvitationAccepted, {})]


def test_each_new_code_has_a_revision_and_leaves_the_answer() -> None:
    invitation = an_invitation(lambda i: i.accept(STAMP))
    for _ in range(2):
        invitation.reissue(STAMP, "mất giấy mời")
    assert [fact.revision for fact in then(invitation)] == [1, 2]  # type: ignore[attr-defined]
    assert invitation.answer == "accepted"


@pytest.mark.parametrize(
    "act",
    [withdrawn, replace_by, lambda i: i.decline(STAMP, "ốm")],
    ids=["withdrawn", "substituted", "declined"],
)
def test_who_is_in_the_hall_stays_the_guest(act: Callable[[Invitation], None]) -> None:
    invitation = an_invitation(enter)
    with pytest.raises(Refused, match=r"invitation\.already-in"):
        act(invitation)
    assert then(invitation) == []


def test_a_group_answers_through_its_places() -> None:
    group = given(a_group)
    for act in (
        lambda: group.accept(STAMP),
        lambda: group.describe(STAMP, name="Lê Thị Bé"),
        lambda: group.reissue(STAMP, "mất giấy mời"),
        lambda: group.check_in(STAMP, "A", "", at("07:30")),
    ):
        with pytest.raises(Refused, match=r"invitation\.a-group"):
            act()
    withdrawn(group)
    assert told(then(group)) == [(InvitationWithdrawn, {"reason": "trùng"})]


def test_an_exception_to_the_precedence_has_a_reason_and_is_taken_back() -> None:
    invitation = an_invitation()
    for _ in range(2):
        invitation.override_precedence(STAMP, id("b"), "khách của Bí thư")
    for _ in range(2):
        invitation.override_precedence(STAMP, None, "theo quy định")
    assert told(then(invitation)) == [
        (PrecedenceOverridden, {"before": id("b"), "reason": "khách của Bí thư"}),
        (PrecedenceOverridden, {"before": None, "reason": "theo quy định"}),
    ]


def test_nobody_precedes_himself() -> None:
    with pytest.raises(Refused, match=r"invitation\.before-oneself"):
        an_invitation().override_precedence(STAMP, id("a"), "")
