"""Case 01's programme lived through to its last minute: twelve minutes late, two speeches too long,
one withdrawn, the break that gives its time, and an advice that is taken. Every screen and the API
tell the same minutes."""

import re
from collections.abc import Iterator
from datetime import datetime
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from builders_day import Hand, living
from builders_demo import DEMO, shelf_of
from builders_doors import bearer, browser, csrf
from builders_pages import VIETNAMESE, element, words
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
        """The start of every item that is not withdrawn, by the API, as hh:mm."""
        items = self.clock()["items"]
        return {
            one["title"]: datetime.fromisoformat(one["projected_at"]).strftime("%H:%M")
            for one in items
            if one["state"] != "withdrawn"
        }

    def seen(self, screen: str = "") -> str:
        return self.page.get(f"{URL}/day{screen}", headers=VIETNAMESE).text

    def told_alike(self) -> None:
        """What every screen shows is what the API says."""
        clock = self.clock()
        running = [one for one in clock["items"] if one["state"] == "started"]
        coming = [one for one in clock["items"] if one["state"] == "waiting"]
        moderator, backstage, hall = self.seen(), self.seen("/backstage"), words(self.seen("/hall"))
        for one in clock["items"]:
            left_out = one["state"] in ("skipped", "withdrawn")  # only its plan is told, struck out
            hour = hh_mm(one["planned_at" if left_out else "projected_at"])
            assert element(moderator, f"line-{one['id']}").startswith(hour)
        assert f"dự kiến kết thúc {hh_mm(clock['ends_at'])} {drift(clock['end_drift_s'])}" in words(
            moderator
        )
        for page in (moderator, backstage):
            assert drift(clock["drift_s"]) in words(page)
        left = {str(clock["left_s"])} if running else set()
        for page in (moderator, self.seen("/speaker"), backstage):
            assert set(re.findall(r'data-left="(-?\d+)"', page)) == left
        wings = re.findall(r"<time>(\d\d:\d\d)</time>.*?day-what\">([^<]+)<", backstage)
        assert wings == [(hh_mm(one["projected_at"]), escape(one["title"])) for one in coming]
        for one in running:
            assert one["title"] in hall
            assert one["title"] in words(self.seen("/speaker"))
        assert not coming or f"Tiếp theo {coming[0]['title']}" in hall
        assert self.advised(moderator) == [
            (one["title"], one["left"], one["gains_s"] // 60) for one in clock["advice"]["cuts"]
        ]

    @staticmethod
    def advised(page: str) -> list[tuple[str, int, int]]:
        """Titles, minutes that stay and minutes gained, as the moderator reads them."""
        if 'id="advice-head"' not in page:
            return []
        part = page[page.index('id="advice-head"') :]
        found = re.findall(
            r"<li>([^<]+): còn (\d+) phút <span>sớm hơn (\d+) phút",
            part[: part.index("</section>")],
        )
        return [(unescape(title), int(left), int(gain)) for title, left, gain in found]


def hh_mm(instant: str) -> str:
    return datetime.fromisoformat(instant).strftime("%H:%M")


def drift(seconds: int) -> str:
    if abs(seconds) < 60:
        return "đúng giờ"
    return f"{'chậm' if seconds > 0 else 'sớm'} {abs(seconds) // 60} phút"


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
    the_rest_of_the_day(day)


def the_rest_of_the_day(day: Day) -> None:
    """Two minutes late behind the break; the advice is taken and the last item ends in time."""
    day.on("09:38")
    clock = day.clock()
    (cut,) = clock["advice"]["cuts"]
    assert (clock["drift_s"], clock["end_drift_s"]) == (120, 120)
    assert (cut["title"], cut["left"], cut["gains_s"]) == ("Phát biểu kết luận", 18, 120)
    assert (clock["advice"]["needed"], clock["advice"]["missing"]) == (2, 0)
    day.told_alike()
    day.press(f"day/items/{cut['id']}/allotment", "09:38", minutes=cut["left"])
    assert (day.clock()["end_drift_s"], day.clock()["advice"]["cuts"]) == (0, [])
    for clock_, late in (("09:43", 120), ("10:18", 0), ("10:36", 0), ("10:46", 0)):
        day.on(clock_)
        assert (clock_, day.clock()["drift_s"]) == (clock_, late)
        day.told_alike()
    last = next(item for item in day.items if item.state == "started")
    day.hand.to("10:50")
    assert day.clock()["left_s"] == 60
    day.told_alike()
    day.press(f"day/items/{last.id}/finish", "10:51")
    over = day.clock()
    assert (over["drift_s"], over["end_drift_s"], over["left_s"]) == (0, 0, None)
    assert "Không còn mục nào chờ" in words(day.seen("/backstage"))
    assert element(day.seen("/hall"), "hall-head") == shelf_of(day.app).conference.title
    day.told_alike()
