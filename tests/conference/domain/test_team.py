"""The rules of the team: roles that exist, an admin who remains, devices of one screen."""

import pytest
from builders import STAMP, id, then, told
from builders_team import a_team, appoint, pair

from conference.errors import NotFound, Refused
from conference.rules.roles import ROLES
from events.team import DevicePaired, DeviceRevoked, MemberAppointed, MemberDismissed


def test_a_member_has_exactly_the_roles_last_given_in_the_houses_order() -> None:
    team = a_team(appoint("chief", "admin"))
    for _ in range(2):
        appoint("b", "stage", "reception")(team)
    appoint("b", "auditor")(team)
    member = {"member": id("b"), "name": "b"}
    assert told(then(team)) == [
        (MemberAppointed, member | {"roles": ["reception", "stage"]}),
        (MemberAppointed, member | {"roles": ["auditor"]}),
    ]


def test_a_member_may_hold_every_role() -> None:
    team = a_team()
    appoint("b", *ROLES)(team)
    assert team.members == {id("b"): ("b", frozenset(ROLES))}


@pytest.mark.parametrize("roles", [(), ("king",), ("stage", "king")])
def test_a_role_that_there_is_not_is_refused(roles: tuple[str, ...]) -> None:
    team = a_team()
    with pytest.raises(Refused, match=r"team\.unknown-role"):
        appoint("b", *roles)(team)
    assert then(team) == []


def test_a_member_is_dismissed() -> None:
    team = a_team(appoint("chief", "admin"), appoint("b", "stage"))
    team.dismiss_member(STAMP, id("b"))
    assert told(then(team)) == [(MemberDismissed, {"member": id("b")})]
    with pytest.raises(NotFound):
        team.dismiss_member(STAMP, id("b"))


def test_the_last_admin_remains() -> None:
    team = a_team(appoint("chief", "admin"), appoint("b", "stage"))
    with pytest.raises(Refused, match=r"team\.last-admin"):
        team.dismiss_member(STAMP, id("chief"))
    with pytest.raises(Refused, match=r"team\.last-admin"):
        appoint("chief", "organizer")(team)
    assert then(team) == []


def test_an_admin_goes_when_another_stays() -> None:
    team = a_team(appoint("chief", "admin"), appoint("b", "admin"))
    team.dismiss_member(STAMP, id("chief"))
    assert set(team.members) == {id("b")}


def test_a_device_is_paired_once_for_one_screen() -> None:
    team = a_team()
    pair("tablet", "door", "A")(team)
    device = {"device": id("tablet"), "name": "tablet", "screen": "door", "door": "A"}
    assert told(then(team)) == [(DevicePaired, device)]
    with pytest.raises(Refused, match=r"team\.device-exists"):
        pair("tablet", "mc")(team)


@pytest.mark.parametrize(
    ("screen", "door", "code"),
    [("door", None, "team.door-needed"), ("mc", "A", "team.no-door-here")],
)
def test_a_door_has_a_name_and_nothing_else_has(screen: str, door: str | None, code: str) -> None:
    with pytest.raises(Refused) as refused:
        pair("tablet", screen, door)(a_team())
    assert refused.value.code == code


def test_a_device_is_revoked_once() -> None:
    team = a_team(pair("tablet", "mc"))
    team.revoke_device(STAMP, id("tablet"), "mất")
    assert told(then(team)) == [(DeviceRevoked, {"device": id("tablet"), "reason": "mất"})]
    with pytest.raises(NotFound):
        team.revoke_device(STAMP, id("tablet"), "mất")
