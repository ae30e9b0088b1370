"""What may be asked of a conference, on real stores: planned as a whole, lived through."""

from datetime import time, timedelta
from functools import partial
from typing import Any

import pytest
from builders import CLERK, KIEN_GIANG, STAMP, at, id
from builders_commands import HERE, at_once, plan, recorded, shelf_of
from marshmallow import ValidationError

from conference.commands.conference import (
    DateConference,
    PlanConference,
    choose_theme,
    choose_venue,
    date_conference,
    name_chair,
    plan_conference,
    retitle_conference,
)
from conference.commands.conference_day import (
    ChooseIntroductionDepth,
    add_site,
    adopt_document,
    choose_introduction_depth,
    close_conference,
    launch_movement,
    note_source,
    open_conference,
    table_document,
    withdraw_document,
)
from conference.commands.hall_booking import BookHall, book_hall
from conference.commands.playing_clock import SetPlayingClock, set_playing_clock
from conference.domain.conference import Conference
from conference.domain.team import Team
from conference.errors import NotFound, Refused, Stale
from conference.store import Store
from events.agenda import AgendaDrafted
from events.awards import AwardsBegun
from events.conference import ConferenceOpened, ConferencePlanned, ThemeChosen
from events.seating import SeatingBegun
from events.team import MemberAppointed, TeamFormed


@pytest.fixture
def home(store: Store) -> Store:
    plan(store)
    return store


def test_a_conference_begins_with_everything_it_needs_and_who_plans_leads_it(store: Store) -> None:
    plan(store)
    kinds = {fact for fact, _ in recorded(store, 0)}
    nouns = {ConferencePlanned, AgendaDrafted, AwardsBegun, SeatingBegun}
    assert kinds == nouns | {TeamFormed, MemberAppointed}
    team = store.load(Team, Team.id_of(KIEN_GIANG))
    assert team.members == {CLERK: ("Văn thư", frozenset({"organizer", "admin"}))}


def test_a_conference_is_planned_once_as_one_save(home: Store) -> None:
    head = home.head()
    with pytest.raises(Refused, match=r"store\.exists"):
        plan(home)
    assert home.head() == head


def test_a_conference_without_a_code_gets_one_from_its_id(store: Store) -> None:
    who = {"planner": "Văn thư", "title": "Hội nghị", "host": "UBND tỉnh"}
    conference_id = plan_conference(store, STAMP, **who)
    (_, planned) = recorded(store, 0)[0]
    assert (planned["code"], planned["held_on"]) == (conference_id.hex[:8], None)


def test_a_day_is_prepared_and_lived_through(home: Store) -> None:
    retitle_conference(home, STAMP, **HERE, title="Hội nghị khác", host="Tỉnh ủy")
    date_conference(home, STAMP, **HERE, held_on="2019-03-26")
    choose_venue(home, STAMP, **HERE, name="Hội trường", address=None)
    name_chair(home, STAMP, **HERE, name="Đỗ Thanh Bình", post="Phó Chủ tịch")
    choose_theme(home, STAMP, **HERE, theme="Đoàn kết")
    report = table_document(home, STAMP, **HERE, title="Báo cáo", kind="summary_report")
    draft = table_document(home, STAMP, **HERE, title="Dự thảo", kind="other")
    withdraw_document(home, STAMP, **HERE, document=draft)
    open_conference(home, STAMP, **HERE, at=at("07:30"))
    adopt_document(home, STAMP, **HERE, document=report, at=at("08:00"))
    launch_movement(home, STAMP, **HERE, title="Thi đua", at=at("11:00"))
    close_conference(home, STAMP, **HERE, at=at("11:30"))
    page = shelf_of(home).conference
    assert (page.title, page.held_on, page.venue) == ("Hội nghị khác", "2019-03-26", "Hội trường")
    assert [(one.title, one.adopted_at) for one in page.documents] == [("Báo cáo", at("08:00"))]
    assert (page.movement, page.status, page.theme) == ("Thi đua", "closed", "Đoàn kết")
    assert page.chair is not None
    assert page.chair.name == "Đỗ Thanh Bình"


def test_settings_notes_and_sites_are_kept(home: Store) -> None:
    set_playing_clock(home, STAMP, **HERE, offset_s=-3600)
    choose_introduction_depth(home, STAMP, **HERE, depth=3)
    note = note_source(home, STAMP, **HERE, kind="anomaly", about="awards", text="44,4%")
    note_source(home, STAMP, **HERE, note=note, kind="anomaly", about="awards", text="43,6%")
    add_site(home, STAMP, **HERE, site="phu-quoc", name="Phú Quốc")
    page = shelf_of(home).conference
    assert (page.offset_s, page.introduction_depth) == (-3600, 3)
    assert [(one.id, one.text) for one in page.notes] == [(note, "43,6%")]
    assert page.sites == (("phu-quoc", "Phú Quốc"),)


def test_the_playing_clock_is_set_to_what_it_shall_show(home: Store) -> None:
    set_playing_clock(home, STAMP, **HERE, shows_at=STAMP.at - timedelta(days=2))
    assert shelf_of(home).conference.clock(STAMP.at) == STAMP.at - timedelta(days=2)
    set_playing_clock(home, STAMP, **HERE)
    assert shelf_of(home).conference.offset_s == 0


def test_a_conference_that_four_open_at_once_opens_once(home: Store) -> None:
    head = home.head()
    opening = partial(open_conference, home, STAMP, **HERE, at=at("07:30"))
    assert at_once(*[opening] * 4) == [None] * 4
    assert [fact for fact, _ in recorded(home, head)] == [ConferenceOpened]


def test_of_two_who_choose_a_theme_at_once_one_is_told_the_new_version(home: Store) -> None:
    seen, head = home.load(Conference, KIEN_GIANG).version, home.head()
    themes = ("Đoàn kết", "Sáng tạo")
    outcomes = at_once(
        *(partial(choose_theme, home, STAMP, **HERE, theme=one, expecting=seen) for one in themes)
    )
    (stale,) = [one for one in outcomes if one is not None]
    assert isinstance(stale, Stale)
    assert (stale.kind, stale.version) == ("conference", seen + 1)
    assert recorded(home, head) == [(ThemeChosen, {"theme": themes[outcomes.index(None)]})]


def test_an_unknown_conference_is_not_found(home: Store) -> None:
    with pytest.raises(NotFound):
        choose_theme(home, STAMP, conference_id=id("nowhere"), theme="Đoàn kết")


def test_fields_become_values() -> None:
    said = PlanConference().load({"title": "Hội nghị", "host": "UBND", "held_on": "25.3.2019"})
    assert said == {
        "code": None,
        "title": "Hội nghị",
        "kind": "summary_conference",
        "host": "UBND",
        "held_on": "2019-03-25",
        "time_zone": "Asia/Ho_Chi_Minh",
        "reporting_year": None,
        "plan_year": None,
    }


@pytest.mark.parametrize(
    ("schema", "said", "code"),
    [
        (PlanConference, {"time_zone": "Asia/Rạch Giá"}, "field.zone"),
        (PlanConference, {"time_zone": "../zone"}, "field.zone"),
        (PlanConference, {"kind": "wedding"}, "field.choice"),
        (PlanConference, {"plan_year": 1944}, "field.range"),
        (PlanConference, {"title": None}, "field.required"),
        (PlanConference, {"code": "x" * 41}, "field.long"),
        (DateConference, {"held_on": "2019-02-30"}, "field.day"),
        (DateConference, {"held_on": "9999-12-31"}, "field.day"),
        (SetPlayingClock, {"offset_s": 10**12}, "field.range"),
        (ChooseIntroductionDepth, {"depth": 201}, "field.range"),
        (ChooseIntroductionDepth, {"depth": -1}, "field.range"),
    ],
)
def test_a_field_that_is_not_understood_is_refused(
    schema: Any, said: dict[str, Any], code: str
) -> None:
    with pytest.raises(ValidationError) as error:
        schema().load({"title": "Hội nghị", "host": "UBND", **said})
    (field,) = said
    assert error.value.normalized_messages() == {field: [code]}


def test_the_hall_is_booked_in_times_as_they_are_typed(home: Store) -> None:
    said = BookHall().load({"begins_at": "7h", "ends_at": "11:30"})
    assert said == {"begins_at": time(7), "ends_at": time(11, 30)}
    book_hall(home, STAMP, **HERE, begins_at=at("07:00"), ends_at=at("11:30"))
    page = shelf_of(home).conference
    assert (page.hall_from_at, page.hall_until_at) == (at("07:00"), at("11:30"))
