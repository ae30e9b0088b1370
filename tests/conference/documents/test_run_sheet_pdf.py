"""The run-sheet on paper: read back from the PDF, every turn in standing order, gaps kept."""

from typing import Any

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, an_instrument
from builders_commands import HERE, plan, shelf_of
from builders_invitation import issued
from builders_pdf import pages_of
from builders_seating import hall_said

from conference.commands.agenda import add_item, set_agenda_start
from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import link_recipient, name_representative
from conference.commands.awards_rules import set_stage_capacity
from conference.commands.conference import choose_venue
from conference.commands.seating import adopt_hall, pin_seat
from conference.config import Settings
from conference.documents.run_sheet_pdf import run_sheet_pdf
from conference.store import Store
from projections.library import Shelf

ADDRESS = "http://127.0.0.1:8000/#12"


def say(code: str, **facts: Any) -> str:
    """Codes stand for sentences: short, so that no column breaks them."""
    short = code.removeprefix("run-sheet-paper.").rpartition(".")[2]
    return " ".join([short, *map(str, facts.values())])


def paper(shelf: Shelf) -> bytes:
    return run_sheet_pdf(shelf, address=ADDRESS, language="vi", say=say)


def text(shelf: Shelf) -> str:
    """All runs of the paper in reading order, one a line."""
    return "\n".join(run.strip() for page in pages_of(paper(shelf)) for run in page)


@pytest.fixture
def shelf(settings: Settings) -> Shelf:
    """A decision of three lines on a stage of two, a proposal; b declined, c is represented."""
    store = Store(settings)
    plan(store)
    choose_venue(store, STAMP, **HERE, name="Hội trường", address=None)
    add_item(store, STAMP, **HERE, kind="award", title="Trao thưởng", minutes=30)
    set_agenda_start(store, STAMP, **HERE, starts_at=STAMP.at)
    proposal = an_instrument("x", kind="proposal", award="co_thi_dua_chinh_phu", number=None)
    register_instrument(store, STAMP, **HERE, **proposal)
    decision = an_instrument(*"abc", award=CERTIFICATE, placing=2)
    register_instrument(store, STAMP, **HERE, **decision)
    set_stage_capacity(store, STAMP, **HERE, capacity=2)
    seated(store)
    shelf = shelf_of(store)
    store.close()
    return shelf


def seated(store: Store) -> None:
    """a sits on A-02; b declined; Bà C receives for c."""
    a, b = issued("a"), issued("b")
    b.decline(STAMP, "ốm")
    store.create(a, b)
    for name in "ab":
        link_recipient(store, STAMP, **HERE, line=id(name), guest=id(name))
    name_representative(store, STAMP, **HERE, line=id("c"), name="Bà C")
    adopt_hall(store, STAMP, **HERE, **hall_said())
    pin_seat(store, STAMP, **HERE, coming={id("a"): True}, seat="A-02", guest=id("a"))


def test_the_paper_names_the_conference_and_the_position(shelf: Shelf) -> None:
    first = pages_of(paper(shelf))[0]
    assert first[:4] == ["UBND tỉnh", "Hội nghị tổng kết", "title", "25/3/2019 · Hội trường"]
    assert first[-1] == f"title · draft · position #{shelf.position} · page 1 / 1"


def test_what_is_announced_stands_above_and_a_proposal_is_marked(shelf: Shelf) -> None:
    listed = text(shelf).partition("announced\n")[2]
    proposal, _, rest = listed.partition("announced-only\n")
    assert proposal.startswith("1\nco_thi_dua_chinh_phu\nproposal · Tặng Cờ thi đua ·")
    assert rest.startswith("2\nbang_khen_chu_tich_ubnd_tinh, 2\ndecision 501/QĐ-UBND ·")
    assert "announced-only" not in rest


def test_every_turn_is_printed_with_its_row_and_nobody_moves_up(shelf: Shelf) -> None:
    first = ("1", "07:00", "bang_khen_chu_tich_ubnd_tinh, 2")
    head = ("501/QĐ-UBND · 1–2 / 3 · after · minutes 3", "presenter:", "unassigned", "objects:")
    columns = ("turn", "recipient", "seat", "received")
    row = ("1", "a", "A-02", "2", "b", "–")
    turn = "\n".join((*first, *head, "2 certificate, tray", *columns, *row))
    assert turn in text(shelf)
    second = "\n".join((*columns, "1", "c", "(Bà C)", "–"))
    assert "501/QĐ-UBND · 3–3 / 3" in text(shelf)
    assert "1 certificate-one, tray" in text(shelf)
    assert second in text(shelf)


def test_without_a_start_times_stay_open(shelf: Shelf, settings: Settings) -> None:
    store = Store(settings)
    set_agenda_start(store, STAMP, **HERE, starts_at=None)
    later = shelf_of(store)
    store.close()
    assert "1\n–\nbang_khen_chu_tich_ubnd_tinh, 2" in text(later)
    assert "07:00" not in text(later)


def test_the_paper_is_tagged_and_the_same_for_the_same_position(shelf: Shelf) -> None:
    made = paper(shelf)
    assert made == paper(shelf)
    assert made.startswith(b"%PDF-1.7")
    assert b"StructTreeRoot" in made


def test_an_empty_ceremony_is_a_paper_all_the_same(settings: Settings) -> None:
    store = Store(settings)
    plan(store, held_on=None)
    shelf = shelf_of(store)
    store.close()
    (page,) = pages_of(paper(shelf))
    assert page[:4] == ["UBND tỉnh", "Hội nghị tổng kết", "title", "announced"]
