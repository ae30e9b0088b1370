"""One letter to eleven groups (Hải Dương 2018): in the order of protocol, one of them invited by
others, for ninety minutes of a morning."""

import re
from datetime import UTC, date, datetime

import pytest
from builders import STAMP
from builders_commands import HERE, plan, shelf_of
from builders_pdf import pages_of
from cases.case_hai_duong import (
    ADDRESS,
    GROUPS,
    HELD_ON,
    HOST,
    MINUTES,
    PERSON,
    TITLE,
    VENUE,
    WEEKDAY,
)

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import choose_venue
from conference.commands.invitation import invite_group, issue_invitation
from conference.commands.letters import send_letters
from conference.documents.letters_pdf import groups_letter_pdf
from conference.rules.days import weekday
from conference.store import Store
from projections.letters import addressees, by_group
from projections.library import Shelf

RANK = {"bloc": "superior", "tier": "central", "superior": True}
BEGINS = datetime(2018, 2, 6, 0, 30, tzinfo=UTC)
"""07:30 in Việt Nam."""


@pytest.fixture
def shelf(store: Store) -> Shelf:
    """The festival, its groups entered last to first: their order is theirs, not the typist's."""
    plan(store, title=TITLE, host=HOST, held_on=HELD_ON)
    choose_venue(store, STAMP, **HERE, name=VENUE, address=ADDRESS)
    set_agenda_start(store, STAMP, **HERE, starts_at=BEGINS)
    add_item(store, STAMP, **HERE, kind="launch", title="Lễ phát động", minutes=MINUTES)
    for order, group in reversed(list(enumerate(GROUPS, 2))):
        said = {"group": group.name, "body": None, "bloc": group.bloc, "order": order}
        more = {"count": 2, "invited_by": group.invited_by, "tier": "province", "note": None}
        rank = {"post_rank": None, "superior": False, "host": False}
        invite_group(store, STAMP, **HERE, **said, **more, **rank)
    name, post = PERSON
    who = {"kind": "person", "name": name, "honorific": "đồng chí", "post": post, "body": None}
    issue_invitation(store, STAMP, **HERE, **who, group="Lãnh đạo Quốc hội", order=1, **RANK)
    release_agenda(store, STAMP, **HERE, at=STAMP.at)
    return shelf_of(store)


def letter(shelf: Shelf) -> str:
    made = groups_letter_pdf(shelf, ("12/GM-UBND", "2018-01-31"))
    (page,) = pages_of(made)
    return re.sub(r" ([,.:;)])", r"\1", " ".join(" ".join(page).split())).replace("( ", "(")


def test_the_letter_names_eleven_in_the_order_of_protocol(shelf: Shelf) -> None:
    found = addressees(shelf.guest_list)
    assert [one.guest.name if one.guest else one.group for one in found] == [
        PERSON[0],
        *(group.name for group in GROUPS),
    ]
    said = letter(shelf)
    places = [said.index(text) for text in (", ".join(PERSON), *(one.name for one in GROUPS))]
    assert places == sorted(places)
    assert f"{HOST} trân trọng kính mời: - Đồng chí {PERSON[0]}" in said
    assert "Số: 12/GM-UBND" in said
    assert "PHIẾU VÀO CỬA" not in said


def test_one_group_is_invited_by_the_district_and_waits_for_no_letter_of_ours(
    store: Store, shelf: Shelf
) -> None:
    (others,) = (one for one in addressees(shelf.guest_list) if one.invited_by)
    assert (others.group, others.invited_by) == (GROUPS[8].name, "UBND huyện")
    assert f"{GROUPS[8].name} (do UBND huyện mời);" in letter(shelf)
    sending = {"channel": "paper", "number": "12/GM-UBND", "dated_on": "2018-01-31"}
    listed = shelf.guest_list
    send_letters(store, STAMP, **HERE, listed=listed, at=BEGINS, **sending)
    stages = {row.group: row for row in by_group(shelf_of(store).guest_list)}
    elsewhere = {name for name, row in stages.items() if row.counts[1]}
    assert elsewhere == {GROUPS[8].name}
    assert len(stages) == 11


def test_the_weekday_is_the_dates_and_the_end_ninety_minutes_later(shelf: Shelf) -> None:
    assert weekday(date.fromisoformat(HELD_ON)) == WEEKDAY
    agenda = shelf.agenda
    assert agenda.starts_at is not None
    assert agenda.ends_at is not None
    assert (agenda.ends_at - agenda.starts_at).total_seconds() == MINUTES * 60
    said = letter(shelf)
    assert f"07 giờ 30, {WEEKDAY} ngày 06 tháng 02 năm 2018" in said
    assert "(dự kiến kết thúc lúc 09 giờ 00)" in said
    assert f"Địa điểm: {VENUE}, {ADDRESS}." in said
