"""A workbook becomes facts: all or nothing, once only, and what changed is known beforehand."""

from collections import Counter
from typing import Any

import pytest
from builders import STAMP
from builders_workbook import bad_cells

from conference.commands.agenda import move_item, withdraw_item
from conference.commands.workbook import Outcome
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.importers.workbook import read_book
from conference.importers.workbook_desk import conference_id_of
from conference.store import Store
from demo import make
from projections.library import Library

FRAME = {"code": "x", "title": "Hội nghị", "host": "UBND tỉnh", "held_on": "2019-03-25"}
ID = conference_id_of("x")


def item(code: str, **said: Any) -> dict[str, Any]:
    return {"code": code, "kind": "report", "title": f"Mục {code}", "minutes": 10, **said}


def rows(**sheets: list[dict[str, Any]]) -> bytes:
    return workbook_xlsx({"conference": [FRAME], **sheets})


def take(store: Store, data: bytes) -> Outcome:
    return read_book(data).take_over(store, STAMP, "Văn phòng")


def topics(store: Store, after: int = 0) -> dict[str, int]:
    return dict(Counter(fact.TOPIC for _, fact in store.facts(after, 10_000)))


def titles(store: Store) -> list[str]:
    return [one.title for one in Library(store.facts).shelf(ID).agenda.items]


def test_the_same_file_twice_records_nothing_new(store: Store) -> None:
    data = make.made()
    first = take(store, data)
    head = store.head()
    again = take(store, data)
    assert first.new
    assert first.count("unchanged") == 0
    assert store.head() == head
    assert (again.new, again.different) == (False, ())


def test_a_look_records_nothing_and_says_what_would_change(store: Store) -> None:
    book = read_book(make.made())
    looked = book.look(store, STAMP, "Văn phòng")
    assert store.head() == 0
    taken = book.take_over(store, STAMP, "Văn phòng")
    seen = [(row.sheet, row.row, row.state) for row in looked.rows]
    assert seen == [(row.sheet, row.row, row.state) for row in taken.rows]


def test_a_changed_row_becomes_the_fact_that_says_so(store: Store) -> None:
    take(store, rows(agenda=[item("1"), item("2")]))
    head = store.head()
    outcome = take(store, rows(agenda=[item("1"), item("2", minutes=25)]))
    assert [(row.row, row.label, row.state) for row in outcome.different] == [
        (3, "Mục 2", "changed")
    ]
    assert topics(store, head) == {"item-timed": 1}


def test_a_row_with_a_code_keeps_its_story_under_another_name(store: Store) -> None:
    take(store, rows(agenda=[item("1")]))
    outcome = take(store, rows(agenda=[item("1", title="Báo cáo tổng kết")]))
    assert [row.state for row in outcome.different] == ["changed"]
    assert titles(store) == ["Báo cáo tổng kết"]


def test_a_blank_cell_says_nothing_about_what_stands(store: Store) -> None:
    take(store, rows(agenda=[item("1", owner="Bà Em", fixed_start="08:00")]))
    assert take(store, rows(agenda=[item("1")])).different == ()


def test_the_files_order_is_the_agendas_order(store: Store) -> None:
    take(store, rows(agenda=[item("1"), item("2"), item("3")]))
    head = store.head()
    take(store, rows(agenda=[item("3"), item("1"), item("4"), item("2")]))
    assert titles(store) == ["Mục 3", "Mục 1", "Mục 4", "Mục 2"]
    assert topics(store, head) == {"item-added": 1, "item-moved": 2}


def test_speeches_stand_where_their_row_of_the_agenda_is(store: Store) -> None:
    block = {"code": "TL", "kind": "speech", "title": "Tham luận", "minutes": 1}
    said = [{"unit": unit, "minutes": 8} for unit in ("Rạch Giá", "An Biên")]
    take(store, rows(agenda=[item("1"), block, item("2")], speeches=said))
    expected = ["Mục 1", "Tham luận của Rạch Giá", "Tham luận của An Biên", "Mục 2"]
    assert titles(store) == expected


def test_what_was_added_or_withdrawn_on_the_pages_stays_so(store: Store) -> None:
    data = rows(agenda=[item("1"), item("2"), item("3")])
    take(store, data)
    shelf = Library(store.facts).shelf(ID)
    gone = shelf.agenda.items[1].id
    withdraw_item(store, STAMP, conference_id=ID, item=gone, reason="hoãn")
    assert take(store, data).different == ()
    assert titles(store) == ["Mục 1", "Mục 3"]


def test_an_item_moved_on_a_page_is_a_difference(store: Store) -> None:
    data = rows(agenda=[item("1"), item("2")])
    take(store, data)
    first, second = Library(store.facts).shelf(ID).agenda.items
    move_item(store, STAMP, conference_id=ID, item=second.id, before=first.id)
    assert [row.state for row in take(store, data).different] == ["changed"]
    assert titles(store) == ["Mục 1", "Mục 2"]


def test_a_row_against_a_rule_is_named_and_nothing_is_recorded(store: Store) -> None:
    nobody = {"kind": "person", "group": "Khách", "bloc": "other"}
    empty = {"kind": "decision", "title": "Tặng", "level": "province", "announcer": "Ban TĐKT"}
    data = rows(agenda=[item("1")], guests=[nobody], instruments=[empty])
    assert bad_cells(lambda: take(store, data)) == [
        ("Khách mời", 2, "", "invitation.person-without-name"),
        ("Văn bản khen", 2, "", "awards.no-lines"),
    ]
    assert store.head() == 0


@pytest.mark.parametrize("again", [False, True])
def test_a_group_grows_and_names_its_places(store: Store, again: bool) -> None:
    group = {"code": "G", "kind": "group", "group": "Các huyện", "bloc": "district", "count": 2}
    named = {"kind": "place", "group": "Các huyện", "bloc": "district", "body": "Vân Hòa"}
    take(store, rows(guests=[group]))
    outcome = take(store, rows(guests=[named, {**group, "count": 3}]))
    assert [(row.row, row.state) for row in outcome.different] == [(3, "changed"), (2, "added")]
    listed = Library(store.facts).shelf(ID).guest_list
    assert [(guest.number, guest.body) for guest in listed.guests] == [
        (1, "Vân Hòa"),
        (2, None),
        (3, None),
    ]


@pytest.mark.parametrize("kind", ["person", "group"])
def test_another_conferences_guest_does_not_exist_here(store: Store, kind: str) -> None:
    theirs = {"code": "G", "kind": "group", "group": "Mật", "bloc": "district", "count": 1}
    take(store, rows(guests=[theirs]))
    (group,) = Library(store.facts).shelf(ID).guest_list.groups
    head = store.head()
    stolen = {"code": str(group), "kind": kind, "group": "x", "bloc": "other", "name": "A"}
    other = workbook_xlsx({"conference": [{**FRAME, "code": "y"}], "guests": [stolen]})
    assert bad_cells(lambda: take(store, other)) == [("Khách mời", 2, "", "workbook.not-found")]
    assert store.head() == head
