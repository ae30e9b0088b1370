"""What web and api share of the crews: codes shown at the wings, rows and trays as they stand."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from conference import gate, stage_desk
from conference.commands import stage_trays, stage_wings
from conference.errors import Refused
from conference.store import Store
from events.base import Stamp
from projections.ceremony_wings import Due, due

TONES = {
    **dict.fromkeys(("right", "again", "called"), "good"),
    **dict.fromkeys(("late", "early", "over", "settled", "presented", "unplanned"), "wait"),
}
"""What a verdict is by colour and sound; all else is "stop"."""


CODES = (*TONES, "nothing", "replaced", "withdrawn", "other_conference", "unknown")


@dataclass(frozen=True)
class Verdict:
    """What a scan at the wings comes to. `code`: a code of Due, again (was in the wings already),
    or the door's replaced, withdrawn, other_conference, unknown; `name` of whom the code names."""

    code: str
    name: str | None = None
    due: Due | None = None

    @property
    def tone(self) -> str:
        return TONES.get(self.code, "stop")


def scan_at_wings(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    token: str,
    at: datetime,
    expecting: int | None = None,
) -> Verdict:
    """Read a door code at the wings: whose it is, where they belong, and that they are here."""
    ceremony = stage_desk.ceremony(run)
    reaches = lambda guest: due(ceremony, guest).reaches  # noqa: E731
    said = {"conference_id": conference_id, "run": run, "token": token, "at": at}
    found = stage_wings.scan_at_wings(store, stamp, reaches=reaches, **said)  # type: ignore[arg-type]
    if found.guest is None:
        return Verdict(found.said)
    belongs, guest = due(ceremony, found.guest), gate.newest().guest_list.by_id.get(found.guest)
    again = belongs.code == "right" and not found.new
    name = (guest.coming or guest.called) if guest else None
    return Verdict("again" if again else belongs.code, name, belongs)


def close_up_row(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Close a row up as it stands now. Refused while nobody has said what becomes of who is missing
    in it: else somebody would come whom neither row nor trays have room for."""
    live = stage_desk.ceremony(run).by_id.get(turn)
    if live and live.stands == "waiting" and live.undecided:
        raise Refused("stage.undecided", name=live.undecided[0].name)
    said = {"conference_id": conference_id, "run": run, "turn": turn, "at": at}
    since = live.since if live else 0
    stage_trays.close_up_row(store, stamp, since=since, expecting=expecting, **said)  # type: ignore[arg-type]


def confirm_tray(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    run: int,
    turn: UUID,
    name: str,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Somebody has compared the turn's trays as they lie now."""
    live = stage_desk.ceremony(run).by_id.get(turn)
    said = {"conference_id": conference_id, "run": run, "turn": turn, "name": name, "at": at}
    since = live.compared_since if live else 0
    stage_trays.confirm_tray(store, stamp, since=since, expecting=expecting, **said)  # type: ignore[arg-type]
