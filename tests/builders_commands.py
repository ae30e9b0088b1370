"""Builders of what commands need: a planned conference in a store, and what it then holds."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from builders import KIEN_GIANG, STAMP, told

from conference.commands.conference import plan_conference
from conference.store import Store
from events.base import Fact
from projections.library import Library, Shelf

HERE: dict[str, Any] = {"conference_id": KIEN_GIANG}


def plan(store: Store, **said: Any) -> None:
    """The conference with its agenda, awards, seating and team."""
    usual = {"planner": "Văn thư", "title": "Hội nghị tổng kết", "host": "UBND tỉnh"}
    plan_conference(store, STAMP, **{**HERE, "held_on": "2019-03-25", **usual, **said})


def recorded(store: Store, after: int) -> list[tuple[type[Fact], dict[str, Any]]]:
    """What was recorded behind a position: class and own payload."""
    return told([fact for _, fact in store.facts(after, 10_000)])


def shelf_of(store: Store) -> Shelf:
    return Library(store.facts).shelf(KIEN_GIANG)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Carry the acts out at the same moment, each in a thread; answers or refusals in order."""
    start, outcomes = Barrier(len(acts)), dict.fromkeys(range(len(acts)), object())

    def run(number: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            outcomes[number] = act()
        except Exception as refusal:
            outcomes[number] = refusal

    threads = [Thread(target=run, args=one) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(outcomes.values())
