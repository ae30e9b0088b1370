"""What may be asked of the team, on real stores: members, devices, who remains admin."""

from functools import partial
from typing import Any

import pytest
from builders import CLERK, KIEN_GIANG, STAMP, id
from builders_commands import HERE, at_once, plan, shelf_of
from marshmallow import ValidationError

from conference.commands.team import (
    AppointMember,
    PairDevice,
    appoint_member,
    dismiss_member,
    pair_device,
    revoke_device,
)
from conference.domain.team import Team
from conference.errors import NotFound, Refused, Stale
from conference.store import Store

TEAM = Team.id_of(KIEN_GIANG)


@pytest.fixture
def home(store: Store) -> Store:
    """A conference whose only admin is the clerk."""
    plan(store)
    return store


def appoint(store: Store, name: str, *roles: str, **said: Any) -> None:
    appoint_member(store, STAMP, **HERE, member=id(name), name=name, roles=list(roles), **said)


def test_members_come_change_and_go(home: Store) -> None:
    appoint(home, "b", "stage")
    appoint(home, "b", "reception", "auditor")
    appoint(home, "c", "admin")
    dismiss_member(home, STAMP, **HERE, member=CLERK)
    names = [(one.name, one.roles) for one in shelf_of(home).team.by_name]
    assert names == [("b", ("reception", "auditor")), ("c", ("admin",))]


def test_devices_are_paired_and_revoked(home: Store) -> None:
    door = pair_device(home, STAMP, **HERE, name="máy A", screen="door", door="A")
    hall = pair_device(home, STAMP, **HERE, name="màn hình", screen="hall", door=None)
    revoke_device(home, STAMP, **HERE, device=door, reason="mất")
    assert [one.id for one in shelf_of(home).team.trusted] == [hall]


def test_two_admins_who_dismiss_each_other_at_once_leave_one(home: Store) -> None:
    appoint(home, "b", "admin")
    outcomes = at_once(
        partial(dismiss_member, home, STAMP, **HERE, member=CLERK),
        partial(dismiss_member, home, STAMP, **HERE, member=id("b")),
    )
    (refused,) = [one for one in outcomes if one is not None]
    assert isinstance(refused, Refused)
    assert refused.code == "team.last-admin"
    left = CLERK if outcomes[0] is refused else id("b")
    assert set(home.load(Team, TEAM).members) == {left}


def test_an_old_version_is_stale(home: Store) -> None:
    seen = home.load(Team, TEAM).version
    appoint(home, "b", "stage", expecting=seen)
    with pytest.raises(Stale) as stale:
        appoint(home, "c", "stage", expecting=seen)
    assert (stale.value.kind, stale.value.version) == ("team", seen + 1)


def test_another_conferences_member_does_not_exist_here(home: Store) -> None:
    appoint(home, "b", "stage")
    plan(home, conference_id=id("elsewhere"))
    with pytest.raises(NotFound):
        dismiss_member(home, STAMP, conference_id=id("elsewhere"), member=id("b"))


def test_fields_become_values() -> None:
    said = AppointMember().load({"name": " Lê  B ", "roles": ["stage", "auditor"]})
    assert said == {"name": "Lê B", "roles": ["stage", "auditor"]}
    device = {"name": "máy A", "screen": "mc", "door": None}
    assert PairDevice().load({"name": "máy A", "screen": "mc", "door": ""}) == device


@pytest.mark.parametrize(
    ("schema", "said", "messages"),
    [
        (AppointMember, {"roles": ["king"]}, {"roles": {0: ["field.choice"]}}),
        (AppointMember, {"roles": "stage"}, {"roles": ["field.choice"]}),
        (AppointMember, {"name": ""}, {"name": ["field.required"]}),
        (PairDevice, {"screen": "tv"}, {"screen": ["field.choice"]}),
        (PairDevice, {"name": "x" * 81}, {"name": ["field.long"]}),
    ],
)
def test_a_field_that_is_not_understood_is_refused(
    schema: Any, said: dict[str, Any], messages: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError) as error:
        schema().load({"name": "b", "roles": ["stage"], "screen": "mc", **said})
    assert error.value.normalized_messages() == messages
