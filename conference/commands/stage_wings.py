"""What may be asked at the wings: somebody shows a door code there, which lets nobody in."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from conference.commands.check_in_code import shown, verdict_on
from conference.commands.check_in_scan import Desk, Scan
from conference.commands.fields import Asked, Text
from conference.commands.stage import opened
from conference.store import Store, Unit
from events.base import Stamp

GENUINE = ("admitted", "already")
"""The door's verdicts on a code that counts; whether its guest was let in does not matter here."""


class ScanAtWings(Asked):
    """`token`: a door code as a scanner types it, alone or at the end of its address."""

    token = Text(required=True)


class AtWings(NamedTuple):
    """What a scan came to. `said`: genuine, or the door's verdict on a code that does not count;
    `new`: that its recipient is in the wings was not known."""

    said: str
    guest: UUID | None = None
    new: bool = False


def scan_at_wings(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    token: str,
    at: datetime,
    reaches: Callable[[UUID], UUID | None],
    expecting: int | None = None,
) -> AtWings:
    """The door's rules for a code, without its entry: `reaches` answers for a guest the line that
    is awaited now, whose recipient is in the wings from here on; None for nobody awaited."""
    desk = Desk(store, stamp, conference_id, None)

    def act(unit: Unit) -> AtWings:
        invitation, revision = shown(desk, unit, Scan("", at, token=token))
        said = verdict_on(desk, invitation, revision)
        if invitation is None or said not in GENUINE:
            return AtWings(said)
        line = reaches(invitation.id)
        if line is None:
            return AtWings("genuine", invitation.id)
        stage = opened(unit, stamp, conference_id, run, at)
        before = stage.version
        stage.reach(stamp, line, at)
        return AtWings("genuine", invitation.id, stage.version != before)

    return store.change_all(act)
