"""The store keeps what it acknowledges, and nobody overwrites what he has not seen."""

from functools import partial
from threading import Thread

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_agenda import add

from conference.domain.agenda import Agenda
from conference.domain.team import Team
from conference.errors import NotFound, Refused, Stale
from conference.store import Store, Unit

AGENDA = Agenda.id_of(KIEN_GIANG)


@pytest.fixture
def drafted(store: Store) -> Store:
    store.create(Agenda.draft(STAMP, KIEN_GIANG))
    return store


def test_what_was_recorded_is_read_back(drafted: Store) -> None:
    drafted.change(Agenda, AGENDA, lambda a: add(a, "opening"))
    assert drafted.load(Agenda, AGENDA).order == [id("opening")]
    topics = [fact.TOPIC for _, fact in drafted.facts(0, 10)]
    assert topics == ["agenda-drafted", "item-added"]


def test_positions_ascend_and_the_head_is_the_last(drafted: Store) -> None:
    for n in range(5):
        drafted.change(Agenda, AGENDA, lambda a, n=n: add(a, f"item {n}"))
    positions = [position for position, _ in drafted.facts(0, 100)]
    assert positions == sorted(positions)
    assert positions[-1] == drafted.head()


def test_an_act_that_records_nothing_saves_nothing(drafted: Store) -> None:
    head = drafted.head()
    drafted.change(Agenda, AGENDA, lambda a: a.set_start(STAMP, None))
    assert drafted.head() == head


def test_an_unknown_id_and_another_kind_are_not_found(drafted: Store) -> None:
    for kind, wanted in ((Agenda, id("nothing")), (Team, AGENDA)):
        with pytest.raises(NotFound):
            drafted.load(kind, wanted)


def test_an_old_version_is_stale_and_changes_nothing(drafted: Store) -> None:
    version = drafted.load(Agenda, AGENDA).version
    drafted.change(Agenda, AGENDA, lambda a: add(a, "first"), expecting=version)
    with pytest.raises(Stale):
        drafted.change(Agenda, AGENDA, lambda a: add(a, "second"), expecting=version)
    assert drafted.load(Agenda, AGENDA).order == [id("first")]


def test_what_exists_is_not_created_again(drafted: Store) -> None:
    with pytest.raises(Refused, match=r"store\.exists"):
        drafted.create(Agenda.draft(STAMP, KIEN_GIANG), Team.form(STAMP, KIEN_GIANG))
    with pytest.raises(NotFound):
        drafted.load(Team, Team.id_of(KIEN_GIANG))


def test_two_hundred_commands_of_four_threads_on_one_stream_are_all_kept(drafted: Store) -> None:
    def work(worker: int) -> None:
        for n in range(50):
            drafted.change(Agenda, AGENDA, partial(add, name=f"item {worker} {n}"))

    threads = [Thread(target=work, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drafted.load(Agenda, AGENDA).order) == 200


def test_several_aggregates_change_together_or_not_at_all(drafted: Store) -> None:
    def act(unit: Unit) -> Agenda:
        unit.add(Team.form(STAMP, KIEN_GIANG))
        agenda = unit.load(Agenda, AGENDA)
        add(agenda, "opening")
        add(agenda, "opening")
        return agenda

    with pytest.raises(Refused, match=r"agenda\.item-exists"):
        drafted.change_all(act)
    assert drafted.load(Agenda, AGENDA).order == []
    with pytest.raises(NotFound):
        drafted.load(Team, Team.id_of(KIEN_GIANG))
