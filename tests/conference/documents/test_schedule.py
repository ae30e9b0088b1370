"""schedule.xml and schedule.json: strictly by the rules, the same in both, nobody's data in it."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import STAMP, at, id
from builders_awards import an_instrument
from builders_commands import HERE, plan, shelf_of
from builders_programme import a_day, add, speak
from builders_schedule import checked_json, checked_xml

from conference.commands.agenda import set_agenda_start
from conference.commands.awards import register_instrument
from conference.documents.schedule_json import schedule_json
from conference.documents.schedule_xml import schedule_xml
from conference.errors import Refused
from conference.rules.schedule_words import acronym, slug
from conference.store import Store
from projections.library import Shelf

PAGE = "https://hoinghi.vn/c/kg"

FORMS: dict[str, tuple[Callable[..., bytes], Callable[[bytes], list[dict[str, Any]]]]] = {
    "xml": (schedule_xml, checked_xml),
    "json": (schedule_json, checked_json),
}


def events(shelf: Shelf, form: str) -> list[dict[str, Any]]:
    make, check = FORMS[form]
    return check(make(shelf, page=PAGE, release=None))


@pytest.mark.parametrize("form", FORMS)
def test_an_event_says_what_the_item_is(store: Store, form: str) -> None:
    first, speech, *_, award = events(a_day(store), form)
    names = ("title", "subtitle", "type", "track", "date", "duration", "room")
    assert [speech[name] for name in names] == [
        "Nông thôn mới & đời sống",
        "Huyện An Biên",
        "tham luận",
        "Tham luận",
        "2019-03-25T07:40:00+07:00",
        "00:08",
        "Hội trường UBND tỉnh",
    ]
    assert speech["guid"] == str(id("Nông thôn mới & đời sống"))
    assert speech["slug"].endswith("-nong-thon-moi-doi-song")
    assert (first["type"], award["type"], award["start"]) == ("khai mạc", "trao thưởng", "13:30")


def test_both_forms_say_the_same(store: Store) -> None:
    shelf = a_day(store)
    said = ("guid", "date", "start", "duration", "room", "slug", "url", "title", "track", "type")
    xml, json = ([tuple(e[n] for n in said) for e in events(shelf, form)] for form in FORMS)
    assert xml == json


@pytest.mark.parametrize("form", FORMS)
def test_an_award_has_the_track_of_the_highest_level_and_no_recipient(
    store: Store, form: str
) -> None:
    a_day(store)
    for name, level in (("a", "province"), ("b", "prime_minister")):
        whole = an_instrument(f"Người nhận {name}", title=name, level=level)
        register_instrument(store, STAMP, **HERE, instrument=id(name), **whole)
    award = events(shelf_of(store), form)[-1]
    assert award["track"] == "Khen thưởng của Thủ tướng Chính phủ"
    make, _ = FORMS[form]
    said = make(shelf_of(store), page=PAGE, release=None).decode()
    assert ("Người nhận" in said, "chiếu phim" in said) == (False, False)


@pytest.mark.parametrize("form", FORMS)
def test_days_are_parted_and_an_item_past_midnight_belongs_to_its_evening(
    store: Store, form: str
) -> None:
    a_day(store)
    add(store, "Gala", 120, fixed_start=at("23:30"))
    add(store, "Phiên hai", fixed_start=at("08:00").replace(day=26))
    days = [event["date"][8:10] for event in events(shelf_of(store), form)]
    assert days == ["25"] * 6 + ["26"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", ["x", "Đ", "kg-2019", "Hội nghị Đoàn viên 2019!", "___"])
def test_any_code_and_title_make_lawful_names(store: Store, form: str, code: str) -> None:
    plan(store, code=code)
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    for title in ("Đại hội", "!!!", "Đ", "会议 <b> & \u0001 x", "ă" * 300):
        add(store, title)
    speak(store, "!?!", unit="?")
    assert len(events(shelf_of(store), form)) == 6


@pytest.mark.parametrize("form", FORMS)
def test_a_programme_without_hours_is_refused(store: Store, form: str) -> None:
    plan(store)
    add(store, "Khai mạc")
    with pytest.raises(Refused, match=r"programme\.no-hours"):
        events(shelf_of(store), form)


def test_vietnamese_letters_become_plain_ones() -> None:
    assert slug("Đỗ Ước, đường đến ĐẮK LẮK") == "do-uoc-duong-den-dak-lak"
    assert [acronym(code) for code in ("kg", "Đắk Nông", "!")] == [
        "hoi_nghi_kg",
        "dak_nong",
        "hoi_nghi",
    ]
