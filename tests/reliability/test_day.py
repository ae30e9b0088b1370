"""The server is killed in the middle of an item: the clock goes on from the facts, and a press that
was answered is kept."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from urllib.request import Request, urlopen

import pytest
from builders import STAMP
from builders_door_app import Hall
from builders_load import figure, rounds

from conference import vault_roles
from conference.config import Settings
from conference.store import Store

MINUTES = 10
"""Of each item, as Served.released makes them."""


class Stage:
    """A program at the moderator's place, over a server that is killed."""

    def __init__(self, hall: Hall, items: int) -> None:
        self.hall = hall
        self.conference = hall.served.released("Ngày mất điện", *(f"Mục {n}" for n in range(items)))
        token = vault_roles.token_of_role(hall.store, "organizer", "organizer", STAMP.at)
        self.headers = {"Authorization": f"Bearer {token}", "If-Match": "*"}

    def asked(self, path: str, said: dict[str, Any] | None = None) -> dict[str, Any]:
        url = f"{self.hall.address}/api/v1/conferences/{self.conference}/{path}"
        body = None if said is None else json.dumps(said).encode()
        headers = self.headers | ({"Content-Type": "application/json"} if body else {})
        with urlopen(Request(url, body, headers), timeout=60) as answer:
            return dict(json.load(answer))

    def killed_and_started(self) -> None:
        self.hall.kill()
        self.hall.start()

    def running(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The clock, and its one running item; the minutes left are those of the facts."""
        clock = self.asked("clock")
        (item,) = [one for one in clock["items"] if one["state"] == "started"]
        ends = datetime.fromisoformat(item["started_at"]) + timedelta(minutes=MINUTES)
        left = (ends - datetime.fromisoformat(clock["now"])).total_seconds()
        assert abs(clock["left_s"] - left) < 1
        return clock, item


@pytest.fixture
def hall(settings: Settings) -> Iterator[Hall]:
    made = Hall(settings, Store(settings))
    made.start()
    yield made
    made.stop()
    made.store.close()


def test_the_clock_goes_on_from_the_facts_after_a_kill(hall: Hall) -> None:
    kills = rounds(2)
    stage = Stage(hall, kills + 1)
    items = [one["id"] for one in stage.asked("clock")["items"]]
    stage.asked(f"agenda/items/{items[0]}/take", {})
    for number, (item, following) in enumerate(pairwise(items)):
        before, was = stage.running()
        stage.killed_and_started()
        after, now = stage.running()
        assert (was["id"], now["id"]) == (item, item)
        assert now["started_at"] == was["started_at"]
        assert after["left_s"] <= before["left_s"]
        stage.asked(f"agenda/items/{item}/passing", {"to": following})
        stage.killed_and_started()
        states = [one["state"] for one in stage.asked("clock")["items"]]
        rest = len(items) - number - 2
        assert states == ["finished"] * (number + 1) + ["started"] + ["waiting"] * rest
    taken = hall.shelf(stage.conference).agenda.items
    assert [len(one.takes) for one in taken] == [1] * len(items)
    figure("day-kill", kills=2 * kills, presses_kept=kills + 1, presses=kills + 1)
