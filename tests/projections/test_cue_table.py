"""A turn in steps for its crews: their seconds are the turn's, the reading is where it is read."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate

import pytest
from builders import STAMP
from builders_ceremony import a_ceremony, prepare
from builders_commands import HERE, shelf_of

from conference.commands.awards_ceremony import announce_instrument
from conference.config import Settings
from conference.store import Store
from projections.ceremony_printed import Printed, printed
from projections.cue_table import steps, stretches
from projections.library import Shelf


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    made = Store(settings)
    a_ceremony(made)
    yield made
    made.close()


def ceremony(shelf: Shelf) -> Printed:
    return printed(shelf.run_sheet, shelf.agenda.awards_start_at)


def kinds(store: Store, number: int) -> list[str]:
    stretch = stretches(ceremony(shelf_of(store)))[number]
    return [step.kind for step in steps(stretch, None, 20)]


def test_the_row_of_the_president_stands_before_the_reading_others_after_it(store: Store) -> None:
    assert kinds(store, 0)[:3] == ["call", "in-place", "reading"]
    assert kinds(store, 1) == ["reading"]
    assert kinds(store, 2)[:3] == ["reading", "call", "in-place"]
    assert kinds(store, 3)[:2] == ["call", "in-place"]


def test_seconds_of_the_steps_are_the_turns_and_follow_each_other(store: Store) -> None:
    prepare(store, 2, seconds=137, photo_s=25)
    now = ceremony(shelf_of(store))
    stretch = stretches(now)[2]
    taken = steps(stretch, STAMP.at, 20)
    assert sum(step.seconds for step in taken) == 137
    lasting = {step.kind: step.seconds for step in taken}
    assert (lasting["photo"], lasting["handover"], lasting["music-on"]) == (25, 40, 0)
    begun = [step.starts_at for step in taken]
    after = list(accumulate((step.seconds for step in taken), initial=0))
    assert begun == [STAMP.at + timedelta(seconds=seconds) for seconds in after[:-1]]


def test_a_turn_too_short_for_all_that_takes_time_has_no_step_below_nothing(store: Store) -> None:
    prepare(store, 2, seconds=30, photo_s=25)
    taken = steps(stretches(ceremony(shelf_of(store)))[2], None, 20)
    assert min(step.seconds for step in taken) == 0
    assert sum(step.seconds for step in taken) == 30


def test_without_a_photograph_nobody_stands_still_for_one(store: Store) -> None:
    prepare(store, 2, photo_s=0)
    assert "photo" not in kinds(store, 2)


def test_what_was_read_before_the_ceremony_is_not_read_again(store: Store) -> None:
    shelf = shelf_of(store)
    first = shelf.run_sheet.turns[0].instrument
    said = {"instrument": first, "announcer": "Ban Thi đua", "at": STAMP.at}
    announce_instrument(store, STAMP, **HERE, **said)
    assert "reading" not in kinds(store, 0)


def test_a_turn_for_which_nobody_is_called_keeps_its_place(store: Store) -> None:
    now = ceremony(shelf_of(store))
    order = [one.live.turn.number for one in stretches(now) if one.live]
    assert order == [1, 2, 3]
    assert [one.live is None for one in stretches(now)] == [False, True, False, False]
