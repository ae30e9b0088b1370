"""Instants beside a programme: what a form shows is what it gives back."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import DAY, at, id
from hypothesis import example, given
from hypothesis import strategies as st
from immutables import Map

from conference.commands.agenda import TimeItem
from projections import conference, hours
from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.conference import ConferenceDocument
from projections.replaced import replaced

BLANK = conference.blank(id("dem"))
LATE = datetime(2019, 3, 25, 15, tzinfo=UTC)
"""22:00 in Việt Nam."""


def held(day: str | None = "2019-03-25", zone: str = "Asia/Ho_Chi_Minh") -> ConferenceDocument:
    return replaced(BLANK, held_on=day, time_zone=zone)


def programme(starts_at: datetime | None, minutes: int = 60) -> Agenda:
    item = AgendaItem(id("a"), "report", "a", minutes)
    return Agenda(starts_at, Map({item.id: item}), (item.id,))


INSTANTS = st.datetimes(datetime(2018, 1, 1), datetime(2021, 1, 1), timezones=st.just(UTC))
WHOLE = INSTANTS.map(lambda one: one.replace(second=0, microsecond=0))
AROUND = st.timedeltas(timedelta(days=-3), timedelta(days=3)).map(lambda gap: DAY + gap)
ZONES = st.sampled_from(["Asia/Ho_Chi_Minh", "Europe/Paris", "Australia/Lord_Howe", "UTC"])


@given(
    st.one_of(WHOLE, AROUND, INSTANTS),
    st.one_of(st.none(), WHOLE, AROUND),
    st.sampled_from(["2019-03-25", "2019-12-31", "2020-02-29", None]),
    ZONES,
    st.integers(1, 1440),
)
@example(datetime(2019, 10, 27, 1, 30, tzinfo=UTC), None, "2019-10-27", "Europe/Paris", 5)
@example(datetime(2019, 3, 25, 0, 30, tzinfo=UTC), LATE, "2019-03-25", "Asia/Ho_Chi_Minh", 5)
def test_a_form_gives_back_the_very_instant_that_it_was_given(
    instant: datetime, starts_at: datetime | None, day: str | None, zone: str, minutes: int
) -> None:
    here = held(day, zone)
    for agenda in (None, programme(starts_at, minutes)):
        form = {"minutes": "5", "fixed_start": hours.typed(here, instant, agenda)}
        typed = TimeItem().load(form)["fixed_start"]
        assert hours.meant(here, typed, agenda) == instant


def test_a_form_shows_the_hour_and_the_day_only_where_it_is_another() -> None:
    shown: Any = [hours.typed(held(), at("07:30") + timedelta(days=n)) for n in range(2)]
    assert shown == ["07:30", "07:30 26/3"]
    assert hours.typed(held(), None) == ""
    assert hours.typed(held(), at("07:30").replace(second=5)) == "2019-03-25T07:30:05+07:00"


@pytest.mark.parametrize(
    ("starts_at", "minutes", "typed", "placed"),
    [
        (LATE, 60, time(0, 15), datetime(2019, 3, 25, 17, 15, tzinfo=UTC)),
        (LATE, 60, time(21, 45), datetime(2019, 3, 25, 14, 45, tzinfo=UTC)),
        (LATE, 60, time(22, 30), datetime(2019, 3, 25, 15, 30, tzinfo=UTC)),
        (at("14:00"), 90, time(7, 30), at("07:30")),
        (at("14:00"), 1080, time(7, 30), at("07:30") + timedelta(days=1)),
        (at("07:30"), 90, time(7, 0), at("07:00")),
        (None, 90, time(7, 0), at("07:00")),
    ],
)
def test_an_hour_before_the_start_is_the_next_days_where_the_programme_runs_over_midnight(
    starts_at: datetime | None, minutes: int, typed: time, placed: datetime
) -> None:
    assert hours.meant(held(), typed, programme(starts_at, minutes)) == placed


def test_today_is_in_mind_where_the_programme_takes_place_today() -> None:
    second = at("07:30") + timedelta(days=1)
    own, other = DAY.date(), second.date()
    both = [at("07:30"), second, None]
    assert hours.lived_on(held(), second, both) == other
    assert hours.lived_on(held(), at("07:30"), both) == own
    assert hours.lived_on(held(), second, [at("07:30")]) == own
    assert hours.lived_on(held(None), second, []) is None


def test_an_hour_is_written_beside_the_day_that_its_reader_has_in_mind() -> None:
    second = at("07:30") + timedelta(days=1)
    assert hours.hour(held(), second) == "07:30 26/3"
    assert hours.hour(held(), second, second.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date()) == (
        "07:30"
    )
    assert hours.hour(held(None), second) == "07:30 26/3/2019"
    assert hours.hour(held(), None) == "–"
