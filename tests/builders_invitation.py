"""Builders of invitations: guests by short names, groups with their places, walk-ins."""

from collections.abc import Callable
from typing import Any

from builders import KIEN_GIANG, STAMP, at, given, id

from conference.domain.invitation import Invitation
from conference.domain.invitation_attendance import Entry
from events.base import Fact

Act = Callable[[Invitation], object]


def issued(who: str = "a", /, **said: Any) -> Invitation:
    """A person by that name is invited, the fact pending."""
    usual = {"kind": "person", "name": who, "honorific": None, "post": "Giám đốc", "body": "Sở"}
    place = {"group": "Sở, ban, ngành", "bloc": "agency", "order": 5}
    return Invitation.issue(STAMP, id(who), KIEN_GIANG, **{**usual, **place, **said})


def an_invitation(*acts: Act, who: str = "a", **said: Any) -> Invitation:
    """An invited person after some acts, nothing pending."""
    return given(lambda: issued(who, **said), *acts)  # type: ignore[arg-type]


GROUP: dict[str, Any] = {"group": "Vân Hòa", "body": "Xã Vân Hòa", "bloc": "district", "order": 9}


def a_group(count: int | None = 3, name: str = "group", **said: Any) -> Invitation:
    """A group of so many, the fact pending."""
    return Invitation.invite_group(STAMP, id(name), KIEN_GIANG, **{**GROUP, "count": count, **said})


def a_place(number: int = 1, of: int = 3, group: str = "group", **said: Any) -> Invitation:
    """Place `number` of a group, the fact pending."""
    said = {**GROUP, "number": number, "of": of, **said}
    return Invitation.open_place(STAMP, id(group), KIEN_GIANG, **said)


def a_walk_in(name: str = "walk-in", **said: Any) -> Invitation:
    """Somebody for whom Trần Thị Đào vouches, the fact pending."""
    usual = {"name": name, "honorific": None, "post": None, "body": "Báo Kiên Giang"}
    place = {"voucher": "Trần Thị Đào", "group": "walk_in", "bloc": "other", "order": 100_000}
    return Invitation.walk_in(STAMP, id(name), KIEN_GIANG, **{**usual, **place, **said})


def enter(invitation: Invitation, clock: str = "07:30", door: str = "A") -> Entry:
    """The guest is let in at a door on its device."""
    return invitation.check_in(STAMP, door, "quầy 1", at(clock))


def replace_by(invitation: Invitation, name: str = "Phó", **said: Any) -> None:
    """Another person comes instead."""
    usual = {"honorific": None, "post": "Phó Giám đốc"}
    invitation.name_substitute(STAMP, name=name, **{**usual, **said})


def facts_of(*nouns: Any) -> list[Fact]:
    """What these aggregates have recorded, one story after another."""
    return [fact for noun in nouns for fact in noun.collect_events()]
