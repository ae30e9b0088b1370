"""The Event of schema.org: its own names, offsets, nobody who only listens or receives."""

import json
from typing import Any

from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_invitation import issued
from builders_programme import HOST, a_day, add

from conference.commands.agenda import withdraw_item
from conference.commands.agenda_day import start_item
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import choose_theme
from conference.commands.conference_day import add_site
from conference.documents.event_jsonld import event_jsonld
from conference.store import Store
from projections.edition import as_seen
from projections.library import Shelf

PAGE = "https://hoinghi.vn/c/kg"


def said(shelf: Shelf) -> dict[str, Any]:
    text = event_jsonld(shelf, page=PAGE)
    assert text is not None
    return dict(json.loads(text))


def test_the_event_is_the_conference(store: Store) -> None:
    a_day(store)
    choose_theme(store, STAMP, **HERE, theme="Đoàn kết & sáng tạo")
    event = said(shelf_of(store))
    del event["subEvent"]
    assert event == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Hội nghị tổng kết",
        "startDate": "2019-03-25T07:30:00+07:00",
        "endDate": "2019-03-25T14:05:00+07:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": "Hội trường UBND tỉnh", "address": "Rạch Giá"},
        "organizer": {"@type": "Organization", "name": HOST},
        "description": "Đoàn kết & sáng tạo",
        "inLanguage": "vi",
        "url": PAGE,
    }


def test_items_are_its_parts_with_who_performs(store: Store) -> None:
    parts = said(a_day(store))["subEvent"]
    assert [part["name"] for part in parts][:2] == ["Khai mạc", "Nông thôn mới & đời sống"]
    assert (parts[1]["startDate"], parts[1]["endDate"]) == (
        "2019-03-25T07:40:00+07:00",
        "2019-03-25T07:48:00+07:00",
    )
    assert [one["name"] for one in parts[1]["performer"]] == ["Bà Nguyễn Thị Đào", "Huyện An Biên"]
    assert "performer" not in parts[3]


def states_of(store: Store) -> dict[str, str]:
    """What everybody reads of each item's state."""
    parts = said(as_seen(shelf_of(store), draft=False))["subEvent"]
    return {part["name"]: part["eventStatus"].rpartition("/")[2] for part in parts}


def test_what_is_withdrawn_once_the_day_has_begun_is_cancelled(store: Store) -> None:
    """Before that it is a draft's, and nobody else's to know."""
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    withdraw_item(store, STAMP, **HERE, item=id("Giải lao"), reason="thiếu giờ")
    assert set(states_of(store).values()) == {"EventScheduled"}
    first = shelf_of(store).agenda.items[0].id
    start_item(store, STAMP, **HERE, item=first, at=at("07:30"))
    assert states_of(store)["Giải lao"] == "EventCancelled"
    assert set(states_of(store).values()) == {"EventCancelled", "EventScheduled"}


def test_remote_sites_make_it_mixed_and_guests_are_nobodys_business(store: Store) -> None:
    a_day(store)
    add_site(store, STAMP, **HERE, site="PQ", name="Phú Quốc")
    store.create(issued("Khách Bí Mật"))
    text = event_jsonld(shelf_of(store), page=PAGE)
    assert text is not None
    assert ("MixedEventAttendanceMode" in text, "Khách Bí Mật" in text) == (True, False)


def test_a_day_without_hours_is_a_day_and_no_day_is_no_event(store: Store) -> None:
    plan(store)
    assert said(shelf_of(store))["startDate"] == "2019-03-25"


def test_without_a_day_nothing_is_said(store: Store) -> None:
    plan(store, held_on=None)
    assert event_jsonld(shelf_of(store), page=PAGE) is None


def test_no_title_can_leave_the_script_element(store: Store) -> None:
    a_day(store)
    nasty = "</script><script>alert(1)</script> <!-- & \u2028"
    add(store, nasty)
    text = event_jsonld(shelf_of(store), page=PAGE)
    assert text is not None
    assert not set("<>&") & set(text)
    assert json.loads(text)["subEvent"][-1]["name"] == nasty
