"""A conference written out as a workbook and taken over again says nothing new."""

from datetime import datetime, timedelta

import pytest
from builders import STAMP, at
from builders_workbook import bad_cells

from conference.commands.agenda import set_agenda_start, time_item
from conference.commands.invitation import issue_invitation
from conference.config import Settings
from conference.documents.workbook_rows import workbook_rows
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.demo import load_demo
from conference.importers.workbook import read_book
from conference.store import Store
from projections.library import Library, Shelf


@pytest.fixture
def home(settings: Settings) -> Store:
    store = Store(settings)
    id = load_demo(store, STAMP, "Ban tổ chức")
    guest = {"name": "Nguyễn Thị Hoa", "honorific": "Bà", "post": "Giám đốc", "body": "Sở Y tế"}
    said = {**guest, "kind": "person", "group": "Khách", "bloc": "agency", "order": 13}
    ranked = {"phone": "0912 345 678", "birth_date": "1968", "in_post_since": "2015-06-01"}
    issue_invitation(store, STAMP, conference_id=id, **said, **ranked)
    return store


def shelf_of(store: Store) -> Shelf:
    library = Library(store.facts)
    return library.shelf(library.conferences().conferences[0].id)


def test_what_is_written_out_says_nothing_new(home: Store) -> None:
    data = workbook_xlsx(workbook_rows(shelf_of(home), personal=True))
    assert bad_cells(lambda: read_book(data)) == []
    outcome = read_book(data).take_over(home, STAMP, "Ban tổ chức")
    home.close()
    assert [(row.sheet, row.label, row.facts) for row in outcome.different] == []


@pytest.mark.parametrize(
    "start",
    [
        at("07:30") + timedelta(days=1),
        at("07:30") + timedelta(days=300),
        at("07:30") + timedelta(days=1, seconds=5),
    ],
)
def test_an_item_of_another_day_comes_back_on_that_day(home: Store, start: datetime) -> None:
    shelf = shelf_of(home)
    here = {"conference_id": shelf.conference.id}
    set_agenda_start(home, STAMP, **here, starts_at=at("22:00") - timedelta(days=1))
    for item in (shelf.agenda.items[-1], shelf.agenda.speeches[0]):
        time_item(home, STAMP, **here, item=item.id, minutes=5, fixed_start=start)
    data = workbook_xlsx(workbook_rows(shelf_of(home), personal=True))
    assert bad_cells(lambda: read_book(data)) == []
    outcome = read_book(data).take_over(home, STAMP, "Ban tổ chức")
    home.close()
    assert [(row.sheet, row.label, row.facts) for row in outcome.different] == []


def test_a_copy_without_what_is_personal_holds_no_phone_and_no_birth_date(home: Store) -> None:
    open_copy, own = (workbook_rows(shelf_of(home), personal=p) for p in (False, True))
    home.close()
    assert any(row.get("phone") == "0912 345 678" for row in own["guests"])
    assert not any(
        row.get(name) for row in open_copy["guests"] for name in ("phone", "email", "birth_date")
    )
