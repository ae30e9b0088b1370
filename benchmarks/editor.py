"""A programme of 320 items in its editor, in Chromium: from the key that moves an item until it is
painted in its new place, and until the server's times are; beside moving the same row alone."""

from uuid import UUID, uuid5

from _editor import told_of, with_page
from _figures import sized
from builders_journeys import Served
from playwright.sync_api import Page

from conference.domain.agenda import Agenda

ITEMS = sized(320, 20)
"""The longest programme asked for."""

MOVES = sized(30, 3)


def measured(page: Page, house: Served) -> None:
    page.goto(house.page("/agenda", long_programme(house)))
    page.locator(".agenda-item button[data-step='1']").nth(ITEMS // 3).focus()
    figure = f"move among {ITEMS} items"
    told_of(page, "agenda", "#agenda-items", MOVES, figure, "its times painted")


def long_programme(house: Served) -> UUID:
    conference, by = house.planned("Chương trình dài"), house.clerk()

    def add_all(agenda: Agenda) -> None:
        for number in range(ITEMS):
            said = {"kind": "report", "title": f"Báo cáo {number + 1}", "minutes": 5}
            agenda.add_item(by, uuid5(conference, f"item {number}"), **said)

    house.store.change(Agenda, Agenda.id_of(conference), add_all)
    return conference


if __name__ == "__main__":
    with_page(measured)
