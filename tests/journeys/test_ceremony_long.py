"""A long ceremony: 400 lines at ten times their speed in `./run torture`, a short one else."""

import time

import pytest
from builders import STAMP
from builders_awards import CERTIFICATE
from builders_door_app import Hall
from builders_load import ROUNDS, figure
from builders_screens import CREWS, lines, screens
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


def test_a_long_ceremony_is_followed_by_five_screens(hall: Hall, browser: Browser) -> None:
    if hall.server is None:
        hall.start()
    conference = hall.served.released("Bốn trăm dòng", "Trao thưởng")
    known = [f"Tập thể {n:03}" for n in range(1, LINES + 1)]
    lines(hall.store, conference, "Quyết định", CERTIFICATE, known)
    rules = {**PLAN_RULES, "turn_s": TURN_S, "recipient_s": RECIPIENT_S}
    set_plan_rules(hall.store, STAMP, conference_id=conference, **rules)
    pace_s = (TURN_S + RECIPIENT_S * CAPACITY) / SPEED / PRESSES if ROUNDS else 0
    with screens(hall, browser, conference, CREWS, known) as five:
        begun = time.monotonic()
        for number, _ in enumerate(five.play(), 1):
            five.mc.wait_for_timeout(max(0, begun + number * pace_s - time.monotonic()) * 1000)
        assert five.shown("hall") == five.wall()
        for screen in CREWS:
            lists = five.listed(screen)
            assert all(names == sorted(names, key=known.index) for names in lists)
        turns = len(five.now.turns)
        assert [live.stands for live in five.now.turns] == ["done"] * turns
        figure("ceremony-long", lines=LINES, turns=turns, screens=len(CREWS), **five.figures())
