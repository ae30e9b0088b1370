"""The seating on paper: what the template is given, and that it becomes a tagged PDF."""

from collections.abc import Iterator

import pytest
from builders import KIEN_GIANG, STAMP
from builders_seating import a_party

from conference.commands.seating import accept_seating
from conference.config import Settings
from conference.documents.seating_plan_pdf import Words, hall_of, rows_of, seating_plan_pdf
from conference.seating_proposal import coming, compared
from conference.store import Store
from projections.library import Library, Shelf

WORDS = Words(
    "vi",
    "http://127.0.0.1:8000/#12",
    lambda code, **facts: f"{code}{sorted(facts.values(), key=str)}" if facts else code,
    lambda guest: guest.name or guest.group,
    lambda seat: seat.reason or "",
    lambda seat: "x" if seat.guest else "",
)


@pytest.fixture
def shelf(settings: Settings) -> Iterator[Shelf]:
    """A party of ten, seated in two rows of twelve; the last seat is unusable."""
    store = Store(settings)
    a_party(store, hall=(12, 12), unusable=["B-12"])
    shelf = Library(store.facts).shelf(KIEN_GIANG)
    placed = compared(shelf, 1).proposal.placements
    seats = [{"seat": p.seat, "guest": p.guest, "reason": str(p.reason)} for p in placed]
    here = {"conference_id": KIEN_GIANG, "coming": coming(shelf)}
    accept_seating(store, STAMP, **here, seats=seats, seed=1)  # type: ignore[arg-type]
    yield Library(store.facts).shelf(KIEN_GIANG)
    store.close()


def test_the_picture_shows_every_seat_of_the_hall(shelf: Shelf) -> None:
    hall = hall_of(shelf.seating_plan, WORDS)
    assert hall is not None
    assert [len(row["seats"]) for row in hall["rows"]] == [12, 12]
    last = {"number": 12, "tag": "", "state": "unusable", "pinned": False}
    assert hall["rows"][1]["seats"][-1] == last
    assert [seat["state"] for seat in hall["stage"]] == ["free", "taken", "free"]


def test_gaps_stay_visible_in_the_lists(shelf: Shelf) -> None:
    stage, front, second = rows_of(shelf.seating_plan, WORDS)
    assert stage["heading"] == "seat-paper.on-stage"
    assert stage["seats"][0] == ["CT-01", "seat-paper.free", ""]
    assert front["seats"][6] == ["A-07", "Bí Thư", "precedence n=1"]
    assert second["seats"][1] == ["B-02", "Nhận 2", "recipient turn=1 position=2"]
    assert second["seats"][11] == ["B-12", "seat-paper.unusable", ""]


def test_the_paper_is_tagged_and_the_same_for_the_same_position(shelf: Shelf) -> None:
    made = [
        seating_plan_pdf(shelf.seating_plan, shelf.conference, shelf.position, WORDS)
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF-1.7")
    assert b"StructTreeRoot" in made[0]


def test_without_a_hall_the_paper_says_who_waits(shelf: Shelf) -> None:
    from projections.seating_plan import SeatingPlan

    plan = SeatingPlan(guests=shelf.seating_plan.guests)
    assert seating_plan_pdf(plan, shelf.conference, 1, WORDS).startswith(b"%PDF")
