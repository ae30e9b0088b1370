"""Builders of a merge: doors that were cut off bring over HTTP what they did meanwhile."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Literal
from uuid import UUID, uuid4, uuid5

from builders import STAMP
from builders_commands import plan
from builders_doors import store_of
from builders_paired import device_key
from flask import Flask

from conference.commands.invitation import issue_invitation
from conference.commands.invitation_answers import reissue_invitation, withdraw_invitation
from conference.errors import Refused
from conference.rules.door_code import door_code
from conference.store import Store
from conference.vault_door import door_key
from events.attendance import ContestSettled, EntryContested, GuestCheckedIn

NAMES = ("Lan", "Hoa", "Mai", "Cúc", "Rút", "Đổi")
WITHDRAWN, REISSUED = 4, 5
DEVICES = 5
NOW = STAMP.at
"""What the server's clock shows all the while."""

Seen = tuple[Literal["scan", "unlisted"], int, int, int]
"""Device, number of the guest, revision of the code that was shown: let in, or not in the list."""

Walked = tuple[Literal["walk_in"], int]
"""Device."""

Undone = tuple[Literal["undo"], int, int]
"""Device, and which of the entries it takes back: another door's is none of its business."""

Entry = Seen | Walked | Undone

Act = tuple[int, Literal["withdraw", "reissue"], int]
"""Before which part the organizer acts, how, and on which guest."""

BEFORE: tuple[Act, ...] = ((0, "withdraw", WITHDRAWN), (0, "reissue", REISSUED))
"""What was done while the doors were away, in every merge."""


@dataclass(frozen=True)
class Merge:
    """Entries as they were made, one `gap_s` after the other; the order in which they arrive, how
    many at a time; by how many seconds each device's clock is wrong; what is done meanwhile."""

    entries: list[Entry]
    order: list[int]
    part: int = 3
    clocks: tuple[int, ...] = (0,) * DEVICES
    gap_s: int = 1
    acts: list[Act] = field(default_factory=list)

    def parts(self) -> Iterator[tuple[list[Act], list[int]]]:
        """What is done before each part, and the entries in it; last what is done behind all."""
        acts, size = [*BEFORE, *self.acts], self.part
        many = -(-len(self.order) // size)
        for number in range(many + 1):
            due = [one for one in acts if min(one[0], many) == number]
            yield due, self.order[number * size : (number + 1) * size]

    def at(self, number: int) -> datetime:
        """When an entry was really made."""
        return NOW - timedelta(seconds=self.gap_s * (len(self.entries) - number))

    def shown(self, number: int) -> datetime:
        """What its device's clock showed."""
        return self.at(number) + timedelta(seconds=self.clocks[self.entries[number][1]])


@dataclass(frozen=True)
class Came:
    """What a merge comes to: how many are in the hall by name, how often each guest's entry is
    contested and why, and when each entry was made by the two clocks, by its number."""

    here: Counter[str]
    contested: Counter[tuple[str, str]]
    made: dict[int, tuple[datetime, datetime]]


@dataclass
class Conference:
    """A conference of its own for one merge, and the keys of its doors."""

    app: Flask
    id: UUID = field(default_factory=uuid4)
    keys: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        plan(self.store, conference_id=self.id)
        usual = {"kind": "person", "group": "Đại biểu", "bloc": "agency", "order": 1}
        usual |= dict.fromkeys(("honorific", "post", "body"))  # type: ignore[arg-type]
        for number, name in enumerate(NAMES):
            said = {"conference_id": self.id, "guest": self.guest(number), "name": name}
            issue_invitation(self.store, STAMP, **said, **usual)
        self.head = self.store.head()

    @property
    def store(self) -> Store:
        return store_of(self.app)

    def key(self, device: int) -> str:
        if device not in self.keys:
            name, door = f"máy {device}", f"Cửa {device}"
            self.keys[device] = device_key(self.store, self.id, name, door)
        return self.keys[device]

    def guest(self, number: int) -> UUID:
        return uuid5(self.id, NAMES[number])

    def act(self, verb: str, number: int) -> None:
        """Who is in the hall cannot be withdrawn."""
        said = {"conference_id": self.id, "guest": self.guest(number), "reason": "có lý do"}
        command = withdraw_invitation if verb == "withdraw" else reissue_invitation
        with suppress(Refused):
            command(self.store, STAMP, **said)

    def said(self, merge: Merge, number: int) -> dict[str, Any]:
        """An entry as its door queued it; a reversal names its entry by id."""
        entry = merge.entries[number]
        usual = {"scan_id": f"{number}", "shown": "admitted", "kind": entry[0]}
        usual["scanned_at"] = merge.shown(number).isoformat()
        if entry[0] in ("scan", "unlisted"):
            usual |= {"kind": "scan", "shown": "unlisted" if entry[0] == "unlisted" else "admitted"}
            key = door_key(self.store, self.id)
            return usual | {"token": door_code(key, self.guest(entry[2]), entry[3])}
        if entry[0] == "walk_in":
            return usual | {"name": "Khách", "body": "Báo", "voucher": "Thư ký"}
        of = f"{entry[2] % len(merge.entries)}"
        return usual | {"kind": "reversal", "of": of, "reason": "nhầm", "shown": None}

    def upload(self, merge: Merge, numbers: list[int]) -> None:
        """What follows each other of one device is one request: broken off, then whole."""
        for device, group in groupby(numbers, lambda n: merge.entries[n][1]):
            sent_at = NOW + timedelta(seconds=merge.clocks[device])
            scans = [self.said(merge, number) for number in group]
            body = json.dumps({"scans": scans, "sent_at": sent_at.isoformat()})
            assert self.posted(device, body[: len(body) * 2 // 3]) == 400
            assert self.posted(device, body) == 200

    def posted(self, device: int, body: str) -> int:
        headers = {"Authorization": f"Bearer {self.key(device)}"}
        url = f"/api/v1/conferences/{self.id}/check-ins"
        said = {"data": body, "content_type": "application/json"}
        return self.app.test_client().post(url, headers=headers, **said).status_code

    def came(self) -> Came:
        """What the log says behind the merge."""
        library = self.app.extensions["house"].library
        library.catch_up()
        rows = library.shelf(self.id).guest_list.by_id
        known = {guest: str(row.name) for guest, row in rows.items()}
        open_: dict[tuple[object, int], tuple[str, str]] = {}
        made = {}
        for _, fact in self.store.facts(self.head, 10_000):
            if isinstance(fact, EntryContested):
                who = known[fact.originator_id]
                open_[fact.originator_id, fact.originator_version] = (who, fact.verdict)
            elif isinstance(fact, ContestSettled):
                del open_[fact.originator_id, fact.entry]
            if isinstance(fact, EntryContested | GuestCheckedIn):
                made[int(str(fact.scan_id))] = (fact.at, fact.scanned_at)
        here = Counter(known[guest] for guest, row in rows.items() if row.present)
        return Came(here, Counter(open_.values()), made)  # type: ignore[arg-type]


def merged(app: Flask, merge: Merge) -> Came:
    """The doors' entries arrive in parts, the first of each part twice, all of them once more."""
    conference = Conference(app)
    for acts, numbers in merge.parts():
        for _, verb, guest in acts:
            conference.act(verb, guest)
        conference.upload(merge, [*numbers, *numbers[:1]])
    conference.upload(merge, merge.order)
    return conference.came()
