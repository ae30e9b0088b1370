"""Every page at three sizes in two languages: nothing that axe finds, nothing that runs over."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from builders_journeys import Served, complaints
from builders_looks import DESKTOP, NOTHING, PHONE, found_by_axe, runs_over, said_twice
from playwright.sync_api import Browser, BrowserContext, Page

from conference.commands.publication import publish_conference
from projections.library import Library

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

OF_A_CONFERENCE = {
    "overview": "",
    "settings": "/settings",
    "guest list": "/guests",
    "guest list import": "/guests/import",
    "one guest": "/guests/{guest}",
    "one speech": "/speeches/{speech}",
    "letters": "/letters",
    "personal links": "/letters/links",
    "outbox": "/letters/mails",
    "reminders": "/letters/reminders",
    "attendance": "/attendance?q=chủ",
    "contested entries": "/contests",
    "agenda": "/agenda",
    "agenda copied from": "/agenda/copy",
    "programme of others": "/agenda/schedule",
    "planned and actual": "/agenda/played",
    "public page, for its organisers": "/publication",
    "speeches": "/speeches",
    "order of speeches": "/speeches/order",
    "day": "/day",
    "speaker's clock": "/day/speaker",
    "backstage": "/day/backstage",
    "hall screen": "/day/hall",
    "awards": "/awards",
    "award check": "/lint",
    "annex import": "/awards/annexes",
    "lines of awards": "/awards/lines?q=huyen",
    "one instrument": "/awards/instruments/{instrument}",
    "one line": "/awards/lines/{line}",
    "award plan": "/plan",
    "one turn of the plan": "/plan?turn={turn}",
    "objects": "/plan/objects",
    "catalogue of awards": "/plan/catalogue",
    "own precedence": "/plan/own-precedence",
    "lines for the stage": "/plan/instruments/{decision}/stage-lines",
    "seating": "/seating",
    "seating proposal": "/seating/proposal",
    "run-sheet": "/run-sheet",
    "stage": "/stage",
    "MC": "/stage/0/mc",
    "announcer": "/stage/0/announcer",
    "ceremony on the hall screen": "/stage/0/hall",
    "stage manager": "/stage/0/manager",
    "tray table": "/stage/0/tray",
    "presenters' usher": "/stage/0/usher",
    "photographer": "/stage/0/photographer",
    "papers of the ceremony": "/run-sheet/papers",
    "a print that is current": "/prints/mc-script/{position}",
    "a print that is out of date": "/prints/tray-sheet/{before}",
    "introductions": "/introductions",
    "papers": "/papers",
    "badges": "/badges",
    "history": "/history",
}
OTHERS = {
    "sign-in": ("nobody", "/sign-in"),
    "public page": ("nobody", "/c/{demo}"),
    "a link that does not work": ("nobody", "/sign-in/wrong"),
    "a pairing that does not work": ("nobody", "/pair/wrong"),
    "password": ("organizer", "/password"),
    "conference list": ("organizer", "/"),
    "workbook": ("organizer", "/workbook"),
    "release": ("organizer", "/conferences/{demo}/agenda/releases/1"),
    "team": ("admin", "/conferences/{demo}/team"),
    "forbidden": ("reception", "/conferences/{demo}/awards"),
    "no such page": ("organizer", "/nowhere"),
    "no such conference": ("organizer", "/conferences/00000000-0000-0000-0000-000000000000"),
}
PAGES = {
    name: ("organizer", "/conferences/{demo}" + path) for name, path in OF_A_CONFERENCE.items()
}
PAGES |= OTHERS


@pytest.fixture(scope="session")
def names(house: Served) -> dict[str, object]:
    """What stands for the demo, parts of it, and positions of its log in an address: the newest,
    and the first one at which a paper of the ceremony has turns."""
    now = datetime.now(UTC)
    publish_conference(house.store, house.clerk(), conference_id=house.demo, at=now)
    library = Library(house.store.facts)
    library.catch_up()
    shelf = library.shelf(house.demo)
    guest, instrument = shelf.guest_list.guests[0].id, shelf.awards.instruments[0].id
    speech, turn = shelf.agenda.speeches[0].id, shelf.run_sheet.turns[0]
    known = library.positions(house.demo)
    first = next(at for at in known if library.shelf(house.demo, at).run_sheet.turns)
    found = {"demo": house.demo, "guest": guest, "instrument": instrument, "speech": speech}
    found |= {"turn": turn.id, "line": turn.recipients[0].line, "decision": turn.instrument}
    return found | {"position": shelf.position, "before": first}


@pytest.fixture(scope="session")
def reader(
    house: Served, browser: Browser, signed_in: Callable[[str], Any]
) -> Iterator[Callable[[str, str], Page]]:
    """A new page in the one window that each role has in each language, with its files at hand."""
    kept: dict[tuple[str, str], BrowserContext] = {}

    def opened(who: str, language: str) -> Page:
        if (who, language) not in kept:
            state = signed_in(who)
            kept[who, language] = browser.new_context(storage_state=state, viewport=DESKTOP)
            cookie = {"name": "language", "value": language, "url": house.address}
            kept[who, language].add_cookies([cookie])
        return kept[who, language].new_page()

    yield opened
    for context in kept.values():
        context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", list(PAGES))
def test_everybody_can_read_the_page_on_every_screen(
    house: Served,
    reader: Callable[[str, str], Page],
    names: dict[str, object],
    name: str,
    language: str,
) -> None:
    role, path = PAGES[name]
    page = reader(role, language)
    complained = complaints(page)
    answer = page.goto(house.address + path.format(**names))
    assert answer is not None
    assert answer.status < 500
    assert page.locator("html").get_attribute("lang") == language
    assert found_by_axe(page) == []
    assert said_twice(page) == []
    assert runs_over(page) == NOTHING
    if language == "vi":
        assert found_by_axe(page) == []
    page.close()
    assert complained == []


EMPTY = {name: path for name, path in OF_A_CONFERENCE.items() if "{" not in path}


@pytest.mark.parametrize("path", EMPTY.values(), ids=EMPTY)
def test_an_empty_conference_fits_a_phone(house: Served, visit: Visit, path: str) -> None:
    page = visit(viewport=PHONE)
    answer = page.goto(house.page(path, house.planned("Hội nghị chưa có gì")))
    assert answer is not None
    assert answer.status in {200, 409}
    assert page.locator("main h1").count() == 1
    assert runs_over(page) == NOTHING
