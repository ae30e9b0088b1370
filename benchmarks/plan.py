"""A plan of 60 turns and 600 recipients in its editor, in Chromium: from the key that moves a turn
or a recipient until it is painted in its new place, and until the answer of the server is; beside
the same row moved alone. The command alone, too, beside reading the awards."""

from statistics import median
from time import perf_counter
from uuid import UUID

from _editor import told_of, with_page
from _figures import sized, tell
from builders_journeys import Served
from builders_plan_journeys import called, decided
from playwright.sync_api import Page

from conference.commands.awards_plan import move_turn
from conference.domain.awards import Awards

TURNS = sized(60, 6)
ROW = sized(10, 3)
"""Recipients of a turn: 600 in all, the figure asked for."""

MOVES = sized(20, 3)


def measured(page: Page, house: Served) -> None:
    conference = decided(house, "Sáu mươi lượt", *[ROW] * TURNS, capacity=ROW)
    size = f"among {TURNS} turns of {TURNS * ROW}"
    page.goto(house.page("/plan", conference))
    page.locator(".plan-turn button[data-step='1']").nth(TURNS // 3).focus()
    told_of(page, "plan", "#plan-turns", MOVES, f"move of a turn {size}", "the answer is painted")
    alone(house, conference, size)
    first = house.store.load(Awards, Awards.id_of(conference)).turns[0].id
    page.goto(house.page(f"/plan?turn={first}", conference))
    page.locator("[name=why]").fill("đo")
    page.locator(".plan-lines a").first.focus()
    figure, row = f"move of a recipient {size}", min(MOVES, ROW - 1)
    told_of(page, "plan", "#plan-turns", row, figure, "the answer is painted")
    assert sum(map(len, called(house, conference))) == TURNS * ROW


def alone(house: Served, conference: UUID, size: str) -> None:
    """The command without a page, beside reading the same aggregate."""
    taken, floor = [], []
    for _ in range(MOVES):
        begun = perf_counter()
        awards = house.store.load(Awards, Awards.id_of(conference))
        floor.append(1000 * (perf_counter() - begun))
        first, second = (turn.id for turn in awards.turns[:2])
        by, said = house.clerk(), {"turn": second, "before": first}
        begun = perf_counter()
        move_turn(house.store, by, conference_id=conference, **said)
        taken.append(1000 * (perf_counter() - begun))
    tell(f"the command alone, {size}, p50", "ms", median(taken), median(floor))


if __name__ == "__main__":
    with_page(measured)
