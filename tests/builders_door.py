"""Builders of the door: a conference with guests, their codes, and the scans of a device."""

from datetime import datetime
from typing import Any
from uuid import UUID

from builders import KIEN_GIANG, STAMP, id
from builders_commands import HERE, plan

from conference import vault_door
from conference.commands.check_in import check_in
from conference.commands.check_in_scan import Outcome, Scan
from conference.commands.invitation import issue_invitation
from conference.rules.door_code import door_code
from conference.store import Store


def invite(store: Store, *names: str, **said: Any) -> list[UUID]:
    """Guests called so, each with the name's own id."""
    usual = {"kind": "person", "group": "Đại biểu", "bloc": "agency", "order": 1, "honorific": None}
    unsaid = dict.fromkeys(("post", "body"))
    for name in names:
        told = {**HERE, **usual, **unsaid, "name": name, **said}
        issue_invitation(store, STAMP, guest=id(name), **told)
    return [id(name) for name in names]


def hall(store: Store, *names: str) -> list[UUID]:
    """A planned conference with these guests."""
    plan(store)
    return invite(store, *names)


def code(store: Store, guest: UUID, revision: int = 0, conference: UUID = KIEN_GIANG) -> str:
    return door_code(vault_door.door_key(store, conference), guest, revision)


def scan(name: str, token: str | None = None, at: datetime = STAMP.at, **said: Any) -> Scan:
    """A scan whose id follows from its name."""
    return Scan(f"scan {name}", at, token, **{"door": "Cửa 1", "device": "máy 1", **said})


def scanned(store: Store, *scans: Scan, closed_at: datetime | None = None) -> list[Outcome]:
    return check_in(store, STAMP, **HERE, scans=scans, closed_at=closed_at)


def verdicts(store: Store, *scans: Scan, closed_at: datetime | None = None) -> list[str]:
    outcomes = scanned(store, *scans, closed_at=closed_at)
    return [one.verdict or one.code for one in outcomes]


def walk_in(name: str, at: datetime = STAMP.at, **said: Any) -> Scan:
    """The entry of a walk-in called so."""
    who = {"name": name, "body": "Báo Kiên Giang", "voucher": "Trần Thị Đào", "post": None}
    return scan(name, at=at, kind="walk_in", who=who | {"honorific": None}, **said)


def reversal(name: str, of: Scan | None = None, at: datetime = STAMP.at, **said: Any) -> Scan:
    """The reversal of an entry, under an id of its own."""
    entry = of.scan_id if of else None
    return scan(f"undo {name}", at=at, kind="reversal", of=entry, reason="nhầm", **said)
