"""The speeches' documents: states beside the agenda, warnings, minutes, orders by rule."""

from datetime import timedelta
from typing import Any

import pytest
from builders import DAY, id

from conference.rules.precedence import Standing
from projections.agenda_item import AgendaItem, Take
from projections.guest import Guest
from projections.speech_list import Row, SpeechList
from projections.speech_order import KEYS
from projections.speeches import Speech, TextVersion, Verdict


def text(number: int = 1, *verdicts: Verdict) -> TextVersion:
    return TextVersion(number, "0" * 64, "bai.pdf", "pdf", 100, DAY, id("unit"), verdicts)


APPROVED = Verdict(DAY, id("clerk"), minutes=7)
BACK = Verdict(DAY, id("clerk"), remark="Bớt số liệu")


def speech(name: str = "a", **said: Any) -> Speech:
    return Speech(id(name), name, DAY, **said)


def item(name: str = "a", **said: Any) -> AgendaItem:
    return AgendaItem(id(name), "speech", name, said.pop("minutes", 8), unit=name, **said)


def guest(name: str, bloc: str = "agency", **said: Any) -> Guest:
    return Guest(id(name), "person", "Khách", Standing(bloc, 1), name, **said)


def row(name: str = "a", placed: AgendaItem | None = None, **said: Any) -> Row:
    who = said.pop("guest", None)
    return Row(id(name), speech(name, **said), placed, who)


PROGRESS = {
    "asked": {},
    "registered": {"title": "A", "minutes": 9},
    "received": {"title": "A", "texts": (text(),)},
    "sent-back": {"title": "A", "texts": (text(1, APPROVED, BACK),)},
    "approved": {"title": "A", "texts": (text(1, BACK, APPROVED),)},
    "withdrawn": {"title": "A", "texts": (text(1, APPROVED),), "withdrawn": "bận"},
}


@pytest.mark.parametrize("state", PROGRESS)
def test_a_speech_outside_the_agenda_is_as_far_as_its_last_fact(state: str) -> None:
    assert row(**PROGRESS[state]).state == state


def test_minutes_are_those_granted_else_wished_for_else_asked_for() -> None:
    granted = (text(1, APPROVED), text(2))
    said: list[dict[str, Any]] = [{"asked": 8}, {"asked": 8, "minutes": 9}]
    said.append({"asked": 8, "minutes": 9, "texts": granted})
    assert [speech(**one).granted for one in said] == [8, 9, 7]


def test_a_scheduled_speech_lacks_what_is_not_there() -> None:
    approved = {"texts": (text(1, APPROVED),), "guest": guest("a")}
    assert row(placed=item(minutes=7), **approved).warnings == ()
    assert row(placed=item(minutes=8), **approved).warnings == ("too-long",)
    declined = {"texts": (text(),), "guest": guest("a", answer="declined")}
    assert row(placed=item(minutes=7), **declined).warnings == ("not-approved", "declined")
    assert row(placed=item()).warnings == ("no-text", "nobody-linked")
    assert row(placed=item(skipped="hết giờ")).warnings == ()


@pytest.mark.parametrize(
    ("allotted", "takes", "state", "over"),
    [
        (None, [8 * 60], "delivered", 0),
        (None, [7 * 60], "delivered", 0),  # a speaker who ends early was not cut
        (None, [2 * 60], "shortened", 0),  # cut off
        (5, [5 * 60], "shortened", 0),
        (5, [7 * 60], "shortened", 0),
        (5, [8 * 60 - 20], "delivered", 0),
        (5, [20 * 60], "delivered", 12),
        (12, [12 * 60], "delivered", 0),
        (12, [13 * 60 + 31], "delivered", 2),
        (None, [2 * 60, 6 * 60], "delivered", 0),  # its second take went on where the first broke
    ],
)
def test_a_speech_is_shortened_or_over_time_by_what_it_took(
    allotted: int | None, takes: list[int], state: str, over: int
) -> None:
    spans = tuple(Take(DAY, DAY + timedelta(seconds=one)) for one in takes)
    played = row(placed=item(allotted=allotted, takes=spans))
    assert (played.state, played.over_minutes) == (state, over)


def test_a_speech_that_runs_or_waits_is_not_over_time() -> None:
    running = row(placed=item(takes=(Take(DAY),)))
    assert [(one.state, one.over_minutes) for one in (running, row(placed=item()), row())] == [
        ("scheduled", 0),
        ("scheduled", 0),
        ("asked", 0),
    ]


def test_minutes_over_the_budget_are_counted_without_what_is_not_spoken() -> None:
    rows = (row("a", item("a")), row("b", asked=10), row("c", item("c", withdrawn="bận")))
    assert (SpeechList(rows, 18).minutes, SpeechList(rows, 18).over) == (18, 0)
    assert (SpeechList(rows, 17).over, SpeechList(rows, None).over) == (1, 0)


def ordered(rule: str, *rows: Row) -> list[str]:
    """The units by a rule, where the guests' precedence is that of the rows' guests by name."""
    places = sorted((one.guest for one in rows if one.guest), key=lambda one: one.name or "")

    class Listed:
        guests = places

    class Shelf:
        guest_list = Listed

    key = KEYS[rule](Shelf, rows)  # type: ignore[arg-type]
    return [one.unit for one in sorted(rows, key=key)]


def test_a_rule_orders_and_what_it_does_not_tell_apart_stays() -> None:
    rows = (
        row("d", theme="Đô thị"),
        row("c", guest=guest("2", "agency"), theme="Nông thôn"),
        row("b", guest=guest("1", "district"), theme="đô thị"),
        row("a", theme="Nông thôn"),
        row("e"),
    )
    assert ordered("bloc", *rows) == ["c", "b", "d", "a", "e"]
    assert ordered("precedence", *rows) == ["b", "c", "d", "a", "e"]
    assert ordered("theme", *rows) == ["d", "b", "c", "a", "e"]
