"""A long ceremony: 400 lines at ten times their speed in `./run torture`, a short one else."""

import pytest
from builders import STAMP
from builders_awards import CERTIFICATE
from builders_door_app import Hall
from builders_load import ROUNDS, figure
from builders_screens import lines, screens
from playwright.sync_api import Browser

from conference.commands.awards_rules import set_plan_rules
from conference.domain.awards_rules import PLAN_RULES

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

LINES = 400 if ROUNDS else 30
CAPACITY = 10
SPEED = 10
TURN_S, RECIPIENT_S = 60, 4
"""A brisk ceremony: a hundred seconds for a row of ten."""

PRESSES = 4
"""Of a turn: call, hand over, photograph, clear."""

FIVE = {
    "mc": "/stage/0/mc",
    "announcer": "/stage/0/announcer",
    "hall": "/stage/0/hall",
    "wall": "/day/hall",
    "run-sheet": "/run-sheet",
}


def test_a_long_ceremony_is_followed_by_five_screens(hall: Hall, browser: Browser) -> None:
    if hall.server is None:
        hall.start()
    conference = hall.served.released("Bốn trăm dòng", "Trao thưởng")
    known = [f"Tập thể {n:03}" for n in range(1, LINES + 1)]
    lines(hall.store, conference, "Quyết định", CERTIFICATE, known)
    rules = {**PLAN_RULES, "turn_s": TURN_S, "recipient_s": RECIPIENT_S}
    set_plan_rules(hall.store, STAMP, conference_id=conference, **rules)
    pause_ms = (TURN_S + RECIPIENT_S * CAPACITY) * 1000 // SPEED // PRESSES if ROUNDS else 0
    with screens(hall, browser, conference, FIVE, known) as five:
        for _ in five.play():
            five.mc.wait_for_timeout(pause_ms)
        for wall in ("hall", "wall"):
            assert five.shown(wall) == five.wall()
        for screen in FIVE:
            lists = five.listed(screen)
            assert all(names == sorted(names, key=known.index) for names in lists)
        turns = len(five.now.turns)
        assert [live.stands for live in five.now.turns] == ["done"] * turns
        figure("ceremony-long", lines=LINES, turns=turns, screens=len(FIVE), **five.figures())
