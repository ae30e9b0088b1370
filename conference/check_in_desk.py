"""The desk at which entries come in by page and by API: clocks are put right, then it is decided.

A steward's door decides by codes alone. Whom somebody found by name is let in by a supervisor: a
door that can read names aloud from a list can let in anybody (product.md 1b, complaints 7 and 8).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog

from conference import gate
from conference.commands.check_in import check_in
from conference.commands.check_in_scan import OTHER, TOO_MANY, Outcome, Scan
from conference.commands.check_in_turn import in_turn
from conference.errors import Busy, Refused

log = structlog.get_logger()

LATEST = timedelta(hours=24)
"""How late a device may tell of an entry that never heard the server's time."""

MARGIN = timedelta(minutes=5)
"""How far a device's time may lie outside of what can have been before it is doubted: a clock that
is put right in between (reliability.md 3.4)."""

SAME = ("scan_id", "token", "guest", "scanned_at", "shown", "kind", "counter", "of")
"""What an entry says and is decided on as it stands."""

WHO = ("name", "honorific", "post", "body", "voucher")


def decided(said: Mapping[str, Any], conference_id: UUID) -> list[Outcome]:
    """What the entries of one request come to: of one, or of a backlog in the device's order.

    `said` is what the schema CheckIn has read. Refused when there is neither; Busy for a single
    code that is none of ours, after too many of them.
    """
    several = said["scans"] is not None
    if not several and not said["scan_id"]:
        raise Refused("scan.nothing-scanned")
    skew = gate.now() - said["sent_at"] if said["sent_at"] else None
    scans = [scan_of(one, skew) for one in (said["scans"] if several else [said])]
    outcomes = counted(scans, conference_id)
    if not several and outcomes[0].code == TOO_MANY:
        who = gate.stamp().by
        raise Busy(TOO_MANY, gate.house().unknown_codes.wait_s(who, gate.now()))
    return outcomes


def counted(scans: list[Scan], conference_id: UUID) -> list[Outcome]:
    """Decide on scans; of codes that are none of ours only so many a minute from one account or
    device are kept, each being a row for good.

    The others are not held up by them: a reader that misreads every letter stands at a door where
    honest guests wait, and a genuine code costs a guesser what no limit could add to. So what is
    counted is the wrong code, and a list of scans stays 200: a door that heard 503 would take the
    server for away.
    """
    stamp, house, now = gate.stamp(), gate.house(), gate.now()
    tries = house.unknown_codes
    closed_at = gate.shelf().conference.closed_at
    with in_turn(len(scans)):
        outcomes = check_in(
            house.store,
            stamp,
            conference_id=conference_id,
            scans=scans,
            closed_at=closed_at,
            unknown=tries.left(stamp.by, now),
            overseer=gate.allowed("reverse_check_in"),
        )
    tries.add(stamp.by, sum(one.verdict == "unknown" for one in outcomes), now)
    told(outcomes, stamp.by, conference_id)
    return outcomes


def told(outcomes: list[Outcome], by: UUID, conference_id: UUID) -> None:
    """Log an id that was used for something else: a counter that went back, or somebody who plays
    with ids."""
    for one in outcomes:
        if one.code == OTHER:
            log.warning(OTHER, scan_id=one.scan_id, by=str(by), conference=str(conference_id))


def scan_of(said: Mapping[str, Any], skew: timedelta | None) -> Scan:
    """An entry on the conference's clock; a paired door is the door that it was paired as, and a
    supervisor's, who walks about, the one that he or she chose."""
    device = gate.device()
    door = device.door if device and device.door else said["door"]
    name = device.name if device else said["device"]
    at, doubted = corrected(said["scanned_at"], skew or timedelta(), said["synced_at"])
    return Scan(
        at=at + timedelta(seconds=gate.shelf().conference.offset_s),
        skew_ms=None if skew is None else skew // timedelta(milliseconds=1),
        time_doubted=doubted,
        door=door or "",
        device=name or "",
        who={field: said[field] for field in WHO},
        namesake=has_namesake(said),
        reason=said["reason"] or "",
        refused=refusal(said),
        **{field: said[field] for field in SAME},
    )


def refusal(said: Mapping[str, Any]) -> str:
    """The code of an entry that cannot be decided on: a field is wrong, something is missing, or
    who asks may not let in by name."""
    if said.get("unread"):
        return "scan.unread"
    needed = {
        "walk_in": all(said[field] for field in ("name", "body", "voucher")),
        "reversal": bool(said["reason"] and (said["of"] or said["guest"])),
    }
    if not needed.get(said["kind"], True):
        return "scan.incomplete"
    by_name = said["kind"] == "scan" and said["guest"] and not said["token"]
    return "scan.by-name" if by_name and not gate.allowed("find_guest") else ""


def has_namesake(said: Mapping[str, Any]) -> bool:
    """Whether somebody who is invited is called as the walk-in is, and nobody has asked: where the
    door let in alone others who walked in do not count, so that it does not matter whose entry
    arrives first."""
    if said["kind"] != "walk_in" or said["sure"] or not said["name"]:
        return False
    called = gate.shelf().guest_list.namesakes(said["name"])
    return any(one.kind != "walk_in" or not said["shown"] for one in called)


def corrected(
    scanned_at: datetime | None, skew: timedelta, synced_at: datetime | None
) -> tuple[datetime, bool]:
    """When an entry was made by the server's clock, and whether the device's time is doubted: it
    lies before the device last heard the server, or after now. Then the nearest time that can have
    been is taken, so that an evening without network keeps its minutes and its order."""
    now = gate.now()
    if scanned_at is None:
        return now, False
    at = scanned_at + skew
    if at > now + MARGIN:
        return now, True
    if synced_at is None:
        return (min(at, now), False) if at >= now - LATEST else (now, True)
    earliest = min(synced_at, now) - MARGIN
    return max(min(at, now), earliest), at < earliest
