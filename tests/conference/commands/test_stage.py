"""What may be asked of the stage, on real stores: cues, what they record, rehearsals apart."""

from functools import partial
from typing import Any
from uuid import uuid5

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_awards import FLAGS, an_instrument
from builders_commands import HERE, at_once, plan, recorded, shelf_of

from conference.commands.awards import register_instrument
from conference.commands.awards_ceremony import present_award
from conference.commands.stage import Step, accept_edits, cover_screen, revert_cue, take_cue
from conference.commands.stage_row import (
    correct_presentation,
    give_gold_card,
    leave_wings,
    lift_absence,
    reach_wings,
    settle_absence,
)
from conference.commands.stage_runs import begin_rehearsal, close_stage
from conference.commands.stage_trays import close_up_row, confirm_tray, tick_object
from conference.domain.stage import Stage
from conference.errors import NotFound, Refused
from conference.store import Store
from events.awards import AwardPresented, InstrumentAnnounced
from events.stage import CueTaken, StageOpened
from events.stage_row import AbsenceSettled

READING, CALL, PHOTO = f"reading:{id('flags')}", f"call:{FLAGS}", f"photo:{FLAGS}"


@pytest.fixture
def home(store: Store) -> Store:
    """A conference with flags to a and b."""
    plan(store)
    said = an_instrument("a", "b")
    register_instrument(store, STAMP, **HERE, instrument=id("flags"), **said)
    return store


def place(name: str, position: int, **said: Any) -> dict[str, Any]:
    usual = {"phonetic": None, "receiver": None, "relation": None, "gap": False}
    who = {"line": id(name), "position": position, "name": name, "presenter": "Chủ tịch"}
    return {**who, **usual, **said}


def step(cue: str, *row: dict[str, Any], **said: Any) -> Step:
    kind, turn = cue.partition(":")[0], None if cue == READING else FLAGS
    who = {"announcer": "Ban Thi đua", "witness": "Trần Chí Viễn"}
    return Step(cue, kind, turn, id("flags"), list(row) or None, 7, **{**who, **said})


def take(store: Store, one: Step, after: str | None, clock: str, run: int = 0) -> None:
    take_cue(store, STAMP, **HERE, run=run, step=one, after=after, at=at(clock))


def called(store: Store, run: int = 0) -> None:
    """The decision read and both called, b missing."""
    take(store, step(READING), None, "10:00", run)
    row = (place("a", 1), place("b", 2, gap=True))
    take(store, step(CALL, *row, settles=((id("b"), "end"),)), READING, "10:01", run)


def kinds(store: Store, after: int = 0) -> list[type]:
    return [kind for kind, _ in recorded(store, after)]


def test_a_ceremony_records_what_was_read_called_and_handed_over(home: Store) -> None:
    head = home.head()
    called(home)
    take(home, step(PHOTO), CALL, "10:03")
    told = recorded(home, head)
    assert sorted(kind.__name__ for kind, _ in told) == [
        *("AbsenceSettled", "AwardPresented", "CueTaken", "CueTaken", "CueTaken"),
        *("InstrumentAnnounced", "StageOpened"),
    ]
    ((_, said),) = [one for one in told if one[0] is AwardPresented]
    who = {"presenter": "Chủ tịch", "receiver": "a", "witness": "Trần Chí Viễn"}
    assert said == {"line": id("a"), **who, "objects": ["flag"], "at": at("10:03")}


def test_a_rehearsal_leaves_the_awards_and_the_ceremony_as_they_are(home: Store) -> None:
    before = shelf_of(home)
    begin_rehearsal(home, STAMP, **HERE, run=1, speed="10", at=at("08:00"), shown_at=at("10:00"))
    head = home.head()
    called(home, run=1)
    take(home, step(PHOTO), CALL, "10:03", run=1)
    assert {InstrumentAnnounced, AwardPresented} & set(kinds(home, head)) == set()
    now = shelf_of(home)
    assert (now.awards, now.run_sheet.rows) == (before.awards, before.run_sheet.rows)
    assert list(now.run_sheet.runs) == [1]
    with pytest.raises(NotFound):
        home.load(Stage, Stage.id_of(KIEN_GIANG))


def test_a_rehearsal_that_was_not_begun_has_no_stage(home: Store) -> None:
    with pytest.raises(NotFound):
        take(home, step(READING), None, "10:00", run=3)


def test_of_two_who_press_at_once_one_goes_on_and_the_other_is_told(home: Store) -> None:
    take(home, step(READING), None, "10:00")
    one, other = step(CALL, place("a", 1)), step(f"call:{uuid5(FLAGS, 'x')}", place("b", 1))
    acts = [partial(take, home, which, READING, "10:01") for which in (one, other)]
    outcomes = at_once(*acts)
    assert None in outcomes
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    assert kinds(home).count(CueTaken) == 2


def test_the_same_press_by_two_devices_is_one(home: Store) -> None:
    acts = [partial(take, home, step(READING), None, "10:00")] * 4
    assert at_once(*acts) == [None] * 4
    assert (kinds(home).count(CueTaken), kinds(home).count(StageOpened)) == (1, 1)
    assert kinds(home).count(InstrumentAnnounced) == 1


def test_what_somebody_said_of_who_is_missing_stands_though_the_screen_did_not_know(
    home: Store,
) -> None:
    """The MC's tablet was without the server when the wings named who receives instead."""
    take(home, step(READING), None, "10:00")
    said: dict[str, Any] = {**HERE, "run": 0, "at": at("10:01")}
    settle_absence(home, STAMP, **said, line=id("a"), outcome="representative", name="Hoa")
    reach_wings(home, STAMP, **said, line=id("b"))
    missing = tuple((id(name), "end") for name in ("a", "b"))
    row = (place("a", 1, gap=True), place("b", 2, gap=True))
    take(home, step(CALL, *row, settles=missing), READING, "10:02")
    run = shelf_of(home).run_sheet.runs[0]
    told = {line: (one.outcome, one.name) for line, one in run.settled.items()}
    assert told == {id("a"): ("representative", "Hoa")}


def test_what_was_presented_before_is_not_presented_again(home: Store) -> None:
    take(home, step(READING), None, "10:00")
    take(home, step(CALL, place("a", 1), place("b", 2)), READING, "10:01")
    who = {"line": id("a"), "presenter": "Bí thư", "receiver": "a", "at": at("10:02")}
    present_award(home, STAMP, **HERE, **who)
    take(home, step(PHOTO), CALL, "10:03")
    lines = shelf_of(home).awards.instruments[0].lines
    assert [line.presenter for line in lines] == ["Bí thư", "Chủ tịch"]


def test_a_step_back_and_forth_presents_once(home: Store) -> None:
    called(home)
    for _ in range(2):
        take(home, step(PHOTO), CALL, "10:03")
        revert_cue(home, STAMP, **HERE, run=0, cue=PHOTO, at=at("10:04"))
    assert kinds(home).count(AwardPresented) == 1


def test_edits_are_accepted_screens_covered_and_the_ceremony_ends(home: Store) -> None:
    called(home)
    row = [place("a", 1), place("b", 2)]
    said: dict[str, Any] = {**HERE, "run": 0, "at": at("10:02")}
    accept_edits(home, STAMP, **said, turn=FLAGS, row=row, seen=9)
    cover_screen(home, STAMP, **said, covered=True)
    run = shelf_of(home).run_sheet.runs[0]
    assert ([one.gap for one in run.rows[FLAGS]], run.covered) == ([False, False], True)
    close_stage(home, STAMP, **said)
    with pytest.raises(Refused, match=r"stage\.closed"):
        cover_screen(home, STAMP, **said, covered=False)


def test_what_is_said_around_the_row_is_kept(home: Store) -> None:
    called(home)
    said: dict[str, Any] = {**HERE, "run": 0, "at": at("10:02")}
    for act in (reach_wings, leave_wings, reach_wings, lift_absence, give_gold_card):
        act(home, STAMP, **said, line=id("b"))
    settle_absence(home, STAMP, **said, line=id("b"), outcome="representative", name="Hoa")
    correct_presentation(home, STAMP, **said, line=id("a"), what="name", now="A", was="Á")
    close_up_row(home, STAMP, **said, turn=FLAGS)
    tick_object(home, STAMP, **said, turn=FLAGS, line=id("a"), on_tray=True)
    confirm_tray(home, STAMP, **said, turn=FLAGS, name="Lê Hoa")
    run = shelf_of(home).run_sheet.runs[0]
    assert (set(run.reached), run.gold, run.settled[id("b")].name) == (
        {id("b")},
        (id("b"),),
        "Hoa",
    )
    compared = [name for name, _ in run.confirmed[FLAGS]]
    assert (set(run.closed_up), run.ticked, compared) == ({FLAGS}, {id("a")}, ["Lê Hoa"])
    assert [one.now for one in run.corrections] == ["A"]


def test_a_line_that_no_decision_has_is_nobodys(home: Store) -> None:
    proposal = {**an_instrument("x"), "kind": "proposal"}
    register_instrument(home, STAMP, **HERE, instrument=id("asked"), **proposal)
    for name in ("x", "nobody"):
        with pytest.raises(NotFound):
            reach_wings(home, STAMP, **HERE, run=0, line=id(name), at=at("10:00"))
    assert AbsenceSettled not in kinds(home)
