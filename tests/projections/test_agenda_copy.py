"""An earlier programme as the beginning of another: words and minutes, persons when asked for."""

from typing import Any

from builders import STAMP, at, folded, id
from builders_agenda import add, an_agenda
from builders_conference import a_conference
from builders_invitation import facts_of

from projections import agenda, conference
from projections.agenda_copy import copied


def of(held_on: str | None, *, people: bool = False) -> tuple[dict[str, Any], ...]:
    drafted = an_agenda()
    add(drafted, "Báo cáo", minutes=20, owner="Ông Lê Văn Tám", note="kín")
    said = {"unit": "Huyện An Biên", "title": "Tham luận", "minutes": 8, "guest": id("g")}
    drafted.schedule_speech(STAMP, id("s"), **said, speaker="Bà Sáu", fixed_start=at("08:30"))
    earlier = folded(conference, facts_of(a_conference()))
    now = folded(conference, facts_of(a_conference(held_on=held_on)))
    return copied(folded(agenda, facts_of(drafted)), earlier, now, people=people)


def test_words_minutes_and_the_time_of_day_come_along_and_nobodys_name() -> None:
    report, speech = of("2020-03-20")
    assert report == {
        "kind": "report",
        "title": "Báo cáo",
        "minutes": 20,
        "fixed_start": None,
        "owner": None,
    }
    start = at("08:30").replace(year=2020, day=20)
    wanted = {"unit": "Huyện An Biên", "title": "Tham luận", "minutes": 8}
    assert speech == {**wanted, "fixed_start": start}


def test_names_come_along_when_asked_for_but_no_guest() -> None:
    report, speech = of("2020-03-20", people=True)
    assert report["owner"] == "Ông Lê Văn Tám"
    assert (speech["speaker"], speech["speaker_post"], "guest" in speech) == ("Bà Sáu", None, False)


def test_what_was_put_in_on_the_day_brings_the_minutes_that_it_was_given() -> None:
    lived = an_agenda()
    add(lived, "Báo cáo", minutes=20)
    lived.start_item(STAMP, id("Báo cáo"), at("08:00"))
    said = {"kind": "remarks", "title": "Chúc mừng", "minutes": 7, "at": at("08:05")}
    lived.insert_item(STAMP, id("x"), **said)
    here = folded(conference, facts_of(a_conference()))
    items = copied(folded(agenda, facts_of(lived)), here, here, people=False)
    assert [item["minutes"] for item in items] == [20, 7]


def test_without_a_day_starts_are_linked() -> None:
    assert [item["fixed_start"] for item in of(None)] == [None, None]
