"""What a door asks: one scan or a backlog of them, each answered once and for good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marshmallow import fields, validate

from conference import vault_door
from conference.commands.check_in_scan import TOO_MANY, Outcome, Scan
from conference.commands.fields import Asked, Choice, Id, Text
from conference.commands.fields_time import Moment
from conference.domain.invitation import Invitation
from conference.errors import NotFound
from conference.rules.door_code import DoorCode, ours, read_code
from conference.rules.verdict import verdict
from conference.store import Store, Unit
from conference.vault import Write
from conference.vault_door import Answered
from events.base import Stamp

TOGETHER = 100
"""Scans of a backlog that are saved as one: some milliseconds in which live scans wait."""

MOST = 2_000
"""Scans of one request: a whole door's evening."""


class Scanned(Asked):
    """One scan: the code that was read, or the guest whom somebody found by name.

    `scanned_at` is the device's own clock. `shown` is the verdict that a device without network
    gave on its own; where the log says otherwise that is recorded, too.
    """

    token = Text(load_default=None, allow_none=True, longest=300)
    guest = Id(load_default=None, allow_none=True)
    scan_id = Text(required=True, longest=80)
    door = Text(load_default="", longest=40)
    device = Text(load_default="", longest=80)
    scanned_at = Moment(load_default=None, allow_none=True)
    shown = Choice(("admitted",), load_default=None, allow_none=True)


class CheckIn(Scanned):
    """One scan, or `scans`: a backlog in the device's order. `sent_at`: the device's clock now."""

    scan_id = Text(load_default=None, allow_none=True, longest=80)
    sent_at = Moment(load_default=None, allow_none=True)
    scans = fields.List(
        fields.Nested(Scanned),
        load_default=None,
        validate=validate.Length(min=1, max=MOST, error="field.long"),
    )


def check_in(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    scans: Sequence[Scan],
    closed_at: datetime | None,
    unknown: int = MOST,
) -> list[Outcome]:
    """Decide on scans in their order, a hundred at a time as one save.

    A scan that was answered before is answered the same. `closed_at` is when the conference was
    closed: who had come before is still let in, however late the door tells. Of codes that are none
    of ours only `unknown` are kept, the others answered with TOO_MANY.
    """
    desk = Desk(store, stamp, conference_id, closed_at)
    found: list[Outcome] = []
    for start in range(0, len(scans), TOGETHER):
        left = unknown - sum(one.verdict == "unknown" for one in found)
        found += desk.decide(scans[start : start + TOGETHER], left)
    return found


@dataclass(frozen=True)
class Desk:
    """Where the scans of one conference are decided on."""

    store: Store
    stamp: Stamp
    conference_id: UUID
    closed_at: datetime | None

    def decide(self, scans: Sequence[Scan], unknown: int) -> list[Outcome]:
        """Decide on some scans and keep facts and answers as one."""
        answers: list[Write] = []

        def act(unit: Unit) -> list[Outcome]:
            answers.clear()
            done: dict[tuple[str, str], Outcome] = {}
            here: dict[str, str] = {}
            strange = 0
            for scan in scans:
                name = (scan.scan_id, scan.content)
                if name not in done:
                    said = self._known(scan, here)
                    if said is None:
                        said = self._new(unit, scan, answers, strange < unknown)
                        here[scan.scan_id] = scan.content
                    done[name], strange = said, strange + (said.verdict == "unknown")
            return [done[scan.scan_id, scan.content] for scan in scans]

        return self.store.change_all(act, beside=answers)

    def _known(self, scan: Scan, here: Mapping[str, str]) -> Outcome | None:
        """What the scan was answered before; `here` are the contents of this very list, by id."""
        known = vault_door.answered(self.store, self.conference_id, scan.scan_id)
        content = known.content if known else here.get(scan.scan_id, scan.content)
        if content != scan.content:
            return Outcome(scan.scan_id, code="scan.other-content")
        return Outcome(scan.scan_id, known.verdict, known.guest) if known else None

    def _new(self, unit: Unit, scan: Scan, answers: list[Write], keeping: bool) -> Outcome:
        if self.closed_at is not None and scan.at >= self.closed_at:
            return Outcome(scan.scan_id, code="conference.closed")
        invitation, revision = self._shown(unit, scan)
        said = self._verdict(invitation, revision)
        if said == "unknown" and not keeping:
            return Outcome(scan.scan_id, said, code=TOO_MANY)
        here = invitation if said not in ("unknown", "other_conference") else None
        if here is not None:
            self._record(here, said, scan)
        guest = here.id if here else None
        kept = Answered(scan.content, said, guest)
        answers.append(vault_door.answering(self.conference_id, scan.scan_id, kept))
        return Outcome(scan.scan_id, said, guest)

    def _shown(self, unit: Unit, scan: Scan) -> tuple[Invitation | None, int | None]:
        """The invitation that was shown or found by name, and the revision of its code."""
        code = read_code(scan.token) if scan.token else None
        wanted = code.invitation if code else None if scan.token else scan.guest
        invitation = standing(unit, wanted) if wanted else None
        if invitation is None or (code and not self._genuine(invitation, code)):
            return None, None
        return invitation, code.revision if code else None

    def _genuine(self, invitation: Invitation, code: DoorCode) -> bool:
        return ours(vault_door.door_key(self.store, invitation.conference_id), code)

    def _verdict(self, invitation: Invitation | None, revision: int | None) -> str:
        if invitation is None:
            return verdict(genuine=False)
        return verdict(
            genuine=True,
            here=invitation.conference_id == self.conference_id,
            revision=revision,
            newest=invitation.revision,
            withdrawn=invitation.answer == "withdrawn",
            entered=invitation.present,
        )

    def _record(self, invitation: Invitation, said: str, scan: Scan) -> None:
        """Let the guest in; or say that a door without network did, against the log."""
        where = (scan.door, scan.device, scan.at, scan.scan_id, scan.scanned_at)
        if said == "admitted":
            invitation.check_in(self.stamp, *where)
        elif scan.shown == "admitted":
            invitation.contest_entry(self.stamp, said, *where)


def standing(unit: Unit, id: UUID) -> Invitation | None:
    """A guest's invitation; None for a group or for nobody's id."""
    try:
        found = unit.load(Invitation, id)
    except NotFound:
        return None
    return None if found.kind == "group" else found
