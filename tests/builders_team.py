"""Builders of teams: members and devices by short names."""

from collections.abc import Callable

from builders import KIEN_GIANG, STAMP, given, id

from conference.domain.team import Team

Act = Callable[[Team], None]


def a_team(*acts: Act) -> Team:
    """A team after some acts, nothing pending."""
    return given(lambda: Team.form(STAMP, KIEN_GIANG), *acts)


def appoint(name: str, *roles: str) -> Act:
    return lambda team: team.appoint_member(STAMP, id(name), name, list(roles))


def pair(name: str, screen: str = "mc", door: str | None = None) -> Act:
    return lambda team: team.pair_device(STAMP, id(name), name, screen, door)
