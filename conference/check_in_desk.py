"""The desk at which scans come in by page and by API: clocks are put right, then it is decided."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from conference import gate
from conference.commands.check_in import Outcome, Scan, check_in
from conference.errors import Refused

LATEST = timedelta(hours=24)
"""How late a door may tell of a scan; an older one has a clock that nobody can put right."""

MARGIN = timedelta(minutes=5)
"""How far ahead of the server a clock may be before its time counts as now (reliability.md 3)."""


def decided(said: Mapping[str, Any], conference_id: UUID) -> list[Outcome]:
    """What the scans of one request come to: of one, or of a backlog in the device's order.

    `said` is what the schema CheckIn has read. Refused when there is neither.
    """
    several = said["scans"] is not None
    if not several and not said["scan_id"]:
        raise Refused("scan.nothing-scanned")
    skew = gate.now() - said["sent_at"] if said["sent_at"] else timedelta()
    scans = [scan_of(one, skew) for one in (said["scans"] if several else [said])]
    ids, closed_at = {"conference_id": conference_id}, gate.shelf().conference.closed_at
    return check_in(gate.house().store, gate.stamp(), **ids, scans=scans, closed_at=closed_at)


def scan_of(said: Mapping[str, Any], skew: timedelta) -> Scan:
    """A scan on the conference's clock; a paired door is the door that it was paired as."""
    device = gate.device()
    door, name = (device.door, device.name) if device else (said["door"], said["device"])
    own = {key: said[key] for key in ("scan_id", "token", "guest", "scanned_at", "shown")}
    at = corrected(said["scanned_at"], skew) + timedelta(seconds=gate.shelf().conference.offset_s)
    return Scan(at=at, door=door or "", device=name or "", **own)


def corrected(scanned_at: datetime | None, skew: timedelta) -> datetime:
    """When a scan was made by the server's clock; now, where the device cannot be believed."""
    now = gate.now()
    if scanned_at is None:
        return now
    at = scanned_at + skew
    return min(at, now) if now - LATEST <= at <= now + MARGIN else now
