"""The door's own app on a bad network: what it showed is what the server decided, once a guest."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from builders_door_app import Hall, scan
from builders_load import figure, kind_of, rounds
from builders_proxy import Proxy
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from conference.config import Settings
from conference.store import Store
from events.attendance import EntryContested, GuestCheckedIn
from events.base import Fact

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GUESTS, LATE_S, SETTLED_MS = 16, 0.3, 40_000
BOTH = 5
"""Guests who come to two doors each."""

NOTE = re.compile("(.+): máy này báo “.+”, máy chủ ghi “(.+)”")
WORDS = {"Mời vào": "admitted", "Đã vào trước đó": "already"}


@contextmanager
def house(settings: Settings) -> Iterator[Hall]:
    made = Hall(settings, Store(settings))
    made.start()
    try:
        yield made
    finally:
        made.stop()
        made.store.close()


NAMES = [f"Khách {n:02d}" for n in range(GUESTS)]


def test_the_app_lets_each_guest_in_once_and_shows_what_is_so(
    settings: Settings, browser: Browser
) -> None:
    seed = random.randrange(10**6)
    with house(settings) as hall:
        door, network, facts = at_one_door(hall, Hall, browser, seed)
    entered = [fact.originator_id for fact in facts if isinstance(fact, GuestCheckedIn)]
    assert network.met.total() >= GUESTS // 2, seed
    assert door.shown == dict.fromkeys(NAMES, "admitted")
    assert len(entered) == len(set(entered)) == GUESTS
    assert not contested(facts)


def test_the_broken_twin_is_seen_to_scan_again_whatever_is_not_answered(
    settings: Settings, browser: Browser
) -> None:
    with house(settings) as hall:
        _, _, facts = at_one_door(hall, Renaming, browser, seed=11)
    assert contested(facts)


KEPT = "const found = await this.server.post({ scans: said });"
ANEW = f"""for (const one of said) one.scan_id = randomHex(8);
{KEPT}
found.answers.forEach((one, n) => Object.assign(one, {{ scan_id: scans[n].scan_id }}));"""


class Renaming(Hall):
    """The broken twin: its phones take a new id whenever they send, not when they scan."""

    def prepared(self, context: BrowserContext) -> None:
        context.route("**/door/queue.js*", self.renamed)

    @staticmethod
    def renamed(route: Route) -> None:
        answer = route.fetch()
        script = answer.text()
        assert KEPT in script
        route.fulfill(response=answer, body=script.replace(KEPT, ANEW))


def at_one_door(
    hall: Hall, kind: type[Hall], browser: Browser, seed: int
) -> tuple["Door", Proxy, list[Fact]]:
    """Every guest comes once, to one phone of this kind; all facts are there at last."""
    conference = hall.conference("Mạng xấu", *NAMES)
    codes, network = hall.codes(conference), Proxy(hall.port, seed, LATE_S)
    through = kind(hall.settings, hall.store, port=network.port)
    with through.phone(browser, conference) as page:
        door = Door(page)
        for number, name in enumerate(NAMES):
            door.scan(name, codes[name], connected=number % 2 == 1)
        door.settled(GUESTS)
    network.close()
    return door, network, [fact for _, fact in hall.store.facts(0, 100_000)]


def contested(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact, EntryContested)]


@dataclass
class Door:
    """A door's app: what it showed last of each guest."""

    page: Page
    shown: dict[str, str] = field(default_factory=dict)

    def scan(self, name: str, code: str, connected: bool) -> None:
        """Once the app is connected, or in whatever state it is."""
        pill = self.page.locator("#pill")
        if connected:
            expect(pill).to_have_attribute("data-state", "online", timeout=SETTLED_MS)
        scan(self.page, code)
        expect(self.page.locator('[data-part="name"]')).to_have_text(name)
        self.shown[name] = self.page.locator("#verdict").get_attribute("data-verdict") or ""

    def settled(self, present: int) -> None:
        """All is sent, and the server's figures are here."""
        pill, count = self.page.locator("#pill"), self.page.locator("#count-present")
        expect(pill).to_have_text("Trực tuyến", timeout=SETTLED_MS)
        expect(count).to_have_text(str(present), timeout=SETTLED_MS)

    def told(self, decided: dict[str, str]) -> None:
        """What turned out otherwise than it was shown is told, each guest once."""
        notes = self.page.locator("#notes li")
        wrong = [name for name, word in decided.items() if self.shown[name] != word]
        expect(notes).to_have_count(len(wrong))
        for line in notes.all_inner_texts():
            found = NOTE.fullmatch(line)
            assert found, line
            self.shown[found[1]] = WORDS[found[2].strip()]


def devices_of(hall: Hall, conference: UUID, kind: type[Fact]) -> list[tuple[str, str]]:
    """Of every entry that the log has let in, or has against itself: whose, and which device's."""
    names = {one.id: str(one.name) for one in hall.shelf(conference).guest_list.guests}
    facts = [fact for _, fact in hall.store.facts(0, 100_000) if isinstance(fact, kind)]
    return [(names[fact.originator_id], vars(fact)["device"]) for fact in facts]


@contextmanager
def two_doors(hall: Hall, browser: Browser, conference: UUID) -> Iterator[dict[str, Door]]:
    """By the names of their devices."""
    with (
        hall.phone(browser, conference, "Bàn 1") as one,
        hall.phone(browser, conference, "Bàn 2") as two,
    ):
        yield {"Bàn 1": Door(one), "Bàn 2": Door(two)}


Shown = set[tuple[str, str]]
"""Guest and device."""


def played(hall: Hall, browser: Browser, names: list[str], seed: int) -> tuple[Shown, Shown]:
    """All come to both doors, in any order; who was let in at which by what the doors show at last,
    and by the log."""
    conference, chance = hall.conference("Hai cửa", *names), random.Random(seed)
    codes, network = hall.codes(conference), Proxy(hall.port, seed, LATE_S)
    through = Hall(hall.settings, hall.store, port=network.port)
    with two_doors(through, browser, conference) as doors:
        coming = [(name, table) for name in names for table in doors]
        chance.shuffle(coming)
        for name, table in coming:
            doors[table].scan(name, codes[name], connected=chance.random() < 0.5)
        for door in doors.values():
            door.settled(BOTH)
        entered = devices_of(hall, conference, GuestCheckedIn)
        for table, door in doors.items():
            here = {name: "admitted" for name, at in entered if at == table}
            door.told(dict.fromkeys(names, "already") | here)
    network.close()
    against = devices_of(hall, conference, EntryContested)
    told = {"seed": seed, "guests": BOTH, "contested": len(against), "met": network.met}
    figure("T11, two apps", store=kind_of(hall.settings), **told)
    assert sorted(name for name, _ in entered) == names, seed
    shown = {(name, table): door.shown[name] for table, door in doors.items() for name in names}
    assert set(shown.values()) == {"admitted", "already"}, seed
    assert set(against) <= {key for key, word in shown.items() if word == "already"}, seed
    return {key for key, word in shown.items() if word == "admitted"}, set(entered)


@pytest.mark.parametrize("number", range(rounds(1)))
def test_two_doors_show_at_last_what_the_server_decided(
    any_settings: Settings, browser: Browser, number: int
) -> None:
    """Either may let a guest in alone; the one that was not first is told, as is a supervisor."""
    seed = random.randrange(10**6)
    with house(any_settings) as hall:
        shown, entered = played(hall, browser, [f"Khách {n}" for n in range(BOTH)], seed)
    assert shown == entered, seed
