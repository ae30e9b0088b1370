"""The supervisor's page: entries that doors without network made against the log, and settling."""

from typing import Any
from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.contests import SettleContest, settle_contest
from conference.copies import copied
from conference.gate import may
from conference.rules.contests import outcomes_of
from conference.web.door import act, noun, page

pages = noun("contests", "/contests")

SETTLED = 20
"""Settled entries that the page still shows: a door's evening seldom has more."""


@pages.get("")
@may("settle_contest")
@copied
def contests_page(conference_id: UUID) -> ResponseReturnValue:
    contests, rows = gate.shelf().contests, gate.shelf().guest_list.by_id
    settled = contests.settled[:SETTLED]
    return page("contests", contests=contests, settled=settled, rows=rows, outcomes=outcomes_of)


@pages.post("/<uuid:guest>/<int:entry>/settlement")
@may("settle_contest")
def settlement(conference_id: UUID, guest: UUID, entry: int) -> ResponseReturnValue:
    said: dict[str, Any] = {"guest": guest, "entry": entry, "at": gate.conference_now()}
    return act(SettleContest, settle_contest, contests_page, key=f"{guest} {entry}", **said)
