"""Case 01's programme lived through: twelve minutes late, two speeches too long, one withdrawn, and
the break that gives its time. Every screen and the API tell the same minutes."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, csrf
from builders_pages import VIETNAMESE, element
from flask import Flask

from projections.agenda_item import AgendaItem

URL = f"/conferences/{DEMO}"


class Day:
    """The programme in a moderator's hands."""

    def __init__(self, app: Flask, hand: Hand) -> None:
        self.app, self.hand = app, hand
        self.page, self.headers = browser(app), bearer(app)

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return shelf_of(self.app).agenda.items

    def press(self, path: str, clock: str, **form: object) -> None:
        self.hand.to(clock)
        token = csrf(self.page.get(f"{URL}/agenda").text)
        answer = self.page.post(f"{URL}/{path}", data={"csrf_token": token, **form})
        assert answer.status_code == 303

    def begin(self, clock: str) -> None:
        self.press(f"day/items/{self.items[0].id}/take", clock)

    def on(self, clock: str) -> None:
        """End what runs and begin what waits next."""
        running = next(item for item in self.items if item.state == "started")
        waits = next(item for item in self.items if item.state == "waiting")
        self.press(f"day/items/{running.id}/passing", clock, to=waits.id)

    def clock(self) -> dict[str, Any]:
        answer = self.app.test_client().get(f"/api/v1{URL}/clock", headers=self.headers)
        assert answer.status_code == 200
        return dict(answer.get_json())

    def projected(self) -> dict[str, str]:
        """Every item's start by the API, as hh:mm."""
        items = self.clock()["items"]
        return {
            one["title"]: datetime.fromisoformat(one["projected_at"]).strftime("%H:%M")
            for one in items
        }

    def told_alike(self) -> None:
        """What the screens show is what the API says."""
        clock, page = self.clock(), self.page.get(f"{URL}/day", headers=VIETNAMESE).text
        for one in clock["items"]:
            shown = element(page, f"line-{one['id']}")
            assert shown.startswith(datetime.fromisoformat(one["projected_at"]).strftime("%H:%M"))
        for screen in ("", "/speaker", "/backstage"):
            shown = self.page.get(f"{URL}/day{screen}", headers=VIETNAMESE).text
            assert set(re.findall(r'data-left="(-?\d+)"', shown)) == {str(clock["left_s"])}


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    hand = Hand()
    with living(tmp_path, hand) as app:
        yield Day(app, hand)


def test_the_day_of_the_kien_giang_conference(day: Day) -> None:
    speeches = [item for item in day.items if item.kind == "speech"]
    rest = next(item for item in day.items if item.kind == "break")
    assert (len(speeches), rest.minutes) == (7, 15)
    assert day.clock()["drift_s"] == 0
    day.begin("07:42")
    assert (day.clock()["drift_s"], day.projected()[rest.title]) == (720, "09:33")
    assert day.clock()["end_drift_s"] == 720 - 600
    day.told_alike()
    for clock in ("07:52", "08:02", "08:22", "08:37"):
        day.on(clock)
    assert day.projected()[speeches[0].title] == "08:37"
    day.on("08:50")
    day.on("09:01")
    assert (day.clock()["drift_s"], day.clock()["end_drift_s"]) == (20 * 60, 10 * 60)
    day.told_alike()
    gone = speeches[3]
    day.press(f"agenda/items/{gone.id}/withdrawal", "09:02", reason="đại biểu bận đột xuất")
    assert gone.title not in day.projected()
    planned_end = day.clock()["ends_at"]
    for clock in ("09:09", "09:17", "09:25", "09:33"):
        day.on(clock)
        day.told_alike()
    running = next(item for item in day.items if item.state == "started")
    assert running.kind == "break"
    assert day.clock()["ends_at"] == planned_end
    assert [len(item.takes) for item in day.items if item.state == "finished"] == [1] * 10
