"""What a door asks: one entry or a backlog of them, each answered once and for good."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from conference import vault_door
from conference.commands.check_in_code import scanned, shown_since
from conference.commands.check_in_reversal import taken_back
from conference.commands.check_in_said import MOST
from conference.commands.check_in_scan import OTHER, TOO_MANY, Desk, Outcome, Save, Scan
from conference.commands.check_in_walk_in import walked_in
from conference.store import Store, Unit
from conference.vault import Write
from conference.vault_door import Answered
from events.base import Stamp

TOGETHER = 100
"""Entries of a backlog that are saved as one: some milliseconds in which live scans wait."""

KINDS = {"scan": scanned, "walk_in": walked_in, "reversal": taken_back}
"""How each kind of entry is decided on: answers the verdict and whom it is about."""


def check_in(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    scans: Sequence[Scan],
    closed_at: datetime | None,
    unknown: int = MOST,
    overseer: bool = False,
) -> list[Outcome]:
    """Decide on entries in their device's order, a hundred at a time as one save.

    An entry that was answered before is answered the same. `closed_at` is when the conference was
    closed: who had come before is still let in, however late the door tells; whom a door without
    network let in or sent to the supervisor later is contested, and a reversal of an entry still
    takes it back. Of codes that are none of ours only `unknown` are kept, the others answered with
    TOO_MANY. An `overseer` may take back any entry, everybody else an own one, within minutes.
    """
    desk = Desk(store, stamp, conference_id, closed_at, overseer)
    numbered = list(enumerate(scans))
    if all(scan.counter is not None for scan in scans):
        numbered.sort(key=lambda one: one[1].counter or 0)
    found: dict[int, Outcome] = {}
    for start in range(0, len(numbered), TOGETHER):
        together = numbered[start : start + TOGETHER]
        left = unknown - sum(one.verdict == "unknown" for one in found.values())
        outcomes = decide(desk, [scan for _, scan in together], left)
        found.update(zip((number for number, _ in together), outcomes, strict=True))
    return [found[number] for number in range(len(scans))]


def decide(desk: Desk, scans: Sequence[Scan], unknown: int) -> list[Outcome]:
    """Decide on some entries and keep facts and answers as one."""
    answers: list[Write] = []

    def act(unit: Unit) -> list[Outcome]:
        answers.clear()
        save = Save(unit, answers, unknown)
        for scan in scans:
            name = (scan.scan_id, scan.content)
            if name not in save.done:
                save.done[name] = known(desk, save, scan) or decided(desk, save, scan)
        return [save.done[scan.scan_id, scan.content] for scan in scans]

    return desk.store.change_all(act, beside=answers)


def known(desk: Desk, save: Save, scan: Scan) -> Outcome | None:
    """What the entry was answered before, in this very list or in another."""
    found, early = vault_door.answered(desk.store, desk.conference_id, scan.scan_id)
    if early:
        save.early.setdefault(scan.scan_id, early)
    here = save.new.get(scan.scan_id, (scan.content, None))[0]
    if (found.content if found else here) != scan.content:
        return Outcome(scan.scan_id, code=OTHER)
    if found and scan.kind == "scan":
        shown_since(desk, save, scan, found)
    return Outcome(scan.scan_id, found.verdict, found.guest) if found else None


def decided(desk: Desk, save: Save, scan: Scan) -> Outcome:
    outcome = outcome_of(desk, save, scan)
    save.unknown -= outcome.verdict == "unknown"
    save.new[scan.scan_id] = (scan.content, outcome)
    return outcome


def outcome_of(desk: Desk, save: Save, scan: Scan) -> Outcome:
    if scan.refused:
        return Outcome(scan.scan_id, code=scan.refused)
    happened = scan.kind == "scan" or scan.shown or scan.of
    if desk.late(scan) and not happened:
        return Outcome(scan.scan_id, "closed")  # nothing is kept, for a door may let in by itself
    if scan.kind == "walk_in" and scan.namesake and not scan.shown:
        return Outcome(scan.scan_id, "namesake")  # nothing is kept: who asks answers first
    said, guest = KINDS[scan.kind](desk, save, scan)
    if said == "unknown" and save.unknown <= 0:
        return Outcome(scan.scan_id, said, code=TOO_MANY)
    kept = Answered(scan.content, said, guest)
    save.answers.append(vault_door.answering(desk.conference_id, scan.scan_id, kept))
    return Outcome(scan.scan_id, said, guest)
