"""Releasing the agenda: numbered, never empty, never twice the same."""

import pytest
from builders import STAMP, at, id, then, told
from builders_agenda import add, an_agenda

from conference.errors import Refused
from events.agenda_release import AgendaReleased


def test_releases_are_counted_and_say_what_is_new() -> None:
    agenda = an_agenda("a")
    agenda.release(STAMP, None, at("07:00"))
    add(agenda, "b")
    agenda.release(STAMP, "thêm mục b", at("07:10"))
    said = [words for kind, words in told(then(agenda)) if kind is AgendaReleased]
    assert said == [
        {"number": 1, "note": None, "at": at("07:00")},
        {"number": 2, "note": "thêm mục b", "at": at("07:10")},
    ]


def test_an_empty_agenda_is_not_released() -> None:
    agenda = an_agenda()
    with pytest.raises(Refused, match=r"agenda\.empty-release"):
        agenda.release(STAMP, None, at("07:00"))
    assert then(agenda) == []


def test_what_is_played_on_the_day_is_nothing_new_to_release() -> None:
    agenda = an_agenda("a", "b")
    agenda.release(STAMP, None, at("07:00"))
    agenda.start_item(STAMP, id("a"), at("07:30"))
    agenda.allot_item(STAMP, id("b"), 5, at("07:31"))
    with pytest.raises(Refused, match=r"agenda\.released-already"):
        agenda.release(STAMP, None, at("07:32"))
