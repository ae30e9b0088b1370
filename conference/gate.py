"""The gate that web and api share: who asks, which conference, and what that role may do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from flask import current_app, g, request

from conference.config import Settings
from conference.errors import Forbidden, NotFound, Refused
from conference.gate_tries import Tries
from conference.rules import roles
from conference.rules.names import fold
from conference.store import Store
from events.base import Stamp
from projections.conference_list import Listed
from projections.guest import Guest
from projections.library import Library, Missing, Shelf
from projections.team import Device

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class House:
    """What app.py hands over: settings, store, library, and the real clock."""

    settings: Settings
    store: Store
    library: Library
    clock: Callable[[], datetime]
    unknown_codes: Tries = field(default_factory=Tries)


@dataclass(frozen=True)
class Actor:
    """Who asks. `everywhere` are roles held in all conferences (`./run token`, the demo);
    `device_at` is the one conference that a paired device belongs to."""

    id: UUID
    name: str
    everywhere: tuple[str, ...] = ()
    device_at: UUID | None = None


def house() -> House:
    found: House = current_app.extensions["house"]
    return found


def now() -> datetime:
    """The real time, UTC."""
    return house().clock().astimezone(UTC)


def conference_now() -> datetime:
    """The time on the conference's own clock, UTC: what `at` of its acts says."""
    return now() + timedelta(seconds=shelf().conference.offset_s)


def actor() -> Actor | None:
    """Who asks, found once a request by the sign-in (conference.web.session)."""
    if "actor" not in g:
        g.actor = current_app.extensions["who"]()
    found: Actor | None = g.actor
    return found


def actor_name() -> str:
    """The name of who asks, for what is recorded with a name."""
    who = actor()
    return who.name if who else ""


def device() -> Device | None:
    """The paired device that asks; None where a person does."""
    who = actor()
    at = who.device_at if who else None
    return shelf_of(at).team.devices.get(who.id) if who and at else None


def stamp() -> Stamp:
    """By whom and when, for the command of this request."""
    who = actor()
    assert who is not None
    return Stamp(by=who.id, at=now())


def shelf() -> Shelf:
    """The documents of the conference in the URL; `?at=` asks for a past position."""
    if "shelf" not in g:
        at = asked_position()
        g.shelf = newest() if at is None else shelf_of(newest().conference.id, at)
    found: Shelf = g.shelf
    return found


def newest() -> Shelf:
    """The documents of the conference in the URL as of now, the same throughout a request."""
    if "newest" not in g:
        assert request.view_args is not None
        g.newest = shelf_of(request.view_args["conference_id"])
    found: Shelf = g.newest
    return found


def shelf_of(conference_id: UUID, at: int | None = None) -> Shelf:
    try:
        return house().library.shelf(conference_id, at)
    except Missing as missing:
        raise NotFound(missing.kind, missing.id) from missing


def asked_position() -> int | None:
    """The log position in `?at=`, or None for now."""
    asked = request.args.get("at")
    if asked is None or request.method not in ("GET", "HEAD"):
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        raise Refused("position.not-a-number")
    return int(asked)


def one_guest(guest: UUID) -> Guest:
    """A guest of the conference in the URL."""
    found = shelf().guest_list.by_id.get(guest)
    if found is None:
        raise NotFound("guest", guest)
    return found


def fresh() -> Shelf:
    """The documents again, after a command of this request."""
    for known in ("shelf", "newest", "roles"):
        g.pop(known, None)
    return shelf()


def roles_here() -> tuple[str, ...]:
    """The roles of who asks in the conference of the URL; everywhere-roles where there is none."""
    who = actor()
    if who is None or "conference_id" not in (request.view_args or {}):
        return who.everywhere if who else ()
    if "roles" not in g:
        g.roles = roles_in(newest())
    found: tuple[str, ...] = g.roles
    return found


def roles_in(documents: Shelf) -> tuple[str, ...]:
    """The roles of who asks in a conference, those held everywhere included."""
    who, team = actor(), documents.team
    if who is None:
        return ()
    if who.device_at is not None:
        here = who.device_at == documents.conference.id
        screen = team.screen_of(who.id) if here else None
        return (roles.at_screen(screen),) if screen else ()
    member = team.members.get(who.id)
    return tuple(dict.fromkeys((*who.everywhere, *(member.roles if member else ()))))


def enforce_in(conference_id: UUID, act: str) -> None:
    """What a file is about: a conference that does not exist yet, or one where who asks may act."""
    try:
        here = roles_in(shelf_of(conference_id))
    except NotFound:
        return
    if not roles.may(here, act):
        raise Forbidden(here, act)


def own_conferences(wanted: str = "") -> list[Listed]:
    """The conferences in which who asks has a role, those whose words contain what is wanted."""
    who, library = actor(), house().library
    if who is None:
        return []
    return [
        one
        for one in library.conferences().conferences
        if (who.everywhere or who.id in library.shelf(one.id).team.members)
        and fold(wanted) in fold(f"{one.title} {one.host} {one.code} {one.venue or ''}")
    ]


def allowed(act: str) -> bool:
    """Whether who asks may do this here: templates show what a role can use."""
    return roles.may(roles_here(), act)


def may(act: str) -> Callable[[View], View]:
    """Mark a view with the act that it performs; `enforce` refuses who may not."""

    def mark(view: View) -> View:
        view.act = act  # type: ignore[attr-defined]
        return view

    return mark


PUBLIC = "public"
"""The act of a view that everybody may use: sign-in, static files, errors."""

MEMBER = "signed-in"
"""The act of a view for anybody who is signed in."""

KNOWN = "known"
"""The act of a view for anybody who is signed in, and for paired devices."""

UNDECLARED = "undeclared"
"""The act of a view that declares none: roles.may knows no such act and fails."""


class SignInNeeded(Exception):
    """Nobody is signed in; web leads to the sign-in page, api answers 401."""


def enforce() -> None:
    """Before every view: signed in, one of this conference's people, and allowed to do this.

    A conference that one has no role in does not exist for one (404). A view without a declared
    act is a defect.
    """
    if request.endpoint is None or request.endpoint == "static":
        return
    act = getattr(current_app.view_functions[request.endpoint], "act", UNDECLARED)
    if act == PUBLIC:
        return
    who = actor()
    if who is None:
        raise SignInNeeded
    here, conference_id = roles_here(), (request.view_args or {}).get("conference_id")
    if not here and conference_id is not None:
        if who.device_at == conference_id:
            raise Refused("team.device-not-trusted")
        raise NotFound("conference", conference_id)
    if not (who.device_at is None if act == MEMBER else act == KNOWN or roles.may(here, act)):
        raise Forbidden(here, act)
